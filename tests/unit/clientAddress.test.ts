import { expect, test } from 'vitest';
import { EVENING_RANGE, formatAddress, parseAddress } from '../../src/client/address.ts';
import { formatClock, formatClockSeconds, isoClock, parseClock } from '../../src/client/clockTime.ts';
import { DEFAULT_SEED, parseSeed } from '../../src/client/seed.ts';
import { FIRST_WISH, firstEvening, type Wish } from '../../src/client/wish.ts';
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

test('an empty address is home; that of the evening is the evening from its start', () => {
  for (const hash of ['', '#', '#/'])
    expect(parseAddress(hash)).toEqual({ address: { page: 'home' }, problems: [] });
  expect(parseAddress('#/soiree')).toEqual({
    address: { page: 'evening', seed: DEFAULT_SEED, at: EVENING_RANGE.from },
    problems: [],
  });
});

const BUDGET_WISH: Wish = {
  scenario: '2021-06-02',
  seed: 12,
  seats: ['ministry', 'services'],
  preparation: 'budget',
  measures: ['frAlert', 'hotline'],
  length: 'whole',
  doctrine: 'by-the-book',
  home: '2A',
};

test.each([
  ['the first evening', firstEvening(7)],
  ['a table with a budget', BUDGET_WISH],
  ['a budget of nothing', { ...BUDGET_WISH, measures: [] }],
  ['as the law asks', { ...BUDGET_WISH, preparation: 'law', measures: [] } as const],
])('a link to an exercise carries all that makes it: %s', (_, wish) => {
  const address = { page: 'exercise', wish } as const;
  expect(parseAddress(formatAddress(address))).toEqual({ address, problems: [] });
});

test('a kept exercise has an address, and its debrief one', () => {
  for (const debrief of [false, true]) {
    const address = { page: 'exercise', id: 'k3xy', debrief } as const;
    expect(parseAddress(formatAddress(address))).toEqual({ address, problems: [] });
  }
});

test('a link with something unreadable goes home with the rest of its choices, and says so', () => {
  const { address, problems } = parseAddress('#/exercice?seed=9&seats=orange,martians&length=long');
  expect(address.page).toBe('home');
  expect(address).toEqual({ page: 'home', wish: { ...FIRST_WISH, seed: 9 } });
  expect(problems.map(({ params }) => params['name'])).toEqual(['seats', 'length']);
});

test('a word that means nothing there is told too', () => {
  const hashes = ['#/exercice?seed=9&seats=orange&dept=99', '#/?dept=99', '#/soiree?seed=3&dept=99'];
  for (const hash of hashes)
    expect(parseAddress(hash).problems, hash).toMatchObject([
      { code: 'address.unknown', params: { name: 'dept', found: '99' } },
    ]);
});

test('a table keeps its seats in the order of the house, each once', () => {
  expect(parseAddress('#/exercice?seed=1&seats=services,orange,services').address).toMatchObject({
    wish: { seats: ['orange', 'services'] },
  });
});

test('what cannot be read is told, and the rest is kept', () => {
  const wrongSeed = parseAddress('#/soiree?seed=douze&at=18:12');
  expect(wrongSeed.address).toEqual({ page: 'evening', seed: DEFAULT_SEED, at: clock('18:12') });
  expect(wrongSeed.problems.map(({ code, params }) => [code, params['found']])).toEqual([
    ['address.seed', 'douze'],
  ]);

  const wrongTimes = ['#/soiree?seed=3&at=midi', '#/soiree?seed=3&at=09:00'].map((hash) =>
    parseAddress(hash),
  );
  expect(wrongTimes.map(({ problems }) => problems[0]!.code)).toEqual(['address.time', 'address.timeRange']);
  for (const { address } of wrongTimes)
    expect(address).toEqual({ page: 'evening', seed: 3, at: EVENING_RANGE.from });

  const elsewhere = parseAddress('#/ailleurs?seed=3');
  expect(elsewhere.address).toEqual({ page: 'home' });
  expect(elsewhere.problems.map(({ code }) => code)).toEqual(['address.page']);
});

test('a seed is a whole number of 32 bits', () => {
  expect(parseSeed(' 12 ')).toBe(12);
  expect(parseSeed('4294967295')).toBe(4_294_967_295);
  for (const text of ['', '-1', '1.5', '4294967296', '1e3', 'x']) expect(parseSeed(text)).toBeNull();
});

test('a link to an exercise that names no seed is given one; only a seed that is written fixes the evening', () => {
  const draws = [11, 12];
  const read = (hash: string) => parseAddress(hash, EVENING_RANGE, () => draws.shift()!).address;
  expect(read('#/exercice?seats=orange')).toMatchObject({ wish: { seed: 11 } });
  expect(read('#/exercice?seats=orange')).toMatchObject({ wish: { seed: 12 } });
  expect(read('#/exercice?seats=orange&seed=2021')).toMatchObject({ wish: { seed: 2021 } });
  expect(draws).toEqual([]);
});
