import { CAUSES } from '../callflow/cause.ts';
import type { Evening } from '../callflow/evening.ts';
import { NUMBERS, ORIGINS } from '../callflow/spec.ts';
import type { LossView } from './eveningView.ts';
import type { Concerns } from './series.ts';

const ANSWERED = CAUSES.indexOf('answered');
const OPEN = CAUSES.indexOf('open');

/** The latest failed attempts as of now, newest first, at most `most`. */
export function latestLosses(evening: Evening, most: number, concerns: Concerns = () => true): LossView[] {
  const { log, callers, spec } = evening;
  const losses: LossView[] = [];
  for (let i = log.count - 1; i >= 0 && losses.length < most; i--) {
    const cause = log.cause(i);
    if (cause === ANSWERED || cause === OPEN || log.at[i]! < spec.clock.trigger || !concerns(i)) continue;
    const caller = log.caller[i]!;
    losses.push({
      attempt: i,
      at: log.at[i]!,
      area: spec.areas[callers.area[caller]!]!.code,
      number: NUMBERS[callers.number[caller]!]!,
      origin: ORIGINS[log.origin(i)]!,
      cause: CAUSES[cause] as LossView['cause'],
    });
  }
  return losses;
}
