import { describe, expect, test } from 'vitest';
import { insistedIn } from '../../src/exercise/instruments/rooms.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { mergedRests, ownOf } from '../../src/panels/console/mergedRests.ts';
import type { FactView } from '../../src/view/seatView.ts';
import { sayerOf } from '../../src/view/seat/says.ts';
import { exerciseOf, learns, play } from './exerciseSample.ts';

const fact = (statement: number, more: Partial<FactView>): FactView => ({
  statement,
  type: 'emergency.affected',
  about: {},
  of: 0,
  since: 0,
  source: { kind: 'message', from: 'ministry', message: 1 },
  sources: [],
  confidence: 0.6,
  writtenDown: true,
  contradictedBy: [],
  superseded: false,
  replacedBy: [],
  ...more,
});
const persons = () => exerciseOf(3, 'as-in-2021', ['orange', 'ministry', 'anssi'], { home: '78' });

describe('what a card says is known', () => {
  test('has one’s own latest reading beside what others say of the same', () => {
    const reading = { kind: 'instrument', sensor: 'services.calls' } as const;
    const facts = [fact(1, {}), fact(2, { source: reading, of: 5 }), fact(3, { source: reading, of: 9 })];
    const cited = [{ fact: 'emergency.affected', statement: 1 }] as const;
    expect(ownOf(cited, facts)).toEqual([{ fact: 'emergency.affected', statement: 3 }]);
    expect(ownOf([{ fact: 'emergency.affected', statement: 3 }], facts)).toEqual([]);
    expect(ownOf(mergedRests([]), facts)).toEqual([]);
  });
});

describe('what an option says in one’s name', () => {
  test('help that has nothing to say says nothing: no word is asked for it', () => {
    const exercise = persons();
    exercise.runTo(clock('16:50'));
    const says = sayerOf(exercise, 'services');
    expect(says({ acts: ['services.crewsOut'] })).toBe(null);
    expect(says({ acts: ['services.mutualAid'] })).toBe(null);
    learns(exercise, 'services', 'advice.public', { wording: 'any' }, 0.9);
    expect(sayerOf(exercise, 'services')({ acts: ['services.crewsOut'] })?.said).toHaveLength(1);
  });

  test('a number handed over for its readers alone is told in confidence', () => {
    const shared = play.acts.find(({ id }) => id === 'services.shareNumber')!;
    const told = shared.effects.filter((effect) => effect.op === 'tell');
    expect(told.map((effect) => effect.inConfidence)).toEqual([true]);
  });
});

test('callers who insisted: a longer stretch never counts fewer than a shorter one that ends with it', () => {
  const exercise = persons();
  for (const at of ['16:50', '17:20', '19:00']) {
    exercise.runTo(clock(at));
    const counted = [6, 15, 45, 150].map((minutes) =>
      insistedIn(exercise.evening, exercise.opening.home, exercise.now - minutes * MINUTE, exercise.now),
    );
    counted
      .slice(1)
      .forEach((longer, i) =>
        longer.forEach((count, room) => expect(count).toBeGreaterThanOrEqual(counted[i]![room]!)),
      );
  }
});
