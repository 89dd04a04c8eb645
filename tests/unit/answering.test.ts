import { describe, expect, test } from 'vitest';
import type { CommandBody, Refusal } from '../../src/exercise/commands.ts';
import { open } from '../../src/exercise/choices/dilemmas.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { heldOf, toTell } from '../../src/exercise/knowledge/held.ts';
import { numbersKnown } from '../../src/exercise/knowledge/numbersKnown.ts';
import { poolOf } from '../../src/exercise/people/people.ts';
import { restoreExercise, saveExercise } from '../../src/exercise/log/save.ts';
import { occupy } from '../../src/exercise/people/staff.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import type { FactType, SeatId } from '../../src/scenario/play/vocabulary.ts';
import { project } from '../../src/view/project.ts';
import type { ActView, SeatView } from '../../src/view/seatView.ts';
import { exerciseOf, ground, play } from './exerciseSample.ts';

const at = (time: string, machines: readonly SeatId[] = [], seed = 2): Exercise => {
  const exercise = exerciseOf(seed, 'as-in-2021', machines);
  exercise.runTo(clock(time));
  return exercise;
};
const act = (id: string, args: Readonly<Record<string, unknown>> = {}): CommandBody => ({
  type: 'act',
  act: id,
  args,
  rests: [],
});
const call = (to: string): CommandBody => ({
  type: 'send',
  to: [to],
  channel: 'phone',
  statements: [],
  text: 'What do you see?',
});
function done(exercise: Exercise, seat: SeatId, body: CommandBody): void {
  expect(exercise.apply(seat, body)).toBeNull();
}
/** Does an act to its end, or as far as `more` minutes after. */
function carried(exercise: Exercise, seat: SeatId, id: string, args = {}, more = 0): ActView {
  // Whoever else asks for people this evening, there are some left.
  for (const pool of exercise.people) if (pool.seat === seat && pool.people > 0) pool.people += 3;
  done(exercise, seat, act(id, args));
  exercise.runTo(exercise.acts.at(-1)!.endsAt + more * MINUTE);
  return project(exercise, seat).acts.find((each) => each.act === id)!;
}
function knows(exercise: Exercise, seat: SeatId, fact: FactType, about: object, confidence = 0.6): void {
  exercise.learn(
    seat,
    { type: fact, about: about as Record<string, unknown>, confidence },
    { kind: 'act', act: 'test' },
  );
}
const refusalOf = (exercise: Exercise, seat: SeatId, id: string): Refusal | null =>
  project(exercise, seat).offers.find((offer) => offer.act === id)!.refusal;

/** A choice of two steps has just been made, of which the second is a restart. */
const chosen = (): Exercise => {
  const exercise = at('17:30');
  if (!exercise.choices.some(({ dilemma }) => dilemma === 'O4'))
    open(
      exercise,
      play.dilemmas.find(({ id }) => id === 'O4')!,
    );
  done(exercise, 'orange', { type: 'choose', dilemma: 'O4', option: 'drain' });
  return exercise;
};
const comingOf = (exercise: Exercise): SeatView['choices'][number]['coming'] =>
  project(exercise, 'orange').choices.find(({ dilemma }) => dilemma === 'O4')!.coming;
const held = (exercise: Exercise, type: FactType): SeatView['facts'] =>
  project(exercise, 'orange').facts.filter((fact) => fact.type === type);

/** Whom a call of the ministry to the rooms does not reach, and why. */
const failuresOf = (time: string, seed: number, taken: number): SeatView['sent'][number]['failures'] => {
  const exercise = at(time, ['services'], seed);
  for (const pool of exercise.people) if (pool.seat === 'services') pool.busy += taken;
  for (const pool of exercise.people) if (pool.seat === 'ministry') pool.people += 5;
  done(exercise, 'ministry', call('services'));
  exercise.runTo(exercise.now + 30 * MINUTE);
  return project(exercise, 'ministry').sent.find(({ text }) => text !== '')!.failures;
};

