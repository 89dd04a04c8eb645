import { describe, expect, test } from 'vitest';
import { drawEvening } from '../../src/exercise/events/drawEvening.ts';
import { open } from '../../src/exercise/choices/dilemmas.ts';
import { hashExercise } from '../../src/exercise/log/parts.ts';
import { restoreExercise, saveExercise } from '../../src/exercise/log/save.ts';
import { planOf, stretchAt } from '../../src/exercise/tempo/tempo.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import { exerciseOf, ground, play } from './exerciseSample.ts';
import { rehearsed } from './rehearsalSample.ts';

const SEEDS = Array.from({ length: 2000 }, (_, i) => i + 1);
const drawn = SEEDS.map((seed) => drawEvening(play, seed, 'bug'));

/** A dilemma's outcomes over two hundred evenings. */
const pattern = (id: string): string =>
  drawn
    .slice(0, 200)
    .map(({ outcomes }) => outcomes[id])
    .join(',');

/** Share of evenings that draw an event. */
const often = (event: string): number =>
  drawn.filter(({ events }) => events.some(({ id }) => id === event)).length / SEEDS.length;

describe('what an evening draws', () => {
  test('each hidden outcome comes as often as it is written', () => {
    for (const { id, source, drawn: outcomes } of play.dilemmas) {
      if (source !== undefined) continue;
      for (const { outcome, p = 0 } of outcomes) {
        const share = drawn.filter((evening) => evening.outcomes[id] === outcome).length / SEEDS.length;
        const error = Math.sqrt((p * (1 - p)) / SEEDS.length);
        expect(Math.abs(share - p), `${id}.${outcome}`).toBeLessThanOrEqual(4.5 * error);
      }
    }
  });

  test('ten to twelve of the sixteen events, the certain ones always, a storm every other evening', () => {
    for (const { events } of drawn) {
      expect(events.length).toBeGreaterThanOrEqual(10);
      expect(events.length).toBeLessThanOrEqual(12);
    }
    for (const { id, probability } of play.events) {
      if (probability === 1) expect(often(id), id).toBe(1);
      else expect(Math.abs(often(id) - probability), id).toBeLessThan(0.1);
    }
    expect(Math.abs(often('thunderstorm') - 0.5)).toBeLessThan(0.06);
  });

  test('no two dilemmas share their luck but those that say so', () => {
    const own = play.dilemmas.filter(({ source, drawn: outcomes }) => !source && outcomes.length > 1);
    expect(new Set(own.map(({ id }) => pattern(id))).size).toBe(own.length);
  });

  test('does not depend on what anybody decides, and everything drawn has an effect', () => {
    expect(exerciseOf(7, 'novice').opening.drawn).toEqual(exerciseOf(7, 'by-the-book', []).opening.drawn);
    for (const { id, source, drawn: outcomes } of play.dilemmas)
      if (source === undefined)
        expect(
          outcomes.some(({ traits, effects }) => traits ?? effects),
          id,
        ).toBeTruthy();
  });
});

const readers = CORE_SEATS.map((seat, i) => ({ seat, exercise: rehearsed(seat, i + 1) }));

