import { DIALLED } from '../callflow/attemptLog.ts';
import { CAUSES, UNROUTED } from '../callflow/cause.ts';
import type { Evening } from '../callflow/evening.ts';
import type { MODULE } from '../callflow/moduleState.ts';
import type { Order } from '../callflow/orders.ts';
import { NUMBERS, ORIGINS, ROOMS, ROOM_OF_NUMBER } from '../callflow/spec.ts';
import { Census } from './census.ts';
import type {
  AreaView,
  EveningView,
  FlowView,
  ModuleView,
  Selection,
  Series,
  ServerView,
} from './eveningView.ts';
import { latestLosses } from './losses.ts';
import type { Concerns } from './series.ts';

/** At most this many filaments begin in one view; the others are in `flowsTotal`. */
const MOST_FLOWS = 80;
const MODULE_STATES = [
  'up',
  'full',
  'rebooting',
  'interrupted',
] as const satisfies readonly (keyof typeof MODULE)[];

export interface Watching {
  readonly evening: Evening;
  /** The evening "as in 2021" of the same seed, computed to its end; the same object when nothing was changed. */
  readonly reference: Evening;
  /** The evening of the same callers on which nothing was ordered, computed to its end. */
  readonly ordinary: Evening;
  readonly orders: readonly Order[];
  readonly selection: Selection | null;
  /** First attempt not yet shown as a filament. */
  readonly sinceAttempt: number;
  readonly seq: number;
  readonly playing: boolean;
  readonly speed: number;
  /** Curves change every five minutes only: the session keeps them between views. */
  readonly curves: Curves;
}

export interface Curves {
  readonly national: Series;
  readonly reference: Series;
  /** Of the selection; null when nothing, or nothing known, is selected. */
  readonly selected: Series | null;
}

/** The whole truth at the evening's present minute, for those who watch it: no seat sees this. */
export function watchEvening(watching: Watching): EveningView {
  const { evening, reference, selection, curves } = watching;
  const at = evening.now;
  const concerns = selection && concerning(evening, selection);
  const census = new Census(evening, at);
  const referenceCensus = new Census(reference, at);
  const total = evening.log.count - watching.sinceAttempt;
  return {
    seq: watching.seq,
    at,
    playing: watching.playing,
    speed: watching.speed,
    totals: { ...census.totals, ordinaryRefused: evening.servers.ordinaryRefused(at) },
    reference: referenceCensus.totals,
    ordinary: new Census(watching.ordinary, at).totals,
    servers: evening.spec.network.servers.map((_, server) => serverView(evening, census, server)),
    areas: evening.spec.areas.map((_, area) => areaView(evening, census, area)),
    flows: flows(evening, watching.sinceAttempt, total),
    flowsTotal: total,
    series: curves.national,
    referenceSeries: curves.reference,
    losses: latestLosses(evening, 100),
    selected:
      selection && concerns && curves.selected
        ? { selection, series: curves.selected, losses: latestLosses(evening, 50, concerns) }
        : null,
    orders: watching.orders.map((order, index) => ({
      at: order.at,
      by: order.by,
      type: order.type,
      key: `${index}:${order.type}`,
    })),
  };
}

function serverView(evening: Evening, census: Census, server: number): ServerView {
  const { servers, now, spec } = evening;
  const count = spec.network.modules;
  const modules: ModuleView[] = [];
  let fill = 0;
  let up = 0;
  for (let module = server * count; module < (server + 1) * count; module++) {
    const state = MODULE_STATES[servers.state[module]!]!;
    const taken = servers.fill(module, now);
    modules.push({ state, fill: taken });
    if (state === 'up') {
      fill += taken;
      up++;
    }
  }
  return {
    id: spec.network.servers[server]!.id,
    fill: up === 0 ? 1 : fill / up,
    modulesUp: up,
    modules,
    bug:
      spec.network.bug === 0 || servers.patched[server] !== 0
        ? 'none'
        : servers.awake[server] !== 0
          ? 'awake'
          : 'asleep',
    isolated: servers.isolated[server] !== 0,
    attempts: census.servers.attempts[server]!,
    unrouted: census.servers.unrouted[server]!,
    attempts15: census.servers.attempts15[server]!,
    unrouted15: census.servers.unrouted15[server]!,
  };
}

function areaView(evening: Evening, census: Census, area: number): AreaView {
  const first = area * ROOMS.length;
  const three = (values: Int32Array): [number, number, number] => [
    values[first]!,
    values[first + 1]!,
    values[first + 2]!,
  ];
  const { technology } = evening.numbers;
  const rooms = [first, first + 1, first + 2];
  return {
    code: evening.spec.areas[area]!.code,
    attempts: census.areas.attempts[area]!,
    unrouted: census.areas.unrouted[area]!,
    answered: census.areas.answered[area]!,
    attempts15: census.areas.attempts15[area]!,
    unrouted15: census.areas.unrouted15[area]!,
    waiting: three(evening.waiting),
    talking: three(evening.busy),
    takers: three(evening.takers),
    tenDigit: rooms.some((room) => evening.numbers.isPublished(room))
      ? 'published'
      : rooms.some((room) => technology[room]! >= 0)
        ? 'open'
        : 'none',
    goneAround: evening.detours.open[area] !== 0,
  };
}

function flows(evening: Evening, since: number, total: number): FlowView[] {
  const { log, callers } = evening;
  const every = Math.max(1, Math.ceil(total / MOST_FLOWS));
  const list: FlowView[] = [];
  for (let i = since; i < log.count; i += every) {
    const cause = CAUSES[log.cause(i)]!;
    const caller = log.caller[i]!;
    list.push({
      attempt: i,
      at: log.at[i]!,
      area: callers.area[caller]!,
      number: NUMBERS[callers.number[caller]!]!,
      origin: ORIGINS[log.origin(i)]!,
      server: log.server(i),
      fate: UNROUTED.includes(cause)
        ? 'broken'
        : cause === 'trunkBusy' || cause === 'lineBusy' || cause === 'wrongNumber'
          ? 'refused'
          : 'through',
    });
  }
  return list;
}

/** Null when the selection names nothing of this world. */
export function concerning(evening: Evening, selection: Selection): Concerns | null {
  const { log, callers, spec } = evening;
  if (selection.kind === 'server') {
    const server = spec.network.servers.findIndex(({ id }) => id === selection.id);
    return server < 0 ? null : (i) => log.server(i) === server;
  }
  const area = spec.areas.findIndex(({ code }) => code === selection.code);
  if (area < 0) return null;
  if (selection.kind === 'area') return (i) => callers.area[log.caller[i]!] === area;
  const room = ROOMS.indexOf(selection.room);
  return (i) => {
    const caller = log.caller[i]!;
    if (callers.area[caller] !== area) return false;
    const dialled = log.dialled(i);
    return ROOM_OF_NUMBER[dialled >= DIALLED.tenDigit ? callers.number[caller]! : dialled] === room;
  };
}
