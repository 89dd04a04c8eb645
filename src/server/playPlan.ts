import type { Refusal } from '../exercise/commands.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { openExercise } from '../exercise/open.ts';
import { hashExercise } from '../exercise/log/parts.ts';
import type { MilestoneRow } from '../debrief/debriefModel.ts';
import { milestoneRows } from '../debrief/milestoneRows.ts';
import { countEvening } from '../debrief/summary.ts';
import type { EveningSummary } from '../debrief/summary.ts';
import { Truth } from '../debrief/truth.ts';
import type { Arrays } from '../kernel/arrays.ts';
import { bodyNow } from './commandLines.ts';
import type { ScriptLine } from './commandLines.ts';
import type { SimulationPlan } from './simulationPlan.ts';
import { valueOf } from './world.ts';

/** One exercise with machines in all seats, counted. */
export interface PlayedEvening {
  readonly summary: EveningSummary;
  readonly cause: string;
  /** Times from the trigger of what was done and of its content, beside the documented ones. */
  readonly milestones: readonly MilestoneRow[];
  /** Commands given that were refused. */
  readonly refused: readonly { readonly line: number; readonly at: number; readonly refusal: Refusal }[];
}

/** Plays the plan with one seed, and counts what its end leaves; its arrays may serve the next. */
export function playPlan(
  { setup, ground, commands, orders }: SimulationPlan,
  seed: number,
  arrays: Arrays,
): PlayedEvening {
  const exercise = valueOf(openExercise({ ...setup, seed }, ground, undefined, arrays));
  const { evening } = exercise;
  for (const order of orders) evening.give(order);
  const refused: { line: number; at: number; refusal: Refusal }[] = [];
  const { trigger, windowEnd } = evening.spec.clock;
  const player = new CommandPlayer(exercise, commands, (script, refusal) =>
    refused.push({ line: script.line, at: script.at, refusal }),
  );
  player.runTo(trigger);
  const before = evening.servers.ordinaryRefused(trigger);
  player.runTo(Math.min(windowEnd, setup.to));
  const hash = hashExercise(exercise);
  // What was decided goes on working when nobody decides any more.
  evening.runTo(windowEnd);
  const ordinaryRefused = evening.servers.ordinaryRefused(windowEnd) - before;
  evening.runToEnd();
  return {
    summary: { ...countEvening(evening, ordinaryRefused), hash },
    cause: exercise.cause,
    milestones: milestoneRows(exercise, new Truth(evening, exercise.cause)),
    refused,
  };
}

/** Gives the commands of a file at their times. */
class CommandPlayer {
  private next = 0;
  private readonly exercise: Exercise;
  private readonly commands: readonly ScriptLine[];
  private readonly onRefusal: (script: ScriptLine, refusal: Refusal) => void;

  constructor(
    exercise: Exercise,
    commands: readonly ScriptLine[],
    onRefusal: (script: ScriptLine, refusal: Refusal) => void,
  ) {
    this.exercise = exercise;
    this.commands = commands;
    this.onRefusal = onRefusal;
  }

  runTo(limit: number): void {
    const { exercise, commands } = this;
    for (let script = commands[this.next]; script !== undefined && script.at <= limit;) {
      exercise.runTo(script.at);
      const body = bodyNow(script, exercise);
      const refusal = body.ok ? exercise.apply(script.by, body.value) : body.error;
      if (refusal !== null) this.onRefusal(script, refusal);
      script = commands[++this.next];
    }
    exercise.runTo(limit);
  }
}
