import type { ScenarioInfo } from '../scenario/info.ts';
import type { PlayInfo } from '../scenario/play/info.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import type { Gauge, SeatView } from './seatView.ts';
import { buildEnvelopes } from './tableEnvelopes.ts';
import { buildInstruments } from './tableInstruments.ts';
import { buildMats } from './tableMats.ts';
import type { TableArea, TableModel, TablePin, TableServer } from './tableModel.ts';
import { buildTokens } from './tableTokens.ts';

export interface TableInfo {
  readonly scenario: Pick<ScenarioInfo, 'areas' | 'servers' | 'clock' | 'chronology'>;
  readonly play: Pick<PlayInfo, 'seats' | 'acts'>;
  /** The seat whose belief lies on the map; null for the first of the views. */
  readonly focus: SeatId | null;
  /** Marks of 2021 on the rim: off in a first evening, and in rooms until the debrief. */
  readonly ghosts: boolean;
  readonly selected: string | null;
}

/** The clock of the session, as far as the table goes. */
export interface TableClock {
  readonly at: number;
  readonly playing: boolean;
  readonly speed: number;
}

/**
 * What the table draws of the views of the seats held here. The map, the lanterns and the instruments are those of one
 * of them; the mats, envelopes and marks of the rim those of all. Null without a view.
 */
export function buildTableModel(
  views: readonly SeatView[],
  clock: TableClock,
  info: TableInfo,
): TableModel | null {
  const own = views.find(({ seat }) => seat === info.focus) ?? views[0];
  if (own === undefined) return null;
  const { scenario } = info;
  return {
    at: clock.at,
    speed: clock.playing ? clock.speed : 0,
    focus: own.seat,
    track: {
      from: scenario.clock.from,
      to: scenario.clock.windowEnd,
      ghosts: info.ghosts,
      tokens: buildTokens(views, clock.at, info),
    },
    areas: areas(own),
    pins: pins(own),
    servers: servers(own, scenario.servers),
    voice: voice(own),
    arrivals: arrivals(own),
    instruments: buildInstruments(own.gauges),
    mats: buildMats(views, info.play.seats),
    envelopes: buildEnvelopes(views, clock.at),
    selected: info.selected,
  };
}

/** The gauge of this kind, if the seat has the instrument. */
function gauge<K extends Gauge['kind']>(view: SeatView, kind: K): Extract<Gauge, { kind: K }> | undefined {
  return view.gauges.find((each): each is Extract<Gauge, { kind: K }> => each.kind === kind);
}

function areas(view: SeatView): TableArea[] {
  const home = gauge(view, 'rooms')?.area;
  const badges = new Map(view.numbers.map(({ area, state }) => [area, state]));
  return view.areas.map(({ code, state, share, hit, other }) => ({
    key: code,
    state,
    share,
    hit,
    other,
    own: code === home,
    badge: badges.get(code) ?? 'none',
  }));
}

/**
 * The statements that the belief rests on, latest first. Who reads an instrument of now, alarms or rooms, has no need of
 * their hours; the others hold reports and samples, each of its minute.
 */
function pins(view: SeatView): TablePin[] {
  if (gauge(view, 'servers') ?? gauge(view, 'rooms')) return [];
  const rests = new Map<number, string[]>();
  for (const { code, statement } of view.areas)
    if (statement !== null) rests.set(statement, [...(rests.get(statement) ?? []), code]);
  return view.facts
    .flatMap(({ statement, of, source }): TablePin[] => {
      const areas = rests.get(statement);
      return areas === undefined
        ? []
        : [{ key: String(statement), areas, at: of, kind: source.kind === 'act' ? 'sample' : 'report' }];
    })
    .filter(({ key }, i, all) => all.findIndex((other) => other.key === key) === i)
    .toSorted((a, b) => b.at - a.at || (a.key < b.key ? -1 : 1));
}

function servers(view: SeatView, all: TableInfo['scenario']['servers']): TableServer[] {
  const seen = new Map(gauge(view, 'servers')?.servers.map((server) => [server.id, server]));
  return all.map(({ id }) => {
    const server = seen.get(id);
    if (server === undefined)
      return { key: id, state: 'unseen', fill: 0, losing: 0, modulesUp: 0, modules: 0 };
    const { fill, losing, modulesUp, modules, isolated } = server;
    const serving = modulesUp === 0 ? 'down' : modulesUp < modules ? 'partly' : 'up';
    return { key: id, state: isolated ? 'isolated' : serving, fill, losing, modulesUp, modules };
  });
}

function voice(view: SeatView): TableModel['voice'] {
  const measured = gauge(view, 'voice');
  return measured === undefined ? null : { refused: measured.refused.at(-1) ?? 0 };
}

function arrivals(view: SeatView): TableModel['arrivals'] {
  const rooms = gauge(view, 'rooms');
  if (rooms === undefined) return null;
  return {
    area: rooms.area,
    arrived: rooms.rooms.reduce((sum, { arrived15 }) => sum + arrived15, 0),
    usual: rooms.rooms.reduce((sum, { usual15 }) => sum + usual15, 0),
    repeated: rooms.rooms.reduce((sum, { repeated15 }) => sum + repeated15, 0),
  };
}