describe('the steps of an option', () => {
  test('all run, one after the other, and the view says what the next one waits for', () => {
    const exercise = chosen();
    const { endsAt } = exercise.acts.at(-1)!;
    expect(comingOf(exercise)).toEqual([
      { act: 'orange.restartOne', waits: 'act', on: 'orange.isolateServer', until: endsAt },
    ]);
    // Their only free expert is wanted elsewhere for longer than anybody used to wait.
    occupy(exercise, poolOf(exercise.people, 'orange', 'experts')!, 1, 70, 'event');
    exercise.runTo(endsAt + 3 * MINUTE);
    expect(comingOf(exercise)).toMatchObject([{ act: 'orange.restartOne', waits: 'people', on: 'experts' }]);
    exercise.runTo(endsAt + 75 * MINUTE);
    expect(exercise.actsOf('orange', 'orange.restartOne')).toHaveLength(1);
    expect(comingOf(exercise)).toEqual([]);
  });

  test('work on what the step before has taken out of the traffic', () => {
    const exercise = chosen();
    exercise.runTo(clock('18:00'));
    const { acts } = project(exercise, 'orange');
    const [restart, isolate] = ['orange.restartOne', 'orange.isolateServer'].map((id) =>
      acts.find((each) => each.act === id),
    );
    expect(restart!.results[0]!.params['servers']).toEqual(isolate!.results[0]!.params['servers']);
  });

  test('stop with the step that people are taken off', () => {
    const exercise = chosen();
    done(exercise, 'orange', { type: 'stop', act: exercise.acts.at(-1)!.id });
    exercise.runTo(clock('18:30'));
    expect(exercise.actsOf('orange', 'orange.restartOne')).toEqual([]);
    expect(comingOf(exercise)).toEqual([]);
  });
});

describe('nothing silently does nothing', () => {
  test.each([
    ['orange', 'orange.reconnectServer', 'isolated', 'orange.isolateServer'],
    ['orange', 'orange.liftThrottle', 'throttled', 'orange.throttle'],
    ['orange', 'orange.clearLevel', 'levelRaised', 'orange.declareYellow'],
    ['orange', 'orange.testNumbers', 'numbersKnown', 'orange.askExemptList'],
    ['anssi', 'anssi.sampleNumbers', 'numbersKnown', undefined],
  ] as const)('%s: %s is refused for want of a means, with the act that would bring it', (...row) => {
    const [seat, id, standing, door] = row;
    const refusal = refusalOf(at('17:00'), seat, id);
    expect(refusal).toEqual({ code: 'means', params: { standing }, ...(door === undefined ? {} : { door }) });
  });

  test('a server that is isolated can be reconnected, and no other is', () => {
    const exercise = at('17:10');
    const isolated = carried(exercise, 'orange', 'orange.isolateServer').results[0]!.params['servers'];
    expect(refusalOf(exercise, 'orange', 'orange.reconnectServer')).toBeNull();
    const back = carried(exercise, 'orange', 'orange.reconnectServer', {
      servers: ['paris1', 'paris2', 'lyon1'],
    });
    const named = ['paris1', 'paris2', 'lyon1'].filter((id) => (isolated as readonly string[]).includes(id));
    expect(back.results[0]).toMatchObject(
      named.length > 0 ? { key: 'reconnected', params: { servers: named } } : { key: 'already' },
    );
  });
});

describe('orders on the servers', () => {
  test('say how many modules heard them, and what the alarms say once the work is over', () => {
    const exercise = at('17:40');
    const { results, endsAt } = carried(exercise, 'orange', 'orange.restartOne', {}, 30);
    const [heard] = results;
    const after = results.find(({ key }) => key === 'alarmsAfter');
    expect(['orderHeard', 'orderHeardAll', 'orderUnheard']).toContain(heard!.key);
    expect(Number(heard!.params['heard']) + Number(heard!.params['deaf'])).toBe(heard!.params['modules']);
    expect(after?.params['servers']).toEqual(heard!.params['servers']);
    expect(after!.at).toBeGreaterThan(endsAt);
    const restored = restoreExercise(saveExercise(exercise), ground);
    expect(restored.ok && project(restored.value, 'orange').acts).toEqual(project(exercise, 'orange').acts);
  });
});

