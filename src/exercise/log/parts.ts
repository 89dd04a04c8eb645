import { hashEvening } from '../../callflow/snapshot.ts';
import { canonicalJson } from '../../kernel/canonicalJson.ts';
import { hashText } from '../../kernel/hash.ts';
import type { Exercise } from '../exercise.ts';

/** One hash a part of the exercise, by its name: what tells where two exercises differ. */
export function hashParts({ evening, schedule, state }: Exercise): Record<string, string> {
  const parts: Record<string, string> = {
    callflow: hashEvening(evening),
    schedule: hashJson(schedule),
  };
  for (const [name, part] of Object.entries(state)) parts[name] = hashJson(part);
  return parts;
}

/** Everything an exercise is, as one hash. */
export function hashExercise(exercise: Exercise): string {
  return hashOfParts(hashParts(exercise));
}

export function hashOfParts(parts: Readonly<Record<string, string>>): string {
  return hashText(canonicalJson(parts));
}

/** What JSON keeps of it is what is saved, and what is hashed. */
function hashJson(part: unknown): string {
  return hashText(canonicalJson(JSON.parse(JSON.stringify(part))));
}
