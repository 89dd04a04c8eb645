import type { ParameterSet } from '../scenario/parameters.ts';
import type { DoctrineId } from '../scenario/play/types.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';

/** Who holds a seat when the exercise begins. */
export type Holder = { readonly by: 'person' } | { readonly by: 'machine'; readonly doctrine: DoctrineId };

/**
 * Everything that makes an exercise before its first command: plain JSON, the engine's part of the log's header. The
 * same setup and the same commands give the same exercise, whoever computes it.
 */
export interface ExerciseSetup {
  /** Scenario of the house: "2021-06-02" or "june-evening". */
  readonly scenario: string;
  readonly seed: number;
  /** Ids of the measures of the reports that are on, in the order of the catalogue. */
  readonly measures: readonly string[];
  readonly seats: Readonly<Record<SeatId, Holder>>;
  /**
   * Code of the département whose rooms the seat of the emergency services holds, when a person holds it. "drawn" asks
   * for one that the evening hits: `settledSetup` puts it there before anything is opened, and the log holds its code.
   */
  readonly home: string;
  /** Tempo plan of `assets/play/tempo.json`: how fast time runs, where it stops, how choices are spread. */
  readonly tempo: string;
  /** Clock ms at which the exercise begins (DEBEX) and ends at the latest (FINEX). */
  readonly from: number;
  readonly to: number;
  /** Parameters of the model set over the scenario. */
  readonly set: ParameterSet;
}
