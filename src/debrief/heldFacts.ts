import type { Exercise } from '../exercise/exercise.ts';
import type { Holding, Source } from '../exercise/knowledge/knowledge.ts';
import type { FactType, SeatId } from '../scenario/play/vocabulary.ts';

/** A fact as a seat came to hold it: when it lay on its desk, when it was read, from whom. */
export interface HeldFact {
  readonly fact: FactType;
  readonly statement: number;
  /** When the message that carried it arrived; the same as `since` when no message did. */
  readonly arrived: number;
  readonly since: number;
  /** When its source last said so. */
  readonly saidAt: number;
  readonly source: Source;
  readonly confidence: number;
}

/** Everything of a type that a seat had come to hold by `at`, in the order it learnt it, lost since or not. */
export function heldBy(exercise: Exercise, seat: SeatId, fact: FactType, at: number): HeldFact[] {
  return known(exercise, seat, fact, at, () => true);
}

/** What a seat held of a type at a moment: what a relief had lost by then is left out. */
export function heldAt(exercise: Exercise, seat: SeatId, fact: FactType, at: number): HeldFact[] {
  return known(exercise, seat, fact, at, (lostAt) => lostAt > at);
}

function known(
  exercise: Exercise,
  seat: SeatId,
  fact: FactType,
  at: number,
  counts: (lostAt: number) => boolean,
): HeldFact[] {
  const { statements, held } = exercise.knowledge;
  const lost = exercise.state.forgotten.flatMap((each) =>
    each.seat === seat && counts(each.at) ? [each.holding] : [],
  );
  return [...lost, ...held[seat]]
    .filter(({ statement, since }) => since <= at && statements[statement]!.type === fact)
    .sort((a, b) => a.since - b.since || a.statement - b.statement)
    .map((holding) => heldFact(exercise, seat, fact, holding));
}

function heldFact(exercise: Exercise, seat: SeatId, fact: FactType, holding: Holding): HeldFact {
  const { statement, since, saidAt, source, confidence } = holding;
  const arrived =
    source.kind === 'message' ? (exercise.messages[source.message]?.arrivedAt[seat] ?? since) : since;
  return { fact, statement, arrived: Math.min(arrived, since), since, saidAt, source, confidence };
}
