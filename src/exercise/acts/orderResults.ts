import { MODULE, WORK, durationOf } from '../../callflow/moduleState.ts';
import type { AreaChoice, Order, ServerChoice } from '../../callflow/orders.ts';
import { onSite } from '../../callflow/applyOrder.ts';
import { MINUTE } from '../../kernel/time.ts';
import { noteLast, say } from './actResults.ts';
import type { Act } from './acts.ts';
import type { Exercise } from '../exercise.ts';
import { refusedNow } from '../instruments/common.ts';
import { newsOfWork } from '../messages/news.ts';
import { sayStaff } from '../people/roomWaits.ts';
import { isCalledOff } from './oneByOne.ts';
import { workDone } from './work.ts';

/** Alarms are read again so long after a work should be over. */
const READ_AFTER = MINUTE;

const WORK_OF = {
  rollback: WORK.rollback,
  warmRestart: WORK.warm,
  coldRestart: WORK.cold,
  patch: WORK.patch,
} as const;

/**
 * Says what an order that an act gives is seen to do by who gives it: how many modules heard it and how many did not
 * answer, how many départements it is about, when it takes effect. Reads the world as it is just before the order.
 */
export function sayOrder(exercise: Exercise, act: Act | null, { type, args }: Order): void {
  if (act === null) return;
  const { network, rooms } = exercise.spec;
  switch (type) {
    case 'operation':
      return;
    case 'rollback':
    case 'warmRestart':
    case 'coldRestart':
    case 'patch':
      return sayWork(exercise, act, idsOf(exercise, args.servers), WORK_OF[type]);
    case 'restartOneByOne':
      return sayOneByOne(exercise, act, idsOf(exercise, args.servers), args);
    case 'isolate': {
      const servers = idsOf(exercise, args.servers);
      say(exercise, act, args.on ? 'isolated' : 'reconnected', { servers });
      return readAlarms(exercise, act, servers, 2 * READ_AFTER);
    }
    case 'throttle': {
      if (args.share === 0) say(exercise, act, 'throttleLifted');
      else
        say(exercise, act, 'throttleSoon', {
          percent: Math.round(100 * Math.min(args.share, network.throttleMax)),
          minutes: inMinutes(network.throttleDelay),
        });
      return readAlarms(exercise, act, [], (args.share === 0 ? 0 : network.throttleDelay) + 5 * READ_AFTER);
    }
    case 'goAround': {
      const areas = areasIn(exercise, args.areas);
      const { goAroundSetUp: first, goAroundPerArea: each } = network;
      const left = exercise.setup.to - exercise.now;
      const last = first + Math.max(0, areas - 1) * each;
      const tonight = Math.max(0, Math.min(areas, Math.floor((left - first) / each) + 1));
      return say(exercise, act, last <= left ? 'aroundSoon' : 'aroundPart', {
        many: areas,
        minutes: inMinutes(first),
        ...(last <= left ? { last: inMinutes(last) } : { tonight }),
      });
    }
    case 'cutAccess':
      return say(exercise, act, 'accessCut', { servers: idsOf(exercise, args.servers) });
    case 'openNumbers':
      return sayOpened(exercise, act, args);
    case 'publishNumbers': {
      const count = areasIn(exercise, args.areas);
      const key = !args.tested
        ? 'published'
        : publishesTested(exercise, act)
          ? 'publishedTested'
          : 'corrected';
      return say(exercise, act, count === 0 ? 'publishedNone' : key, { count });
    }
    case 'withdrawNumbers':
      return say(exercise, act, 'withdrawn', { count: areasIn(exercise, args.areas) });
    case 'advise':
      return say(exercise, act, 'advised', { wording: args.wording });
    case 'staff':
      return args.factor > 1
        ? sayStaff(exercise, act, args, inMinutes(rooms.recallDelay))
        : say(exercise, act, 'staffUsual');
  }
}

/** The services open their own: what the act said while it was being opened is so no more. */
function sayOpened(
  exercise: Exercise,
  act: Act,
  { areas, rooms }: Extract<Order, { type: 'openNumbers' }>['args'],
): void {
  if (act.seat !== 'services')
    return say(exercise, act, 'numbersOpened', { count: areasIn(exercise, areas), rooms });
  const opening = act.results.findIndex(({ params }) => params['tag'] === 'lineOpening');
  if (opening >= 0) act.results.splice(opening, 1);
  say(exercise, act, 'ownNumberOpened', { rooms });
}

