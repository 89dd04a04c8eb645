import { expect, test } from 'vitest';
import fr from '../../locales/fr/debrief.json' with { type: 'json' };
import { counted } from '../../src/debrief/counted.ts';
import { candidatesOf } from '../../src/debrief/candidates.ts';
import { byTheBook } from '../../src/debrief/byTheBook.ts';
import { rerun, scoreOf } from '../../src/debrief/rerun.ts';
import { turningPoints } from '../../src/debrief/turningPoints.ts';
import type { Progress } from '../../src/debrief/turningPoints.ts';
import { heldBy, withCommand, without, withoutRule } from '../../src/debrief/variants.ts';
import { hashExercise } from '../../src/exercise/log/parts.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { ORANGE, act, linesOf, played } from './debriefSample.ts';
import type { Script } from './debriefSample.ts';

const UNTIL = '19:00';
const original = played(ORANGE, 'orange', UNTIL);
const score = scoreOf(original, linesOf(ORANGE));

function ended<T, R>(steps: Generator<T, R, void>): { result: R; yielded: T[] } {
  const yielded: T[] = [];
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return { result: step.value, yielded };
    yielded.push(step.value);
  }
}

test('a score played again is the exercise it came from', () => {
  expect(hashExercise(rerun(score, original))).toBe(hashExercise(original));
});

test('a score without a command is an evening in which it was not given, and machines react', () => {
  const told = score.commands.find(
    ({ body }) => body.type === 'act' && body.act === 'orange.correlateComplaints',
  )!;
  const other = rerun(without(score, told), original);
  expect(
    other.acts.some(({ seat, spec }) => seat === 'orange' && spec === 'orange.correlateComplaints'),
  ).toBe(false);
  expect(hashExercise(other)).not.toBe(hashExercise(original));
});

test('a command added comes after those of the same minute and is carried out then', () => {
  const at = clock('17:05');
  const added = withCommand(score, {
    at,
    by: 'orange',
    body: { type: 'act', act: 'orange.readVoice', args: {}, rests: [] },
  });
  const order = added.commands.map((each) => each.at);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(
    rerun(added, original).acts.some((act) => act.spec === 'orange.readVoice' && act.begunAt === at),
  ).toBe(true);
});

test('a machine’s rule that is never followed leaves what came before it as it was', () => {
  const reason = original.reasons.find(({ at, seat }) => seat === 'ministry' && at > clock('17:30'))!;
  const other = rerun(withoutRule(score, reason.rule), original);
  expect(other.reasons.some(({ rule }) => rule === reason.rule)).toBe(false);
  const before = (exercise: typeof original) =>
    exercise.acts.filter(({ begunAt }) => begunAt < reason.at).map(({ spec, begunAt }) => [spec, begunAt]);
  expect(before(other)).toEqual(before(original));
});

test('a machine in a person’s seat takes none of that person’s commands', () => {
  const book = rerun(heldBy(score, 'orange', 'by-the-book'), original);
  expect(book.isPerson('orange')).toBe(false);
  expect(book.reasons.some(({ seat }) => seat === 'orange')).toBe(true);
  expect(book.acts.filter(({ seat }) => seat === 'orange')).toHaveLength(
    book.reasons.filter(({ seat }) => seat === 'orange').length,
  );
});

