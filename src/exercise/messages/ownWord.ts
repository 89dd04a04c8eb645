import type { FactType } from '../../scenario/play/vocabulary.ts';
import type { Act } from '../acts/acts.ts';
import { subjectOf } from '../knowledge/claims.ts';
import type { Exercise } from '../exercise.ts';
import { latestHour } from '../knowledge/hourRange.ts';
import type { HolderId } from '../seat.ts';

/** Who gives out its own number, or an advice of its own, gives nobody else's with it. */
export function onlyOwn({ knowledge }: Exercise, { found }: Act, fact: FactType, statements: number[]): void {
  const isOfType = (index: number): boolean => knowledge.statements[index]!.type === fact;
  const own = found.findLast(isOfType);
  const first = statements.findIndex(isOfType);
  if (own === undefined || first < 0) return;
  const others = statements.filter((index) => !isOfType(index));
  statements.splice(0, statements.length, ...others.slice(0, first), own, ...others.slice(first));
}

/** Of these, one word is told, and the act that has just looked gives its own. */
const ONE_WORD = 'attack';

/** What an act has just concluded is what it says: no earlier word on the same question goes out with it, nor instead. */
export function asFound(
  { knowledge: { statements: all } }: Exercise,
  { found }: Act,
  facts: readonly FactType[],
  statements: number[],
): void {
  const isOne = (index: number): boolean => subjectOf(all[index]!) === ONE_WORD;
  const seen = found.findLast((index) => isOne(index) && facts.includes(all[index]!.type));
  if (seen === undefined) return;
  const others = statements.filter((index) => !isOne(index));
  statements.splice(0, statements.length, seen, ...others);
}

/** An hour that is hoped for, as a range: from that hour to the latest that such hopes run to. */
export function asRange(exercise: Exercise, holder: HolderId, index: number, act: Act | null): number {
  const { at } = exercise.knowledge.statements[index]!.about;
  if (typeof at !== 'number' || act === null) return index;
  // As it was shown when the act was ordered: an act that takes some minutes sends what was read, no other range.
  const until = latestHour(act.begunAt, at);
  const said = exercise.learn(
    holder,
    { type: 'restoration.eta', about: { at, until }, confidence: 0.7 },
    { kind: 'act', act: act.spec },
    { written: true },
  );
  act.found.push(said);
  return said;
}
