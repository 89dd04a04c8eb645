import { MINUTE } from '../../kernel/time.ts';
import type { ActorEvent } from '../../actors/events.ts';
import type { ActSpec } from '../../scenario/play/types.ts';
import { say } from './actResults.ts';
import type { ResultLine } from './actResults.ts';
import { carryOut } from './effects.ts';
import type { Exercise } from '../exercise.ts';
import { note } from '../journal.ts';
import { newsOfSearch } from '../messages/news.ts';
import { liaisonComes } from '../messages/liaisons.ts';
import { poolOf } from '../people/people.ts';
import { leavesItAlone, saySecondCase } from './secondCase.ts';
import type { HolderId } from '../seat.ts';
import { serverOfChoice } from '../choices/serverOfChoice.ts';
import { countQuestions } from '../instruments/surveyed.ts';
import { concludeAct } from './work.ts';
import type { Work } from './work.ts';
import { isNational, validationMinutes } from './validation.ts';

/** An act under way or ended. */
export interface Act {
  readonly id: number;
  readonly spec: string;
  /** Who does it: a seat, the rooms of other départements, the other operators. */
  readonly seat: HolderId;
  readonly args: Readonly<Record<string, unknown>>;
  /** Statements it was said to rest on. */
  readonly rests: readonly number[];
  readonly begunAt: number;
  /** The choice of its seat that it follows from, by its dilemma; absent when it was ordered for itself. */
  readonly choice?: string;
  endsAt: number;
  ended: boolean;
  /** Its people were taken off before its end: what it had not done is not done. */
  stopped: boolean;
  /** What goes on by itself after its people are free: it has not ended until then. */
  work?: Work;
  /** What came of it for the seat: statements learnt. */
  readonly found: number[];
  /** What came of it in so many lines, as the seat sees it; some come after its end (alarms read again, a call that failed). */
  readonly results: ResultLine[];
}

/** What takes back a change that began with an act, when its people are taken off. */
const UNDONE_BY: Readonly<Record<string, ActorEvent>> = {
  LINE_OPEN: { type: 'LINE_CLOSE' },
  LINE_OPEN_MOBILE: { type: 'LINE_CLOSE' },
  LINE_OPEN_IP: { type: 'LINE_CLOSE' },
  SECOND_CASE_SERVED: { type: 'SECOND_CASE_STARVED' },
};

/** Acts that keep the traces of the operation before a restart erases them. */
const KEEP_TRACES: readonly string[] = ['orange.keepImage', 'orange.sendLogs'];

/** Minutes an act takes with the measures in force. */
export function minutesOf({ preparedness }: Exercise, spec: Pick<ActSpec, 'id' | 'minutes'>): number {
  return spec.minutes * (preparedness.delays[spec.id] ?? 1);
}

/** Begins an act that the rules allow: its people are on it until its end. */
export function beginAct(
  exercise: Exercise,
  seat: HolderId,
  spec: ActSpec<string>,
  args: Readonly<Record<string, unknown>>,
  rests: readonly number[],
  why = '',
  choice?: string,
): Act {
  const id = exercise.acts.length;
  // The server that a person's act was shown to be about is the one it takes, whatever becomes of the others meanwhile.
  const server = exercise.isPerson(seat) ? serverOfChoice(exercise, { acts: [spec.id], args }) : undefined;
  const validation = isNational(spec) ? validationMinutes(exercise, seat, id) : 0;
  const act: Act = {
    id,
    spec: spec.id,
    seat,
    args: server === undefined ? args : { ...args, servers: [server] },
    rests,
    begunAt: exercise.now,
    endsAt: exercise.now + Math.floor((minutesOf(exercise, spec) + validation) * MINUTE),
    ended: false,
    stopped: false,
    found: [],
    results: [],
    ...(choice !== undefined && { choice }),
  };
  exercise.acts.push(act);
  poolOf(exercise.people, seat, spec.needs.pool)!.busy += spec.needs.people;
  exercise.schedule.add(act.endsAt, { kind: 'actEnds', act: act.id });
  note(exercise, seat, 'actBegun', spec.id, {
    statements: rests,
    text: why,
    ...(choice !== undefined && { params: { dilemma: choice } }),
  });
  for (const effect of spec.effects) if (effect.when === 'begin') carryOut(exercise, seat, effect, act);
  countQuestions(exercise, act);
  exercise.touch(seat);
  return act;
}

/** The time of an act has come: its effects happen, its people are free. */
export function endAct(exercise: Exercise, id: number): void {
  const act = exercise.acts[id]!;
  if (act.ended) return;
  const spec = exercise.actSpec(act.spec)!;
  act.ended = true;
  free(exercise, act, spec);
  markTraces(exercise, spec);
  liaisonComes(exercise, spec.id);
  for (const effect of spec.effects) if (effect.when !== 'begin') carryOut(exercise, act.seat, effect, act);
  saySecondCase(exercise, act, spec);
  if (act.work !== undefined) return goesOn(exercise, act, act.work);
  concludeAct(exercise, act);
  newsOfSearch(exercise, act);
  exercise.tell(act.seat, { type: 'ACT', act: act.spec });
  exercise.touch(act.seat);
}

/** Its people have launched what goes on without them: told now, and again as each part of it is done. */
function goesOn(exercise: Exercise, act: Act, { until }: Work): void {
  act.ended = false;
  act.endsAt = until;
  act.results.forEach((_, line) => {
    note(exercise, act.seat, 'result', act.spec, { params: { act: act.id, line } });
  });
  exercise.touch(act.seat);
}

/** Takes people off an act under way. What it had begun by is done; the rest is not. */
export function stopAct(exercise: Exercise, id: number): void {
  const act = exercise.acts[id]!;
  act.ended = true;
  act.stopped = true;
  act.endsAt = exercise.now;
  const spec = exercise.actSpec(act.spec)!;
  free(exercise, act, spec);
  for (const effect of spec.effects) {
    const undo = effect.op === 'machine' && effect.when === 'begin' ? UNDONE_BY[effect.event] : undefined;
    const kept = undo?.type === 'SECOND_CASE_STARVED' && !leavesItAlone(exercise, act);
    if (undo && !kept) exercise.tell(act.seat, undo);
  }
  say(exercise, act, 'stopped');
  note(exercise, act.seat, 'actStopped', act.spec);
  exercise.touch(act.seat);
}

function markTraces({ state }: Exercise, spec: ActSpec<string>): void {
  if (state.traces !== 'there') return;
  if (KEEP_TRACES.includes(spec.id)) state.traces = 'kept';
  else if (spec.seat === 'orange' && spec.costs.includes('evidenceLost')) state.traces = 'erased';
}

function free(exercise: Exercise, act: Act, spec: ActSpec<string>): void {
  poolOf(exercise.people, act.seat, spec.needs.pool)!.busy -= spec.needs.people;
}
