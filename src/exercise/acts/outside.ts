import { MINUTE } from '../../kernel/time.ts';
import type { ActSpec } from '../../scenario/play/types.ts';
import type { Doubled } from '../../scenario/play/vocabulary.ts';
import type { Refusal } from '../commands.ts';
import type { Exercise } from '../exercise.ts';
import { tradeOf } from '../seat.ts';
import type { HolderId } from '../seat.ts';
import { say } from './actResults.ts';
import type { Act } from './acts.ts';

/** The State has the crews of every room stand outside until then: where they were outside already, it says so. */
export function standOutside(exercise: Exercise, act: Act | null, until: number): void {
  if (exercise.tagsOf('services').has('crewsOut')) say(exercise, act, 'crewsWereOut');
  exercise.tell('services', { type: 'CREWS_OUT' });
  exercise.touch('services');
  if (act !== null) exercise.schedule.add(until, { kind: 'crewsBack', act: act.id });
}

/** What the State ordered is over: its crews come in, unless their own heads have them stand there. */
export function crewsBack(exercise: Exercise): void {
  const own = (event: string): number =>
    exercise.acts.findLast(
      ({ seat, spec, ended, stopped }) =>
        seat === 'services' &&
        ended &&
        !stopped &&
        exercise.actSpec(spec)!.effects.some((effect) => effect.op === 'machine' && effect.event === event),
    )?.endsAt ?? -Infinity;
  if (crewsSent(exercise) !== undefined || own('CREWS_OUT') > own('CREWS_IN')) return;
  exercise.tell('services', { type: 'CREWS_IN' });
  exercise.touch('services');
}

/** The order of the State under which crews stand outside now. */
function crewsSent(exercise: Exercise): Act | undefined {
  return exercise.acts.findLast(({ spec, ended, stopped, endsAt }) => {
    if (!ended || stopped) return false;
    const crews = exercise
      .actSpec(spec)!
      .effects.find((effect) => effect.op === 'presence' && effect.crews === true);
    return crews?.op === 'presence' && exercise.now < endsAt + crews.minutes * MINUTE;
  });
}

/** Why a person's act that has people stand outside would only double those whom the State has there already. */
export function outsideAlready(
  exercise: Exercise,
  by: HolderId,
  { effects }: Pick<ActSpec<string>, 'effects'>,
): Refusal | null {
  if (!exercise.isPerson(by)) return null;
  const places = effects.some(
    (effect) => effect.op === 'presence' || (effect.op === 'machine' && effect.event === 'CREWS_OUT'),
  );
  const sent = places ? crewsSent(exercise) : undefined;
  if (sent === undefined) return null;
  const standing: Doubled = sent.seat === tradeOf(by) ? 'crewsOurs' : 'crewsOfState';
  return { code: 'needless', params: { standing } };
}
