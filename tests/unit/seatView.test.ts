import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MACHINES } from '../../src/actors/machines.ts';
import type { CommandBody } from '../../src/exercise/commands.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { restoreExercise, saveExercise } from '../../src/exercise/log/save.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { CORE_SEATS, TAGS } from '../../src/scenario/play/vocabulary.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { project } from '../../src/view/project.ts';
import { recap } from '../../src/view/recap.ts';
import { engineCommand } from '../../src/view/seat/handles.ts';
import type { SeatView } from '../../src/view/seatView.ts';
import { exerciseOf, ground, play } from './exerciseSample.ts';
import { bytesOf, playedTo } from './seatViewSample.ts';

const TIMES = ['16:30', '17:30', '19:10', '21:40', '24:00'] as const;
const late = playedTo('22:00');

/** Carries out what a seat wrote with the names of its view, as a session does. */
function command(exercise: Exercise, seat: SeatId, body: CommandBody): string | null {
  return exercise.apply(seat, engineCommand(exercise, seat, body))?.code ?? null;
}

/** Persons everywhere, at a clock time. */
function people(time: string): Exercise {
  const exercise = exerciseOf(1, 'as-in-2021', []);
  exercise.runTo(clock(time));
  return exercise;
}

const found = (root: unknown, path: string): boolean => {
  let inner: unknown = root;
  for (const key of path.split('.')) inner = (inner as Record<string, unknown> | undefined)?.[key];
  return inner !== undefined;
};

/** Every text that the screens look up by what a view says. */
function keysOf(view: SeatView): string[] {
  const refusals = [...view.offers, ...view.choices.flatMap(({ options }) => options)].flatMap(
    ({ refusal }) => refusal ?? [],
  );
  return [
    ...view.tags.map((tag) => `tags.${tag}`),
    ...view.ladders.flatMap(({ steps }) => steps.map((step) => `tags.${step}`)),
    ...view.pools.map(({ id }) => `pools.${view.seat}.${id}`),
    ...view.offers.flatMap(({ act, rests }) => [
      `acts.${act}.name`,
      ...rests.map(({ fact }) => `facts.${fact}`),
    ]),
    ...refusals.flatMap(({ code, door }) => [`refusals.${code}`, ...(door ? [`acts.${door}.name`] : [])]),
    ...view.acts.map(({ act }) => `acts.${act}.name`),
    ...view.facts.map(({ type }) => `facts.${type}`),
    ...[...view.inTray, ...view.sent, ...view.publicWords].flatMap(({ key }) => key ?? []),
    ...[...view.inTray, ...view.sent].map(({ channel }) => `channels.${channel}`),
    ...view.inTray.map(({ from }) => `recipients.${from}`),
    ...view.publicWords.map(({ by }) => `recipients.${by}`),
    ...view.sent.flatMap(({ to }) => to.map((each) => `recipients.${each}`)),
    ...view.trust.flatMap(({ relation, step }) => [`relations.${relation}`, `trust.${step}`]),
    ...view.choices.map(({ dilemma }) => `dilemmas.${dilemma}.question`),
  ];
}

/** ANSSI tells Orange something, by e-mail. */
function written(): Exercise {
  const exercise = people('17:00');
  command(exercise, 'anssi', { type: 'hear', from: 'press', fact: 'cyberattack.suspected', about: {} });
  const [fact] = project(exercise, 'anssi').facts;
  command(exercise, 'anssi', {
    type: 'send',
    to: ['orange'],
    channel: 'email',
    statements: [fact!.statement],
    text: 'Read this',
  });
  exercise.runTo(clock('17:26'));
  return exercise;
}

