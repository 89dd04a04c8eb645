import type { Exercise } from '../exercise/exercise.ts';
import type { Choice } from '../exercise/state.ts';
import { clock } from '../kernel/time.ts';
import type { DilemmaRow } from './debriefModel.ts';

type But = NonNullable<DilemmaRow['but']>;

/** By dilemma and outcome drawn: what was so tonight and goes against the words of the draw, or null when nothing does. */
const AGAINST: Readonly<Record<string, (exercise: Exercise) => But | null>> = {
  'O10.twoLeft': stillAwake('servers'),
  'O10.eightLeft': stillAwake('servers'),
  'M10.clear': stillAwake('atRest'),
  'M2.wordLate': spokeBefore,
  'M13.calm': pocketLeft,
};

/** What is told after the words of a draw, so that they never contradict the state of the evening. */
export function drawnBut(exercise: Exercise, { dilemma }: Choice, outcome: string): But | null {
  return AGAINST[`${dilemma}.${outcome}`]?.(exercise) ?? null;
}

function stillAwake(key: string): (exercise: Exercise) => But | null {
  return ({ cause, evening }) => {
    const { awake } = evening.servers;
    const count = awake.reduce((sum, each) => sum + (each === 0 ? 0 : 1), 0);
    return cause === 'bug' && count > 0 ? { key, params: { awake: count, servers: awake.length } } : null;
  };
}

/** Hour before which the draw says that nobody would have spoken. */
const NOBODY_BEFORE = clock('18:45');

function spokeBefore({ messages }: Exercise): But | null {
  const first = messages.find(
    ({ author, to, statements, arrivedAt }) =>
      (author === 'orange' || author === 'operators') &&
      to.includes('ministry') &&
      statements.length > 0 &&
      (arrivedAt['ministry'] ?? Infinity) < NOBODY_BEFORE,
  );
  if (first === undefined) return null;
  return { key: 'spoke', params: { who: first.author, time: first.arrivedAt['ministry']! } };
}

function pocketLeft({ opening, choices }: Exercise): But | null {
  const told = choices.some(({ dilemma }) => dilemma === 'M10');
  return told && opening.drawn.outcomes['M10'] === 'residual' ? { key: 'pocket', params: {} } : null;
}
