import { describe, expect, test } from 'vitest';
import { comesBackTo } from '../../src/exercise/knowledge/echo.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { listOf } from '../../src/exercise/messages/givenOut.ts';
import { toAnswer, toTell } from '../../src/exercise/knowledge/held.ts';
import type { Draft } from '../../src/exercise/messages/post.ts';
import { saidOnThePhone } from '../../src/exercise/messages/replies.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import type { FactType } from '../../src/scenario/play/vocabulary.ts';
import { project } from '../../src/view/project.ts';
import type { FactView } from '../../src/view/seatView.ts';
import { exerciseOf, learns, play } from './exerciseSample.ts';

/** A person at the ministry, who holds a rumour of the media. */
function rumour(type: FactType, about: Record<string, unknown>): { exercise: Exercise; index: number } {
  const exercise = exerciseOf(4, 'willing-2021', ['orange', 'anssi', 'services']);
  exercise.runTo(clock('17:00'));
  const index = exercise.learn('ministry', { type, about, confidence: 0.35 }, { kind: 'media' });
  return { exercise, index };
}

/** Sent, arrived, and opened by whoever is a person among its readers. */
function sent(exercise: Exercise, draft: Omit<Draft, 'channel'>): void {
  const { id } = exercise.post({ ...draft, channel: 'crisis' });
  exercise.runTo(exercise.now + 20 * MINUTE);
  if (draft.to.includes('ministry'))
    expect(exercise.apply('ministry', { type: 'read', message: id })).toBeNull();
}

const heldBy = (exercise: Exercise, type: FactType): FactView[] =>
  project(exercise, 'ministry').facts.filter((fact) => fact.type === type);

describe('one’s own word', () => {
  const WRONG = { area: '2A' };

  test('is not answered back to who said it, and is to others', () => {
    const { exercise, index } = rumour('workaround.withdrawn', WRONG);
    sent(exercise, { author: 'ministry', to: ['operators'], statements: [index] });
    const { says } = exercise.knowledge.statements[index]!;
    expect(comesBackTo(exercise, 'operators', says, 'ministry')).toBe(true);
    expect(toAnswer(exercise, 'operators', ['workaround.withdrawn'], 'ministry')).toEqual([]);
    expect(toAnswer(exercise, 'operators', ['workaround.withdrawn'], 'services')).toHaveLength(1);
  });

  test('is not read out to who rings and asks nothing in particular, and is to others', () => {
    const exercise = exerciseOf(4, 'willing-2021', ['orange', 'anssi', 'services']);
    exercise.runTo(clock('17:00'));
    const about = { numbers: ['15'], areas: ['2A'] };
    const index = exercise.learn(
      'ministry',
      { type: 'emergency.affected', about, confidence: 0.8 },
      { kind: 'act', act: 'ministry.fiveRooms' },
    );
    sent(exercise, { author: 'ministry', to: ['operators'], statements: [index] });
    const saidTo = (author: 'ministry' | 'services') => {
      const call = exercise.post({ author, to: ['operators'], statements: [], channel: 'phone' });
      return saidOnThePhone(exercise, call, 'operators');
    };
    expect(saidTo('services')).toContain(index);
    expect(saidTo('ministry')).not.toContain(index);
  });

  test('told back through others is no second source', () => {
    const { exercise, index } = rumour('workaround.withdrawn', WRONG);
    sent(exercise, { author: 'ministry', to: ['operators'], statements: [index] });
    sent(exercise, { author: 'operators', to: ['anssi'], statements: [index] });
    const { says } = exercise.knowledge.statements[index]!;
    expect(comesBackTo(exercise, 'anssi', says, 'ministry')).toBe(true);
    sent(exercise, { author: 'anssi', to: ['ministry'], statements: [index] });
    expect(heldBy(exercise, 'workaround.withdrawn')[0]!.sources.map(({ source }) => source.kind)).toEqual([
      'media',
    ]);
  });

  test('is another’s as well once that one has found it', () => {
    const { exercise, index } = rumour('workaround.withdrawn', WRONG);
    sent(exercise, { author: 'ministry', to: ['operators'], statements: [index] });
    learns(exercise, 'operators', 'workaround.withdrawn', WRONG, 0.7);
    expect(toAnswer(exercise, 'operators', ['workaround.withdrawn'], 'ministry')).toHaveLength(1);
    sent(exercise, {
      author: 'operators',
      to: ['ministry'],
      statements: toAnswer(exercise, 'operators', ['workaround.withdrawn'], 'ministry'),
    });
    expect(heldBy(exercise, 'workaround.withdrawn')[0]!.sources).toHaveLength(2);
  });
});

