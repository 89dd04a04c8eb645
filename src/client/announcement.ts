import type { ScenarioInfo } from '../session/protocol.ts';
import type { EveningView } from '../view/eveningView.ts';
import { MINUTE } from '../kernel/time.ts';

/** What the announcer says next: a documented moment that has just passed, or the state of the evening. */
export type Announcement =
  | { readonly kind: 'moment'; readonly at: number; readonly key: string }
  | {
      readonly kind: 'state';
      readonly at: number;
      readonly lost: number;
      readonly answered: number;
      readonly waiting: number;
    };

export interface AnnouncerMemory {
  /** Clock up to which everything has been said. */
  readonly said: number;
}

const QUARTER = 15 * MINUTE;

/**
 * One sentence at each documented moment and at each 15 minutes of the exercise; after a jump, one sentence
 * for the minute reached. Latest wins: what was skipped is not read out.
 */
export function announce(
  memory: AnnouncerMemory | null,
  view: EveningView,
  scenario: ScenarioInfo,
): { readonly memory: AnnouncerMemory; readonly announcement: Announcement | null } {
  const next = { said: view.at };
  if (memory === null) return { memory: next, announcement: null };
  const state: Announcement = {
    kind: 'state',
    at: view.at,
    lost: view.totals.unrouted,
    answered: view.totals.answered,
    waiting: view.totals.waitingNow,
  };
  const jumped = view.at < memory.said || view.at - memory.said > QUARTER;
  if (jumped) return { memory: next, announcement: state };
  const moment = scenario.chronology.findLast((entry) => entry.at > memory.said && entry.at <= view.at);
  if (moment !== undefined)
    return { memory: next, announcement: { kind: 'moment', at: moment.at, key: moment.key } };
  const quarter = Math.floor(view.at / QUARTER) > Math.floor(memory.said / QUARTER);
  return { memory: next, announcement: quarter ? state : null };
}
