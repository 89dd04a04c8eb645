import { readFileSync } from 'node:fs';
import { SETTINGS_2021 } from '../../src/actors/settings.ts';
import { hashEvening } from '../../src/callflow/snapshot.ts';
import { Exercise } from '../../src/exercise/exercise.ts';
import { MachinePlayer } from '../../src/exercise/players.ts';
import { canonicalJson } from '../../src/kernel/canonicalJson.ts';
import { hashText } from '../../src/kernel/hash.ts';
import { clock } from '../../src/kernel/time.ts';
import { parsePlay } from '../../src/scenario/play/load.ts';
import { PART_NAMES } from '../../src/scenario/play/schema.ts';
import type { PlayParts } from '../../src/scenario/play/load.ts';
import type { DoctrineId } from '../../src/scenario/play/types.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { openWorld } from '../../src/session/world.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../assets/play/${name}.json`, import.meta.url), 'utf8'));
const parsed = parsePlay(Object.fromEntries(PART_NAMES.map((name) => [name, read(name)])) as PlayParts);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.error[0]));
export const play = parsed.value;

/** An exercise of 2 June with machines of one doctrine in the given seats, the other seats empty. */
export function exerciseOf(
  seed: number,
  doctrine: DoctrineId,
  machines: readonly SeatId[] = CORE_SEATS,
): { exercise: Exercise; players: MachinePlayer[] } {
  const world = openWorld({}, null);
  if (!world.ok) throw new Error('the scenario does not open');
  const { spec, orders } = world.value;
  const exercise = new Exercise({
    spec,
    seed,
    play,
    settings: SETTINGS_2021,
    orders: orders.filter(({ type }) => type === 'operation'),
    machines,
    home: spec.areas.findIndex(({ code }) => code === '59'),
    cause: 'bug',
    from: clock('16:30'),
  });
  const players = machines.map((seat) => {
    const { rules } = play.doctrines.find((each) => each.id === doctrine && each.seat === seat)!;
    return new MachinePlayer(seat, rules, seed);
  });
  for (const player of players) player.enrol(exercise);
  return { exercise, players };
}

/** Everything an exercise is, as one hash. */
export function hashExercise(exercise: Exercise): string {
  const { knowledge, people, messages, acts, actors, trust, authorities, milestones } = exercise;
  const rest = { knowledge, people, messages, acts, actors, trust, authorities, milestones };
  return hashText(hashEvening(exercise.evening) + canonicalJson(JSON.parse(JSON.stringify(rest))));
}
