import { describe, expect, test } from 'vitest';
import { restsMissing } from '../../src/exercise/choices/dilemmaOpening.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import type { RehearsedEvening } from '../../src/exercise/tempo/rehearsalPeople.ts';
import { isWithinReach } from '../../src/exercise/choices/optionRefusal.ts';
import { deliver } from '../../src/exercise/messages/mail.ts';
import { REHEARSERS } from '../../src/exercise/tempo/rehearsalPeople.ts';
import { rehearse } from '../../src/exercise/tempo/rehearse.ts';
import { RECIPIENTS } from '../../src/scenario/play/recipients.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { complaintsGauge } from '../../src/view/seat/gauges/voice.ts';
import { exerciseOf, play } from './exerciseSample.ts';
import { livedEvening, rehearsed } from './rehearsalSample.ts';

const SEEDS = [1, 2, 3];
const FROM = clock('16:44');
const END = clock('24:00');
const each = CORE_SEATS.flatMap((seat) => SEEDS.map((seed) => [seat, seed] as const));
const measured = (evening: RehearsedEvening, seat: SeatId) => rehearse(evening, seat, FROM, END);

/** Appointments of a seat that it had nothing to be stopped for: the page had left, the shift was handed over. */
function honouredBefore({ acts, events }: Exercise, seat: SeatId): readonly string[] {
  return play.appointments.flatMap(({ id, at, honoured }) => {
    const own = honoured?.find((each) => each.seat === seat);
    if (own === undefined) return [];
    const asked = events.find((each) => each.id === own.since)?.at ?? 0;
    const kept = acts.some(
      ({ seat: by, spec, begunAt, endsAt, stopped }) =>
        by === seat && own.acts.includes(spec) && !stopped && begunAt >= asked && endsAt <= clock(at),
    );
    return kept ? [id] : [];
  });
}

/** Real seconds that a stretch with nothing to decide, or nothing new, may last: exercise rules §5. */
const DEAD = 60_000;

describe.each(['2021-06-02', 'june-evening'] as const)('%s: never a minute of real time', (scenario) => {
  const people = REHEARSERS.flatMap((who) =>
    CORE_SEATS.flatMap((seat) => [1, 2].map((seed) => [who, seat, seed] as const)),
  );
  test.each(people)('%s, %s, evening %i: with nothing to decide, nor with nothing new', (who, seat, seed) => {
    const { longestIdle, longestQuiet } = measured(livedEvening(seat, seed, who, scenario), seat);
    expect(longestIdle.real).toBeLessThanOrEqual(DEAD);
    expect(longestQuiet.real).toBeLessThanOrEqual(DEAD);
  });

  test.each(people)('%s, %s, evening %i: at most fourteen stops, four an act', (who, seat, seed) => {
    const { stops, stopsByAct } = measured(livedEvening(seat, seed, who, scenario), seat);
    expect(stops).toBeLessThanOrEqual(14);
    for (const act of stopsByAct) expect(act).toBeGreaterThanOrEqual(4);
  });
});

test('whoever asks something can be answered', () => {
  for (const { id, from, asks } of play.envelopes)
    if (asks) expect(RECIPIENTS as readonly string[], id).toContain(from);
});

describe('somebody who reads and does nothing', () => {
  test.each(each)('%s, evening %i: no flood', (seat, seed) => {
    const { busiest, items } = measured(livedEvening(seat, seed), seat);
    // Reading budget: one item for 30 s. Stops, where reading costs nothing, are not counted in it; who answers nobody
    // is written to again by each.
    expect(busiest).toBeLessThanOrEqual(17);
    expect(items).toBeLessThanOrEqual(72);
  });

  test.each(each)('%s, evening %i: ten dilemmas or more, and somebody waits for an answer', (seat, seed) => {
    const { exercise } = livedEvening(seat, seed);
    expect(measured(livedEvening(seat, seed), seat).dilemmas).toBeGreaterThanOrEqual(10);
    const asking = exercise.messages.filter(({ arrivedAt, asks }) => arrivedAt[seat] && asks.length > 0);
    expect(asking.length).toBeGreaterThanOrEqual(2);
  });

  test('what nobody did or answered is thrown back', () => {
    for (const seat of CORE_SEATS) {
      const exercise = rehearsed(seat, 1);
      const came = (id: string): boolean =>
        exercise.messages.some(
          ({ key, arrivedAt }) => key === `messages.${id}` && arrivedAt[seat] !== undefined,
        );
      const own = play.envelopes.filter((mail) => mail.seat === seat);
      const reproaches = own.filter(({ given, unless }) => given ?? unless).filter(({ id }) => came(id));
      const silences = own
        .flatMap(({ unanswered }) => unanswered?.effects ?? [])
        .filter((effect) => effect.op === 'envelope' && came(effect.key));
      expect(reproaches.length, seat).toBeGreaterThanOrEqual(1);
      expect(silences.length, seat).toBeGreaterThanOrEqual(1);
    }
  });
});

