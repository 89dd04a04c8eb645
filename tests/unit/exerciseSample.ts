import { readFileSync } from 'node:fs';
import type { Exercise, ExerciseGround } from '../../src/exercise/exercise.ts';
import { openExercise } from '../../src/exercise/open.ts';
import type { HolderId } from '../../src/exercise/seat.ts';
import type { ExerciseSetup, Holder } from '../../src/exercise/setup.ts';
import { clock } from '../../src/kernel/time.ts';
import { parsePlay } from '../../src/scenario/play/load.ts';
import type { PlayParts } from '../../src/scenario/play/load.ts';
import { PART_NAMES } from '../../src/scenario/play/schema.ts';
import type { DoctrineId } from '../../src/scenario/play/types.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import type { FactType, SeatId } from '../../src/scenario/play/vocabulary.ts';
import { scenarioFile, territory } from './scenarioSample.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../assets/play/${name}.json`, import.meta.url), 'utf8'));
const parsed = parsePlay(Object.fromEntries(PART_NAMES.map((name) => [name, read(name)])) as PlayParts);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.error[0]));
export const play = parsed.value;

export const ground: ExerciseGround = { file: scenarioFile(), territory, play };

/** A setup of 2 June with machines of one doctrine in the given seats, persons in the others. */
export function setupOf(
  seed: number,
  doctrine: DoctrineId,
  machines: readonly SeatId[] = CORE_SEATS,
  others: Partial<ExerciseSetup> = {},
): ExerciseSetup {
  const seats = Object.fromEntries(
    CORE_SEATS.map((seat): [SeatId, Holder] => [
      seat,
      machines.includes(seat) ? { by: 'machine', doctrine } : { by: 'person' },
    ]),
  ) as Record<SeatId, Holder>;
  return {
    scenario: '2021-06-02',
    seed,
    measures: [],
    seats,
    home: '37',
    tempo: 'solo',
    from: clock('16:30'),
    to: clock('24:00'),
    set: {},
    ...others,
  };
}

/** An exercise of 2 June with machines of one doctrine in the given seats, persons in the others. */
export function exerciseOf(
  seed: number,
  doctrine: DoctrineId,
  machines: readonly SeatId[] = CORE_SEATS,
  others: Partial<ExerciseSetup> = {},
): Exercise {
  const opened = openExercise(setupOf(seed, doctrine, machines, others), ground);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error[0]));
  return opened.value;
}

/** The holder finds it by an act of its own, and writes it down. */
export function learns(
  exercise: Exercise,
  holder: HolderId,
  type: FactType,
  about: Readonly<Record<string, unknown>>,
  confidence: number,
  act = 'somewhere',
): void {
  exercise.learn(holder, { type, about, confidence }, { kind: 'act', act }, { written: true });
}
