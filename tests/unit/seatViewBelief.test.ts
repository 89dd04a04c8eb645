import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import type { Source } from '../../src/exercise/knowledge/knowledge.ts';
import { clock } from '../../src/kernel/time.ts';
import type { FactType } from '../../src/scenario/play/vocabulary.ts';
import { project } from '../../src/view/project.ts';
import type { AreaBelief, FactView, SeatView } from '../../src/view/seatView.ts';
import { exerciseOf } from './exerciseSample.ts';

/** An evening without machines, whose services are told what a test says. */
class Told {
  readonly exercise: Exercise = exerciseOf(1, 'as-in-2021', []);

  hears(
    time: string,
    type: FactType,
    about: Record<string, unknown>,
    from: string | Source = 'prefects',
    confidence = 0.6,
  ): this {
    this.exercise.runTo(clock(time));
    const source: Source = typeof from === 'string' ? { kind: 'hearsay', from } : from;
    this.exercise.learn('services', { type, about, confidence }, source);
    return this;
  }

  at(time: string): SeatView {
    this.exercise.runTo(clock(time));
    return project(this.exercise, 'services');
  }
}

/** Facts that people said: what instruments show of themselves is left out. */
function said(view: SeatView): FactView[] {
  return view.facts.filter(({ source }) => source.kind === 'hearsay');
}

const only = (view: SeatView, type: FactType): FactView => said(view).find((fact) => fact.type === type)!;
const area = (view: SeatView, code: string): AreaBelief => view.areas.find((each) => each.code === code)!;

