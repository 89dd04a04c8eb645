import { MINUTE } from '../../kernel/time.ts';
import { clockTime } from '../../scenario/clockTime.ts';
import type { OutcomeEffect, Reader, SeatDid } from '../../scenario/play/choices.ts';
import { did } from './conditions.ts';
import { choiceAmong, dilemmaOf } from './dilemmaIndex.ts';
import { outcomeOf } from '../events/drawEvening.ts';
import type { Exercise } from '../exercise.ts';
import { READ, READ_AFTER } from './readers.ts';
import type { Choice } from '../state.ts';
import { happenInWorld } from '../events/worldEffects.ts';

/** What an outcome does, when it is known beforehand: what the world itself tells has no effects of its own. */
function effectsOf({ ground, opening }: Exercise, dilemma: string): readonly OutcomeEffect[] {
  const drawn = dilemmaOf(ground.play, dilemma)?.drawn ?? [];
  return outcomeOf(drawn, opening.drawn.outcomes[dilemma])?.effects ?? [];
}

function at(exercise: Exercise, when: number, dilemma: string, index: number, option: string): void {
  exercise.schedule.add(Math.max(when, exercise.now), {
    kind: 'play',
    what: 'outcome',
    id: dilemma,
    params: { index, option },
  });
}

/** Enters what outcomes do at an hour of the evening, whatever is decided. */
export function beginOutcomes(exercise: Exercise): void {
  for (const { id } of exercise.ground.play.dilemmas)
    effectsOf(exercise, id).forEach((entry, index) => {
      if (entry.at !== undefined && clockTime(entry.at) >= exercise.now)
        at(exercise, clockTime(entry.at), id, index, '');
    });
}

/** A dilemma has opened: what its outcome does minutes later without anybody's answer. */
export function followOpening(exercise: Exercise, { dilemma }: Choice): void {
  effectsOf(exercise, dilemma).forEach((entry, index) => {
    if (entry.after !== undefined && entry.options === undefined)
      at(exercise, exercise.now + entry.after * MINUTE, dilemma, index, '');
  });
}

/** An option was taken, or followed by default: what tonight's outcome makes of it. */
export function followOption(exercise: Exercise, choice: Choice, option: string): void {
  effectsOf(exercise, choice.dilemma).forEach((entry, index) => {
    if (entry.after !== undefined && entry.options?.includes(option))
      at(exercise, exercise.now + entry.after * MINUTE, choice.dilemma, index, option);
  });
  if (choice.also.length === 0) readLater(exercise, choice);
}

const taken = (choice: Choice | undefined, options: readonly string[]): boolean =>
  options.some((option) => choice?.option === option || choice?.also.includes(option));

/** The minute of an effect has come. */
export function happenAsDrawn(exercise: Exercise, dilemma: string, index: number): void {
  const entry = effectsOf(exercise, dilemma)[index];
  if (entry === undefined) return;
  const choice = choiceAmong(exercise.choices, dilemma);
  if (entry.unless && taken(choice, entry.unless)) return;
  if (entry.at !== undefined && entry.options && !taken(choice, entry.options)) return;
  if (isDone(exercise, entry.done, choice?.openedAt)) return;
  if (choice?.by === 'person' && entry.options && entry.effect.op === 'envelope') {
    const acting = actingOn(exercise, choice);
    if (acting === 'givenUp') return;
    if (acting === 'underWay') return at(exercise, exercise.now + LOOK_AGAIN, dilemma, index, '');
  }
  happenInWorld(exercise, entry.effect, exercise.opening.home);
}

/** Nobody writes from where they have not arrived: looked at again so often (assumed). */
const LOOK_AGAIN = 3 * MINUTE;

/** Where the acts of a person's choice stand; none that was taken off counts. */
function actingOn(
  exercise: Exercise,
  { dilemma, seat, act, coming }: Choice,
): 'underWay' | 'done' | 'givenUp' {
  const acts = exercise.acts.filter(
    (each) => each.seat === seat && (each.choice === dilemma || each.id === act),
  );
  if (coming.length > 0 || acts.some(({ ended }) => !ended)) return 'underWay';
  return acts.length > 0 && acts.every(({ stopped }) => stopped) ? 'givenUp' : 'done';
}

/** Whether a person has done what it is about, since then: nobody is reproached with it. Machines are told all the same. */
export function isDone(exercise: Exercise, done: SeatDid | undefined, since?: number): boolean {
  return done !== undefined && exercise.isPerson(done.seat) && did(exercise, done, since);
}

function readerOf({ ground }: Exercise, dilemma: string): Reader | undefined {
  const source = dilemmaOf(ground.play, dilemma)?.source;
  return source?.by === 'world' ? source.reader : undefined;
}

/** The world will tell how it turned out, some minutes after what was decided. */
export function readLater(exercise: Exercise, { dilemma }: Choice): void {
  const reader = readerOf(exercise, dilemma);
  if (reader === undefined) return;
  const last = exercise.setup.to - 1;
  for (const when of READ_AFTER[reader](exercise.now))
    exercise.schedule.add(Math.min(when, last), { kind: 'play', what: 'read', id: dilemma, params: {} });
}

/** Reads how it turned out, if the world can tell by now. */
export function readOutcome(exercise: Exercise, dilemma: string): void {
  const choice = choiceAmong(exercise.choices, dilemma);
  const reader = readerOf(exercise, dilemma);
  if (choice === undefined || reader === undefined || choice.outcome !== '') return;
  choice.outcome = READ[reader](exercise) ?? '';
}

/** Outcome of a dilemma as the evening stands: drawn, read already, or read now. '' when nothing can be told yet. */
export function outcomeNow(exercise: Exercise, { dilemma, outcome }: Choice): string {
  const reader = readerOf(exercise, dilemma);
  return outcome !== '' || reader === undefined ? outcome : (READ[reader](exercise) ?? '');
}
