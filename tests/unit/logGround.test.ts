import { expect, test } from 'vitest';
import { dataHash } from '../../src/exercise/log/dataHash.ts';
import { readGround, scenarioNames } from '../../src/server/ground.ts';
import { groundOf } from '../../src/session/ground.ts';

test('an exercise is played on the same data in the browser and on the command line', () => {
  for (const scenario of scenarioNames()) {
    const ground = groundOf(scenario);
    if (!ground.ok) throw new Error(JSON.stringify(ground.error));
    expect(dataHash(ground.value.ground)).toBe(dataHash(readGround(scenario)));
  }
});

test('other data has another hash', () => {
  const ground = readGround('2021-06-02');
  const { play, file } = ground;
  const others = [
    { ...ground, play: { ...play, events: play.events.slice(1) } },
    { ...ground, file: { ...file, clock: { ...file.clock, end: '26:00' } } },
    { ...ground, territory: ground.territory.slice(1) },
  ];
  const hashes = [ground, ...others].map(dataHash);
  expect(new Set(hashes).size).toBe(hashes.length);
});
