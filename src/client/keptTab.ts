import type { PlayClient } from './playClientContract.ts';
import { CONSOLE_TABS, type ConsoleTab } from './playStore.ts';

const KEY = 'appels-perdus-tab';
const CURTAIN = 'curtain';
const TABS: readonly ConsoleTab[] = ['table', ...CONSOLE_TABS];

/**
 * Keeps the tab of the console in view and whether a curtain falls between seats, so that a page loaded again shows what
 * it showed, and no seat to another's eyes.
 */
export function keepTab(play: PlayClient, kept: Pick<Storage, 'getItem' | 'setItem'> | null): void {
  let known = play.store.getSnapshot().context;
  play.store.subscribe(({ context }) => {
    const before = known;
    known = context;
    const { exercise, desks, seat, curtainWanted } = context;
    if (exercise === null || kept === null) return;
    if (before.exercise?.id !== exercise.id) {
      const [id, was, curtain] = (kept.getItem(KEY) ?? '').split(' ');
      if (id !== exercise.id) return;
      const tab = TABS.find((each) => each === was);
      if (tab !== undefined) play.show(tab);
      if (curtain === CURTAIN) play.store.trigger.curtained({ wanted: true, drawn: true });
      known = play.store.getSnapshot().context;
      return;
    }
    const { tab } = desks[seat];
    if (tab === before.desks[before.seat].tab && curtainWanted === before.curtainWanted) return;
    try {
      kept.setItem(KEY, `${exercise.id} ${tab} ${curtainWanted ? CURTAIN : ''}`);
    } catch {
      // A full store: a page loaded again opens on its first tab.
    }
  });
}
