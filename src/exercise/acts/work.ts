import type { Act } from './acts.ts';
import { say } from './actResults.ts';
import type { Exercise } from '../exercise.ts';
import { note } from '../journal.ts';

/** What goes on by itself once the people of an act are free again: the act ends with it, not when it begins. */
export interface Work {
  /** Servers to be done, one after the other, and how many are. */
  readonly of: number;
  done: number;
  /** When its people were free, and when the last server should be done, clock ms. */
  readonly from: number;
  readonly until: number;
  /** Servers whose turn was called off. */
  readonly left?: readonly string[];
}

/** The act is over: what came of it has been said. */
export function concludeAct(exercise: Exercise, act: Act): void {
  act.ended = true;
  if (act.results.length === 0) say(exercise, act, 'already');
  note(exercise, act.seat, 'actEnded', act.spec, { params: { act: act.id }, statements: act.found });
}

/** One more server is done: said, and the act is over with the last. */
export function workDone(exercise: Exercise, act: Act): void {
  const { work } = act;
  if (work === undefined || act.ended) return;
  work.done++;
  const { done, of: many } = work;
  if (done < many) return say(exercise, act, 'serversDone', { done, many, time: work.until });
  say(exercise, act, 'allServersDone', { many });
  concludeAct(exercise, act);
  exercise.tell(act.seat, { type: 'ACT', act: act.spec });
  exercise.touch(act.seat);
}

/** When the longest work that a holder has under way should be over, clock ms; null without any. */
export function workUntil(exercise: Exercise, holder: string): number | null {
  let until: number | null = null;
  for (const { seat, ended, work } of exercise.acts)
    if (work !== undefined && !ended && seat === holder) until = Math.max(until ?? 0, work.until);
  return until;
}
