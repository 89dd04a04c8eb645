import type { Exercise } from '../exercise/exercise.ts';
import type { Holding, Source } from '../exercise/knowledge.ts';
import type { FactType, SeatId } from '../scenario/play/vocabulary.ts';

/** A fact as a seat came to hold it: when it lay on its desk, when it was read, from whom. */
export interface HeldFact {
  readonly fact: FactType;
  readonly statement: number;
  /** When the message that carried it arrived; the same as `since` when no message did. */
  readonly arrived: number;
  readonly since: number;
  readonly source: Source;
  readonly confidence: number;
}

/** Everything of a type that a seat had come to hold by `at`, in the order it learnt it. */
export function heldBy(exercise: Exercise, seat: SeatId, fact: FactType, at: number): HeldFact[] {
  const { statements, held } = exercise.knowledge;
  return held[seat].flatMap((holding) =>
    holding.since <= at && statements[holding.statement]!.type === fact
      ? [heldFact(exercise, seat, fact, holding)]
      : [],
  );
}

function heldFact(exercise: Exercise, seat: SeatId, fact: FactType, holding: Holding): HeldFact {
  const { statement, since, source, confidence } = holding;
  const arrived =
    source.kind === 'message' ? (exercise.messages[source.message]?.arrivedAt[seat] ?? since) : since;
  return { fact, statement, arrived: Math.min(arrived, since), since, source, confidence };
}
