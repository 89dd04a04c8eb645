import { MINUTE } from '../../kernel/time.ts';
import type { Exercise } from '../exercise.ts';
import { publishedAreas } from './givenOut.ts';
import type { Source } from '../knowledge/knowledge.ts';
import type { Reading } from '../instruments/reading.ts';
import { corrected, moveTrust } from '../people/trust.ts';

/** The operator holds an entry of the substitute numbers: its throttle spares that département's. */
export function spareListed({ evening, spec }: Exercise, about: Reading['about']): void {
  for (const code of placesOf(about)) {
    const area = spec.areas.findIndex((each) => each.code === code);
    if (area >= 0) evening.spared[area] = 1;
  }
}

function placesOf({ area, areas }: Reading['about']): readonly unknown[] {
  if (Array.isArray(areas)) return areas;
  return area === undefined ? [] : [area];
}

/** Acts that mend a published list. */
const MENDS: readonly string[] = [
  'ministry.correctNumbers',
  'ministry.fixSilently',
  'ministry.withdrawNumbers',
  'ministry.answerWrongLine',
];
/** One affair of wrong numbers at a time: others found meanwhile are the same. */
const SAME_AFFAIR = 60 * MINUTE;
/** A correction counts as its author's own when it was begun so shortly before. */
const OWN = 30 * MINUTE;

/** Somebody else finds that published numbers do not work: an error caught, unless its authors are mending it already. */
export function numbersDoubted(exercise: Exercise, { type, about }: Reading, source: Source): void {
  const byOthers = source.kind === 'message' || source.kind === 'media' || source.kind === 'hearsay';
  const wrong =
    type === 'workaround.withdrawn' ||
    (type === 'workaround.crosses' && about['answer'] === 'yes') ||
    (type === 'workaround.tested' && about['passed'] === 0);
  const { state, now } = exercise;
  if (!byOthers || !wrong || !exercise.tagsOf('ministry').has('listsPublished')) return;
  if (state.doubtedAt !== null && now - state.doubtedAt < SAME_AFFAIR) return;
  // A number that nobody has given out is nobody's error.
  const given = publishedAreas(exercise);
  if (!placesOf(about).some((code) => given.includes(String(code)))) return;
  state.doubtedAt = now;
  const mending = exercise.acts.some(
    ({ spec, seat, begunAt, stopped }) =>
      seat === 'ministry' && !stopped && MENDS.includes(spec) && begunAt >= now - OWN,
  );
  if (mending) corrected(exercise, 'publicToAdvice', 'numbersCorrected');
  else moveTrust(exercise, 'publicToAdvice', -1, 'numbersWrong');
}
