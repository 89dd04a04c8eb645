import type { Effect } from './agenda.ts';
import { WORK } from './moduleState.ts';
import { putInForce } from './circumstances.ts';
import { applyFault } from './faultCourse.ts';
import type { Evening } from './evening.ts';
import type { AreaChoice, Order, ServerChoice } from './orders.ts';
import { ADVICE } from './outcome.ts';
import { ROOMS } from './spec.ts';
import type { Room } from './spec.ts';

/** Makes an effect due now happen. Orders act on the mechanism only: memory, routes, staff, what people know. */
export function applyOrder(evening: Evening, effect: Effect): void {
  const { servers, now } = evening;
  switch (effect.kind) {
    case 'order':
      return giveOrder(evening, effect.order);
    case 'work':
      return servers.order(effect.server, effect.work, now);
    case 'throttle':
      return servers.throttle(effect.share, now);
    case 'around':
      return moveArea(evening, effect.area);
    case 'takers':
      return evening.changeTakers(effect.room, effect.factor);
    case 'circumstance':
      return putInForce(evening, effect.circumstance);
    case 'load':
      return evening.bring(effect.load, now);
    case 'synchronise':
      return servers.synchronise(effect.server, now);
    default:
      return applyFault(evening, effect);
  }
}

function giveOrder(evening: Evening, order: Order): void {
  const { spec, servers, now } = evening;
  const net = spec.network;
  switch (order.type) {
    case 'operation':
      return serversOf(evening, order.args.servers).forEach((server, i) =>
        evening.later(now + i * order.args.spacingMin * 60_000, {
          kind: 'work',
          server,
          work: WORK.operation,
        }),
      );
    case 'rollback':
      return workAt(evening, order.args.servers, WORK.rollback);
    case 'warmRestart':
      return workAt(evening, order.args.servers, WORK.warm);
    case 'coldRestart':
      return workAt(evening, order.args.servers, WORK.cold);
    case 'patch':
      return workAt(evening, order.args.servers, WORK.patch);
    case 'restartOneByOne': {
      const work = order.args.kind === 'warm' ? WORK.warm : WORK.cold;
      const step =
        (order.args.kind === 'warm' ? net.warmRestart : net.coldRestart) + order.args.watchMin * 60_000;
      return serversOf(evening, order.args.servers).forEach((server, i) =>
        evening.later(now + onSite(evening, server) + i * step, { kind: 'work', server, work }),
      );
    }
    case 'cutAccess':
      for (const server of serversOf(evening, order.args.servers))
        if (net.access) evening.later(now + net.access.cutDelay, { kind: 'accessCut', server });
      return;
    case 'isolate':
      for (const server of serversOf(evening, order.args.servers))
        servers.isolate(server, order.args.on, now);
      return;
    case 'throttle': {
      // Lifting is as simple as opening a valve; tightening is negotiated and built upstream.
      const share = Math.min(order.args.share, net.throttleMax);
      if (share > 0) return evening.later(now + net.throttleDelay, { kind: 'throttle', share });
      evening.agenda.drop((effect) => effect.kind === 'throttle');
      return servers.throttle(0, now);
    }
    case 'goAround':
      return areasOf(evening, order.args.areas).forEach((area, i) =>
        evening.later(now + net.goAroundSetUp + i * net.goAroundPerArea, { kind: 'around', area }),
      );
    case 'openNumbers':
      for (const room of roomsOf(evening, order.args.areas, order.args.rooms))
        evening.numbers.open(room, order.args.technology, evening.lines[room]!);
      return;
    case 'publishNumbers':
      for (const room of order.args.faulty
        ? faultyRooms(evening, order.args.areas)
        : roomsOf(evening, order.args.areas, ROOMS))
        evening.numbers.publish(room, order.args.tested, order.args.reach, now, errorRate(evening, room));
      return;
    case 'withdrawNumbers':
      for (const room of roomsOf(evening, order.args.areas, ROOMS)) evening.numbers.withdraw(room, now);
      return;
    case 'advise':
      evening.advice[0] = ADVICE[order.args.wording];
      evening.advice[1] = now;
      return;
    case 'staff': {
      const { factor } = order.args;
      for (const room of roomsOf(evening, order.args.areas, order.args.rooms)) {
        const rises = Math.round(evening.usual[room]! * factor) > evening.takers[room]!;
        if (rises) evening.later(now + spec.rooms.recallDelay, { kind: 'takers', room, factor });
        else {
          // Who is not wanted any more does not come.
          evening.agenda.drop((effect) => effect.kind === 'takers' && effect.room === room);
          evening.changeTakers(room, factor);
        }
      }
    }
  }
}

/**
 * Rooms whose number given out is the one that does not hold in its area: the wrong entry, or where none is, the number
 * that crosses the bridge. Whoever rang all of them knows which.
 */
function faultyRooms(evening: Evening, choice: AreaChoice): number[] {
  const { numbers } = evening;
  return areasOf(evening, choice).flatMap((area) => {
    const given = ROOMS.map((_, room) => area * ROOMS.length + room).filter((room) =>
      numbers.isPublished(room),
    );
    const wrong = given.filter((room) => numbers.isWrong(room));
    return wrong.length > 0 ? wrong : given.filter((room) => numbers.isCopper(room));
  });
}

/** An area's route is moved: conversations that crossed the bridge when it was are cut as by an interruption. */
function moveArea(evening: Evening, area: number): void {
  const { network, behaviour } = evening.spec;
  if (evening.detours.open[area] !== 0) return;
  evening.detours.open[area] = 1;
  for (let module = 0; module < network.servers.length * network.modules; module++)
    evening.cut(module, behaviour.cutShare, area);
}

function workAt(evening: Evening, choice: ServerChoice, work: number): void {
  for (const server of serversOf(evening, choice)) {
    const delay = onSite(evening, server);
    if (delay === 0) evening.servers.order(server, work, evening.now);
    else evening.later(evening.now + delay, { kind: 'work', server, work });
  }
}

/** Share of wrong entries in what is published of a room without a test. */
function errorRate({ circumstances, spec }: Evening, room: number): number {
  return circumstances === null ? spec.tenDigit.errorRate : circumstances.errorRate(room);
}

/** Time to send somebody to a server that no order reaches from afar, ms. */
export function onSite({ spec, servers }: Evening, server: number): number {
  const { access } = spec.network;
  if (access === undefined) return 0;
  const reached =
    spec.network.servers[server]!.outOfReach !== true && servers.faults?.accessCut[server] !== 1;
  return reached ? 0 : access.onSite;
}

/** Indexes in the order given. Names are validated when an order is read; an unknown one touches nothing. */
function serversOf(evening: Evening, choice: ServerChoice): number[] {
  const all = evening.spec.network.servers;
  if (choice === 'all') return all.map((_, index) => index);
  return choice.map((id) => all.findIndex((server) => server.id === id)).filter((index) => index >= 0);
}

function areasOf(evening: Evening, choice: AreaChoice): number[] {
  const all = evening.spec.areas;
  if (choice === 'all') return all.map((_, index) => index);
  return choice.map((code) => all.findIndex((area) => area.code === code)).filter((index) => index >= 0);
}

function roomsOf(evening: Evening, areas: AreaChoice, rooms: readonly Room[]): number[] {
  return areasOf(evening, areas).flatMap((area) =>
    rooms.map((room) => area * ROOMS.length + ROOMS.indexOf(room)),
  );
}