describe('stops', () => {
  const evenings = [
    ...each.map(([seat, seed]) => [seat, seed, 'idle'] as const),
    ...CORE_SEATS.map((seat) => [seat, 4, 'doctrine'] as const),
  ];

  test.each(evenings)('%s, evening %i, %s: ten to fourteen, four an act, one harmless', (seat, seed, who) => {
    const evening = livedEvening(seat, seed, who);
    const { exercise } = evening;
    const { stops, stopsByAct } = measured(evening, seat);
    expect(stops).toBeGreaterThanOrEqual(10);
    expect(stops).toBeLessThanOrEqual(14);
    const done = honouredBefore(exercise, seat);
    stopsByAct.forEach((act, i) => {
      // What was done before its hour needed no stop any more: it has been one of the act's all the same.
      const early = i === 2 ? done.length : 0;
      expect(act + early).toBeGreaterThanOrEqual(4);
    });
    expect(exercise.beats.some((beat) => beat.seat === seat && beat.kind === 'finding')).toBe(true);
  });

  test.each(evenings)(
    '%s, evening %i, %s: none of the appointments and reliefs is passed',
    (seat, seed, who) => {
      const evening = rehearsed(seat, seed, who);
      const { beats, events } = evening;
      const done = honouredBefore(evening, seat);
      const stopped = (at: number): boolean => beats.some((beat) => beat.seat === seat && beat.at === at);
      for (const { id, at, seats, event } of play.appointments) {
        if (event !== undefined || !seats.includes(seat)) continue;
        expect(stopped(clock(at)), id).toBe(!done.includes(id));
      }
      for (const { id, beat, kept } of play.events) {
        const happened = events.find((event) => event.id === id);
        if (kept && beat.includes(seat) && happened) expect(stopped(happened.at), id).toBe(true);
      }
    },
  );

  test('a call on which a life hangs stops the clock', () => {
    let calls = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const exercise = exerciseOf(seed, 'willing-2021', ['orange', 'ministry', 'services']);
      exercise.runTo(clock('16:50'));
      expect(exercise.apply('anssi', { type: 'choose', dilemma: 'A1', option: 'telecoms' })).toBe(null);
      exercise.runTo(clock('18:00'));
      const call = exercise.messages.find(({ vital, failed }) => vital && !failed);
      if (call === undefined) continue;
      calls++;
      expect(exercise.beats).toContainEqual({
        seat: 'anssi',
        id: 'hospitalWorse',
        at: call.arrivedAt['anssi'],
        kind: 'finding',
      });
    }
    expect(calls).toBeGreaterThan(0);
  });
});

/** Looks at every dilemma at the minute that it opens before a person who reads everything. */
function atOpenings(seat: SeatId, seed: number, look: (exercise: Exercise, dilemma: string) => void): void {
  const machines = CORE_SEATS.filter((other) => other !== seat);
  const exercise = exerciseOf(seed, 'willing-2021', machines, { home: '59' });
  let seen = 0;
  for (let at = clock('16:31'); at < END; at += MINUTE) {
    exercise.runTo(at);
    for (; seen < exercise.choices.length; seen++) {
      const { seat: of, dilemma } = exercise.choices[seen]!;
      if (of === seat) look(exercise, dilemma);
    }
    for (const { id, arrivedAt, readAt } of exercise.messages)
      if (arrivedAt[seat] !== undefined && readAt[seat] === undefined)
        exercise.apply(seat, { type: 'read', message: id });
  }
}

describe('a dilemma that opens', () => {
  test.each(CORE_SEATS)('%s: rests on what its seat has, and has a way out', (seat) => {
    for (const seed of [5, 6])
      atOpenings(seat, seed, (exercise, dilemma) => {
        const spec = play.dilemmas.find(({ id }) => id === dilemma)!;
        // Its own letter is in the tray, its facts known once it is opened.
        for (const { id, key, readAt } of exercise.messages)
          if (key === `messages.with${dilemma}` && readAt[seat] === undefined)
            exercise.apply(seat, { type: 'read', message: id });
        expect(restsMissing(exercise, spec), dilemma).toEqual([]);
        const acting = spec.options.filter(({ acts }) => acts.length > 0);
        expect(
          acting.some((option) => isWithinReach(exercise, seat, option)),
          dilemma,
        ).toBe(true);
      });
  });

  test('says what it rests on wherever its text names somebody or something that came', () => {
    // Those that rest on the seat's own doing alone: its repair, its cell, its number.
    const own = ['O5', 'M9', 'M10', 'S10'];
    expect(play.dilemmas.filter(({ rests }) => rests === undefined).map(({ id }) => id)).toEqual(own);
  });
});

test('every dilemma opens on some evening, and evenings differ by seed', () => {
  const people = (['idle', 'doctrine'] as const).flatMap((who) =>
    CORE_SEATS.flatMap((seat) =>
      [who === 'idle' ? 1 : 4, who === 'idle' ? 2 : 5].map((seed) => rehearsed(seat, seed, who)),
    ),
  );
  const machines = (['as-in-2021', 'by-the-book', 'novice'] as const).map((doctrine, i) => {
    const exercise = exerciseOf(i + 11, doctrine);
    exercise.runTo(END);
    return exercise;
  });
  const opened = new Set(
    [...people, ...machines].flatMap(({ choices }) => choices.map(({ dilemma }) => dilemma)),
  );
  expect(play.dilemmas.map(({ id }) => id).filter((id) => !opened.has(id))).toEqual([]);
  for (const seat of CORE_SEATS) {
    const orders = SEEDS.map((seed) =>
      rehearsed(seat, seed)
        .choices.filter((choice) => choice.seat === seat)
        .map(({ dilemma, openedAt }) => `${dilemma} ${openedAt}`)
        .join(),
    );
    expect(new Set(orders).size, seat).toBe(SEEDS.length);
  }
});

test('figures of a letter are those of the gauges, at the minute it is written', () => {
  const exercise = exerciseOf(2, 'willing-2021', ['ministry', 'anssi', 'services']);
  const spec = play.envelopes.find(({ id }) => id === 'complaintsMore')!;
  exercise.runTo(clock('18:20'));
  deliver(exercise, spec);
  const gauge = complaintsGauge(exercise);
  expect(exercise.messages.at(-1)!.figures).toEqual({ perHour: gauge.perHour, usual: gauge.usual });
  expect(gauge.perHour).toBeGreaterThan(gauge.usual);
});