describe('a view', () => {
  test.each(TIMES)('is plain JSON at %s, the same twice, and changes nothing', (time) => {
    const exercise = playedTo(time);
    for (const seat of CORE_SEATS) {
      const view = project(exercise, seat);
      expect(JSON.parse(JSON.stringify(view))).toEqual(view);
      expect(bytesOf(exercise, seat)).toBe(bytesOf(exercise, seat));
      expect(view).toMatchObject({ seat, at: clock(time), finished: time === '24:00' });
    }
    const untouched = playedTo(time);
    for (const each of [exercise, untouched]) each.runTo(clock(time) + 20 * MINUTE);
    expect(bytesOf(exercise, 'services')).toBe(bytesOf(untouched, 'services'));
  });

  test('is the same from a saved exercise, and goes on the same', () => {
    const exercise = playedTo('18:20');
    const before = CORE_SEATS.map((seat) => bytesOf(exercise, seat));
    const restored = restoreExercise(saveExercise(exercise), ground);
    if (!restored.ok) throw new Error(restored.error.code);
    expect(CORE_SEATS.map((seat) => bytesOf(restored.value, seat))).toEqual(before);
    for (const each of [exercise, restored.value]) each.runTo(clock('18:45'));
    for (const seat of CORE_SEATS) expect(bytesOf(restored.value, seat)).toBe(bytesOf(exercise, seat));
  });

  test('is the same for a person and for a machine that did the same', () => {
    const machine = exerciseOf(4, 'as-in-2021', ['anssi']);
    machine.apply('director', { type: 'hold', seat: 'anssi', doctrine: null });
    const person = exerciseOf(4, 'as-in-2021', []);
    for (const each of [machine, person]) each.runTo(clock('17:15'));
    expect(bytesOf(machine, 'anssi')).toBe(bytesOf(person, 'anssi'));
  });
});

describe('texts', () => {
  const texts = ['fr', 'en'].map(
    (language) =>
      JSON.parse(
        readFileSync(new URL(`../../locales/${language}/play.json`, import.meta.url), 'utf8'),
      ) as object,
  );
  const evenings = TIMES.map((time) => playedTo(time));

  test.each(CORE_SEATS)('of all that %s sees exist in French and in English', (seat) => {
    const keys = new Set(
      [...evenings, people('17:00')].flatMap((exercise) => keysOf(project(exercise, seat))),
    );
    const missing = [...keys].filter((key) => !texts.every((root) => found(root, key)));
    expect(missing).toEqual([]);
  });
});

describe('the organisation', () => {
  test.each(CORE_SEATS)('%s: every region of its statechart is a ladder, every tag a step of one', (seat) => {
    const { ladders, tags } = project(late, seat);
    expect(ladders.map(({ id }) => id)).toEqual(Object.keys(MACHINES[seat].states));
    expect(ladders.flatMap(({ steps }) => steps).toSorted()).toEqual([...TAGS[seat]].toSorted());
    expect(ladders.map(({ step }) => step).toSorted()).toEqual([...tags]);
  });

  test('levels stand from the lowest to the highest', () => {
    const { ladders } = project(late, 'orange');
    expect(ladders.find(({ id }) => id === 'level')!.steps).toEqual([
      'levelWatch',
      'levelYellow',
      'levelRed',
      'levelBlack',
    ]);
  });

  test('people on an act are no longer free', () => {
    const exercise = people('16:40');
    const before = project(exercise, 'orange').pools;
    command(exercise, 'orange', { type: 'act', act: 'orange.readAlarms', args: {}, rests: [] });
    const { pools, acts } = project(exercise, 'orange');
    const free = pools.map(({ free: now }, i) => before[i]!.free - now);
    expect(free.reduce((sum, busy) => sum + busy, 0)).toBe(acts[0]!.people);
    expect(acts[0]).toMatchObject({ act: 'orange.readAlarms', state: 'underWay', begunAt: clock('16:40') });
  });
});

describe('offers', () => {
  test.each(CORE_SEATS)(
    '%s: the whole catalogue, whatever it knows; refused for means, people or authority',
    (seat) => {
      const acts = play.acts.filter((act) => act.seat === seat);
      // No measure is in force this evening: what one alone opens comes last.
      const catalogue = [
        ...acts.filter(({ measure }) => measure === undefined),
        ...acts.filter(({ measure }) => measure !== undefined),
      ].map(({ id }) => id);
      for (const exercise of [people('16:30'), late]) {
        const { offers } = project(exercise, seat);
        expect(offers.map(({ act }) => act)).toEqual(catalogue);
        const codes = new Set(offers.map(({ refusal }) => refusal?.code ?? 'none'));
        expect(
          [...codes].filter(
            (code) =>
              !['none', 'means', 'people', 'authority', 'measure', 'underWay', 'doneOnce'].includes(code),
          ),
        ).toEqual([]);
      }
    },
  );

  test('say what an informed person would rest them on, held or not', () => {
    const exercise = people('17:00');
    const offer = (): SeatView['offers'][number] =>
      project(exercise, 'services').offers.find(({ act }) => act === 'services.openMobileLine')!;
    expect(offer().rests.map(({ fact }) => fact)).toEqual(['emergency.affected', 'workaround.crosses']);
    command(exercise, 'services', {
      type: 'hear',
      from: 'orange',
      fact: 'workaround.crosses',
      about: { area: '59', answer: 'yes' },
    });
    const held = project(exercise, 'services').facts.find(({ type }) => type === 'workaround.crosses')!;
    expect(offer().rests[1]).toEqual({ fact: 'workaround.crosses', statement: held.statement });
  });
});

