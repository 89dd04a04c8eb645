import { clock, MINUTE } from '../kernel/time.ts';
import type { DoctrineId } from '../scenario/play/types.ts';
import { CORE_SEATS } from '../scenario/play/vocabulary.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import type { Exercise, ExerciseGround } from './exercise.ts';
import { openExercise } from './open.ts';
import type { ExerciseSetup } from './setup.ts';

/** Who rehearses an evening alone: somebody who reads and does nothing, or who does what a doctrine would. */
export const REHEARSERS = ['idle', 'doctrine'] as const;
export type Rehearser = (typeof REHEARSERS)[number];

/** Assumed: minutes that somebody takes before a dilemma is answered. */
const HESITATION = 6;

/**
 * An evening played to its end by a person of that kind in one seat, machines in the others. Everything is read as it
 * comes. Whoever follows a doctrine does what its machine does on the same evening, at the same minutes, and answers
 * each dilemma by the first option that can be taken.
 *
 * @throws Error if the setup cannot be opened on this ground.
 */
export function rehearsedEvening(
  setup: ExerciseSetup,
  ground: ExerciseGround,
  seat: SeatId,
  who: Rehearser,
  doctrine: DoctrineId,
): Exercise {
  const seats = (person: boolean): ExerciseSetup['seats'] =>
    Object.fromEntries(
      CORE_SEATS.map((each) => [
        each,
        person && each === seat ? { by: 'person' } : { by: 'machine', doctrine },
      ]),
    ) as ExerciseSetup['seats'];
  const exercise = opened({ ...setup, seats: seats(true) }, ground);
  const coming = who === 'idle' ? [] : actsOf(opened({ ...setup, seats: seats(false) }, ground), seat);
  for (let at = setup.from + MINUTE; at <= setup.to; at += MINUTE) {
    exercise.runTo(at);
    readAll(exercise, seat);
    while (coming[0] !== undefined && coming[0].begunAt <= at) {
      const { spec: act, args } = coming.shift()!;
      exercise.apply(seat, { type: 'act', act, args, rests: [] });
    }
    if (who === 'doctrine') answerAll(exercise, seat);
  }
  return exercise;
}

function opened(setup: ExerciseSetup, ground: ExerciseGround): Exercise {
  const exercise = openExercise(setup, ground);
  if (!exercise.ok) throw new Error(JSON.stringify(exercise.error[0]));
  return exercise.value;
}

/** What the seat's machine does all evening, in order. */
function actsOf(model: Exercise, seat: SeatId): Exercise['acts'][number][] {
  model.runTo(clock('24:00'));
  return model.acts.filter((act) => act.seat === seat).toSorted((a, b) => a.begunAt - b.begunAt);
}

function readAll(exercise: Exercise, seat: SeatId): void {
  for (const { id, arrivedAt, readAt } of exercise.messages)
    if (arrivedAt[seat] !== undefined && readAt[seat] === undefined)
      exercise.apply(seat, { type: 'read', message: id });
}

function answerAll(exercise: Exercise, seat: SeatId): void {
  for (const choice of exercise.choices) {
    if (choice.seat !== seat || choice.state !== 'open') continue;
    if (exercise.now - choice.openedAt < HESITATION * MINUTE) continue;
    const { dilemma } = choice;
    const spec = exercise.ground.play.dilemmas.find(({ id }) => id === dilemma)!;
    spec.options.find(({ id }) => exercise.apply(seat, { type: 'choose', dilemma, option: id }) === null);
  }
}
