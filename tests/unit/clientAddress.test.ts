import { expect, test } from 'vitest';
import {
  DEFAULT_SEED,
  EVENING_RANGE,
  formatAddress,
  parseAddress,
  parseSeed,
} from '../../src/client/address.ts';
import { formatClock, formatClockSeconds, isoClock, parseClock } from '../../src/client/clockTime.ts';
import { clock } from '../../src/kernel/time.ts';

test.each([
  ['18:12', '18:12'],
  ['18h12', '18:12'],
  ['18 h 12', '18:12'],
  ['1812', '18:12'],
  ['18', '18:00'],
  ['24:00', '24:00'],
  ['0:30', '24:30'],
])('%s is read as %s', (typed, meant) => {
  expect(parseClock(typed)).toBe(clock(meant));
});

test.each(['', 'midi', '18:60', '29:00', '18:1', '-1', '18:12:07'])('%j is no time', (typed) => {
  expect(parseClock(typed)).toBeNull();
});

test('a clock is written with the minute begun', () => {
  expect(formatClock(clock('16:30'))).toBe('16:30');
  expect(formatClock(clock('18:12') + 59_999)).toBe('18:12');
  expect(formatClockSeconds(clock('18:12') + 7_900)).toBe('18:12:07');
  expect(formatClock(clock('24:00'))).toBe('24:00');
  expect(formatClock(clock('25:10'))).toBe('01:10');
  expect(isoClock(clock('24:00'))).toBe('00:00');
});

test('an address names a seed and a minute, and comes back the same', () => {
  const address = { page: 'evening', seed: 7, at: clock('18:12') } as const;
  expect(formatAddress(address)).toBe('#/soiree?seed=7&at=18:12');
  expect(parseAddress(formatAddress(address))).toEqual({ address, problems: [] });
  expect(parseAddress('#/methode').address).toEqual({ page: 'method' });
});

test('an empty address is the evening from its start', () => {
  for (const hash of ['', '#', '#/', '#/soiree'])
    expect(parseAddress(hash)).toEqual({
      address: { page: 'evening', seed: DEFAULT_SEED, at: EVENING_RANGE.from },
      problems: [],
    });
});

test('what cannot be read is told, and the rest is kept', () => {
  const wrongSeed = parseAddress('#/soiree?seed=douze&at=18:12');
  expect(wrongSeed.address).toEqual({ page: 'evening', seed: DEFAULT_SEED, at: clock('18:12') });
  expect(wrongSeed.problems.map(({ code, params }) => [code, params['found']])).toEqual([
    ['address.seed', 'douze'],
  ]);

  const wrongTimes = ['#/soiree?seed=3&at=midi', '#/soiree?seed=3&at=09:00', '#/ailleurs?seed=3'].map(
    (hash) => parseAddress(hash),
  );
  expect(wrongTimes.map(({ problems }) => problems[0]!.code)).toEqual([
    'address.time',
    'address.timeRange',
    'address.page',
  ]);
  for (const { address } of wrongTimes)
    expect(address).toEqual({ page: 'evening', seed: 3, at: EVENING_RANGE.from });
});

test('a seed is a whole number of 32 bits', () => {
  expect(parseSeed(' 12 ')).toBe(12);
  expect(parseSeed('4294967295')).toBe(4_294_967_295);
  for (const text of ['', '-1', '1.5', '4294967296', '1e3', 'x']) expect(parseSeed(text)).toBeNull();
});
