import { expect, test } from 'vitest';
import { parsePlay } from '../../src/scenario/play/load.ts';
import { ground, playParts } from './playSample.ts';

test('the play of the evening is valid', () => {
  const result = parsePlay(playParts(), ground);
  expect(result.ok ? [] : result.error).toEqual([]);
});
