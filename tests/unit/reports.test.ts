import { describe, expect, test } from 'vitest';
import type { Act } from '../../src/exercise/acts/acts.ts';
import type { CommandBody } from '../../src/exercise/commands.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { reportWent } from '../../src/exercise/acts/reports.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { goalFigure } from '../../src/debrief/goalFigures.ts';
import { openExercise } from '../../src/exercise/open.ts';
import { exerciseOf, ground, play, setupOf } from './exerciseSample.ts';

const report: CommandBody = { type: 'act', act: 'services.reportPrefecture', args: {}, rests: [] };

const { rules } = play;
/** Prefectures whose telephone is all on the failing equipment, and who are rung once. */
const worse = {
  ...ground,
  play: {
    ...play,
    rules: { ...rules, phone: { ...rules.phone, tries: 1 }, lines: [{ who: 'prefects', copper: 1 }] },
  },
};

/** Rooms that hold that calls fail report to their prefecture at 17:20, and what came of it once it has rung. */
function reported(seed: number): { readonly exercise: Exercise; readonly act: Act } {
  const opened = openExercise(
    setupOf(seed, 'as-in-2021', ['orange', 'ministry', 'anssi'], { home: '59' }),
    worse,
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened.error[0]));
  const exercise = opened.value;
  exercise.runTo(clock('17:20'));
  exercise.learn(
    'services',
    { type: 'voice.degraded', about: { areas: ['59'] }, confidence: 0.9 },
    { kind: 'act', act: 'services.compareUsual' },
  );
  expect(exercise.apply('services', report)).toBe(null);
  const act = exercise.actsOf('services', 'services.reportPrefecture')[0]!;
  exercise.runTo(act.endsAt + 20 * MINUTE);
  return { exercise, act };
}

const evenings = Array.from({ length: 16 }, (_, seed) => reported(seed + 1));
const calls = evenings.map(({ exercise, act }) => ({
  exercise,
  act,
  call: exercise.messages.find((message) => message.act === act.id && message.to.includes('prefects'))!,
  copy: exercise.messages.find((message) => message.act === act.id && message.to.includes('ministry'))!,
}));

describe('a report by telephone', () => {
  test('counts once it is taken', () => {
    const taken = calls.filter(({ call }) => !call.failed);
    expect(taken.length).toBeGreaterThan(0);
    for (const { exercise, act } of taken) {
      expect(reportWent(exercise, act)).toBe(true);
      expect(exercise.tagsOf('services').has('reported')).toBe(true);
      expect(act.results).toContainEqual(
        expect.objectContaining({ key: 'nowIs', params: { tag: 'reported' } }),
      );
      expect(goalFigure(exercise, 'services')).toBeLessThan((exercise.now - clock('16:45')) / MINUTE);
    }
  });

  test('is none when nobody was reached, though its copy went: the rooms stay without a report, and can try again', () => {
    const failed = calls.filter(({ call }) => call.failed);
    expect(failed.length).toBeGreaterThan(0);
    for (const { exercise, act, copy } of failed) {
      expect(copy.failed).toBe(false);
      expect(reportWent(exercise, act)).toBe(false);
      expect(exercise.tagsOf('services').has('unreported')).toBe(true);
      expect(act.results.map(({ params }) => params['tag'])).not.toContain('reported');
      expect(exercise.check('services', report)).toBe(null);
    }
  });
});

test('a report in writing counts when it leaves', () => {
  const exercise = exerciseOf(1, 'as-in-2021', ['orange', 'ministry', 'anssi'], { home: '59' });
  exercise.runTo(clock('17:20'));
  const own = 'services.reportOwnChain';
  expect(exercise.apply('services', { ...report, act: own })).toBe(null);
  exercise.runTo(exercise.actsOf('services', own)[0]!.endsAt);
  expect(exercise.tagsOf('services').has('reported')).toBe(true);
  expect(reportWent(exercise, exercise.actsOf('services', own)[0]!)).toBe(true);
});
