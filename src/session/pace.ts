import { clock } from '../kernel/time.ts';
import type { Play, TempoSpec } from '../scenario/play/types.ts';

/** Plan of whoever plays on after the end of a shorter one. */
const WHOLE = 'solo';

/** The tempo plan in force at a clock time: the setup's own, or the whole evening's once that one is over. */
export function planAt({ plans }: Pick<Play, 'plans'>, tempo: string, at: number): TempoSpec | undefined {
  const own = plans.find(({ id }) => id === tempo);
  const whole = plans.find(({ id }) => id === WHOLE);
  return own === undefined || at >= clock(own.to) ? (whole ?? own) : own;
}

/** Exercise time over real time that the plan gives at a clock time; real time when there is no plan. */
export function paceAt(plan: TempoSpec | undefined, at: number): number {
  const stretch = plan?.stretches.findLast(({ from }) => clock(from) <= at) ?? plan?.stretches[0];
  return stretch?.speed ?? 1;
}
