import { canonicalJson } from '../../kernel/canonicalJson.ts';
import { hashText } from '../../kernel/hash.ts';
import type { ExerciseGround } from '../open.ts';

const known = new WeakMap<ExerciseGround, string>();

/** Hash of what an exercise is played on: the scenario, the territory and the play's data. */
export function dataHash(ground: ExerciseGround): string {
  const before = known.get(ground);
  if (before !== undefined) return before;
  // Fields left out and fields said to be undefined are the same data.
  const plain = JSON.parse(JSON.stringify([ground.file, ground.territory, ground.play])) as unknown;
  const hash = hashText(canonicalJson(plain));
  known.set(ground, hash);
  return hash;
}
