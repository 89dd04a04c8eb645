import { expect, test } from 'vitest';
import { buildDebrief } from '../../src/debrief/buildDebrief.ts';
import { opened } from '../../src/debrief/ghost.ts';
import { seedsAlike } from '../../src/debrief/variants.ts';
import { clock } from '../../src/kernel/time.ts';
import { drawCause } from '../../src/scenario/drawWorld.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import { readGround } from '../../src/server/ground.ts';
import { setupOf } from './exerciseSample.ts';

const ground = readGround('june-evening');
const scenario = ground.file.id;
const to = clock('17:30');
const attacked = Array.from({ length: 50 }, (_, i) => i + 1).find(
  (seed) => drawCause(ground.file, seed) === 'attack',
)!;

test('other evenings to compare with have the same cause where the scenario draws it', () => {
  for (const seed of [1, 2, attacked]) {
    const score = {
      setup: setupOf(seed, 'willing-2021', CORE_SEATS, { scenario }),
      ground,
      commands: [],
      until: to,
    };
    const others = seedsAlike(score, 3);
    expect(new Set([seed, ...others]).size).toBe(4);
    for (const other of others) expect(drawCause(ground.file, other)).toBe(drawCause(ground.file, seed));
  }
});

test('a debrief tells the true cause, and judges what was said of it by that', () => {
  const setup = setupOf(attacked, 'willing-2021', CORE_SEATS, { scenario, to });
  const exercise = opened(setup, ground);
  exercise.runTo(to);
  const model = buildDebrief(exercise);
  expect(model.cause).toBe('attack');
  const since = (fact: string) => model.knowledge.find((row) => row.fact === fact)!.true;
  expect(since('cyberattack.suspected')).toBe(exercise.evening.spec.clock.trigger);
  expect(since('cyberattack.excluded')).toBeNull();
  expect(since('cause.ourOperation')).toBeNull();
  // The ghost lives the same evening: same cause, same callers, the same calls before anybody acts.
  expect(model.ghost.attempts).toBeGreaterThan(0);
  expect(model.curve.tonight.slice(0, 4)).toEqual(model.curve.ghost.slice(0, 4));
});
