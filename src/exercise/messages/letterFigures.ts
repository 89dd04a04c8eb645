import { MODULE } from '../../callflow/moduleState.ts';
import type { FiguresId } from '../../scenario/play/choices.ts';
import { HOUR } from '../../kernel/time.ts';
import { OPERATION } from '../events/operation.ts';
import { complaintRate } from '../instruments/complaintRate.ts';
import type { Exercise } from '../exercise.ts';
import { attemptsHeard } from '../instruments/ledger.ts';
import { ALL_ROOMS, heardInArea, insistedIn, usualCalls, WINDOW } from '../instruments/rooms.ts';
import { lossesSince, shareLost } from '../places.ts';

type Figures = Readonly<Record<string, number>>;

/** Assumed: rooms of a département speak up once they lose such a share of an hour's calls, and so many of them do. */
const FELT = 0.03;
const SPEAK = 0.6;

/** What a letter counts, at the minute it is written: the same readings as the gauges beside it. */
export const LETTER_FIGURES: Readonly<Record<FiguresId, (exercise: Exercise) => Figures>> = {
  complaints: complaintRate,
  servers: serversDown,
  reports,
  rooms: ownRooms,
  heard: ownSigns,
};

/** A server that loses as many of the calls it takes is in fault, though none of its modules is. */
const LOSES = 0.1;

/** Call servers in fault, as the alarms and counters have them: a module down, or calls lost; and all of them. */
function serversDown({ evening: { servers, spec } }: Exercise): Figures {
  const { modules } = spec.network;
  const down = spec.network.servers.filter(
    (_, server) =>
      (servers.faults?.losing[server] ?? 0) >= LOSES ||
      servers.state.subarray(server * modules, (server + 1) * modules).some((state) => state !== MODULE.up),
  );
  return { down: down.length, all: spec.network.servers.length };
}

/** Départements that would say they lose calls, those that lose some and say little, and the others. */
function reports(exercise: Exercise): Figures {
  const losses = lossesSince(exercise, exercise.now - HOUR);
  const { areas } = exercise.spec;
  const hit = areas.filter((_, area) => shareLost(losses, area) >= FELT).length;
  const told = Math.ceil(hit * SPEAK);
  return { told, almost: hit - told, normal: areas.length - hit };
}

/** Calls that reached the seat's own rooms in a quarter of an hour, and the usual for the hour. */
function ownRooms({ evening, opening: { home }, spec, now }: Exercise): Figures {
  const listening = { name: `area${home}`, areas: [home], rooms: ALL_ROOMS };
  const arrived = attemptsHeard(evening, listening, 0, now + 1).filter(
    (attempt) => evening.log.at[attempt]! > now - WINDOW,
  ).length;
  const usual = ALL_ROOMS.reduce((sum, room) => sum + usualCalls(spec, home, room, now - WINDOW, now), 0);
  return { arrived, usual: Math.round(usual) };
}

/** What the own rooms have heard since the operation began: conversations cut, callers who say that they insisted. */
function ownSigns({ evening, opening: { home }, now }: Exercise): Figures {
  const heard = heardInArea(evening, home, OPERATION, now);
  const cut = ALL_ROOMS.reduce((total, room) => total + heard.cut[home * 3 + room]!, 0);
  const insisted = insistedIn(evening, home, OPERATION, now).reduce((total, each) => total + each, 0);
  return { cut, insisted };
}
