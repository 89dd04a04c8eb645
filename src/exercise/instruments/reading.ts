import type { Evening } from '../../callflow/evening.ts';
import type { SensorId } from '../../scenario/play/sensors.ts';
import type { InstrumentTraits } from './traits.ts';
import type { FactType } from '../../scenario/play/vocabulary.ts';

/** What an instrument shows at a moment: a statement it supports, and how sure it is. It may be wrong. */
export interface Reading {
  readonly type: FactType;
  /** Plain JSON, by type: areas, numbers, tries and passed, a time. */
  readonly about: Readonly<Record<string, unknown>>;
  readonly confidence: number;
}

/** All that an instrument may read: the world, and the draws that make instruments imperfect. */
export interface InstrumentWorld {
  readonly evening: Evening;
  readonly now: number;
  /** Index of the département held by the seat of the emergency services. */
  readonly home: number;
  /** Départements around it. */
  readonly near: readonly number[];
  /** True cause of the evening, as drawn by the scenario. */
  readonly cause: 'bug' | 'attack' | 'otherVendor' | 'cut';
  /** Qualities of instruments that the evening drew (`checkWorld.ts` names them). */
  readonly traits: InstrumentTraits;
  /** How many times this sensor was looked at before: the index of its draws. */
  readonly looks: number;
  /** Arguments of the act that looks: a number, an origin, areas. */
  readonly args: Readonly<Record<string, unknown>>;
}

export type Instrument = (world: InstrumentWorld) => Reading[];
export type Instruments = Readonly<Record<SensorId, Instrument>>;
