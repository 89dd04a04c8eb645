import { expect, test } from 'vitest';
import { effectOf, goalOf, whyOf, withoutBareParadoxes } from '../../src/debrief/momentEffects.ts';
import type { Measured } from '../../src/debrief/momentEffects.ts';
import type { SeatId, TurningPoint } from '../../src/session/playProtocol.ts';
import { turningPoint } from './turningSample.ts';

const evening = (unrouted: number, callers: number, ministry = 90): Measured => ({
  unrouted,
  neverServed: 0,
  callers,
  lines: 0,
  restored: 300,
  goals: { ministry },
});

const point = (seat: SeatId, key: string, why: TurningPoint['why'] = null): TurningPoint =>
  turningPoint({ seat, key, why, unrouted: -42, unroutedError: 5 });
const WHY = { key: 'callers', worse: 'other', count: 120 } as const;

test('why an evening lost more is told only by what clearly went the same way', () => {
  const effects = [20, 24, 28].map((more) =>
    effectOf(evening(100, 1000), evening(142, 1000 + more), 'ministry'),
  );
  expect(whyOf(effects, -42)).toEqual({ key: 'callers', worse: 'other', count: 24 });
  // Fewer people called there: that does not explain that more was lost.
  expect(whyOf(effects, 42)).toBeNull();
  const luck = [-40, 10, 90].map((more) =>
    effectOf(evening(100, 1000), evening(142, 1000 + more), 'ministry'),
  );
  expect(whyOf(luck, -42)).toBeNull();
});

test('a moment is looked at by the goal of its own seat, where people hold it', () => {
  const effects = [effectOf(evening(1, 1, 90), evening(1, 1, 60), 'ministry')];
  expect(goalOf(effects)).toEqual({ value: 30, error: 0 });
  expect(goalOf([effectOf(evening(1, 1), evening(1, 1), 'orange')])).toBeNull();
});

test('that acting sooner would have been worse is told with its cause, last, and never alone', () => {
  const plain = point('ministry', 'omitted.cost.goal');
  const bare = point('ministry', 'later.saved.calls');
  const told = point('ministry', 'known.saved.calls', WHY);
  expect(withoutBareParadoxes([bare, told, plain], ['ministry'])).toEqual([plain, told]);
  expect(withoutBareParadoxes([bare, told], ['ministry'])).toEqual([]);
  // Another seat's says nothing of one's own play.
  const other = point('orange', 'slow.saved.calls', WHY);
  expect(withoutBareParadoxes([told, other], ['ministry'])).toEqual([other]);
});
