import { expect, test } from 'vitest';
import { keepTab } from '../../src/client/keptTab.ts';
import type { PlayClient } from '../../src/client/playClientContract.ts';
import { createPlayStore } from '../../src/client/playStore.ts';
import type { OpenExercise } from '../../src/client/playStore.ts';

/** A page of a browser tab whose storage is `kept`, with an exercise opened in it. */
function pageWith(kept: Map<string, string>, id: string) {
  const store = createPlayStore();
  const shown: string[] = [];
  const play = { store, show: (tab: string) => void shown.push(tab) } as unknown as PlayClient;
  keepTab(play, {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  });
  const exercise = { id, seats: ['ministry', 'services'] } as unknown as OpenExercise;
  store.trigger.opened({ exercise, stage: 'playing' });
  return { store, shown, state: () => store.getSnapshot().context };
}

test('a page loaded again shows the tab that it showed, and behind the curtain where there was one', () => {
  const kept = new Map<string, string>();
  const first = pageWith(kept, 'evening');
  expect(first.state()).toMatchObject({ curtain: false, curtainWanted: false });
  first.store.trigger.curtained({ wanted: true });
  first.store.trigger.arranged({ seat: 'ministry', desk: { tab: 'know' } });

  const again = pageWith(kept, 'evening');
  expect(again.shown).toEqual(['know']);
  expect(again.state()).toMatchObject({ curtain: true, curtainWanted: true });
  again.store.trigger.curtained({ wanted: false, drawn: false });
  expect(pageWith(kept, 'evening').state()).toMatchObject({ curtain: false, curtainWanted: false });
});

test('another exercise has neither the tab nor the curtain of the one before', () => {
  const kept = new Map<string, string>();
  const first = pageWith(kept, 'evening');
  first.store.trigger.curtained({ wanted: true });
  first.store.trigger.arranged({ seat: 'ministry', desk: { tab: 'know' } });
  const other = pageWith(kept, 'another');
  expect(other.shown).toEqual([]);
  expect(other.state()).toMatchObject({ curtain: false, curtainWanted: false });
});
