import { areaOfKey, numberOfKey } from '../../callflow/callers.ts';
import type { Evening } from '../../callflow/evening.ts';
import { ROOM_OF_NUMBER, ROOMS, TECHNOLOGIES } from '../../callflow/spec.ts';
import { clock, MINUTE } from '../../kernel/time.ts';
import { OPERATION } from '../events/operation.ts';
import type { Reader } from '../../scenario/play/choices.ts';
import type { Exercise } from '../exercise.ts';
import { serving, sickServers } from '../instruments/common.ts';
import { neighboursOf } from '../neighbours.ts';
import { LOST, lossesSince, shareLost } from '../places.ts';

/**
 * How dilemmas turned out when the physics decides: nothing is drawn for these, the world is read. Each gives an
 * outcome of its dilemma, or null while it cannot be told.
 */
export const READ: Readonly<Record<Reader, (exercise: Exercise) => string | null>> = {
  serversHeard,
  restartHeld,
  pairWoke,
  repairHour,
  listCopper,
  curiousShare,
  neighbourLoss,
  worseNumber,
  homeSilence,
};

const after =
  (minutes: number) =>
  (decided: number): number[] => [decided + minutes * MINUTE];

/** When the world is read, from the minute of the decision. */
export const READ_AFTER: Readonly<Record<Reader, (decided: number) => number[]>> = {
  serversHeard: after(10),
  restartHeld: after(60),
  pairWoke: after(60),
  repairHour: () => [clock('22:30'), clock('24:00')],
  listCopper: after(90),
  curiousShare: after(5),
  neighbourLoss: after(5),
  worseNumber: after(5),
  homeSilence: after(5),
};

/** An order goes through to modules that serve: half of them, or the order is mostly lost. */
function serversHeard({ evening }: Exercise): string {
  const { servers } = evening.spec.network;
  const share = servers.reduce((sum, _, server) => sum + serving(evening, server), 0) / servers.length;
  return share >= 0.5 ? 'heard' : 'dropped';
}

function asleep({ evening }: Exercise): readonly boolean[] {
  return evening.spec.network.servers.map((_, server) => evening.servers.awake[server] === 0);
}

/** A restart holds when one server at least no longer leaks; it does nothing to a fault of another kind. */
function restartHeld(exercise: Exercise): string {
  if (exercise.cause !== 'bug') return 'elsewhere';
  return asleep(exercise).includes(true) ? 'holds' : 'returns';
}

/** What sleeps beside a partner that is awake will be woken by it. */
function pairWoke(exercise: Exercise): string {
  if (exercise.cause !== 'bug') return 'elsewhere';
  const sleeps = asleep(exercise);
  const { servers } = exercise.spec.network;
  const safe = servers.some(({ partner }, server) => sleeps[server] && sleeps[partner]);
  return safe ? 'sleeps' : 'wakes';
}

/** Restored when no module of the servers is down for the fault. */
function repairHour({ evening, now, setup }: Exercise): string | null {
  const ill = sickServers(evening).length > 0;
  if (now < clock('23:00')) return ill ? null : 'early';
  return ill && now >= setup.to - MINUTE ? 'late' : ill ? null : 'midnight';
}

const COPPER = TECHNOLOGIES.indexOf('copper');

function listCopper({ evening, spec }: Exercise): string {
  let published = 0;
  let copper = 0;
  for (let room = 0; room < spec.areas.length * ROOMS.length; room++) {
    if (!evening.numbers.isPublished(room)) continue;
    published++;
    if (evening.numbers.technology[room] === COPPER) copper++;
  }
  if (published === 0) return 'nonePublished';
  return copper * 2 > published ? 'mostlyCopper' : 'mostlyOther';
}

function curiousShare(exercise: Exercise): string {
  return exercise.tagsOf('population').has('publicCurious') ? 'curiousMany' : 'curiousFew';
}

/** Of the départements around; worse is a tenth more of the calls. */
function neighbourLoss(exercise: Exercise): string {
  const { opening, now } = exercise;
  const losses = lossesSince(exercise, now - 30 * MINUTE);
  const worst = Math.max(0, ...neighboursOf(opening, opening.home).map((area) => shareLost(losses, area)));
  return worst > shareLost(losses, opening.home) + 0.1 ? 'neighbourWorse' : 'neighbourSame';
}

/** A function entered often is compiled as it is; a long loop entered once is not. */
const CHUNK = 512;
const FIFTEEN = ROOMS.indexOf('15');
const EIGHTEEN = ROOMS.indexOf('18-112');

/** Calls of the last hour that did not get in, by the room they were for. */
function worseNumber({ evening, opening, now }: Exercise): string {
  const { log } = evening;
  const lost = new Int32Array(ROOMS.length);
  for (let i = log.firstFrom(now - 60 * MINUTE); i < log.count; i += CHUNK)
    addLostAt(evening, opening.home, lost, i, Math.min(log.count, i + CHUNK));
  return lost[FIFTEEN]! > lost[EIGHTEEN]! ? 'fifteenWorse' : 'eighteenWorse';
}

function addLostAt(
  { log, callers }: Evening,
  home: number,
  lost: Int32Array,
  first: number,
  end: number,
): void {
  const { caller: callerOf } = log;
  const { key: keyOf } = callers;
  for (let i = first; i < end; i++) {
    const key = keyOf[callerOf[i]!]!;
    if (areaOfKey(key) === home) lost[ROOM_OF_NUMBER[numberOfKey(key)]!]! += LOST[log.cause(i)]!;
  }
}

/** Fewer than one call in ten lost at home since the operation began: the calm was real. */
function homeSilence(exercise: Exercise): string {
  const losses = lossesSince(exercise, OPERATION);
  return shareLost(losses, exercise.opening.home) < 0.1 ? 'realSilence' : 'falseSilence';
}
