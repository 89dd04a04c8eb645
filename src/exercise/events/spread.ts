import { PURPOSE } from '../../callflow/purpose.ts';
import { ROOMS } from '../../callflow/spec.ts';
import { Draws } from '../../kernel/threefry.ts';
import { MINUTE } from '../../kernel/time.ts';
import type { Exercise } from '../exercise.ts';
import type { Message } from '../messages/messages.ts';
import { neighboursOf } from '../neighbours.ts';

/**
 * Neighbours who are told of a number that was tried and holds open one of the same kind: so many of them, each in its
 * own time.
 */
export function spreadToNeighbours(exercise: Exercise, message: Message): void {
  const { evening, ground, knowledge, state } = exercise;
  const proven = message.statements.some((index) => {
    const { type, about } = knowledge.statements[index]!;
    return type === 'workaround.tested' && about['tries'] !== undefined && about['tries'] === about['passed'];
  });
  if (!proven || state.spread.includes(message.author)) return;
  state.spread.push(message.author);
  const from = message.author === 'rooms' ? exercise.opening.roomsHome : exercise.opening.home;
  const technology = evening.numbers.technology[from * 3]!;
  const { least, most, places } = ground.play.rules.spread;
  const draws = new Draws(exercise.setup.seed);
  const near = neighboursOf(exercise.opening, from)
    .filter((area) => isClosed(exercise, area))
    .map((area) => {
      draws.draw(area, PURPOSE.spread, 0);
      return { area, rank: draws.u0, luck: draws.u1 };
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, places);
  for (const { area, luck } of near)
    exercise.schedule.add(exercise.now + Math.floor((least + (most - least) * luck) * MINUTE), {
      kind: 'spread',
      area,
      technology,
    });
}

/** Share of people who hear of a number that rooms pass on among themselves, to doctors and to town halls. */
const REACH = 0.15;

/** None of the rooms of an area has a number of its own. */
function isClosed({ evening }: Exercise, area: number): boolean {
  return ROOMS.every((_, room) => evening.numbers.technology[area * 3 + room]! < 0);
}

/** A neighbour has copied the means: its number is open, tried, and known to those around it. */
export function copied(exercise: Exercise, area: number, technology: number): void {
  if (!isClosed(exercise, area)) return;
  const areas = [exercise.spec.areas[area]!.code];
  const at = exercise.now;
  const line = (['copper', 'ip', 'mobile'] as const)[technology] ?? 'mobile';
  exercise.give({
    at,
    by: 'neighbours',
    type: 'openNumbers',
    args: { areas, rooms: [...ROOMS], technology: line },
  });
  exercise.give({
    at,
    by: 'neighbours',
    type: 'publishNumbers',
    args: { areas, tested: true, reach: REACH },
  });
}