/** The act gives out what answered a test, and mends nothing. */
function publishesTested(exercise: Exercise, act: Act): boolean {
  return exercise.actSpec(act.spec)!.needs.stands?.what === 'numbersTested';
}

const inMinutes = (ms: number): number => Math.round(ms / MINUTE);

function idsOf({ spec }: Exercise, choice: ServerChoice): readonly string[] {
  return choice === 'all' ? spec.network.servers.map(({ id }) => id) : choice;
}

function areasIn({ spec }: Exercise, choice: AreaChoice): number {
  return choice === 'all' ? spec.areas.length : choice.length;
}

/** Modules of these servers, and those that answer to a command now: what the alarms show. */
function modulesOf(
  { evening, spec }: Exercise,
  servers: readonly string[],
): { readonly modules: number; readonly up: number } {
  const { modules, servers: all } = spec.network;
  let up = 0;
  for (const id of servers) {
    const server = all.findIndex((each) => each.id === id);
    if (server < 0 || (evening.servers.faults?.away[server] ?? 0) !== 0) continue;
    for (let module = server * modules; module < (server + 1) * modules; module++)
      if (evening.servers.state[module] === MODULE.up) up++;
  }
  return { modules: modules * servers.length, up };
}

function sayWork(exercise: Exercise, act: Act, servers: readonly string[], work: number): void {
  const { evening, spec } = exercise;
  const trips = servers.map((id) =>
    onSite(
      evening,
      spec.network.servers.findIndex((each) => each.id === id),
    ),
  );
  const near = servers.filter((_, i) => trips[i] === 0);
  const far = servers.filter((_, i) => trips[i] !== 0);
  const long = durationOf(spec.network, work) + READ_AFTER;
  if (far.length > 0) {
    const trip = Math.max(...trips);
    say(exercise, act, 'sentOnSite', { servers: far, minutes: inMinutes(trip) });
    readAlarms(exercise, act, far, trip + long);
  }
  if (near.length === 0) return;
  const { modules, up } = modulesOf(exercise, near);
  const key = up === modules ? 'orderHeardAll' : up === 0 ? 'orderUnheard' : 'orderHeard';
  say(exercise, act, key, { servers: near, heard: up, modules, deaf: modules - up });
  readAlarms(exercise, act, near, long);
}

type OneByOne = Extract<Order, { type: 'restartOneByOne' }>['args'];

function sayOneByOne(
  exercise: Exercise,
  act: Act,
  servers: readonly string[],
  { kind, watchMin }: OneByOne,
): void {
  const { network } = exercise.spec;
  const long = kind === 'warm' ? network.warmRestart : network.coldRestart;
  const step = long + watchMin * MINUTE;
  if (servers.length === 0) return;
  // Each is read when its watch is over, before the next one goes down; one that is out of reach waits for a team.
  const over = servers.map((id, i) => {
    const server = network.servers.findIndex((each) => each.id === id);
    return onSite(exercise.evening, server) + (i + 1) * step - READ_AFTER;
  });
  const last = Math.max(...over);
  say(exercise, act, 'oneByOne', { many: servers.length, minutes: inMinutes(last + READ_AFTER) });
  const { now } = exercise;
  act.work = { of: servers.length, done: 0, from: now, until: now + last };
  servers.forEach((server, i) => readAlarms(exercise, act, [server], over[i]!));
}

function readAlarms(exercise: Exercise, act: Act, servers: readonly string[], after: number): void {
  exercise.schedule.add(exercise.now + after, { kind: 'alarms', act: act.id, servers });
}

/** What the alarms and the answer-seizure ratio say once a work is over. Nothing is learnt: the seat sees its own screens. */
export function alarmsRead(exercise: Exercise, id: number, servers: readonly string[]): void {
  const act = exercise.acts[id]!;
  if (isCalledOff(act, servers[0])) return;
  const percent = Math.round(100 * refusedNow(exercise.evening));
  if (servers.length === 0) say(exercise, act, 'allCallsAfter', { percent });
  else say(exercise, act, 'alarmsAfter', { servers, percent, ...modulesOf(exercise, servers) });
  noteLast(exercise, act);
  workDone(exercise, act);
  newsOfWork(exercise, act);
}
