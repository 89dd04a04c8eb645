import { MINUTE } from '../../kernel/time.ts';
import type { SensorId } from '../../scenario/play/sensors.ts';
import type { FactType } from '../../scenario/play/vocabulary.ts';
import { say } from '../acts/actResults.ts';
import type { Act } from '../acts/acts.ts';
import { clash, subjectOf } from '../knowledge/claims.ts';
import type { Exercise } from '../exercise.ts';
import type { Statement } from '../knowledge/knowledge.ts';
import { holdingsSaying } from '../knowledge/knownIndex.ts';
import type { HolderId } from '../seat.ts';

/** So sure, a reading settles what a shorter one said. */
const SETTLES = 0.8;
/** Reads all there is: nothing longer would settle more. */
const IN_DEPTH: SensorId = 'anssi.logs';

/**
 * What one's own earlier look had said the other way, and why this one may say otherwise: time has passed, other calls
 * were tried, other records read. Said once for a look, of the latest that it denies.
 */
export function sayOtherwise(
  exercise: Exercise,
  holder: HolderId,
  act: Act,
  found: readonly number[],
  before: number,
): void {
  // Machines read no results.
  if (!exercise.isPerson(holder)) return;
  const { knowledge, now } = exercise;
  for (const index of found) {
    const seen = knowledge.statements[index]!;
    const denied = latestDenied(exercise, holder, seen, before);
    if (denied === undefined) continue;
    const [then, saidAt] = denied;
    const time = { time: saidAt, minutes: Math.round((now - saidAt) / MINUTE) };
    if (subjectOf(seen) === 'attack') {
      const holdings = holdingsSaying(knowledge.held[holder], knowledge.statements, seen.says);
      const sure = Math.max(...holdings.map(({ confidence }) => confidence));
      const key =
        sure >= SETTLES
          ? 'otherwiseSettled'
          : looksAt(exercise, act.spec, IN_DEPTH)
            ? 'otherwiseFaded'
            : 'otherwiseRead';
      return say(exercise, act, key, { ...time, percent: Math.round(100 * sure) });
    }
    const [tries, earlier] = [seen.about['tries'], then.about['tries']];
    if (typeof tries === 'number' && typeof earlier === 'number')
      return say(exercise, act, 'otherwiseTried', { ...time, tries, earlier });
    // What is over is no contradiction.
    if (seen.type !== 'restored') return say(exercise, act, 'otherwise', time);
  }
}

/** Whether an act looks at an instrument; at this one, if one is given. */
const looksAt = (exercise: Exercise, act: string, sensor?: SensorId): boolean =>
  exercise
    .actSpec(act)
    ?.effects.some((effect) => effect.op === 'sense' && (sensor === undefined || effect.sensor === sensor)) ??
  false;

/** Types of which two statements may say yes and no. */
const YES_OR_NO: readonly FactType[] = ['workaround.crosses', 'workaround.tested'];

/** Not two figures or two hours that differ: two answers that exclude each other. */
const opposite = (a: Statement, b: Statement): boolean =>
  (a.type !== b.type || YES_OR_NO.includes(a.type)) && clash(a, b);

/** The last word of the holder's own acts, before this one, that cannot be true together with what is seen now. */
function latestDenied(
  exercise: Exercise,
  holder: HolderId,
  seen: Statement,
  before: number,
): readonly [Statement, number] | undefined {
  const { knowledge, now } = exercise;
  const held = knowledge.held[holder];
  let latest: readonly [Statement, number] | undefined;
  for (let i = 0; i < before; i++) {
    const { statement, source, saidAt } = held[i]!;
    const said = knowledge.statements[statement]!;
    if (source.kind !== 'act' || saidAt >= now || !opposite(seen, said)) continue;
    // What one has only said is no look of one's own.
    if (!looksAt(exercise, source.act)) continue;
    if (latest === undefined || saidAt >= latest[1]) latest = [said, saidAt];
  }
  return latest;
}