test('turning points have a measured effect, differ in kind, and can be told and tried again', () => {
  const options = { candidates: 12, finalists: 4, otherSeeds: 2, keep: 4 };
  const { result: turning, yielded } = ended(turningPoints(score, original, options));
  const result = turning.turningPoints;
  expect(result.length).toBeGreaterThan(0);
  expect(result.length).toBeLessThanOrEqual(4);
  const texts = fr.turning as unknown as Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>
  >;
  for (const point of result) {
    const { unrouted, neverServed, at, branchAt, key, params } = point;
    const goal = point.goal?.value ?? 0;
    expect(Math.abs(unrouted) + 6 * Math.abs(neverServed) + 10 * Math.abs(goal)).toBeGreaterThanOrEqual(6);
    expect(branchAt).toBeLessThanOrEqual(at);
    expect(branchAt % MINUTE).toBe(0);
    expect(branchAt).toBeGreaterThanOrEqual(score.setup.from);
    const [kind, way, figure] = key.split('.') as [string, string, string];
    const sentence =
      figure === 'goal'
        ? (fr.turningGoal as Readonly<Record<string, string>>)[kind]!.replace('{{gain}}', '')
        : texts[kind]![way]![`${figure}_other`]!;
    for (const [, name] of sentence.matchAll(/\{\{(\w+)\}\}/g))
      expect({ ...params, seat: point.seat }, `${key}: ${name}`).toHaveProperty(name!);
    // Saved is fewer tonight than otherwise.
    const told = { goal, people: neverServed, calls: unrouted }[figure]!;
    expect(Math.sign(told)).toBe(way === 'saved' ? -1 : 1);
    expect(params['count']).toBe(Math.round(Math.abs(told)));
    const error = {
      goal: point.goal?.error ?? 0,
      people: point.neverServedError,
      calls: point.unroutedError,
    }[figure]!;
    expect(Math.abs(told)).toBeGreaterThan(2 * error);
  }
  const { account } = turning;
  expect(account.tonight).toBe(counted(original, false).tally.counts.unrouted);
  expect(account.together === null).toBe(account.moments === 0);
  const sizes = result
    .filter(({ key }) => !/^(later|known|slow)\.saved/.test(key))
    .map(
      ({ unrouted, neverServed, goal }) =>
        Math.abs(unrouted + 6 * neverServed) + 10 * Math.abs(goal?.value ?? 0),
    );
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  // One evening a step, so that a worker can be stopped between two.
  const last = yielded.at(-1) as Progress;
  expect(yielded.map(({ done }) => done)).toEqual(yielded.map((_, i) => i + 1));
  expect(last.done).toBeLessThanOrEqual(last.total + 2);
});

test('the same exercise has the same turning points', () => {
  const options = { candidates: 2, finalists: 1, otherSeeds: 1 };
  const first = ended(turningPoints(score, original, options)).result;
  expect(ended(turningPoints(score, original, options)).result).toEqual(first);
});

test('the evening by the book loses fewer than one in which Orange does nothing', () => {
  const idle = counted(played([], 'orange', UNTIL), false).tally.counts;
  const book = byTheBook(original);
  expect(book.unrouted).toBeLessThan(idle.unrouted);
});

/** A server put back, complaints looked at though the trouble was known, options whose acts were done all the same. */
const BUSY: Script = [
  ['16:47', 'orange', act('orange.readAlarms')],
  ['16:50', 'orange', act('orange.readOperationLog')],
  ['17:20', 'orange', act('orange.correlateComplaints')],
  ['17:30', 'orange', act('orange.isolateServer', { servers: ['paris2'] })],
  ['18:40', 'orange', act('orange.reconnectServer', { servers: ['paris2'] })],
];
const busy = played(BUSY, 'orange', UNTIL);
const moments = candidatesOf(scoreOf(busy, linesOf(BUSY)), busy, null, 200);

test('an act done long after what it rests on was held is tried at the hour it was known', () => {
  const late = moments.find(
    ({ key, params }) => key === 'known' && params['act'] === 'orange.correlateComplaints',
  );
  expect(late?.begins?.at).toBeLessThan(clock('17:10'));
  expect(Number(late?.params['since'])).toBeLessThan(late!.begins!.at);
});

test('what was closed again is looked at by its hour alone: nobody would have left it for good', () => {
  const keys = moments
    .filter(({ params }) => params['act'] === 'orange.reconnectServer')
    .map(({ key }) => key);
  expect(keys.length).toBeGreaterThan(0);
  expect(keys).not.toContain('act');
});

test('a way whose acts were done all the same is no other way', () => {
  const ways = moments.filter(({ takes }) => takes !== null);
  expect(ways.length).toBeGreaterThan(0);
  for (const { takes, seat } of ways) {
    const choice = busy.choices.find(({ dilemma }) => dilemma === takes!.dilemma)!;
    const acts =
      busy.ground.play.dilemmas
        .find(({ id }) => id === takes!.dilemma)
        ?.options.find(({ id }) => id === takes!.option)?.acts ?? [];
    const done = acts.filter((id) =>
      busy.acts.some(
        ({ seat: by, spec, begunAt }) =>
          by === seat &&
          spec === id &&
          begunAt >= choice.openedAt &&
          begunAt <= choice.closesAt + 30 * MINUTE,
      ),
    );
    expect(choice.also).not.toContain(takes!.option);
    if (acts.length > 0) expect(done.length, takes!.dilemma).toBeLessThan(acts.length);
  }
});