describe('messages', () => {
  test('unopened, show who, by what channel and about what, and no more', () => {
    const exercise = written();
    const { inTray, facts } = project(exercise, 'orange');
    expect(inTray.filter(({ from }) => from === 'anssi')).toMatchObject([
      { from: 'anssi', channel: 'email', readAt: null, text: '', statements: [], asks: [] },
    ]);
    expect(facts.some(({ type }) => type === 'cyberattack.suspected')).toBe(false);
    expect(project(exercise, 'anssi').sent[0]).toMatchObject({ answered: false, failed: false });
  });

  test('opened, say what they say, and the seat holds it from its sender', () => {
    const exercise = written();
    const letter = project(exercise, 'orange').inTray.find(({ from }) => from === 'anssi')!;
    expect(command(exercise, 'orange', { type: 'read', message: letter.id })).toBe(null);
    const { inTray, facts } = project(exercise, 'orange');
    const fact = facts.find(({ type }) => type === 'cyberattack.suspected')!;
    expect(inTray.find(({ id }) => id === letter.id)).toMatchObject({
      text: 'Read this',
      statements: [fact.statement],
      readAt: clock('17:26'),
    });
    expect(fact.source).toEqual({ kind: 'message', from: 'anssi', message: letter.id });
    // As old as it was when ANSSI heard it.
    expect([fact.of, fact.since]).toEqual([clock('17:00'), clock('17:26')]);
  });

  test('answered, free whoever waited, once the answer has come', () => {
    const exercise = people('17:00');
    command(exercise, 'ministry', { type: 'act', act: 'ministry.askOperator', args: {}, rests: [] });
    exercise.runTo(clock('17:05'));
    expect(project(exercise, 'ministry').waiting.on).toMatchObject([{ from: 'orange', what: 'answer' }]);
    const [question] = project(exercise, 'orange').inTray;
    expect(project(exercise, 'orange').waiting.by).toContainEqual({
      who: 'ministry',
      message: question!.id,
      since: question!.arrivedAt,
    });
    command(exercise, 'orange', {
      type: 'send',
      to: ['ministry'],
      channel: 'crisis',
      statements: [],
      text: 'We are looking',
      answers: question!.id,
    });
    expect(project(exercise, 'orange').waiting.by.map(({ who }) => who)).not.toContain('ministry');
    expect(project(exercise, 'orange').inTray[0]!.answered).toBe(true);
    // The ministry cannot know before it arrives.
    expect(project(exercise, 'ministry').waiting.on).toHaveLength(1);
    exercise.runTo(clock('17:20'));
    const ministry = project(exercise, 'ministry');
    expect(ministry.waiting.on).toEqual([]);
    const answer = ministry.inTray.find(({ from }) => from === 'orange')!;
    expect(answer.answers).toBe(ministry.sent[0]!.id);
  });
});

