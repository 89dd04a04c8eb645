import { describe, expect, test } from 'vitest';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { envelope } from '../../src/exercise/events/worldEffects.ts';
import { exerciseOf, play } from './exerciseSample.ts';

const alone = (seat: SeatId, seed = 3, home = '59') =>
  exerciseOf(
    seed,
    'willing-2021',
    CORE_SEATS.filter((each) => each !== seat),
    { home },
  );

describe('what a search has found', () => {
  test('is new when the gauge showed it while the search went on, and has its counts beside the share', () => {
    let found = 0;
    for (const seed of [1, 2, 3, 4]) {
      const exercise = alone('services', seed);
      exercise.runTo(clock('16:58'));
      const held = exercise.knowledge.held.services.length;
      exercise.apply('services', { type: 'act', act: 'services.compareCalls', args: {}, rests: [] });
      const act = exercise.acts.at(-1)!;
      exercise.runTo(act.endsAt);
      if (held > 0 || act.found.length === 0) continue;
      found++;
      const keys = act.results.map(({ key }) => key);
      expect(keys).toContain('found');
      expect(keys).not.toContain('foundSame');
      expect(keys).toContain('callsCounted');
    }
    expect(found).toBeGreaterThan(0);
  });

  test('of one’s own number is told in calls, and a way that tries did not show is not known', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const exercise = alone('services', seed);
      exercise.runTo(clock('17:30'));
      for (const act of ['services.openCopperLine', 'services.testLine']) {
        exercise.apply('services', { type: 'act', act, args: {}, rests: [] });
        exercise.runTo(exercise.acts.at(-1)!.endsAt + 15 * MINUTE);
      }
      const tested = exercise.actsOf('services', 'services.testLine').at(-1);
      expect(tested?.results.map(({ key }) => key)).toContain('testedOne');
    }
    for (const seed of [1, 2, 3]) {
      const exercise = alone('services', seed);
      exercise.runTo(clock('24:00'));
      const { held, statements } = exercise.knowledge;
      for (const { statement, source } of held.services)
        if (source.kind !== 'message' && statements[statement]!.type === 'workaround.crosses')
          expect(statements[statement]!.about['answer']).not.toBe('unknown');
    }
  });
});

test('five rooms do not count for a country', () => {
  for (const seed of [1, 2, 3, 4]) {
    const exercise = alone('ministry', seed);
    exercise.runTo(clock('17:05'));
    exercise.apply('ministry', { type: 'act', act: 'ministry.ringRooms', args: {}, rests: [] });
    const act = exercise.acts.at(-1)!;
    exercise.runTo(act.endsAt);
    for (const index of act.found) {
      const { type, about } = exercise.knowledge.statements[index]!;
      if (type === 'extent.national') expect(Number(about['areas'])).toBeLessThanOrEqual(5);
    }
  }
});

test('the prefect on the radio recommends another telephone than the State', () => {
  const { message } = play.events.find(({ id }) => id === 'prefectOnRadio')!;
  for (const [said, other] of [
    ['landline', 'mobile'],
    ['mobile', 'landline'],
    ['any', 'landline'],
  ] as const) {
    const exercise = alone('services');
    exercise.runTo(clock('17:00'));
    exercise.state.publicWords.push({
      by: 'ministry',
      at: exercise.now,
      key: null,
      text: '',
      wording: said,
      informed: false,
      statements: [],
    });
    envelope(exercise, { ...message!, key: 'events.prefectOnRadio', to: ['services'] }, 0);
    const [index] = exercise.messages.at(-1)!.statements;
    expect(exercise.knowledge.statements[index!]!.about['wording']).toBe(other);
  }
});
