import { describe, expect, test } from 'vitest';
import { open } from '../../src/exercise/choices/dilemmas.ts';
import { refusalOf } from '../../src/exercise/choices/optionRefusal.ts';
import type { StopView } from '../../src/session/playProtocol.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { exerciseOf, play } from './exerciseSample.ts';
import { JumpWatch } from '../../src/session/jumpStops.ts';
import { HeldSession, soloSetup } from './playSessionSample.ts';

interface Played {
  readonly held: HeldSession;
  readonly stops: StopView[];
}
const evenings = new Map<SeatId, Played>();

/** Jumps from moment to moment to the end of the evening, reading all and answering nothing. */
function stopsOf(seat: SeatId): Played {
  const known = evenings.get(seat);
  if (known !== undefined) return known;
  const held = new HeldSession();
  held.ask({ type: 'open', setup: soloSetup([seat]), guided: false });
  const stops: StopView[] = [];
  for (;;) {
    held.ask({ type: 'jump', to: 'beat' });
    const { beat, finished } = held.clock;
    if (finished) {
      const played = { held, stops };
      evenings.set(seat, played);
      return played;
    }
    if (beat !== null) stops.push(beat);
    for (const { id, readAt } of held.views.get(seat)!.inTray)
      if (readAt === null) held.command(seat, { type: 'read', message: id });
  }
}

describe('a jump to the next moment', () => {
  test.each(['services', 'ministry'] as const)(
    '%s: passes over no question, nor its last minutes',
    (seat) => {
      const { held, stops } = stopsOf(seat);
      const { inTray, journal } = held.views.get(seat)!;
      const asking = inTray.filter(({ asks }) => asks.length > 0);
      expect(asking.length).toBeGreaterThanOrEqual(2);
      for (const { arrivedAt } of asking)
        expect(
          stops.some(({ at }) => at >= arrivedAt && at - arrivedAt < 1 * MINUTE),
          `${arrivedAt / MINUTE}`,
        ).toBe(true);
      for (const { at } of journal.filter(({ kind }) => kind === 'givenUp'))
        expect(stops.some((stop) => stop.at < at && at - stop.at <= 9 * MINUTE)).toBe(true);
    },
  );

  test('stops before a choice closes that was left open', () => {
    const { held, stops } = stopsOf('services');
    const left = held.views.get('services')!.choices.filter(({ state }) => state === 'ignored');
    expect(left.length).toBeGreaterThan(3);
    for (const { closesAt, dilemma } of left)
      expect(
        stops.some(({ at }) => at < closesAt && closesAt - at <= 9 * MINUTE),
        dilemma,
      ).toBe(true);
  });

  test('stops at the act that opens an option of an open choice', () => {
    const exercise = exerciseOf(1, 'willing-2021', ['orange', 'anssi', 'services']);
    exercise.runTo(clock('17:25'));
    open(
      exercise,
      play.dilemmas.find(({ id }) => id === 'M2')!,
    );
    const watch = new JumpWatch(exercise, ['ministry']);
    expect(
      exercise.apply('ministry', { type: 'act', act: 'ministry.callMinister', args: {}, rests: [] }),
    ).toBe(null);
    const { endsAt } = exercise.acts.at(-1)!;
    let stop: StopView | undefined;
    while (stop?.why !== 'unlocked' && exercise.now < endsAt + MINUTE) {
      exercise.runTo(exercise.now + 5000);
      stop = watch.look().find(({ why }) => why === 'unlocked');
    }
    expect(stop).toEqual({ seat: 'ministry', id: 'M2', at: endsAt, kind: 'dilemma', why: 'unlocked' });
  });

  test('does not stop when people come free: what waits for them could be chosen all along', () => {
    const exercise = exerciseOf(2, 'as-in-2021', ['orange', 'anssi', 'services']);
    const choice = () => exercise.choices.find(({ dilemma, state }) => dilemma === 'M2' && state === 'open');
    while (!choice() && exercise.now < clock('18:45')) exercise.runTo(exercise.now + MINUTE);
    for (const act of ['ministry.ringRooms', 'ministry.pollPrefects'])
      expect(exercise.apply('ministry', { type: 'act', act, args: {}, rests: [] }), act).toBe(null);
    const waiting = play.dilemmas
      .find(({ id }) => id === 'M2')!
      .options.filter((option) => refusalOf(exercise, 'ministry', option)?.code === 'people');
    expect(waiting.length).toBeGreaterThan(0);
    const watch = new JumpWatch(exercise, ['ministry']);
    const { endsAt } = exercise.acts.findLast(({ spec }) => spec === 'ministry.ringRooms')!;
    const stops: StopView[] = [];
    while (exercise.now < endsAt + MINUTE) {
      exercise.runTo(exercise.now + 5000);
      stops.push(...watch.look().filter(({ why }) => why === 'unlocked'));
    }
    expect(choice()).toBeDefined();
    expect(waiting.map((option) => refusalOf(exercise, 'ministry', option))).toContain(null);
    expect(stops).toEqual([]);
  });

  test('stops at the announced return of service', () => {
    const { held, stops } = stopsOf('services');
    const { publicWords, inTray, facts } = held.views.get('services')!;
    const told = inTray.filter(
      ({ from, statements }) =>
        from === 'orange' &&
        facts.some(({ statement, type }) => type === 'restored' && statements.includes(statement)),
    );
    const announced = stops.filter(({ id }) => id === 'announced');
    expect(announced.length + publicWords.length).toBeGreaterThan(0);
    if (told.length > 0) {
      const first = Math.min(...told.map(({ arrivedAt }) => arrivedAt));
      expect(stops.some(({ at }) => Math.abs(at - first) < MINUTE)).toBe(true);
    }
  });
});

test('what others say in public stands in the main courante, with who said it and what', () => {
  const { held } = stopsOf('services');
  const { journal, publicWords } = held.views.get('services')!;
  const heard = journal.filter(({ kind }) => kind === 'heard');
  const others = publicWords.filter(({ by }) => by !== 'services');
  expect(others.length).toBeGreaterThan(0);
  for (const { by, at, key } of others)
    expect(heard).toContainEqual(
      expect.objectContaining({ at, ref: key ?? '', params: expect.objectContaining({ by }) }),
    );
});