function confided(): { exercise: Exercise; index: number } {
  const exercise = exerciseOf(4, 'willing-2021', ['orange', 'services']);
  exercise.runTo(clock('16:40'));
  const about = { numbers: ['15'], areas: ['2A'] };
  const index = exercise.learn(
    'anssi',
    { type: 'emergency.affected', about, confidence: 0.8 },
    { kind: 'act', act: 'anssi.openCase' },
  );
  sent(exercise, { author: 'anssi', to: ['ministry'], statements: [index], inConfidence: true });
  return { exercise, index };
}

const says = (exercise: Exercise, act: string) =>
  project(exercise, 'ministry').offers.find((offer) => offer.act === act)!.says!;

function heard(...said: readonly (readonly [string, FactType, Record<string, unknown>, string, number])[]) {
  const exercise = exerciseOf(1, 'as-in-2021', []);
  for (const [time, type, about, from, confidence] of said) {
    exercise.runTo(clock(time));
    exercise.learn('ministry', { type, about, confidence }, { kind: 'hearsay', from });
  }
  return exercise;
}

describe('what was told in confidence', () => {
  test('goes into no letter by itself, and the letter shows that it is left out', () => {
    const { exercise } = confided();
    const told = toTell(exercise, 'ministry', ['emergency.affected']).map(
      (each) => exercise.knowledge.statements[each]!.about['areas'],
    );
    expect(told).not.toContainEqual(['2A']);
    expect(says(exercise, 'ministry.informRooms').kept).toEqual(['emergency.affected']);
  });

  test('is told freely once another source gives it', () => {
    const { exercise, index } = confided();
    const { about } = exercise.knowledge.statements[index]!;
    learns(exercise, 'ministry', 'emergency.affected', about, 0.8);
    expect(says(exercise, 'ministry.informRooms').kept).toEqual([]);
  });

  test('is what the act says that asks for it', () => {
    const { effects } = play.acts.find(({ id }) => id === 'anssi.callCogic')!;
    expect(effects.some((effect) => effect.op === 'tell' && effect.inConfidence === true)).toBe(true);
  });
});

describe('of what is held', () => {
  test('a newer extent from as sure a source replaces the older, and is the one that is told', () => {
    const exercise = heard(
      ['16:31', 'extent.national', { areas: 10 }, 'prefects', 0.7],
      ['16:40', 'extent.national', { areas: 40 }, 'anssi', 0.6],
    );
    expect(heldBy(exercise, 'extent.national').map(({ superseded }) => superseded)).toEqual([false, true]);
    expect(
      toTell(exercise, 'ministry', ['extent.national']).map(
        (index) => exercise.knowledge.statements[index]!.about['areas'],
      ),
    ).toEqual([40]);
  });

  test('an extent is told no more once all is said to be over', () => {
    const exercise = heard(
      ['16:31', 'extent.national', { areas: 10 }, 'prefects', 0.7],
      ['16:40', 'restored', {}, 'orange', 0.7],
    );
    const types = toTell(exercise, 'ministry', ['extent.national', 'restored']).map(
      (index) => exercise.knowledge.statements[index]!.type,
    );
    expect(types).toEqual(['restored']);
  });

  test('a rumour is kept beside a surer finding, and contradicts nothing of it', () => {
    const exercise = heard(
      ['16:31', 'cyberattack.unlikely', {}, 'anssi', 0.7],
      ['16:40', 'cyberattack.suspected', { evidence: 'media' }, 'press', 0.15],
    );
    for (const type of ['cyberattack.unlikely', 'cyberattack.suspected'] as const)
      expect(heldBy(exercise, type)[0], type).toMatchObject({ contradictedBy: [], superseded: false });
  });
});

