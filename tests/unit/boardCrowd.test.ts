import { expect, test } from 'vitest';
import { crowdOf } from '../../src/board/seat/paint/belief.ts';

const areas = (crosses: number, tested = 0) => [
  ...Array.from({ length: crosses }, () => ({ badge: 'crosses' as const })),
  ...Array.from({ length: tested }, () => ({ badge: 'tested' as const })),
  { badge: 'none' as const },
];

test('signs that would cover the map are counted in one line; a few are drawn where they are', () => {
  expect(crowdOf(areas(77, 4))).toEqual({ badge: 'crosses', count: 77 });
  expect(crowdOf(areas(4, 15))).toBeNull();
  expect(crowdOf(areas(4, 16))).toEqual({ badge: 'tested', count: 16 });
});