describe('substitute numbers', () => {
  test('are tried among those known or published, as many as there are, with the result of each', () => {
    const exercise = at('18:00');
    const { evening, spec } = exercise;
    // Two numbers of an old list, that lead nowhere.
    const areas = spec.areas
      .flatMap(({ code }, area) =>
        [0, 1, 2].some((room) => evening.numbers.technology[area * 3 + room]! >= 0) ? [] : [code],
      )
      .slice(0, 2);
    const published = numbersKnown(exercise, 'anssi').length;
    knows(exercise, 'anssi', 'workaround.number', { areas });
    const { results, found } = carried(exercise, 'anssi', 'anssi.sampleNumbers');
    expect(results[0]).toMatchObject({
      key: 'testedNumbers',
      params: { tried: published + 2, tries: 2 * (published + 2) },
    });
    const tested = project(exercise, 'anssi').facts.filter(({ statement }) => found.includes(statement));
    expect(tested.find(({ about }) => about['passed'] === 0)?.about).toMatchObject({ areas });
  });

  test('tried already give way to those that are not', () => {
    const exercise = at('18:00');
    knows(exercise, 'anssi', 'workaround.number', { areas: ['33', '37', '59'] });
    knows(exercise, 'anssi', 'workaround.tested', { area: '37', origin: 'mobile', tries: 2, passed: 2 });
    expect(carried(exercise, 'anssi', 'anssi.sampleNumbers').results[0]).toMatchObject({
      params: { tried: numbersKnown(exercise, 'anssi').length - 1 },
    });
  });

  test('published are those known, and the result says how many', () => {
    const exercise = at('17:40');
    exercise.tell('ministry', { type: 'LIST_ORDERED' });
    exercise.tell('ministry', { type: 'LIST_READY' });
    expect(refusalOf(exercise, 'ministry', 'ministry.publishNumbers')).toMatchObject({
      params: { standing: 'numbersKnown' },
      door: 'ministry.collectLists',
    });
    expect(
      carried(exercise, 'ministry', 'ministry.collectLists', { areas: ['59', '62'] }).found,
    ).toHaveLength(1);
    const [result] = carried(exercise, 'ministry', 'ministry.publishNumbers').results;
    const known = numbersKnown(exercise, 'ministry');
    expect(known).toEqual(expect.arrayContaining(['59', '62']));
    expect(result).toMatchObject({ key: 'published', params: { count: known.length } });
    exercise.runTo(exercise.now + 1);
    const { numbers } = exercise.evening;
    expect(numbers.published).toBeGreaterThanOrEqual(2 * 3);
    expect(numbers.published).toBeLessThanOrEqual(3 * known.length);
  });
});

describe('what is held', () => {
  test('said again has a new age and all its sources, and is one fact', () => {
    const exercise = at('16:40');
    const about = { numbers: ['15'], areas: ['59'] };
    const hear = (from: string): CommandBody => ({ type: 'hear', from, fact: 'emergency.affected', about });
    done(exercise, 'orange', hear('services'));
    exercise.runTo(clock('16:44'));
    done(exercise, 'orange', hear('press'));
    const [fact, ...more] = held(exercise, 'emergency.affected');
    expect(more).toEqual([]);
    expect(fact).toMatchObject({ since: clock('16:40'), of: clock('16:44') });
    expect(fact!.sources.map(({ source, at: when }) => [source, when])).toEqual([
      [{ kind: 'hearsay', from: 'press' }, clock('16:44')],
      [{ kind: 'hearsay', from: 'services' }, clock('16:40')],
    ]);
  });

  test('of an hour, one’s own later word replaces the earlier one and contradicts nothing', () => {
    const exercise = at('18:00');
    exercise.authorities.orange.push('head');
    carried(exercise, 'orange', 'orange.giveEstimate', { time: clock('21:00') });
    carried(exercise, 'orange', 'orange.giveEstimate', { time: clock('22:00') });
    const hours = held(exercise, 'restoration.eta');
    const current = hours.filter(({ superseded }) => !superseded);
    expect(current.map(({ about }) => about['at'])).toEqual([clock('22:00')]);
    expect(hours.flatMap(({ contradictedBy }) => contradictedBy)).toEqual([]);
    expect(hours.length).toBeGreaterThan(1);
  });

  test('the hour that an estimate gives when none is given is shown, and is the one that is told', () => {
    const exercise = at('18:00');
    exercise.authorities.orange.push('head');
    const { usual } = project(exercise, 'orange').offers.find(
      (offer) => offer.act === 'orange.giveEstimate',
    )!;
    const { results } = carried(exercise, 'orange', 'orange.giveEstimate');
    const given = results.find(({ key }) => key === 'hourGiven' || key === 'noHourGiven');
    expect(given?.params['time'] ?? null).toBe(usual['time']);
  });
});

