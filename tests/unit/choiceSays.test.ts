import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { latestHour } from '../../src/exercise/knowledge/hourRange.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { withArgs } from '../../src/panels/console/withArgs.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { project } from '../../src/view/project.ts';
import type { ChoiceView, SaysView } from '../../src/view/seatView.ts';
import { exerciseOf, play } from './exerciseSample.ts';

function opened(exercise: Exercise, seat: SeatId, id: string, until: string): ChoiceView {
  for (;;) {
    const choice = project(exercise, seat).choices.find(
      ({ dilemma, state }) => dilemma === id && state === 'open',
    );
    if (choice !== undefined) return choice;
    if (exercise.now >= clock(until)) throw new Error(`${id} did not open by ${until}`);
    exercise.runTo(exercise.now + MINUTE);
  }
}

const saysOf = ({ options }: ChoiceView, option: string): SaysView =>
  options.find(({ id }) => id === option)!.says!;

function order(exercise: Exercise, seat: SeatId, act: string, until = '23:00'): void {
  const body = { type: 'act', act, args: {}, rests: [] } as const;
  while (exercise.apply(seat, body) !== null) {
    if (exercise.now >= clock(until)) throw new Error(`${act} refused until ${until}`);
    exercise.runTo(exercise.now + MINUTE);
  }
}

describe('before it is taken, a choice gives what will be said', () => {
  test('advice and hour, as they are said then', () => {
    const exercise = exerciseOf(3, 'willing-2021', ['ministry', 'anssi', 'services']);
    expect(saysOf(opened(exercise, 'orange', 'O11', '20:00'), 'public').wording).toBe('any');
    const { said, to } = saysOf(opened(exercise, 'orange', 'O8', '21:30'), 'range');
    expect(to).toEqual(['ministry', 'primeMinister']);
    expect(exercise.apply('orange', { type: 'choose', dilemma: 'O8', option: 'range' })).toBe(null);
    exercise.runTo(exercise.now + 15 * MINUTE);
    const act = exercise.acts.findLast(({ spec }) => spec === 'orange.giveRange')!;
    const sent = exercise.messages.findLast((message) => message.act === act.id)!;
    const told = sent.statements
      .map((index) => exercise.knowledge.statements[index]!)
      .find(({ type }) => type === 'restoration.eta');
    const shown = said.find(({ type }) => type === 'restoration.eta');
    expect(shown?.about['at']).toBe(told?.about['at']);
    // The end of the range is reckoned from the minute at which it is said.
    if (shown !== undefined)
      expect(told?.about['until']).toBe(latestHour(act.begunAt, Number(shown.about['at'])));
  });

  test('the page of midnight, with its doubts and with what it has nothing to say of', () => {
    const exercise = exerciseOf(5, 'willing-2021', ['orange', 'anssi', 'services']);
    exercise.runTo(clock('19:00'));
    const { says } = project(exercise, 'ministry').offers.find(({ act }) => act === 'ministry.morningNote')!;
    order(exercise, 'ministry', 'ministry.morningNote');
    const facts = play.acts
      .find(({ id }) => id === 'ministry.morningNote')!
      .effects.flatMap((effect) => (effect.op === 'tell' ? effect.facts : []));
    const named = [...says!.said.map(({ type }) => type), ...says!.nothingOn];
    // Test calls go with what is told of calls for help.
    expect(new Set(named.filter((type) => type !== 'emergency.tested'))).toEqual(new Set(facts));
    for (const { confidence } of says!.said) expect(confidence).toBeGreaterThan(0);
    expect(says!.nothingOn.length).toBeGreaterThan(0);
  });

  test('numbers given out are told apart: tried, given for wrong, never tried', () => {
    const exercise = exerciseOf(5, 'by-the-book', ['orange', 'anssi', 'services']);
    order(exercise, 'ministry', 'ministry.orderLists');
    exercise.runTo(clock('19:30'));
    const offers = project(exercise, 'ministry').offers;
    const { numbers } = offers.find(({ act }) => act === 'ministry.publishNumbers')!.says!;
    const of = new Set(numbers!.areas);
    for (const code of [...numbers!.tested, ...numbers!.faulty]) expect(of).toContain(code);
    const agreed = offers.find(({ act }) => act === 'ministry.publishAgreed')!.says!.numbers!;
    expect(agreed.areas).toHaveLength(exercise.spec.areas.length);
  });

  test('what is filled in takes the place of what is usual', () => {
    const says: SaysView = {
      to: ['ministry'],
      said: [{ type: 'restoration.eta', about: { at: clock('21:00') }, confidence: 0.5, of: 0 }],
      nothingOn: [],
      past: [],
      toBeSeen: [],
      against: null,
      losses: null,
      kept: [],
      wording: 'any',
      numbers: { areas: ['37', '75'], tested: ['75'], faulty: [], wrongIn: [] },
    };
    const filled = withArgs(says, { time: clock('23:00'), wording: 'mobile', areas: ['37'] });
    expect(filled.said[0]!.about).toEqual({ at: clock('23:00') });
    expect(filled.wording).toBe('mobile');
    expect(filled.numbers).toEqual({ areas: ['37'], tested: [], faulty: [], wrongIn: [] });
  });
});

test('questions on a plan bind nobody to an hour', () => {
  const ten = play.acts.find(({ id }) => id === 'anssi.tenQuestions')!;
  for (const effect of ten.effects)
    if (effect.op === 'tell') expect(effect.facts).not.toContain('restoration.eta');
});

test('a look that says the opposite of an earlier one says when, and how sure it is', () => {
  const exercise = exerciseOf(1, 'willing-2021', ['orange', 'ministry', 'services']);
  exercise.runTo(clock('17:30'));
  order(exercise, 'anssi', 'anssi.openCase');
  exercise.runTo(exercise.now + 15 * MINUTE);
  const words: string[] = [];
  // Before the relief, which forgets what was not written down.
  while (exercise.now < clock('21:00')) {
    order(exercise, 'anssi', 'anssi.analyseQuick', '24:00');
    exercise.runTo(exercise.now + 21 * MINUTE);
    const act = exercise.acts.findLast(({ spec }) => spec === 'anssi.analyseQuick')!;
    const found = act.found.map((index) => exercise.knowledge.statements[index]!.type);
    const word = found.find((type) => type.startsWith('cyberattack.'));
    const other = act.results.find(({ key }) => key === 'otherwiseRead');
    if (word === undefined) continue;
    expect(other !== undefined).toBe(words.some((before) => before !== word));
    // In haste it is sure at 60 % at most, and less once the traces have gone.
    if (other !== undefined) expect(other.params['percent']).toBeLessThanOrEqual(60);
    words.push(word);
  }
  expect(new Set(words).size).toBe(2);
});
