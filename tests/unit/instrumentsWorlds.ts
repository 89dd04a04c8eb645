import { createEvening } from '../../src/callflow/evening.ts';
import type { Evening } from '../../src/callflow/evening.ts';
import { INSTRUMENTS } from '../../src/exercise/instruments/index.ts';
import type { InstrumentWorld, Reading } from '../../src/exercise/instruments/reading.ts';
import { clock } from '../../src/kernel/time.ts';
import type { SensorId } from '../../src/scenario/play/sensors.ts';
import { areaIndex, country } from './callflowWorlds.ts';

export const { spec, orders } = country();
/** Indre-et-Loire, a middle-sized département on copper. */
export const HOME = areaIndex(spec, '37');

/** Those that share a border with it. */
export const AROUND = ['36', '41', '49', '72', '86'].map((code) => areaIndex(spec, code));

/** The whole country as in 2021, at a clock time. */
export function at(time: string, seed = 1): Evening {
  const evening = createEvening(spec, seed, orders);
  evening.runTo(clock(time));
  return evening;
}

export function worldOf(evening: Evening, others: Partial<InstrumentWorld> = {}): InstrumentWorld {
  return {
    evening,
    now: evening.now,
    home: HOME,
    near: AROUND,
    cause: 'bug',
    traits: {},
    looks: 0,
    args: {},
    ...others,
  };
}

export function look(sensor: SensorId, evening: Evening, others: Partial<InstrumentWorld> = {}): Reading[] {
  return INSTRUMENTS[sensor](worldOf(evening, others));
}

/** The same world with other draws of its instruments. */
export function reseeded(evening: Evening, seed: number): Evening {
  return Object.create(evening, { seed: { value: seed } }) as Evening;
}

export const typesOf = (readings: readonly Reading[]): string[] => readings.map(({ type }) => type);
