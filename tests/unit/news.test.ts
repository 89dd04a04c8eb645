import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { project } from '../../src/view/project.ts';
import { exerciseOf, play } from './exerciseSample.ts';
import { rehearsed } from './rehearsalSample.ts';

const others = (seat: SeatId): SeatId[] => CORE_SEATS.filter((each) => each !== seat);
const alone = (seat: SeatId, seed: number): Exercise =>
  exerciseOf(seed, 'willing-2021', others(seat), { home: '59' });
const stopsOf = (exercise: Exercise, seat: SeatId, id: string) =>
  exercise.beats.filter((beat) => beat.seat === seat && beat.kind === 'news' && beat.id === id);

/** A warm room that has cooled, a school's alarm that was a drill: their own text says that nothing is left of them. */
const SETTLE_THEMSELVES: readonly string[] = [
  'siteAlarm',
  'fireAlarm',
  'powerSite',
  'rumourVideo',
  'scanPeak',
  'falseAlarm',
  'smoke',
  'treeDown',
  'fuel',
];

describe('the clock stops for what matters to the seat', () => {
  test('its own query finds that emergency calls fail', () => {
    for (const seed of [1, 2, 3]) {
      const exercise = alone('orange', seed);
      exercise.runTo(clock('17:02'));
      expect(
        exercise.apply('orange', { type: 'act', act: 'orange.buildEmergencyQuery', args: {}, rests: [] }),
      ).toBe(null);
      const act = exercise.acts.at(-1)!;
      exercise.runTo(act.endsAt);
      expect(stopsOf(exercise, 'orange', 'emergenciesFail').map(({ at }) => at)).toEqual([act.endsAt]);
    }
  });

  test('work that it ordered on its servers is read on the alarms', () => {
    const exercise = alone('orange', 1);
    exercise.runTo(clock('17:05'));
    expect(exercise.apply('orange', { type: 'act', act: 'orange.rollBack', args: {}, rests: [] })).toBe(null);
    exercise.runTo(clock('18:00'));
    const read = exercise.journal.orange.find(
      ({ kind, ref }) => kind === 'result' && ref === 'orange.rollBack',
    );
    expect(stopsOf(exercise, 'orange', 'ownWork')[0]?.at).toBe(read?.at);
  });

  test('an authority has waited ten minutes, and no other does so', () => {
    const exercise = rehearsed('anssi', 1);
    const [stop] = stopsOf(exercise, 'anssi', 'question');
    const waiting = exercise.messages.find(
      ({ asks, arrivedAt, from }) =>
        asks.length > 0 &&
        ['primeMinister', 'ministry'].includes(from) &&
        stop!.at - arrivedAt['anssi']! >= 10 * MINUTE &&
        stop!.at - arrivedAt['anssi']! < 11 * MINUTE,
    );
    expect(waiting).toBeDefined();
  });

  test('the search that its goal turns on answers, however near the last stop is', () => {
    const exercise = alone('anssi', 2);
    exercise.runTo(clock('17:00'));
    for (const id of ['anssi.openCase', 'anssi.analyseQuick']) {
      exercise.people.find(({ seat, id: pool }) => seat === 'anssi' && pool === 'experts')!.people = 6;
      expect(exercise.apply('anssi', { type: 'act', act: id, args: {}, rests: [] }), id).toBe(null);
      exercise.runTo(exercise.actsOf('anssi', id).at(-1)!.endsAt);
    }
    expect(stopsOf(exercise, 'anssi', 'answer').map(({ at }) => at)).toEqual([exercise.now]);
  });

  test('another authority speaks to the public for the first time, once', () => {
    const exercise = alone('orange', 1);
    exercise.runTo(clock('22:00'));
    const first = exercise.state.publicWords.find(({ by }) => by === 'ministry' || by === 'anssi');
    const stops = stopsOf(exercise, 'orange', 'publicWord');
    expect(first).toBeDefined();
    expect(stops.length).toBeLessThanOrEqual(1);
    const near = exercise.beats.some(
      ({ seat, at }) => seat === 'orange' && Math.abs(at - first!.at) <= MINUTE,
    );
    expect(near).toBe(true);
  });

  test('and the ministry’s too, whose one voice turns on what others say', () => {
    let stopped = 0;
    for (const seed of [1, 2]) {
      const { beats, state } = rehearsed('ministry', seed, 'idle');
      const first = state.publicWords.find(({ by }) => by === 'orange' || by === 'anssi');
      if (first === undefined) continue;
      stopped++;
      const near = beats.some(({ seat, at }) => seat === 'ministry' && Math.abs(at - first.at) <= MINUTE);
      expect(near, `${seed}`).toBe(true);
    }
    expect(stopped).toBeGreaterThan(0);
  });

  test('a letter that settles itself is a line in the tray, and stops no clock', () => {
    const settled = play.envelopes.filter(({ id }) => SETTLE_THEMSELVES.includes(id));
    expect(settled.map(({ id }) => id).toSorted()).toEqual([...SETTLE_THEMSELVES].toSorted());
    let came = 0;
    for (const seat of CORE_SEATS)
      for (const seed of [1, 2]) {
        const { beats, messages } = rehearsed(seat, seed);
        came += messages.filter(({ key }) => SETTLE_THEMSELVES.some((id) => key === `messages.${id}`)).length;
        expect(beats.map(({ id }) => id).filter((id) => SETTLE_THEMSELVES.includes(id))).toEqual([]);
      }
    expect(came).toBeGreaterThan(0);
  });

  test('the second case, before it is lost', () => {
    const exercise = alone('anssi', 2);
    exercise.runTo(clock('16:50'));
    expect(exercise.apply('anssi', { type: 'act', act: 'anssi.moveExperts', args: {}, rests: [] })).toBe(
      null,
    );
    exercise.runTo(clock('19:00'));
    const left = exercise.actsOf('anssi', 'anssi.moveExperts')[0]!;
    const [stop] = stopsOf(exercise, 'anssi', 'secondCase');
    expect(stop!.at - left.begunAt).toBeGreaterThanOrEqual(60 * MINUTE);
    expect(stop!.at - left.begunAt).toBeLessThan(90 * MINUTE);
  });

  test('a harmless finding never comes within a quarter of an hour after it', () => {
    for (const seat of CORE_SEATS)
      for (const seed of [1, 2]) {
        const { beats } = rehearsed(seat, seed, 'doctrine');
        const own = beats.filter((beat) => beat.seat === seat);
        own.forEach(({ kind, at, id }, i) => {
          const before = own[i - 1];
          if (kind !== 'finding' || before?.kind !== 'news') return;
          if (play.envelopes.some((mail) => mail.id === id))
            expect(at - before.at, id).toBeGreaterThanOrEqual(15 * MINUTE);
        });
      }
  });
});

