import { dilemmaOf } from '../exercise/choices/dilemmaIndex.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { outcomeNow } from '../exercise/choices/outcomes.ts';
import { READ_AFTER } from '../exercise/choices/readers.ts';
import type { Choice } from '../exercise/state.ts';
import { MINUTE } from '../kernel/time.ts';
import { clockTime } from '../scenario/clockTime.ts';
import type { OutcomeEffect, Reader } from '../scenario/play/choices.ts';
import type { DilemmaSpec } from '../scenario/play/types.ts';

/** Readings of what came of an act, not of how the world stood: they say nothing before their hour. */
const OF_WHAT_CAME: readonly Reader[] = ['serversHeard', 'restartHeld', 'pairWoke'];

/**
 * What the evening had drawn for a dilemma, once it had come to its hour; null when the exercise stopped before. The hour
 * is that of the last thing that any outcome of it does, so that what did not happen tells no more than what did. An
 * evening played to its end has come to all of them.
 */
export function drawTold(exercise: Exercise, choice: Choice): string | null {
  const outcome = outcomeNow(exercise, choice);
  if (outcome === '') return null;
  if (exercise.now >= exercise.evening.spec.clock.windowEnd) return outcome;
  return comesAt(exercise, choice) <= exercise.now ? outcome : null;
}

/** Clock time by which a dilemma's draw has shown what it does, given what was decided. */
function comesAt(exercise: Exercise, { dilemma, option, also, openedAt, decidedAt }: Choice): number {
  const spec = dilemmaOf(exercise.ground.play, dilemma);
  if (spec === undefined) return openedAt;
  const { source } = spec;
  if (source?.by === 'world')
    return OF_WHAT_CAME.includes(source.reader)
      ? Math.min(...READ_AFTER[source.reader](decidedAt ?? Infinity))
      : openedAt;
  const taken = option === null ? also : [option, ...also];
  const hours = effectsOf(exercise, spec).flatMap(({ at, after, options }) => {
    if (at !== undefined) return [clockTime(at)];
    if (after === undefined) return [];
    if (options === undefined) return [openedAt + after * MINUTE];
    return options.some((each) => taken.includes(each)) ? [(decidedAt ?? openedAt) + after * MINUTE] : [];
  });
  return Math.max(openedAt, ...hours);
}

/** What the outcomes of a dilemma do, and what those of the dilemma that settles it do at their hour. */
function effectsOf(exercise: Exercise, { drawn, source }: DilemmaSpec): OutcomeEffect[] {
  const own = drawn.flatMap(({ effects = [] }) => effects);
  const other = source?.by === 'dilemma' ? dilemmaOf(exercise.ground.play, source.dilemma) : undefined;
  const hours =
    other?.drawn.flatMap(({ effects = [] }) => effects.filter(({ at }) => at !== undefined)) ?? [];
  return [...own, ...hours];
}
