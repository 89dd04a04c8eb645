import { expect, test } from 'vitest';
import { createPlayStore } from '../../src/client/playStore.ts';
import type { ClockView } from '../../src/session/playProtocol.ts';

const CLOCK = { at: 0, playing: false, beat: null } as unknown as ClockView;
const RECAP = { from: 0, to: 1, entries: [], more: 0 };
const CHOICE: ClockView = { ...CLOCK, beat: { kind: 'dilemma', id: 'S1', seat: 'services', at: 0 } };

function desk() {
  const store = createPlayStore();
  const isOpen = (): boolean => store.getSnapshot().context.desks.services.recapOpen;
  return { ...store.trigger, isOpen };
}

test('a recap opens by itself once, and stays as whoever reads it leaves it', () => {
  const { ticked, recapped, arranged, isOpen } = desk();
  ticked({ clock: CLOCK });
  recapped({ seat: 'services', recap: RECAP });
  expect(isOpen()).toBe(true);
  arranged({ seat: 'services', desk: { tab: 'know' } });
  expect(isOpen()).toBe(false);
  arranged({ seat: 'services', desk: { recapOpen: true } });
  ticked({ clock: { ...CLOCK, at: 60_000 } });
  expect(isOpen()).toBe(true);
  arranged({ seat: 'services', desk: { recapOpen: false } });
  ticked({ clock: { ...CLOCK, at: 120_000 } });
  expect(isOpen()).toBe(false);
});

test.each(['before', 'after'])('a choice that stops the clock %s its recap comes leaves it shut', (order) => {
  const { ticked, recapped, isOpen } = desk();
  if (order === 'before') ticked({ clock: CHOICE });
  recapped({ seat: 'services', recap: RECAP });
  ticked({ clock: CHOICE });
  expect(isOpen()).toBe(false);
  // The choice made, it does not come back by itself.
  ticked({ clock: CLOCK });
  expect(isOpen()).toBe(false);
});
