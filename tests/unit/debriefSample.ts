import { buildDebrief } from '../../src/debrief/buildDebrief.ts';
import type { DebriefModel } from '../../src/debrief/debriefModel.ts';
import { playGhost } from '../../src/debrief/ghost.ts';
import type { CommandBody } from '../../src/exercise/commands.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import type { LogLine } from '../../src/exercise/log/logFormat.ts';
import { clock } from '../../src/kernel/time.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { exerciseOf } from './exerciseSample.ts';

/** What a person does in one seat: times, and commands that may be refused. */
export type Script = readonly (readonly [time: string, by: SeatId, body: CommandBody])[];

/** An act ordered by a person. */
export const act = (id: string, args: Readonly<Record<string, unknown>> = {}): CommandBody => ({
  type: 'act',
  act: id,
  args,
  rests: [],
});

/** Orange held by a person who restarts servers early and tells the State late. */
export const ORANGE: Script = [
  ['16:47', 'orange', act('orange.readAlarms')],
  ['16:52', 'orange', act('orange.restartOne', { servers: ['reims'] })],
  ['17:05', 'orange', act('orange.callDirection')],
  ['17:10', 'orange', act('orange.correlateComplaints')],
  ['17:30', 'orange', act('orange.rollBack', { servers: 'all' })],
  ['18:40', 'orange', act('orange.declareToInterior')],
];

/** Plays a script against machines of 2021 with willing people, to a clock time. */
export function played(script: Script, seat: SeatId, to: string, seed = 1): Exercise {
  const others = (['orange', 'ministry', 'anssi', 'services'] as const).filter((each) => each !== seat);
  const exercise = exerciseOf(seed, 'willing-2021', others);
  for (const [time, by, body] of script) {
    exercise.runTo(clock(time));
    exercise.apply(by, body);
  }
  exercise.runTo(clock(to));
  return exercise;
}

export interface Sample {
  readonly exercise: Exercise;
  readonly ghost: Exercise;
  readonly model: DebriefModel;
}

export function sampleOf(exercise: Exercise): Sample {
  const ghost = playGhost(exercise);
  return { exercise, ghost, model: buildDebrief(exercise, { ghost }) };
}

/** The log's lines of a script. */
export function linesOf(script: Script): LogLine[] {
  return script.map(([time, by, body], i) => ({
    line: 'command',
    n: i + 1,
    at: clock(time),
    by,
    body,
    id: `c${i}`,
    chain: '',
  }));
}