describe('facts', () => {
  test('are latest first, and said again are the same fact with a later time', () => {
    const told = new Told()
      .hears('16:35', 'restored', { areas: ['59'] })
      .hears('16:36', 'extent.national', { areas: 20 })
      .hears('16:40', 'restored', { areas: ['59'] });
    const facts = said(told.at('16:41'));
    expect(facts.map(({ type }) => type)).toEqual(['restored', 'extent.national']);
    expect([facts[0]!.since, facts[0]!.of]).toEqual([clock('16:35'), clock('16:40')]);
  });

  test('that say otherwise of the same place contradict each other, both ways', () => {
    const view = new Told()
      .hears('16:35', 'emergency.affected', { numbers: ['15'], areas: ['59', '62'] }, 'services')
      .hears('16:40', 'restored', { areas: ['62'] }, 'orange')
      .at('16:41');
    const hit = only(view, 'emergency.affected');
    const over = only(view, 'restored');
    expect(hit.contradictedBy).toEqual([over.statement]);
    expect(over.contradictedBy).toEqual([hit.statement]);
    expect([hit.superseded, over.superseded]).toEqual([false, false]);
    expect(area(view, '62')).toMatchObject({ state: 'contradicted', hit: false, other: null });
    expect(area(view, '59')).toMatchObject({ state: 'known', hit: true, other: null });
  });

  test('of other places do not', () => {
    const view = new Told()
      .hears('16:35', 'emergency.affected', { numbers: ['15'], areas: ['59'] }, 'services')
      .hears('16:40', 'restored', { areas: ['62'] }, 'orange')
      .at('16:41');
    expect(said(view).flatMap(({ contradictedBy }) => contradictedBy)).toEqual([]);
  });

  test('said otherwise by the same voice are replaced, not contradicted', () => {
    const view = new Told()
      .hears('16:35', 'cyberattack.suspected', { evidence: 'claim' }, 'anssi')
      .hears('16:50', 'cyberattack.excluded', { evidence: 'logs' }, 'anssi')
      .at('16:51');
    expect(only(view, 'cyberattack.suspected')).toMatchObject({ superseded: true, contradictedBy: [] });
    expect(only(view, 'cyberattack.excluded')).toMatchObject({ superseded: false, contradictedBy: [] });
  });

  test('of what changes with time settle after an hour, those of the cause never do', () => {
    const view = new Told()
      .hears('16:35', 'emergency.affected', { numbers: ['15'], areas: ['59'] }, 'services')
      .hears('16:35', 'cyberattack.suspected', { evidence: 'claim' }, 'press')
      .hears('18:00', 'restored', { areas: ['59'] }, 'orange')
      .hears('18:00', 'cyberattack.excluded', { evidence: 'logs' }, 'anssi')
      .at('18:01');
    expect(only(view, 'emergency.affected')).toMatchObject({ superseded: true, contradictedBy: [] });
    expect(only(view, 'cyberattack.suspected').contradictedBy).toHaveLength(1);
  });

  test('of one’s own measure: a rumour never takes its place, and what rests on it cites the measure', () => {
    const exercise = exerciseOf(4, 'willing-2021', ['ministry', 'anssi', 'services']);
    exercise.runTo(clock('17:02'));
    const about = { areas: ['44', '59', '77'], share: 0.15 };
    const source = { kind: 'act', act: 'orange.readVoice' } as const;
    exercise.learn('orange', { type: 'voice.degraded', about, confidence: 0.9 }, source, { written: true });
    const rumour = { type: 'voice.degraded', about: { numbers: ['15', '18'] }, confidence: 0.3 } as const;
    exercise.runTo(clock('17:05'));
    exercise.learn('orange', rumour, { kind: 'hearsay', from: 'customers' });
    const view = project(exercise, 'orange');
    const own = view.facts.find(({ source: from }) => from.kind === 'act')!;
    expect(own.superseded).toBe(false);
    const rests = view.offers.find(({ act }) => act === 'orange.correlateComplaints')!.rests;
    const cited = view.facts.find(({ statement }) => statement === rests[0]!.statement)!;
    expect(cited.source.kind).not.toBe('hearsay');
  });

  test('one voice after two: what was replaced contradicts nobody any more', () => {
    const view = new Told()
      .hears('16:35', 'restoration.eta', { at: clock('19:00') }, 'orange')
      .hears('16:36', 'restoration.eta', { at: clock('20:00') }, 'anssi')
      .hears('16:37', 'restoration.eta', { at: clock('20:00') }, 'orange')
      .at('16:38');
    const facts = said(view);
    expect(facts.flatMap(({ contradictedBy }) => contradictedBy)).toEqual([]);
    expect(facts.filter(({ superseded }) => !superseded).map(({ about }) => about['at'])).toEqual([
      clock('20:00'),
    ]);
  });

  test.each([
    ['workaround.crosses', { area: '59', answer: 'yes' }, { area: '59', answer: 'no' }, true],
    ['workaround.crosses', { area: '59', answer: 'yes' }, { area: '59', answer: 'unknown' }, false],
    ['workaround.tested', { area: '59', tries: 3, passed: 3 }, { area: '59', tries: 3, passed: 0 }, true],
    ['workaround.tested', { area: '59', tries: 3, passed: 3 }, { area: '59', tries: 3, passed: 2 }, false],
    // A later count of the same thing takes the place of the earlier one.
    ['extent.national', { areas: 20 }, { areas: 50 }, false],
    ['extent.national', { areas: 30 }, { areas: 40 }, false],
    ['advice.public', { wording: 'mobile' }, { wording: 'landline' }, true],
    ['voice.degraded', { share: 0.1 }, { share: 0.4 }, true],
    ['voice.degraded', { share: 0.1 }, { share: 0.2 }, false],
  ] as const)('%s %o and %o: contradiction %s', (type, one, other, contradicts) => {
    const view = new Told()
      .hears('16:35', type, one, 'orange')
      .hears('16:40', type, other, 'services')
      .at('16:41');
    expect(said(view).some(({ contradictedBy }) => contradictedBy.length > 0)).toBe(contradicts);
  });
});