describe('dilemmas', () => {
  test('open within their windows, apart as the tempo plan says, three in front at most', () => {
    for (const { seat, exercise } of readers) {
      const choices = exercise.choices.filter((choice) => choice.seat === seat);
      expect(choices.length).toBeGreaterThan(3);
      choices.forEach(({ dilemma, openedAt, closesAt }, i) => {
        const { window } = play.dilemmas.find(({ id }) => id === dilemma)!;
        expect(openedAt).toBeGreaterThanOrEqual(clock(window[0]));
        expect(closesAt).toBeLessThanOrEqual(clock(window[1]));
        const apart = stretchAt(planOf(exercise), openedAt).dilemmaMin * MINUTE;
        if (i > 0) expect(openedAt - choices[i - 1]!.openedAt).toBeGreaterThanOrEqual(apart);
        const front = choices.filter((each) => each.openedAt <= openedAt && each.closesAt > openedAt);
        expect(front.length).toBeLessThanOrEqual(3);
      });
    }
  });

  test('ignored, their default follows through the same checks, and is told', () => {
    for (const { seat, exercise } of readers) {
      const ignored = exercise.choices.filter((choice) => choice.seat === seat && choice.state === 'ignored');
      for (const { dilemma, option, refused, decidedAt } of ignored) {
        const spec = play.dilemmas.find(({ id }) => id === dilemma)!;
        expect(option).toBe(spec.ignored);
        expect(
          exercise.journal[seat].some(
            ({ kind, ref, at }) => kind === 'ignored' && ref === dilemma && at === decidedAt,
          ),
        ).toBe(true);
        const first = spec.options.find(({ id }) => id === option)?.acts[0];
        if (first === undefined) continue;
        const begun = exercise.acts.some((act) => act.spec === first && act.begunAt >= decidedAt!);
        const under = exercise.acts.some((act) => act.spec === first && act.endsAt >= decidedAt!);
        expect(begun || under || refused.length > 0, dilemma).toBe(true);
      }
    }
  });

  test('answered, begin what can begin; a second option may be added', () => {
    const exercise = exerciseOf(3, 'willing-2021', ['ministry', 'anssi', 'services']);
    exercise.runTo(clock('16:50'));
    const o1 = exercise.choices.find(({ dilemma }) => dilemma === 'O1')!;
    const answer = { type: 'choose', dilemma: 'O1', option: 'sample' } as const;
    expect(exercise.apply('orange', answer)).toBe(null);
    expect([o1.state, o1.option, o1.by]).toEqual(['chosen', 'sample', 'person']);
    expect(exercise.acts.at(-1)).toMatchObject({ seat: 'orange', spec: 'orange.sampleServers' });
    expect(exercise.apply('orange', answer)?.code).toBe('notOpen');
    expect(exercise.apply('orange', { ...answer, option: 'now' })).toBe(null);
    expect(o1.also).toEqual(['now']);
    const opened = (): boolean => exercise.choices.some(({ dilemma }) => dilemma === 'O6');
    while (!opened() && exercise.now < clock('19:30')) exercise.runTo(exercise.now + MINUTE);
    const o6 = { type: 'choose', dilemma: 'O6', option: 'throttle' } as const;
    expect(opened()).toBe(true);
    // Its direction is asked first, by itself: nothing refuses it.
    expect(exercise.apply('orange', o6)).toBe(null);
    expect(exercise.acts.at(-1)).toMatchObject({
      seat: 'orange',
      spec: 'orange.callDirection',
      choice: 'O6',
    });
  });

  test('what nothing can begin is refused with its door: a minister is not called in passing', () => {
    const exercise = exerciseOf(3, 'willing-2021', ['orange', 'anssi', 'services']);
    exercise.runTo(clock('17:25'));
    open(
      exercise,
      play.dilemmas.find(({ id }) => id === 'M2')!,
    );
    const m2 = { type: 'choose', dilemma: 'M2', option: 'now' } as const;
    expect(exercise.apply('ministry', m2)).toMatchObject({
      code: 'authority',
      door: 'ministry.callMinister',
    });
  });

  test('a machine that begins an option has chosen it; one that lets it pass begins nothing by default', () => {
    const exercise = exerciseOf(5, 'as-in-2021');
    exercise.runTo(clock('21:00'));
    const chosen = exercise.choices.filter(({ state }) => state === 'chosen');
    expect(chosen.length).toBeGreaterThan(3);
    for (const { by } of chosen) expect(by).toBe('machine');
    for (const { state, option } of exercise.choices) if (state === 'ignored') expect(option).toBe(null);
    expect(exercise.reasons.length).toBe(exercise.acts.length);
  });
});

test('an evening is the same however it is sliced, saved and restored', () => {
  const whole = exerciseOf(9, 'willing-2021', ['ministry']);
  whole.runTo(clock('20:30'));
  let sliced = exerciseOf(9, 'willing-2021', ['ministry']);
  for (let at = clock('16:31'); at < clock('20:30'); at += 41 * MINUTE + 97) {
    sliced.runTo(at);
    const restored = restoreExercise(saveExercise(sliced), ground);
    if (!restored.ok) throw new Error(restored.error.code);
    sliced = restored.value;
  }
  sliced.runTo(clock('20:30'));
  expect(hashExercise(sliced)).toBe(hashExercise(whole));
});

/** A letter of a first evening, and those written in its place where the calls do not bear it out. */
function standIns(id: string): string[] {
  const { otherwise } = play.envelopes.find((each) => each.id === id)!;
  return otherwise === undefined ? [id] : [id, ...standIns(otherwise)];
}

test('a first evening brings what its five lines point at, at their minutes, on any seed', () => {
  for (let seed = 1; seed <= 50; seed++) {
    const exercise = exerciseOf(seed, 'willing-2021', [], { tempo: 'firstEvening', from: clock('16:40') });
    exercise.runTo(clock('16:55'));
    for (const { seat, lines } of play.seats)
      for (const { at, act, event, dilemma, envelope } of lines) {
        const when = clock(at);
        const came = (key: string): boolean =>
          exercise.messages.some((message) => message.key === key && message.arrivedAt[seat] === when);
        if (act !== undefined)
          expect(play.acts.some(({ id, seat: by }) => id === act && by === seat)).toBe(true);
        if (event !== undefined) expect(came(`events.${event}`), `${seat} ${at}`).toBe(true);
        if (envelope !== undefined)
          expect(
            standIns(envelope).some((id) => came(`messages.${id}`)),
            `${seat} ${at}`,
          ).toBe(true);
        if (dilemma === undefined) continue;
        const choice = exercise.choices.find((each) => each.dilemma === dilemma)!;
        expect([choice.openedAt, choice.state]).toEqual([when, 'open']);
        expect(exercise.beats.find((beat) => beat.seat === seat)).toMatchObject({ id: dilemma, at: when });
      }
  }
});
