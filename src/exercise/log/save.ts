import { loadEvening, saveEvening } from '../../callflow/snapshot.ts';
import { canonicalJson } from '../../kernel/canonicalJson.ts';
import { hashText } from '../../kernel/hash.ts';
import { err, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { bytesOf, textOf } from './base64.ts';
import { Exercise } from '../exercise.ts';
import type { ExerciseGround } from '../exercise.ts';
import { openingOf } from '../open.ts';
import { Schedule } from '../schedule.ts';
import type { ExerciseSetup } from '../setup.ts';
import type { ExerciseState } from '../state.ts';

const FORMAT = 1;

export interface ExerciseSaveError {
  /** The text is not a save, is of another format, was altered, or does not fit the ground it is restored on. */
  readonly code: 'notASave' | 'otherFormat' | 'altered' | 'otherWorld';
}

interface Saved {
  readonly setup: ExerciseSetup;
  readonly schedule: ReturnType<Schedule['toJSON']>;
  readonly state: ExerciseState;
}

/** The whole exercise as text: a line of format, hash and JSON, then the evening's bytes, which carry their own digest. */
export function saveExercise({ setup, evening, schedule, state }: Exercise): string {
  const saved = { setup, schedule: schedule.toJSON(), state };
  const body = canonicalJson(JSON.parse(JSON.stringify(saved)));
  return `${FORMAT} ${hashText(body)} ${body}\n${textOf(saveEvening(evening))}`;
}

/** Goes on exactly as the original would. Nothing is changed when the text does not fit. */
export function restoreExercise(text: string, ground: ExerciseGround): Result<Exercise, ExerciseSaveError> {
  const end = text.indexOf('\n');
  const parts = /^(\d+) ([0-9a-f]{32}) (\{.*\})$/.exec(text.slice(0, Math.max(0, end)));
  if (parts === null) return err({ code: 'notASave' });
  if (Number(parts[1]) !== FORMAT) return err({ code: 'otherFormat' });
  if (hashText(parts[3]!) !== parts[2]) return err({ code: 'altered' });
  const saved = JSON.parse(parts[3]!) as Saved;
  const opened = openingOf(saved.setup, ground);
  if (!opened.ok) return err({ code: 'otherWorld' });
  const { opening } = opened.value;
  const bytes = bytesOf(text.slice(end + 1));
  if (bytes === null) return err({ code: 'altered' });
  const evening = loadEvening(opening.spec, bytes);
  if (!evening.ok) return err({ code: evening.error.code === 'otherWorld' ? 'otherWorld' : 'altered' });
  const schedule = new Schedule();
  schedule.restore(saved.schedule);
  return ok(new Exercise(opening, evening.value, saved.state, schedule));
}
