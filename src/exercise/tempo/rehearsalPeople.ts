import { clock, MINUTE } from '../../kernel/time.ts';
import type { DoctrineId } from '../../scenario/play/types.ts';
import { CORE_SEATS } from '../../scenario/play/vocabulary.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { Exercise, ExerciseGround } from '../exercise.ts';
import { heldOf } from '../knowledge/held.ts';
import { isLull, speedAt } from './lull.ts';
import { openExercise } from '../open.ts';
import type { ExerciseSetup } from '../setup.ts';
import { planOf } from './tempo.ts';
import { waitedBy } from '../messages/waiting.ts';

/** Who rehearses an evening alone: somebody who reads and does nothing, does what a doctrine would, or only answers, at once. */
export const REHEARSERS = ['idle', 'doctrine', 'quick'] as const;
export type Rehearser = (typeof REHEARSERS)[number];

/** Assumed: minutes that somebody takes before a dilemma or a question is answered, while time runs. */
const HESITATION: Readonly<Record<Rehearser, number>> = { idle: Infinity, doctrine: 6, quick: 0 };

/** An evening played by somebody alone, and the time it took. */
export interface RehearsedEvening {
  readonly exercise: Exercise;
  /** By whole minute from the setup's start: real ms that had passed, stops apart. */
  readonly lived: readonly number[];
  /** By whole minute: whether a choice was open, or somebody waited for an answer, when it began. */
  readonly deciding: readonly boolean[];
}

/**
 * An evening played to its end by a person of that kind in one seat, machines in the others. Everything is read as it
 * comes. Whoever follows a doctrine does what its machine does on the same evening, at the same minutes. Whoever
 * answers takes the first option that can be taken of each dilemma, and says what is held to whoever asks.
 *
 * @throws Error if the setup cannot be opened on this ground.
 */
export function rehearsedEvening(
  setup: ExerciseSetup,
  ground: ExerciseGround,
  seat: SeatId,
  who: Rehearser,
  doctrine: DoctrineId,
): RehearsedEvening {
  const seats = (person: boolean): ExerciseSetup['seats'] =>
    Object.fromEntries(
      CORE_SEATS.map((each) => [
        each,
        person && each === seat ? { by: 'person' } : { by: 'machine', doctrine },
      ]),
    ) as ExerciseSetup['seats'];
  const exercise = opened({ ...setup, seats: seats(true) }, ground);
  const coming = who === 'doctrine' ? actsOf(opened({ ...setup, seats: seats(false) }, ground), seat) : [];
  const lived = [0];
  const deciding: boolean[] = [];
  for (let at = setup.from + MINUTE; at <= setup.to; at += MINUTE) {
    deciding.push(isDeciding(exercise, seat));
    const wasLull = isLull(exercise, [seat], setup.from);
    exercise.runTo(at);
    // A minute in which something comes is one at the plan's own speed.
    const inLull = wasLull && isLull(exercise, [seat], setup.from);
    lived.push(lived.at(-1)! + MINUTE / speedAt(planOf(exercise), at - MINUTE, inLull));
    readAll(exercise, seat);
    while (coming[0] !== undefined && coming[0].begunAt <= at) {
      const { spec: act, args } = coming.shift()!;
      exercise.apply(seat, { type: 'act', act, args, rests: [] });
    }
    const before = exercise.now - HESITATION[who] * MINUTE;
    answerChoices(exercise, seat, before);
    answerQuestions(exercise, seat, before);
  }
  return { exercise, lived, deciding };
}

function opened(setup: ExerciseSetup, ground: ExerciseGround): Exercise {
  const exercise = openExercise(setup, ground);
  if (!exercise.ok) throw new Error(JSON.stringify(exercise.error[0]));
  return exercise.value;
}

function isDeciding(exercise: Exercise, seat: SeatId): boolean {
  return (
    exercise.choices.some((choice) => choice.seat === seat && choice.state === 'open') ||
    waitedBy(exercise, seat).length > 0
  );
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

/** Answers those that have been open since that clock time or earlier. */
function answerChoices(exercise: Exercise, seat: SeatId, before: number): void {
  for (const choice of exercise.choices) {
    if (choice.seat !== seat || choice.state !== 'open' || choice.openedAt > before) continue;
    const { dilemma } = choice;
    const spec = exercise.ground.play.dilemmas.find(({ id }) => id === dilemma)!;
    spec.options.find(({ id }) => exercise.apply(seat, { type: 'choose', dilemma, option: id }) === null);
  }
}

function answerQuestions(exercise: Exercise, seat: SeatId, before: number): void {
  for (const { who, since, message, asks } of waitedBy(exercise, seat)) {
    if (since > before) continue;
    const statements = heldOf(exercise, seat, asks);
    exercise.apply(seat, {
      type: 'send',
      to: [who],
      channel: 'email',
      statements,
      text: '',
      answers: message,
    });
  }
}