describe('the names of a view', () => {
  test('bring a command back to what they name, and nothing else has one', () => {
    for (const seat of CORE_SEATS) {
      const view = project(late, seat);
      for (const { statement } of view.facts) {
        const body = engineCommand(late, seat, { type: 'write', text: '', statements: [statement] });
        expect(late.check(seat, body)).toBe(null);
      }
      for (const { id } of view.inTray)
        expect(late.check(seat, engineCommand(late, seat, { type: 'read', message: id }))).toBe(null);
      for (const { id, state } of view.acts)
        expect(late.check(seat, engineCommand(late, seat, { type: 'stop', act: id }))).toEqual(
          state === 'underWay' ? null : expect.objectContaining({ code: 'notUnderWay' }),
        );
      const names = view.facts.map(({ statement }) => statement);
      expect(new Set(names).size).toBe(names.length);
    }
    const stranger = { type: 'write', text: '', statements: [7] } as const;
    expect(late.check('orange', engineCommand(late, 'orange', stranger))?.code).toBe('unknownStatement');
    expect(late.check('orange', engineCommand(late, 'orange', { type: 'read', message: 998 }))?.code).toBe(
      'unknownMessage',
    );
    expect(late.check('orange', engineCommand(late, 'orange', { type: 'stop', act: 998 }))?.code).toBe(
      'notUnderWay',
    );
  });

  test('stay what they are as the evening goes on', () => {
    const exercise = playedTo('18:30');
    const before = CORE_SEATS.map((seat) => project(exercise, seat));
    exercise.runTo(clock('18:55'));
    for (const view of before) {
      const after = project(exercise, view.seat);
      const facts = after.facts.map(({ statement, type, since }) => [statement, type, since]);
      for (const { statement, type, since } of view.facts)
        expect(facts).toContainEqual([statement, type, since]);
      for (const { id, arrivedAt } of view.inTray)
        expect(after.inTray.find((message) => message.id === id)?.arrivedAt).toBe(arrivedAt);
      for (const { id, sentAt } of view.sent)
        expect(after.sent.find((message) => message.id === id)?.sentAt).toBe(sentAt);
      for (const { id, begunAt } of view.acts)
        expect(after.acts.find((act) => act.id === id)?.begunAt).toBe(begunAt);
    }
  });
});

test('acts show what they found', () => {
  const exercise = people('17:30');
  command(exercise, 'orange', { type: 'act', act: 'orange.readVoice', args: {}, rests: [] });
  exercise.runTo(clock('17:50'));
  const { acts, facts } = project(exercise, 'orange');
  const read = acts.find(({ act }) => act === 'orange.readVoice')!;
  expect(read.state).toBe('ended');
  expect(read.found.length).toBeGreaterThan(0);
  for (const found of read.found) expect(facts.some(({ statement }) => statement === found)).toBe(true);
});

test('what is said in public is heard by all, in the same words', () => {
  const words = CORE_SEATS.map((seat) =>
    project(late, seat).publicWords.map(({ by, at, key }) => [
      by === 'neighbours' ? 'services' : by,
      at,
      key,
    ]),
  );
  expect(words[0]!.length).toBeGreaterThan(1);
  for (const each of words) expect(each).toEqual(words[0]);
});

test('advice to the public shows which telephone it recommends, and a new one replaces it', () => {
  const exercise = people('17:00');
  const advise = (wording: string): SeatView['publicWords'] => {
    command(exercise, 'ministry', { type: 'act', act: 'ministry.advise', args: { wording }, rests: [] });
    // Ten minutes to write it, and as many as twenty-five for a minister on the road.
    exercise.runTo(exercise.now + 40 * MINUTE);
    return project(exercise, 'services').publicWords.filter(({ by }) => by === 'ministry');
  };
  expect(advise('landline')).toMatchObject([{ wording: 'landline', key: 'acts.ministry.advise' }]);
  expect(advise('mobile')).toMatchObject([{ wording: 'mobile' }]);
});

describe('a recap', () => {
  test('is a dozen lines of the main courante at most, in order, and says how many more', () => {
    for (const seat of CORE_SEATS) {
      const [from, to] = [clock('17:30'), clock('21:00')];
      const { entries, more } = recap(late, seat, from, to);
      const between = project(late, seat).journal.filter(({ at }) => at > from && at <= to);
      expect(entries.length).toBe(Math.min(12, between.length));
      expect(entries.length + more).toBe(between.length);
      expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted((a, b) => a - b));
      for (const entry of entries) expect(between).toContainEqual(entry);
    }
  });

  test('prefers what was decided and learnt to what was merely done', () => {
    const { entries } = recap(late, 'ministry', clock('16:30'), clock('22:00'));
    const kinds = entries.map(({ kind }) => kind);
    expect(kinds).toContain('learnt');
    expect(kinds).not.toContain('actBegun');
  });
});
