import { clockTime } from '../../scenario/clockTime.ts';
import type { TempoAct, TempoSpec, TempoStretch } from '../../scenario/play/tempo.ts';
import type { Play } from '../../scenario/play/types.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { Exercise } from '../exercise.ts';

/** Plan of whoever plays on after the end of a shorter one. */
const WHOLE = 'solo';

/** When plans end, clock ms: this is asked each minute, of each seat. */
const ends = new WeakMap<TempoSpec, number>();

function endOf(plan: TempoSpec): number {
  let end = ends.get(plan);
  if (end === undefined) ends.set(plan, (end = clockTime(plan.to)));
  return end;
}

/** The plan in force at a clock time: the setup's own, or the whole evening's once that one is over. */
export function planOf({ ground, setup, now }: Exercise): TempoSpec {
  const { plans } = ground.play;
  const own = plans.find(({ id }) => id === setup.tempo);
  if (own !== undefined && now < endOf(own)) return own;
  return plans.find(({ id }) => id === WHOLE) ?? plans[0]!;
}

type Steps = readonly { readonly from: string }[];

/** By list of steps: when each begins, clock ms. */
const beginnings = new WeakMap<Steps, readonly number[]>();

/** Step of a list that holds at a clock time: the last that has begun, or the first. */
function stepAt<Step extends { readonly from: string }>(steps: readonly Step[], at: number): Step {
  let begins = beginnings.get(steps);
  if (begins === undefined) beginnings.set(steps, (begins = steps.map(({ from }) => clockTime(from))));
  for (let i = begins.length - 1; i > 0; i--) if (begins[i]! <= at) return steps[i]!;
  return steps[0]!;
}

export function stretchAt(plan: TempoSpec, at: number): TempoStretch {
  return stepAt(plan.stretches, at);
}

export function actAt(plan: TempoSpec, at: number): TempoAct {
  return stepAt(plan.acts, at);
}

/** Clock ms at which the act that holds at `at` ends. */
export function actEnd(plan: TempoSpec, at: number): number {
  const next = plan.acts.find(({ from }) => clockTime(from) > at);
  return clockTime(next?.from ?? plan.to);
}

/** Real milliseconds that the plan gives to a piece of the evening, pauses apart; a jump takes none. */
export function realTime(plan: TempoSpec, from: number, to: number): number {
  let real = 0;
  plan.stretches.forEach((stretch, i) => {
    if (stretch.jump) return;
    const next = plan.stretches[i + 1];
    const begin = i === 0 ? from : Math.max(from, clockTime(stretch.from));
    const end = next === undefined ? to : Math.min(to, clockTime(next.from));
    if (end > begin) real += (end - begin) / stretch.speed;
  });
  return real;
}

/** Until when a first evening leads a seat by the hand: the minute of its last line; 0 in any other. */
export function guidedUntil(play: Play, plan: TempoSpec, seat: SeatId): number {
  if (!plan.guided) return 0;
  const lines = play.seats.find((each) => each.seat === seat)?.lines ?? [];
  return lines.reduce((last, { at }) => Math.max(last, clockTime(at)), 0);
}