describe('tests of substitute numbers', () => {
  test('made together are one sample: so many of how many', () => {
    const exercise = exerciseOf(1, 'as-in-2021', []);
    exercise.runTo(clock('16:40'));
    const bad = ['01', '02', '03', '04', '05', '06', '07', '08'];
    learns(
      exercise,
      'ministry',
      'workaround.tested',
      { areas: bad, origin: 'mobile', tries: 1, passed: 0 },
      0.6,
    );
    learns(
      exercise,
      'ministry',
      'workaround.tested',
      { area: '09', origin: 'mobile', tries: 1, passed: 1 },
      0.2,
    );
    const samples = project(exercise, 'ministry').gauges.filter(({ kind }) => kind === 'sample');
    expect(samples).toMatchObject([{ tries: 9, passed: 1, numbers: { tried: 9, good: 1 } }]);
  });

  test('are noted as they are made: no relief loses them', () => {
    const exercise = exerciseOf(4, 'as-in-2021', ['orange', 'anssi', 'services']);
    exercise.runTo(clock('18:30'));
    const found = exercise.look(
      'ministry',
      'ministry.numbersTest',
      { areas: ['01', '02'] },
      { kind: 'act', act: 'ministry.testNumbers' },
    );
    const tests = exercise.knowledge.held.ministry.filter(({ statement }) => found.includes(statement));
    expect(tests.length).toBeGreaterThan(0);
    for (const { statement, written } of tests)
      if (exercise.knowledge.statements[statement]!.type === 'workaround.tested') expect(written).toBe(true);
  });
});

describe('a number reported wrong', () => {
  test('is one of a list, and what nobody has given out is not corrected with it', () => {
    const exercise = exerciseOf(4, 'as-in-2021', ['orange', 'anssi', 'services']);
    exercise.runTo(clock('18:30'));
    exercise.give({
      at: exercise.now,
      by: 'ministry',
      type: 'openNumbers',
      args: { areas: ['49', '37'], rooms: ['15'], technology: 'mobile' },
    });
    exercise.give({
      at: exercise.now,
      by: 'ministry',
      type: 'publishNumbers',
      args: { areas: ['49', '37'], tested: true, reach: 0.35 },
    });
    exercise.runTo(clock('18:40'));
    for (const area of ['01', '02', '49'])
      exercise.learn(
        'ministry',
        { type: 'workaround.withdrawn', about: { area }, confidence: 0.7 },
        { kind: 'hearsay', from: 'public' },
      );
    const offer = project(exercise, 'ministry').offers.find(({ act }) => act === 'ministry.correctNumbers')!;
    expect(offer.says!.numbers).toMatchObject({ areas: ['49'], tested: [], faulty: ['49'] });
    expect(offer.says!.numbers!.wrongIn).toEqual([{ area: '49', at: clock('18:30'), by: null }]);
    expect(listOf(exercise, '01')).toBeNull();
  });
});

const losses = (exercise: Exercise) =>
  project(exercise, 'ministry').offers.find(({ act }) => act === 'ministry.briefMinisters')!.says!.losses;

describe('a number of lost calls', () => {
  test('is a range from what is held, and none where no share is', () => {
    const exercise = exerciseOf(1, 'as-in-2021', []);
    exercise.runTo(clock('17:00'));
    learns(exercise, 'ministry', 'emergency.affected', { numbers: ['15'], areas: ['59', '75'] }, 0.6);
    exercise.runTo(clock('18:00'));
    expect(losses(exercise)).toBe('unknown');
    const tested = { numbers: ['15'], areas: ['59'], origin: 'mobile', tries: 20, passed: 14 };
    learns(exercise, 'ministry', 'emergency.tested', tested, 0.6);
    const range = losses(exercise);
    expect(range).toMatchObject({ low: expect.any(Number), high: expect.any(Number) });
    if (range === null || range === 'unknown') throw new Error('no range');
    expect(range.low).toBeLessThan(range.high);
    const { id } = exercise.acts.at(-1) ?? { id: -1 };
    expect(
      exercise.apply('ministry', { type: 'act', act: 'ministry.briefMinisters', args: {}, rests: [] }),
    ).toBeNull();
    exercise.runTo(exercise.now + 20 * MINUTE);
    const act = exercise.acts[id + 1]!;
    const given = act.results.find(({ key }) => key === 'lossesGiven')!;
    // The letter that left says the same range.
    const letter = exercise.messages.find((each) => each.act === act.id)!;
    expect(letter.figures).toEqual(given.params);
    expect(project(exercise, 'ministry').sent[0]!.figures).toEqual(given.params);
  });
});

describe('a count of hours ago', () => {
  test('does not leave beside places that fail now', () => {
    const exercise = exerciseOf(1, 'as-in-2021', []);
    exercise.runTo(clock('17:00'));
    learns(exercise, 'ministry', 'extent.national', { areas: 30 }, 0.7);
    exercise.runTo(clock('18:30'));
    const said = (): string[] =>
      project(exercise, 'ministry')
        .offers.find(({ act }) => act === 'ministry.morningNote')!
        .says!.said.map(({ type }) => type);
    expect(said()).toContain('extent.national');
    exercise.runTo(clock('23:00'));
    expect(said()).toContain('emergency.affected');
    expect(said()).not.toContain('extent.national');
  });
});