describe('a report', () => {
  test('tells the surest of the latest of each type first, and nothing older in its place', () => {
    const exercise = at('16:40');
    exercise.knowledge.held.orange = [];
    const places = (areas: string[], confidence: number): void =>
      knows(exercise, 'orange', 'emergency.affected', { numbers: ['15'], areas }, confidence);
    places(['01'], 0.95);
    const [old] = exercise.knowledge.held.orange;
    exercise.runTo(clock('17:50'));
    exercise.knowledge.held.orange = [old!];
    places(['59', '62'], 0.9);
    places(['59'], 0.3);
    places(['33'], 0.5);
    const said = (indexes: readonly number[]): unknown[] =>
      indexes.map((index) => exercise.knowledge.statements[index]!.about['areas']);
    expect(said(heldOf(exercise, 'orange', ['emergency.affected']))).toEqual([['59', '62']]);
    expect(said(toTell(exercise, 'orange', ['emergency.affected']))).toEqual([['59', '62'], ['33']]);
  });
});

describe('a telephone call to a seat that a machine plays', () => {
  test('is answered with what that seat holds, or that it does not know, when the call ends', () => {
    const answered = new Set<string>();
    for (const time of ['16:36', '18:00']) {
      const exercise = at(time, ['orange'], 5);
      const asked = exercise.now;
      done(exercise, 'anssi', call('orange'));
      const { minutes } = play.rules.phone;
      exercise.runTo(asked + minutes * MINUTE + 6 * play.rules.phone.ringAgain * MINUTE);
      const [answer] = project(exercise, 'anssi').inTray.filter(({ from }) => from === 'orange');
      const [sent] = project(exercise, 'anssi').sent;
      if (sent!.failed) continue;
      expect(answer).toMatchObject({ channel: 'phone', answers: sent!.id });
      expect(answer!.arrivedAt).toBe(sent!.arrivedAt! + minutes * MINUTE);
      answered.add(answer!.key!);
    }
    expect([...answered].sort()).toEqual(['messages.phoneAnswer', 'messages.phoneNothing']);
  });

  test('says why it failed: the line is out, or nobody picks up', () => {
    // Before the trouble every line is good, and everybody there is busy.
    expect(failuresOf('16:36', 2, 99)).toEqual([{ to: 'services', why: 'unanswered' }]);
    const out = [1, 2, 3, 4, 5, 6, 7, 8]
      .map((seed) => failuresOf('17:30', seed, 0))
      .find((each) => each.length > 0);
    expect(out).toEqual([{ to: 'services', why: 'unreached' }]);
  });
});

test('who is missing is said with what they are on and until when', () => {
  const exercise = at('16:50');
  done(exercise, 'orange', act('orange.readOperationLog'));
  const { endsAt } = exercise.acts.at(-1)!;
  expect(refusalOf(exercise, 'orange', 'orange.rollBack')).toMatchObject({
    code: 'people',
    params: { pool: 'experts', free: 0, needed: 1, until: endsAt, why: 'act', on: 'orange.readOperationLog' },
  });
});
