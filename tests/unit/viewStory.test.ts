import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DIALLED } from '../../src/callflow/attemptLog.ts';
import { CAUSES } from '../../src/callflow/cause.ts';
import { NUMBERS, OPERATORS, ORIGINS } from '../../src/callflow/spec.ts';
import { clock } from '../../src/kernel/time.ts';
import { tellStory } from '../../src/view/story.ts';
import { moments, orderLists, seeds } from './callflowArbitrary.ts';
import { finished } from './callflowWorlds.ts';
import { small, smallOrders, stoppedAt } from './viewSamples.ts';

test('the story of any attempt is what the log holds of its caller', () => {
  fc.assert(
    fc.property(seeds, moments(small), orderLists(small), fc.nat(), (seed, at, orders, any) => {
      const evening = stoppedAt(at, seed, small, [...smallOrders, ...orders]);
      const { log, callers } = evening;
      fc.pre(log.count > 0);
      const attempt = any % log.count;
      const story = tellStory(evening, attempt);
      if (story === null) throw new Error('no story');
      const { caller } = story;
      expect(caller).toBe(log.caller[attempt]);
      expect(story.area).toBe(small.areas[callers.area[caller]].code);
      expect(story.number).toBe(NUMBERS[callers.number[caller]]);
      expect(story.origin).toBe(ORIGINS[callers.origin[caller]]);
      expect(story.operator).toBe(OPERATORS[callers.operator[caller]]);
      expect(story.firstAt).toBe(callers.arrival[caller]);
      const his = Array.from({ length: log.count }, (_, i) => i).filter((i) => log.caller[i] === caller);
      expect(story.attempts.map((each) => each.attempt)).toEqual(his);
      expect(story.attempts[0].at).toBe(story.firstAt);
      expect(story.attempts).toHaveLength(evening.tries[caller]);
      for (const each of story.attempts) {
        const i = each.attempt;
        expect(each.cause).toBe(CAUSES[log.cause(i)]);
        expect(each.at).toBe(log.at[i]);
        expect(each.answered ?? 0).toBe(log.answered[i]);
        expect(each.end ?? 0).toBe(log.end[i]);
        expect(each.from).toBe(ORIGINS[log.origin(i)]);
        const server = small.network.servers.findIndex(({ id }) => id === each.server);
        expect([server, each.module]).toEqual([log.server(i), server < 0 ? null : log.module(i)]);
        const dialled =
          each.dialled === 'tenDigit'
            ? DIALLED.tenDigit
            : each.dialled === 'callback'
              ? DIALLED.callback
              : NUMBERS.indexOf(each.dialled);
        expect(dialled).toBe(log.dialled(i));
      }
      const last = story.attempts[story.attempts.length - 1];
      if (story.outcome === 'served' || story.outcome === 'servedLate') {
        expect(last.cause).toBe('answered');
        expect(story.outcome === 'served').toBe(story.attempts.length === 1);
      }
      if (story.outcome === 'neverServed' || story.outcome === 'wentThere')
        expect(['answered', 'open']).not.toContain(last.cause);
    }),
    { numRuns: 150, seed: 1 },
  );
});

test('every kind of story is told: call backs, substitute numbers, other phones, those who go there', () => {
  const evening = finished(small, 1, smallOrders);
  const told = new Set<string>();
  for (let attempt = 0; attempt < evening.log.count; attempt++) {
    const story = tellStory(evening, attempt);
    if (story === null) continue;
    told.add(story.outcome);
    for (const each of story.attempts) {
      told.add(`${each.dialled}`);
      if (each.from !== story.origin) told.add('another phone');
    }
  }
  for (const kind of [
    'served',
    'servedLate',
    'neverServed',
    'wentThere',
    'callback',
    'tenDigit',
    'another phone',
  ])
    expect(told).toContain(kind);
});

test('no such attempt, no story', () => {
  const evening = stoppedAt(clock('17:00'));
  for (const attempt of [-1, evening.log.count, 0.5, NaN, Infinity])
    expect(tellStory(evening, attempt)).toBeNull();
});

test('a story holds no age, illness, name or word', () => {
  const story = tellStory(stoppedAt(clock('18:00')), 100);
  expect(Object.keys(story ?? {}).sort()).toEqual(
    ['area', 'attempts', 'caller', 'firstAt', 'number', 'operator', 'origin', 'outcome'].sort(),
  );
});
