import { beginAct } from './acts.ts';
import { badArgument } from './arguments.ts';
import { checkAct, opensByItself } from './checkAct.ts';
import type { CommandBody, Refusal } from '../commands.ts';
import type { Exercise } from '../exercise.ts';
import { note } from '../journal.ts';
import { needless } from './needless.ts';
import { freeIn, poolOf } from '../people/people.ts';
import type { HolderId } from '../seat.ts';
import type { Coming } from '../state.ts';

/** An act that a person has ordered for as soon as its people are free. */
export interface Queued {
  readonly seat: HolderId;
  readonly act: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly rests: readonly number[];
  readonly why: string;
  /** When it was ordered, clock ms. */
  readonly at: number;
}

type ActBody = Extract<CommandBody, { type: 'act' }>;

export function isQueued({ state }: Exercise, seat: HolderId, act: string): boolean {
  return state.queued?.some((each) => each.seat === seat && each.act === act) === true;
}

/** A step of a choice made, that waits for people. */
const isWaiting = ({ waits }: Coming): boolean => waits === 'people';

/** Whether an act of that id waits for people, ordered for itself or by a choice. */
export function waitsForPeople(exercise: Exercise, seat: HolderId, act: string): boolean {
  return (
    isQueued(exercise, seat, act) ||
    exercise.choices.some(
      (choice) => choice.seat === seat && choice.coming.some((each) => each.act === act && isWaiting(each)),
    )
  );
}

/**
 * What becomes of an order that was refused: who wants it done as soon as people are free waits, when only people are
 * missing and they will be back by themselves. Machines ask again by their own rules.
 */
export function mayWait(
  exercise: Exercise,
  by: HolderId,
  body: ActBody,
  refusal: Refusal | null,
): Refusal | null {
  if (refusal?.code !== 'people' || body.soon !== true || !exercise.isPerson(by)) return refusal;
  if (isQueued(exercise, by, body.act)) return { code: 'queued', params: { act: body.act } };
  return opensByItself(refusal) ? null : refusal;
}

/** Puts an act that `mayWait` in its place behind those ordered before. */
export function enqueue(exercise: Exercise, seat: HolderId, { act, args, rests, why = '' }: ActBody): void {
  const { state } = exercise;
  state.queued = [...(state.queued ?? []), { seat, act, args, rests, why, at: exercise.now }];
  note(exercise, seat, 'actQueued', act, { statements: rests, text: why });
}

/** Takes out what waits: one act of a holder, or all of them. */
export function dequeue(exercise: Exercise, seat: HolderId, act?: string): void {
  const { queued = [] } = exercise.state;
  const out = queued.filter((each) => each.seat === seat && (act === undefined || each.act === act));
  keep(
    exercise,
    queued.filter((each) => !out.includes(each)),
  );
  for (const each of out) note(exercise, seat, 'actTakenOut', each.act);
  if (act !== undefined) takeOutOfChoices(exercise, seat, act);
}

/** What was to follow a step that is taken out does not come either. */
function takeOutOfChoices(exercise: Exercise, seat: HolderId, act: string): void {
  for (const choice of exercise.choices) {
    if (choice.seat !== seat) continue;
    const left = choice.coming.filter((each) => each.act !== act || !isWaiting(each));
    if (left.length === choice.coming.length) continue;
    choice.coming = left;
    note(exercise, seat, 'actTakenOut', act);
  }
}

/**
 * Begins what waited and can be begun. Within a pool those ordered first go first, steps of earlier choices among them;
 * what people alone no longer keep from beginning is dropped, and its seat reads why.
 */
export function beginQueued(exercise: Exercise): void {
  const { queued } = exercise.state;
  if (queued === undefined) return;
  const taken = new Set<string>();
  const left: Queued[] = [];
  for (const each of queued) {
    const { seat, act, args, rests, why } = each;
    const spec = exercise.actSpec(act)!;
    const pool = poolOf(exercise.people, seat, spec.needs.pool)!;
    const place = `${seat} ${pool.id}`;
    if (taken.has(place) || freeIn(pool) < spec.needs.people || isBehindChoice(exercise, each, pool.id)) {
      taken.add(place);
      left.push(each);
      continue;
    }
    const refusal =
      checkAct(exercise, seat, act) ??
      needless(exercise, seat, act) ??
      badArgument(exercise, seat, spec, args);
    if (refusal === null) beginAct(exercise, seat, spec, args, rests, why);
    else
      note(exercise, seat, 'actDropped', act, {
        params: { ...refusal.params, code: refusal.code },
      });
  }
  if (left.length !== queued.length) keep(exercise, left);
}

/** A step of a choice made before waits for the same people. */
function isBehindChoice({ choices }: Exercise, { seat, at }: Queued, pool: string): boolean {
  return choices.some(
    (choice) =>
      choice.seat === seat &&
      choice.decidedAt !== null &&
      choice.decidedAt <= at &&
      choice.coming.some((coming) => isWaiting(coming) && coming.on === pool),
  );
}

/** Nothing is kept of an empty queue: an exercise in which nobody waits is the same as one in which nobody ever did. */
function keep({ state }: Exercise, queued: Queued[]): void {
  if (queued.length > 0) state.queued = queued;
  else delete state.queued;
}
