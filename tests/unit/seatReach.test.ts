import { expect, test } from 'vitest';
import { beside, seatReach } from '../../src/debrief/seatReach.ts';
import { scoreOf } from '../../src/debrief/rerun.ts';
import type { SeatReach } from '../../src/debrief/debriefModel.ts';
import { gapOf } from '../../src/panels/debrief/besideWords.ts';
import { goalsBeside, leversOf } from '../../src/panels/debrief/besideBook.ts';
import { act, linesOf, played, sampleOf } from './debriefSample.ts';
import type { Script } from './debriefSample.ts';

/** ANSSI that leaves the other case, then comes back to it too late. */
const CARELESS: Script = [
  ['17:15', 'anssi', act('anssi.moveExperts')],
  ['17:40', 'anssi', act('anssi.askEvidence')],
  ['20:45', 'anssi', act('anssi.serveSecondCase')],
];
const exercise = played(CARELESS, 'anssi', '22:00');
const { model } = sampleOf(exercise);

function reachOf(others: number): SeatReach {
  const steps = seatReach(scoreOf(exercise, linesOf(CARELESS)), exercise, others);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}
const reach = reachOf(1);

test('a difference is told as one only beyond its 95 % interval, and one evening alone tells none', () => {
  const here = [10, 12, 14, 16].map((unrouted) => ({ unrouted, neverServed: unrouted }));
  const there = [10, 10, 10, 10].map((unrouted) => ({ unrouted, neverServed: 0 }));
  const { unrouted, unroutedMargin, neverServed, neverServedMargin } = beside(here, there);
  // Mean 3, standard error 1.29, Student's t with 3 degrees of freedom 3.182.
  expect(unrouted).toBe(3);
  expect(unroutedMargin).toBeCloseTo(4.11, 1);
  expect(gapOf(unrouted, unroutedMargin)).toBe('none');
  expect(gapOf(neverServed, neverServedMargin)).toBe('more');
  expect(gapOf(-5, 4)).toBe('fewer');
  expect(beside(here.slice(0, 1), there.slice(0, 1)).unroutedMargin).toBeNull();
  expect(gapOf(900, null)).toBe('single');
});

test('what a seat could move lies between the ways of holding it, its own among them', () => {
  expect(reach.evenings).toBe(2);
  expect(reach.unrouted.least).toBeLessThanOrEqual(reach.unrouted.most);
  expect(reach.neverServed.least).toBeLessThan(reach.neverServed.most);
  // ANSSI repairs no server: it does not move a tenth of the country's lost calls.
  expect(reach.unrouted.most - reach.unrouted.least).toBeLessThan(0.1 * reach.unrouted.most);
  expect(reach.bookOwn.map(({ seat }) => seat)).toEqual(['anssi']);
  expect(reach.bookGrades.map(({ goal }) => goal)).toEqual(
    model.verdicts.filter(({ seat }) => seat === 'anssi').map(({ goal }) => goal),
  );
});

const goal = (grade: 'met' | 'missed' | 'unknown') => [{ seat: 'anssi', goal: 'anssiWord', grade }] as const;

test('the book is told by the goals that it does better on, and by the figures it would have bettered', () => {
  const { gained } = goalsBeside(model.verdicts, reach.bookGrades);
  expect(gained.map(({ goal }) => goal)).toContain('anssiOther');
  const levers = leversOf(model.own, reach.bookOwn, ['anssi']);
  expect(levers.map(({ tonight }) => tonight.key)).toContain('word');
  for (const { tonight, book } of levers) {
    expect(book.value).not.toBeNull();
    if (tonight.value !== null)
      expect(Math.sign(book.value! - tonight.value)).toBe(tonight.better === 'less' ? -1 : 1);
  }
  expect(goalsBeside(goal('met'), goal('missed')).kept).toHaveLength(1);
  expect(goalsBeside(goal('missed'), goal('unknown')).gained).toHaveLength(0);
});

test('a case taken up again too late is told with its hours, and its decisions are named', () => {
  const row = model.verdicts.find(({ goal }) => goal === 'anssiOther')!;
  expect(row.grade).toBe('missed');
  expect(row.params['context']).toBe('late');
  expect(Number(row.params['since'])).toBeGreaterThan(Number(row.params['time']));
  expect(row.acts.map((id) => exercise.acts[id]!.spec)).toEqual([
    'anssi.moveExperts',
    'anssi.serveSecondCase',
  ]);
});

const ASKED: Script = [
  ['17:00', 'ministry', act('ministry.callDutyDirector')],
  ['17:20', 'ministry', act('ministry.orderLists')],
  ['18:00', 'ministry', act('ministry.collectLists')],
];

test('lists ordered and never published are told as such, and named as decisions of their goal', () => {
  const ministry = played(ASKED, 'ministry', '20:00');
  const { model: told } = sampleOf(ministry);
  const row = told.verdicts.find(({ goal }) => goal === 'ministryKnow')!;
  expect(row.grade).not.toBe('met');
  expect(row.params['context']).toBe('unpublished');
  const specs = row.acts.map((id) => ministry.acts[id]!.spec);
  expect(specs).toContain('ministry.collectLists');
  // The seat is told by what it can move, not by the country's calls.
  const own = told.own.find(({ seat }) => seat === 'ministry')!;
  expect(own.tonight.map(({ key }) => key)).toEqual(own.ghost.map(({ key }) => key));
  expect(own.tonight.slice(0, 2).map(({ key }) => key)).toEqual(['numberPeople', 'numberPlaces']);
});

/** Rooms that report upwards. */
const REPORTED: Script = [['17:00', 'services', act('services.reportPrefecture')]];

test('the evening of 2021 and the book are counted in the département that the services held', () => {
  const played20 = played(REPORTED, 'services', '20:00');
  const { model: told } = sampleOf(played20);
  const own = told.own.find(({ seat }) => seat === 'services')!;
  const home = told.losses.byArea[played20.opening.home]!;
  const of = (figures: typeof own.tonight, key: string): number =>
    figures.find((each) => each.key === key)!.value!;
  expect(home.ghostLost).toBeGreaterThan(0);
  expect(of(own.tonight, 'homeLost')).toBe(home.lost);
  expect(of(own.ghost, 'homeLost')).toBe(home.ghostLost);

  const steps = seatReach(scoreOf(played20, linesOf(REPORTED)), played20, 0);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const book = step.value.bookOwn.find(({ seat }) => seat === 'services')!.figures;
  // By the book all over the country, some thousand calls are lost: one département has its share.
  expect(of(book, 'homeLost')).toBeLessThan(0.1 * told.counts.unrouted);
  expect(of(book, 'homeNeverServed')).toBeLessThanOrEqual(of(book, 'homeLost'));
});
