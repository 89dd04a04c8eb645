import { clock } from '../kernel/time.ts';
import type { Play } from '../scenario/play/types.ts';

/** What a session needs of a tempo plan. */
export interface Pace {
  readonly id: string;
  readonly to: string;
  readonly stretches: readonly { readonly from: string; readonly speed: number }[];
  readonly pausesAt: readonly string[];
  readonly composing: number;
}

/** Plan of whoever plays on after the end of a shorter one. */
const WHOLE = 'solo';

/** The tempo plan in force at a clock time: the setup's own, or the whole evening's once that one is over. */
export function planAt(play: Play, tempo: string, at: number): Pace | undefined {
  const plans = (play as Play & { readonly plans?: readonly Pace[] }).plans ?? [];
  const own = plans.find(({ id }) => id === tempo);
  const whole = plans.find(({ id }) => id === WHOLE) ?? plans[0];
  return own === undefined || at >= clock(own.to) ? (whole ?? own) : own;
}

/** Exercise time over real time that the plan gives at a clock time. */
export function paceAt(plan: Pace | undefined, at: number): number {
  const stretch = plan?.stretches.findLast(({ from }) => clock(from) <= at) ?? plan?.stretches[0];
  return stretch?.speed ?? 12;
}
