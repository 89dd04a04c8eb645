import type { ActSpec } from '../../scenario/play/types.ts';
import { say } from './actResults.ts';
import type { Act } from './acts.ts';
import type { Exercise } from '../exercise.ts';
import { poolOf } from '../people/people.ts';

/** An act for the other case of the night. */
export function forSecondCase({ effects }: Pick<ActSpec<string>, 'effects'>): boolean {
  return effects.some((effect) => effect.op === 'machine' && effect.event === 'SECOND_CASE_SERVED');
}

/** People sent to the other case of the night: by an act under way, to stay after one, or taken back by the case itself. */
export function sentToSecondCase(exercise: Exercise): number {
  let people = 0;
  for (const away of poolOf(exercise.people, 'anssi', 'experts')!.away)
    if (away.why === 'secondCase' || (away.why === 'stay' && forSecondCase(exercise.actSpec(away.ref)!)))
      people += away.people;
  for (const act of exercise.acts) {
    if (act.seat !== 'anssi' || act.ended) continue;
    const spec = exercise.actSpec(act.spec)!;
    if (forSecondCase(spec)) people += spec.needs.people;
  }
  return people;
}

/** An act that is stopped leaves the case as it was: alone, if this act had taken it up and nobody else is on it. */
export function leavesItAlone(exercise: Exercise, { results }: Act): boolean {
  const tookItUp = results.some(({ key, params }) => key === 'nowIs' && params['tag'] === 'secondCaseServed');
  return tookItUp && sentToSecondCase(exercise) === 0;
}

/** What an act for the other case came to, at its end: looked after, or come too late. */
export function saySecondCase(exercise: Exercise, act: Act, spec: ActSpec<string>): void {
  if (!forSecondCase(spec)) return;
  say(exercise, act, exercise.tagsOf('anssi').has('secondCaseServed') ? 'caseServed' : 'caseTooLate');
}
