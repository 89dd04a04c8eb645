import { DIALLED } from '../callflow/attemptLog.ts';
import { heldBy } from './heldFacts.ts';
import type { Truth } from './truth.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { Choice } from '../exercise/state.ts';
import { clock } from '../kernel/time.ts';
import type { DilemmaRow } from './debriefModel.ts';

type But = NonNullable<DilemmaRow['but']>;

/** What is looked at: the exercise, its truth, and the choice as it was put. */
interface Asked {
  readonly exercise: Exercise;
  readonly truth: Truth;
  readonly choice: Choice;
}

/** By dilemma and outcome drawn: what was so tonight and goes against the words of the draw, or null when nothing does. */
const AGAINST: Readonly<Record<string, (asked: Asked) => But | null>> = {
  'O2.complaintsMute': matched,
  'O3.prefectsLate': spokeBefore(['prefects'], '18:30'),
  'O8.early': serviceBack,
  'O8.midnight': serviceBack,
  'O8.late': serviceBack,
  'O9.good': stillAwake('servers'),
  'O10.twoLeft': stillAwake('servers'),
  'O10.eightLeft': stillAwake('servers'),
  'O14.lone': stillAwake('servers'),
  'M10.clear': stillAwake('atRest'),
  'M2.wordLate': spokeBefore(['orange', 'operators'], '18:45'),
  'M13.calm': pocketLeft,
  'S10.clear': stillUsed,
};

/** Draws of what Orange would do of itself: a person who holds it does as he sees fit, and nothing of them shows. */
const OF_ORANGE: readonly string[] = ['M9', 'A2', 'A7'];

/** What is told after the words of a draw, so that they never contradict the state of the evening. */
export function drawnBut(exercise: Exercise, choice: Choice, outcome: string, truth: Truth): But | null {
  return AGAINST[`${choice.dilemma}.${outcome}`]?.({ exercise, truth, choice }) ?? null;
}

/** What is told instead of a draw that nothing of the evening bears out; null when its own words may be told. */
export function drawnInstead(exercise: Exercise, { dilemma }: Choice): But | null {
  if (!OF_ORANGE.includes(dilemma)) return null;
  if (exercise.isPerson('orange')) return { key: 'person', params: {} };
  const cell = exercise.milestones['operatorCell'];
  return dilemma === 'A7' && (cell === undefined || cell > exercise.now)
    ? { key: 'noCell', params: {} }
    : null;
}

function stillAwake(key: string): (asked: Asked) => But | null {
  return ({ exercise: { cause, evening } }) => {
    const { awake } = evening.servers;
    const count = awake.reduce((sum, each) => sum + (each === 0 ? 0 : 1), 0);
    return cause === 'bug' && count > 0 ? { key, params: { awake: count, servers: awake.length } } : null;
  };
}

/** Somebody had told the ministry of it before the hour until which the draw says that nobody would. */
function spokeBefore(authors: readonly string[], hour: string): (asked: Asked) => But | null {
  return ({ exercise: { messages } }) => {
    const first = messages.find(
      ({ author, to, statements, arrivedAt }) =>
        authors.includes(author) &&
        to.includes('ministry') &&
        statements.length > 0 &&
        (arrivedAt['ministry'] ?? Infinity) < clock(hour),
    );
    if (first === undefined) return null;
    return { key: 'spoke', params: { who: first.author, time: first.arrivedAt['ministry']! } };
  };
}

/** Complaints matched with alarms had said what the draw says that they would not. */
function matched({ exercise }: Asked): But | null {
  const found = heldBy(exercise, 'orange', 'emergency.affected', exercise.now).find(
    ({ source }) => source.kind === 'act' && source.act === 'orange.correlateComplaints',
  );
  return found === undefined ? null : { key: 'matched', params: { time: found.since } };
}

/** Modules that answer are not yet calls that come through: the hour of service is told as everywhere else. */
function serviceBack({ exercise, truth }: Asked): But {
  const back = truth.restored();
  return back === null
    ? { key: 'notBack', params: { time: exercise.now } }
    : { key: 'backAt', params: { time: back } };
}

/** People still rang the number that the draw says was used no more. */
function stillUsed({ exercise: { evening, opening, now }, choice }: Asked): But | null {
  const { log, callers } = evening;
  let calls = 0;
  for (let i = log.firstFrom(choice.openedAt); i < log.count && log.at[i]! < now; i++)
    if (log.dialled(i) === DIALLED.tenDigit && callers.area[log.caller[i]!] === opening.home) calls++;
  return calls === 0 ? null : { key: 'stillUsed', params: { time: choice.openedAt, calls } };
}

function pocketLeft({ exercise: { opening, choices } }: Asked): But | null {
  const told = choices.some(({ dilemma }) => dilemma === 'M10');
  return told && opening.drawn.outcomes['M10'] === 'residual' ? { key: 'pocket', params: {} } : null;
}
