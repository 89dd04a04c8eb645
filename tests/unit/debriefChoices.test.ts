import { expect, test } from 'vitest';
import { actAtOnce, actsThatMatter, eveningOf, judgedActs } from '../../src/debrief/actsAtOnce.ts';
import type { ActAtOnce, Looked } from '../../src/debrief/actsAtOnce.ts';
import { judgedSeats, seatFigures } from '../../src/debrief/choiceTests.ts';
import type { SeatFigures } from '../../src/debrief/choiceTests.ts';
import { GREEDY, POLICIES, actCommand, once, playPolicy } from '../../src/debrief/policies.ts';
import { CallersOfSeeds } from '../../src/debrief/rerun.ts';
import { clock } from '../../src/kernel/time.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { exerciseOf, ground, play, setupOf } from './exerciseSample.ts';

const to = clock('17:15');
const others = (seat: SeatId): SeatId[] => CORE_SEATS.filter((each) => each !== seat);
const where = { setup: setupOf(1, 'as-in-2021', CORE_SEATS, { to }), ground };

test('a policy plays a seat through commands: its acts are a person’s', () => {
  const exercise = exerciseOf(1, 'as-in-2021', others('orange'));
  playPolicy(exercise, 'orange', GREEDY, to);
  expect(exercise.now).toBe(to);
  expect(exercise.acts.some(({ seat }) => seat === 'orange')).toBe(true);
  expect(exercise.reasons.some(({ seat }) => seat === 'orange')).toBe(false);
});

test('the greedy bot has its people on something whenever an act is allowed', () => {
  const exercise = exerciseOf(1, 'as-in-2021', others('ministry'));
  playPolicy(exercise, 'ministry', GREEDY, to);
  for (const body of GREEDY.next(exercise, 'ministry')) {
    if (body.type !== 'act') continue;
    exercise.apply('ministry', body);
  }
  for (const spec of play.acts.filter(({ seat }) => seat === 'ministry'))
    expect(exercise.check('ministry', actCommand(ground, spec)), spec.id).not.toBeNull();
});

test('an act done once is done once, from its hour on', () => {
  const spec = play.acts.find(({ id }) => id === 'services.radioNeighbours')!;
  const command = actCommand(ground, spec);
  if (command.type !== 'act') throw new Error('an act is an act');
  const exercise = exerciseOf(1, 'as-in-2021', others('services'));
  playPolicy(exercise, 'services', once(command, clock('16:50')), to);
  const done = exercise.actsOf('services', spec.id);
  expect(done).toHaveLength(1);
  expect(done[0]!.begunAt).toBe(clock('16:50'));
});

test('ordered persons begin by different acts', () => {
  const firsts = POLICIES.map((policy) => {
    const exercise = exerciseOf(1, 'as-in-2021', others('orange'));
    playPolicy(exercise, 'orange', policy, to);
    return exercise.acts
      .filter(({ seat }) => seat === 'orange')
      .slice(0, 3)
      .map(({ spec }) => spec)
      .join();
  });
  expect(new Set(firsts).size).toBeGreaterThan(1);
});

const specOf = (id: string) => play.acts.find((act) => act.id === id)!;

test('an act that nobody allows is not judged, and never doing two of them is the same evening', () => {
  const evening = eveningOf(where, 1, new CallersOfSeeds(where.setup, ground));
  // The cell does not open so early as 2021 has it.
  expect(actAtOnce(where, specOf('orange.openBranch'), 1, evening)).toBeNull();
  const [a, b] = ['orange.throttle', 'orange.isolateServer'].map(specOf);
  const tried = [a!, b!].flatMap((each) => actAtOnce(where, each, 1, evening) ?? []);
  for (const { never } of tried) expect(never).toEqual(tried[0]!.never);
});

test('acts that matter are those that touch the calls or an organisation', () => {
  const ids = actsThatMatter(ground).map(({ id }) => id);
  expect(ids).toContain('orange.rollBack');
  expect(ids).toContain('ministry.openCic');
  expect(ids).not.toContain('orange.readVoice');
});

