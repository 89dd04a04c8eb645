import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RESULTS } from '../../src/exercise/acts/actResults.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { numbersKnown } from '../../src/exercise/knowledge/numbersKnown.ts';
import { restoreExercise, saveExercise } from '../../src/exercise/log/save.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { CORE_SEATS, DOUBLED, STANDINGS } from '../../src/scenario/play/vocabulary.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import type { ActSpec } from '../../src/scenario/play/types.ts';
import { project } from '../../src/view/project.ts';
import type { ActView } from '../../src/view/seatView.ts';
import { exerciseOf, ground, play } from './exerciseSample.ts';

type Texts = { readonly [key: string]: string | Texts };
const texts = (['fr', 'en'] as const).map(
  (language) =>
    JSON.parse(
      readFileSync(new URL(`../../locales/${language}/play.json`, import.meta.url), 'utf8'),
    ) as Texts,
);
const MEASURES = play.measures.flatMap(({ id, effects }) =>
  effects.some(({ op }) => op === 'act') ? [id] : [],
);
/** Acts whose means lie with others. */
const NOT_IN_ITS_HANDS = [
  'anssi.sampleNumbers',
  'orange.testNumbers',
  'orange.goAround',
  'orange.installPatch',
];

/** An evening where a person holds the seat, with all that opens acts, at an hour of trouble. */
function seated(seat: SeatId, time = '18:10'): Exercise {
  const others = CORE_SEATS.filter((each) => each !== seat);
  const exercise = exerciseOf(5, 'as-in-2021', others, { measures: MEASURES });
  exercise.runTo(clock(time));
  return exercise;
}

/** Gives the seat whatever an act asks for: people, signatures, and what opens its doors. */
function openDoors(exercise: Exercise, seat: SeatId, spec: ActSpec): void {
  for (const pool of exercise.people)
    if (pool.seat === seat) {
      pool.people = Math.max(pool.people, 12);
      pool.busy = 0;
      pool.routine = 0;
    }
  const asked = spec.effects.flatMap((effect) => (effect.op === 'authority' ? [effect.authority] : []));
  const signatures = (['head', 'direction', 'minister', 'prefect'] as const).filter(
    (each) => !asked.includes(each),
  );
  exercise.authorities[seat].splice(0, Infinity, ...signatures);
  for (let tries = 0; tries < 8; tries++) {
    const refusal = exercise.check(seat, { type: 'act', act: spec.id, args: {}, rests: [] });
    if (refusal?.door === undefined) break;
    doAct(exercise, seat, refusal.door);
    // Whether any number answers is the evening's luck.
    if (refusal.params['standing'] === 'numbersTested') answered(exercise, seat);
  }
}

/** One of the numbers that the seat knows has answered a test. */
function answered(exercise: Exercise, seat: SeatId): void {
  const areas = numbersKnown(exercise, seat).slice(0, 1);
  exercise.learn(
    seat,
    { type: 'workaround.tested', about: { areas, origin: 'mobile', tries: 3, passed: 3 }, confidence: 0.7 },
    { kind: 'act', act: 'test' },
  );
}

function doAct(exercise: Exercise, seat: SeatId, id: string): void {
  const refusal = exercise.apply(seat, { type: 'act', act: id, args: {}, rests: [] });
  if (refusal?.door !== undefined) {
    doAct(exercise, seat, refusal.door);
    exercise.apply(seat, { type: 'act', act: id, args: {}, rests: [] });
  }
  exercise.runTo(exercise.now + 61 * MINUTE);
}

function endOf(exercise: Exercise, seat: SeatId, id: string): ActView {
  const act = project(exercise, seat).acts.find((each) => each.act === id);
  if (act === undefined) throw new Error(`${id} was not begun`);
  return act;
}

function restored(text: string): Exercise {
  const exercise = restoreExercise(text, ground);
  if (!exercise.ok) throw new Error(exercise.error.code);
  return exercise.value;
}

/** Keys of lines that a language has no text for. */
const untold = (lines: ActView['results']): string[] =>
  lines.flatMap(({ key }) =>
    texts.flatMap(({ results }) => {
      const group = results as Texts;
      return group[key] === undefined && group[`${key}_other`] === undefined ? [key] : [];
    }),
  );

describe('every act that ends says what came of it, in both languages', () => {
  test.each(CORE_SEATS)('%s', (seat) => {
    const start = saveExercise(seated(seat));
    let exercise = restored(start);
    const silent: string[] = [];
    const unsaid = new Set<string>();
    for (const spec of play.acts.filter((act) => act.seat === seat)) {
      if (exercise.now > clock('20:30')) exercise = restored(start);
      openDoors(exercise, seat, spec);
      const args = Object.fromEntries(
        spec.asks.flatMap(({ name, kind, required }) =>
          required === true ? [[name, kind === 'wording' ? 'any' : 'all']] : [],
        ),
      );
      const refusal = exercise.apply(seat, { type: 'act', act: spec.id, args, rests: [] });
      // Nobody has told this seat of a number, or lends what the act needs: the refusal says so.
      if (refusal?.code === 'means' && NOT_IN_ITS_HANDS.includes(spec.id)) continue;
      // Another act of the walk has brought it about already.
      if (refusal?.code === 'needless') continue;
      expect(refusal, spec.id).toBeNull();
      exercise.runTo(endOf(exercise, seat, spec.id).endsAt);
      // Work that goes on once its people have launched it ends later.
      exercise.runTo(endOf(exercise, seat, spec.id).endsAt);
      const { state, results } = endOf(exercise, seat, spec.id);
      if (state !== 'ended' || results.length === 0) silent.push(spec.id);
      for (const key of untold(results)) unsaid.add(key);
    }
    expect(silent).toEqual([]);
    expect([...unsaid]).toEqual([]);
  });
});

test('every line and every standing has its text, and no text is left over', () => {
  for (const { results, standings } of texts) {
    const keys = Object.keys(results as Texts).map((key) => key.replace(/_(one|many|other)$/, ''));
    expect([...new Set(keys)].sort()).toEqual([...RESULTS].sort());
    expect(Object.keys(standings as Texts).sort()).toEqual([...STANDINGS, ...DOUBLED].sort());
  }
});
