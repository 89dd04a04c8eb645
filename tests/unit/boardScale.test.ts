import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hourMarks, valueMarks } from '../../src/board/seat/scale.ts';

const HOUR = 3_600_000;

test('values are marked from nothing, at even round steps, no more than there is room for', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.05, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 6 }),
      (top, most) => {
        const marks = valueMarks(top, most, 'share');
        expect(marks[0]).toBe(0);
        expect(marks.length).toBeGreaterThanOrEqual(2);
        expect(marks.length).toBeLessThanOrEqual(most + 1);
        const step = marks[1]!;
        expect(step * 100).toBeCloseTo(Math.round(step * 100));
        marks.forEach((mark, i) => expect(mark).toBeCloseTo(i * step));
      },
    ),
  );
});

test('a share of a quarter is read on tens of percent, a count of 57 on fifties', () => {
  expect(valueMarks(0.26, 3, 'share')).toEqual([0, 0.1, 0.2]);
  expect(valueMarks(57, 1, 'count')).toEqual([0, 50]);
});

test('hours are whole, within the span, and thinned where there is no room for all', () => {
  const from = 16.5 * HOUR;
  expect(hourMarks(from, 2 * HOUR, 5).map(({ hour }) => hour)).toEqual([17, 18]);
  expect(hourMarks(from, 7 * HOUR, 4).map(({ hour }) => hour)).toEqual([17, 19, 21, 23]);
  expect(hourMarks(from, 0.25 * HOUR, 4)).toEqual([]);
});