describe('late in the evening', () => {
  test.each(CORE_SEATS)('%s: something comes at least every twenty-five minutes', (seat) => {
    for (const [seed, who] of [
      [1, 'idle'],
      [2, 'idle'],
      [1, 'doctrine'],
    ] as const) {
      const { messages, choices } = rehearsed(seat, seed, who);
      const came = [
        clock('20:00'),
        ...messages.flatMap(({ arrivedAt }) => arrivedAt[seat] ?? []),
        ...choices.flatMap((choice) => (choice.seat === seat ? choice.openedAt : [])),
        clock('24:00'),
      ]
        .filter((at) => at >= clock('20:00'))
        .sort((a, b) => a - b);
      came.slice(1).forEach((at, i) => expect(at - came[i]!).toBeLessThanOrEqual(25 * MINUTE));
    }
  });
});

describe('who waits for a seat', () => {
  test('counts from the minute that a question lies there, opened or not, until its author gives up', () => {
    const exercise = alone('orange', 1);
    const asked = () => exercise.messages.find(({ key }) => key === 'messages.shopsAsk');
    while (asked()?.arrivedAt['orange'] === undefined && exercise.now < clock('18:45'))
      exercise.runTo(exercise.now + MINUTE);
    const waits = (): boolean =>
      project(exercise, 'orange').waiting.by.some(({ since }) => since === asked()!.arrivedAt['orange']);
    expect(asked()!.readAt['orange']).toBeUndefined();
    expect(waits()).toBe(true);
    exercise.runTo(exercise.now + 31 * MINUTE);
    expect(waits()).toBe(false);
    expect(exercise.messages.some(({ key }) => key === 'messages.shopsAlone')).toBe(true);
  });
});