test('every seat has its figures on one evening, the same each time', () => {
  const short = { setup: setupOf(1, 'as-in-2021', CORE_SEATS, { to: clock('16:50') }), ground };
  const figures = seatFigures(short, 1);
  expect(figures.map(({ seat }) => seat)).toEqual(CORE_SEATS);
  for (const { ways } of figures) expect(ways).toHaveLength(POLICIES.length);
  expect(judgedSeats(figures)).toHaveLength(3 * CORE_SEATS.length);
});

const figuresOf = (change: Partial<SeatFigures>): SeatFigures => ({
  seat: 'orange',
  book: 1000,
  greedy: 1200,
  trustLost: 1,
  ways: POLICIES.map(({ id }, i) => ({ policy: id, size: 1000 + 10 * i, first: [`a${i}`, 'b', 'c'] })),
  bookServed: 100,
  noviceServed: 200,
  bookGoal: 50,
  noviceGoal: 50,
  ...change,
});

test.each([
  ['greedy', 'wins by more than 2 %', { greedy: 970 }],
  ['greedy', 'loses no trust', { trustLost: 0 }],
  [
    'ways',
    'are all begun alike',
    { ways: POLICIES.map(({ id }) => ({ policy: id, size: 1, first: ['a'] })) },
  ],
  [
    'ways',
    'are further apart than 5 %',
    { ways: POLICIES.map(({ id }, i) => ({ policy: id, size: 100 * (i + 1), first: [`${i}`] })) },
  ],
  ['leverage', 'moves neither people nor the goal by 15 %', { noviceServed: 110 }],
] as const)('the test of %s fails when it %s', (test_, _, change) => {
  const verdict = (figures: SeatFigures) => judgedSeats([figures]).find(({ test: name }) => name === test_)!;
  expect(verdict(figuresOf({})).passes).toBe(true);
  expect(verdict(figuresOf(change)).passes).toBe(false);
});

const looked = (calls: number, change: Partial<Looked> = {}): Looked => ({
  calls,
  seriousDelayed: 1000,
  ordinaryRefused: 1_000_000,
  trustLost: 0,
  grades: ['met', 'partly', 'unknown', 'met'],
  ...change,
});

const rows = (best: number, now: Partial<Looked> = {}): ActAtOnce[] =>
  Array.from({ length: 20 }, (_, i) => ({
    act: 'orange.throttle',
    now: looked(i < best ? 19_000 : 20_000, now),
    later: [looked(20_000), looked(21_000)],
    never: looked(20_000),
  }));

test('an act best at once in more than 85 % of the evenings dominates; ties do not', () => {
  expect(judgedActs(rows(17))[0]).toMatchObject({ figure: 0.85, passes: true });
  expect(judgedActs(rows(18))[0]).toMatchObject({ figure: 0.9, passes: false });
});

test('a gain that chance alone would give is none', () => {
  const tried = rows(20).map((row) => ({ ...row, now: looked(19_960) }));
  expect(judgedActs(tried)[0]).toMatchObject({ figure: 0, second: 0 });
});

test.each([
  ['delays more serious calls', { seriousDelayed: 1020 }],
  ['refuses more ordinary calls', { ordinaryRefused: 1_020_000 }],
  ['costs trust', { trustLost: 1 }],
  ['leaves a goal worse', { grades: ['partly', 'partly', 'unknown', 'met'] }],
] as const)(
  'an act that %s when it comes at once is not best at once, though it spares calls',
  (_, worse) => {
    expect(judgedActs(rows(20, worse))[0]).toMatchObject({ figure: 0, second: 1, passes: true });
    // What it costs at any hour tells nothing of the hour.
    const always = rows(20, worse).map((row) => ({
      ...row,
      later: row.later.map((each) => ({ ...each, ...worse })),
    }));
    expect(judgedActs(always)[0]).toMatchObject({ figure: 1, passes: false });
  },
);
