import type { ListedWrong } from '../exercise/messages/givenOut.ts';

/** Départements whose substitute numbers are given out: of them, those known to have answered a test, and not to hold. */
export interface NumbersSaid {
  readonly areas: readonly string[];
  readonly tested: readonly string[];
  readonly faulty: readonly string[];
  /** Those not to hold that are given out already. */
  readonly wrongIn: readonly ListedWrong[];
}
