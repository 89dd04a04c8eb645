import { causeIndex } from '../../callflow/attemptLog.ts';
import { numberOfKey } from '../../callflow/callers.ts';
import { ROOMS } from '../../callflow/spec.ts';
import type { Room } from '../../callflow/spec.ts';
import { MINUTE, SECOND } from '../../kernel/time.ts';
import { noteLast, say } from '../acts/actResults.ts';
import type { Act } from '../acts/acts.ts';
import type { Lent } from './capacity.ts';
import type { Exercise } from '../exercise.ts';
import { attemptsHeard, ringsOf } from '../instruments/ledger.ts';
import { ALL_ROOMS } from '../instruments/rooms.ts';
import { roomsIn } from '../places.ts';

const ABANDONED = causeIndex('abandoned');
/** Whoever waits longer than that has waited (assumed; rooms count their answers within a quarter of a minute). */
const LATE = 15 * SECOND;
/** What is lent for less is a moment: nobody counts what it cost. */
const COUNTED = 20 * MINUTE;
/** Before it began, for comparison. */
const BEFORE = 30 * MINUTE;

/** How those waited who reached some rooms in a stretch of time. */
export interface Waits {
  /** Answered, or hung up while they waited. */
  readonly calls: number;
  /** Answered after more than a quarter of a minute. */
  readonly late: number;
  readonly gaveUp: number;
  /** Mean time to an answer, ms; 0 when nobody was answered. */
  readonly mean: number;
}

/** Waits at rooms of the own département (indices 0 to 2) of the calls that began in [from, to). */
export function waitsAt(
  evening: Exercise['evening'],
  area: number,
  rooms: readonly number[],
  from: number,
  to: number,
): Waits {
  const { log, callers } = evening;
  let answered = 0;
  let sum = 0;
  let late = 0;
  let gaveUp = 0;
  for (const attempt of attemptsHeard(
    evening,
    { name: `area${area}`, areas: [area], rooms: ALL_ROOMS },
    from,
    to,
  )) {
    if (!rooms.includes(ringsOf(log.info[attempt]!, numberOfKey(callers.key[log.caller[attempt]!]!))))
      continue;
    const answeredAt = log.answered[attempt]!;
    if (answeredAt === 0) {
      if (log.cause(attempt) === ABANDONED) gaveUp++;
      continue;
    }
    const wait = answeredAt - log.at[attempt]!;
    answered++;
    sum += wait;
    if (wait > LATE) late++;
  }
  return { calls: answered + gaveUp, late, gaveUp, mean: answered === 0 ? 0 : Math.round(sum / answered) };
}

const seconds = (ms: number): number => Math.round(ms / SECOND);

/** Call-takers there are now, or are worth, in rooms of the own département. */
export function takersOf({ evening, opening }: Exercise, rooms: readonly Room[]): number {
  return roomsIn(opening.home, rooms).reduce((sum, room) => sum + evening.takers[room]!, 0);
}

/** Persons in a room see what lending, holding up or sorting leaves of it, at once… */
export function sayTakers(
  exercise: Exercise,
  act: Act | null,
  rooms: readonly Room[],
  before: number,
  until: number,
): void {
  const after = takersOf(exercise, rooms);
  if (before === after) say(exercise, act, 'takersSame', { rooms, before, until });
  else say(exercise, act, 'takersNow', { rooms, before, after, until });
}

/** People called in: how many more there will be, as a person in a room counts them. */
export function sayStaff(
  exercise: Exercise,
  act: Act,
  { rooms, factor }: { readonly rooms: readonly Room[]; readonly factor: number },
  minutes: number,
): void {
  const { evening, opening } = exercise;
  if (act.seat !== 'services' || !exercise.isPerson('services'))
    return say(exercise, act, 'staffSoon', { percent: Math.round(100 * (factor - 1)), minutes });
  const after = roomsIn(opening.home, rooms).reduce(
    (sum, room) => sum + Math.round(evening.usual[room]! * factor),
    0,
  );
  say(exercise, act, 'staffComing', { rooms, before: takersOf(exercise, rooms), after, minutes });
}

/** …and, once it is over, how their callers have waited meanwhile. */
export function sayWaited(exercise: Exercise, { act: id, rooms, since }: Lent): void {
  if (id === undefined || since === undefined || exercise.now - since < COUNTED) return;
  const { evening, opening, now } = exercise;
  const act = exercise.acts[id]!;
  const own = rooms.filter((room) => Math.floor(room / ROOMS.length) === opening.home);
  const indices = own.map((room) => room % ROOMS.length);
  const { calls, late, gaveUp, mean } = waitsAt(evening, opening.home, indices, since, now);
  if (calls === 0) return;
  const before = waitsAt(evening, opening.home, indices, since - BEFORE, since);
  say(exercise, act, 'waited', {
    rooms: indices.map((index) => ROOMS[index]!),
    calls,
    late,
    gaveUp,
    seconds: seconds(mean),
    before: seconds(before.mean),
  });
  noteLast(exercise, act);
}
