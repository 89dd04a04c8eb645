import { describe, expect, test } from 'vitest';
import { createEvening } from '../../src/callflow/evening.ts';
import { hashEvening } from '../../src/callflow/snapshot.ts';
import { hashExercise } from '../../src/exercise/log/parts.ts';
import { openExercise } from '../../src/exercise/open.ts';
import { ReusedArrays } from '../../src/kernel/arrays.ts';
import { operation, smallCountry } from './callflowWorlds.ts';
import { ground, setupOf } from './exerciseSample.ts';

const small = smallCountry();

function hashOf(seed: number, arrays?: ReusedArrays): string {
  arrays?.takeBack();
  const evening = createEvening(small, seed, [operation()], undefined, undefined, arrays);
  evening.runToEnd();
  return hashEvening(evening);
}

function played(seed: number, reused?: ReusedArrays): string {
  reused?.takeBack();
  const opened = openExercise(setupOf(seed, 'novice'), ground, undefined, reused);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error[0]));
  opened.value.runTo(opened.value.setup.to);
  return hashExercise(opened.value);
}

describe('arrays of an evening that nobody reads any longer', () => {
  const arrays = new ReusedArrays();

  test('make the same evenings as new ones, whatever lay in them', () => {
    for (const seed of [1, 2, 3, 2, 1]) expect(hashOf(seed, arrays)).toBe(hashOf(seed));
  });

  test('make the same exercises, loads included', () => {
    for (const seed of [11, 12]) expect(played(seed, arrays)).toBe(played(seed));
  });

  test('are zeros when they are given out again, and longer when that is asked for', () => {
    const own = new ReusedArrays();
    const first = own.int32(10).fill(7);
    own.takeBack();
    const again = own.int32(10);
    expect(again.buffer).toBe(first.buffer);
    expect([...again]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    own.takeBack();
    expect(own.float32(100_000)).toHaveLength(100_000);
    expect(own.int32(10).buffer).not.toBe(again.buffer);
  });
});
