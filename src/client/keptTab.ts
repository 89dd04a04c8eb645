import type { PlayClient } from './playClientContract.ts';
import { CONSOLE_TABS, type ConsoleTab } from './playStore.ts';

const KEY = 'appels-perdus-tab';
const TABS: readonly ConsoleTab[] = ['table', ...CONSOLE_TABS];

/** Keeps the tab of the console in view, so that a page loaded again shows what it showed. */
export function keepTab(play: PlayClient, kept: Pick<Storage, 'getItem' | 'setItem'> | null): void {
  let known = play.store.getSnapshot().context;
  play.store.subscribe(({ context }) => {
    const before = known;
    known = context;
    const { exercise, desks, seat } = context;
    if (exercise === null || kept === null) return;
    if (before.exercise?.id !== exercise.id) {
      const [id, was] = (kept.getItem(KEY) ?? '').split(' ');
      const tab = TABS.find((each) => each === was);
      if (id === exercise.id && tab !== undefined) play.show(tab);
      return;
    }
    const { tab } = desks[seat];
    if (tab === before.desks[before.seat].tab) return;
    try {
      kept.setItem(KEY, `${exercise.id} ${tab}`);
    } catch {
      // A full store: a page loaded again opens on its first tab.
    }
  });
}
