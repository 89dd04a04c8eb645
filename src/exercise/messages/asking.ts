import { MINUTE } from '../../kernel/time.ts';
import type { FactType } from '../../scenario/play/vocabulary.ts';
import type { Exercise } from '../exercise.ts';
import { holdingsOf } from '../knowledge/knownIndex.ts';
import { isHolder } from '../seat.ts';
import type { HolderId } from '../seat.ts';

/** What has been told so long ago is asked again when it may have changed (assumed, as for answers). */
const STALE = 45 * MINUTE;
/** What does not change in the course of an evening: once told, it is not asked again. */
export const LASTING: readonly FactType[] = [
  'cause.ourOperation',
  'cause.vendorBug',
  'equipment.callServers',
];

/**
 * Of what a machine would ask a person, what that person has not told it: a declaration is not asked for again. What
 * persons ask, and what machines ask each other, is left as it is.
 */
export function stillToAsk(
  exercise: Exercise,
  holder: HolderId,
  to: readonly string[],
  facts: readonly FactType[],
): readonly FactType[] {
  const [other] = to;
  if (to.length !== 1 || other === undefined || !isHolder(other)) return facts;
  if (exercise.isPerson(holder) || !exercise.isPerson(other)) return facts;
  const { knowledge, now } = exercise;
  return facts.filter((fact) =>
    holdingsOf(knowledge.held[holder], knowledge.statements, fact).every(
      ({ source, saidAt }) =>
        source.kind !== 'message' ||
        source.from !== other ||
        (saidAt < now - STALE && !LASTING.includes(fact)),
    ),
  );
}

/** All that an act would ask has been told already, and it does nothing else for its author than ask. */
export function hasNothingToAsk(exercise: Exercise, holder: HolderId, act: string): boolean {
  const effects = exercise.actSpec(act)?.effects ?? [];
  const asks = effects.filter((effect) => effect.op === 'ask');
  const serves = effects.some(({ op }) => op !== 'ask' && op !== 'machine' && op !== 'occupy');
  return (
    asks.length > 0 &&
    !serves &&
    asks.every(({ to, facts }) => stillToAsk(exercise, holder, to, facts).length === 0)
  );
}