describe('areas', () => {
  test('are all there, in the order of the scenario, unknown until something is said of them', () => {
    const told = new Told();
    const view = told
      .hears('16:35', 'emergency.affected', { numbers: ['15'], areas: ['59'], share: 0.3 })
      .at('16:36');
    expect(view.areas.map(({ code }) => code)).toEqual(told.exercise.spec.areas.map(({ code }) => code));
    expect(area(view, '59')).toMatchObject({ state: 'known', share: 0.3, hit: true });
    expect(area(view, '05')).toEqual({
      code: '05',
      state: 'unknown',
      share: null,
      hit: null,
      other: null,
      statement: null,
    });
  });

  test('fade when nothing says it again', () => {
    const told = new Told().hears('16:32', 'emergency.affected', { numbers: ['15'], areas: ['971'] });
    expect(area(told.at('17:01'), '971').state).toBe('known');
    expect(area(told.at('17:03'), '971').state).toBe('old');
  });

  test('a fault of one line alone says nothing of its place', () => {
    const view = new Told()
      .hears('16:35', 'voice.degraded', { areas: ['59'], ticket: 'individual' })
      .at('16:36');
    expect(area(view, '59').state).toBe('unknown');
  });
});

describe('a share of lost calls', () => {
  const calls = { numbers: ['15', '17', '18', '112'], areas: ['59'], share: 0.2 };
  const voice = { areas: ['59'], share: 0.05 };

  test('told of calls for help is not hidden by one of all voice together, surer or not', () => {
    for (const confidence of [0.4, 0.9]) {
      const view = new Told()
        .hears('17:00', 'emergency.affected', calls, 'neighbours', 0.9)
        .hears('17:01', 'voice.degraded', voice, 'orange', confidence)
        .at('17:02');
      expect(area(view, '59'), `${confidence}`).toMatchObject({ state: 'known', share: 0.2, other: null });
    }
  });

  test('of all voice stands while of calls for help nothing more is known than that they fail', () => {
    const view = new Told()
      .hears('17:00', 'emergency.affected', { numbers: ['15'], areas: ['59'] }, 'neighbours', 0.9)
      .hears('17:01', 'voice.degraded', voice, 'orange', 0.5)
      .at('17:02');
    expect(area(view, '59')).toMatchObject({ state: 'known', share: 0.05 });
  });

  test('a rumour gives way to much surer news, and a rumour that comes later hides none', () => {
    const view = new Told()
      .hears('17:00', 'emergency.affected', calls, 'neighbours', 0.9)
      .hears('17:10', 'emergency.affected', { ...calls, areas: ['59', '62'], share: 0.1 }, 'press', 0.3)
      .at('17:11');
    expect(area(view, '59')).toMatchObject({ share: 0.2 });
    expect(area(view, '62')).toMatchObject({ share: 0.1 });
  });

  test('much newer and far from the surer one is shown beside it', () => {
    const told = new Told()
      .hears('17:00', 'emergency.affected', { ...calls, share: 0.4 }, 'neighbours', 0.9)
      .hears('18:00', 'voice.degraded', voice, 'orange', 0.7);
    expect(area(told.at('18:01'), '59')).toMatchObject({ state: 'contradicted', share: 0.05, other: 0.4 });
  });

  test('much newer and near the surer one leaves it where it is, fading', () => {
    const told = new Told()
      .hears('17:00', 'emergency.affected', calls, 'neighbours', 0.9)
      .hears('18:00', 'voice.degraded', voice, 'orange', 0.7);
    expect(area(told.at('18:01'), '59')).toMatchObject({ state: 'old', share: 0.2, other: null });
  });
});

test('a number is heard of, tested, known to cross or withdrawn, by the most that is known of it', () => {
  const told = new Told().hears('16:35', 'workaround.number', { areas: ['59', '62'] });
  expect(told.at('16:36').numbers.map(({ area: code, state }) => [code, state])).toEqual([
    ['59', 'heard'],
    ['62', 'heard'],
  ]);
  told
    .hears('16:40', 'workaround.tested', { area: '62', tries: 3, passed: 3 })
    .hears('16:41', 'workaround.crosses', { area: '59', answer: 'yes', by: 'orange' }, 'orange')
    .hears('16:42', 'workaround.number', { areas: ['59'] }, 'press');
  expect(told.at('16:43').numbers.map(({ area: code, state }) => [code, state])).toEqual([
    ['59', 'crosses'],
    ['62', 'tested'],
  ]);
  told.hears('16:50', 'workaround.withdrawn', { areas: ['59'] });
  expect(told.at('16:51').numbers[0]).toMatchObject({ area: '59', state: 'withdrawn' });
});
