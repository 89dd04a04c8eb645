import type { ActorEvent } from '../actors/events.ts';
import { MODULE } from '../callflow/moduleState.ts';
import type { Order } from '../callflow/orders.ts';
import { MINUTE } from '../kernel/time.ts';
import type { SensorId } from '../scenario/play/sensors.ts';
import type { EffectSpec } from '../scenario/play/types.ts';
import type { FactType } from '../scenario/play/vocabulary.ts';
import type { Act } from './acts.ts';
import type { Exercise } from './exercise.ts';
import { holding } from './knowledge.ts';
import { loadOf } from './loads.ts';
import { poolOf } from './people.ts';
import type { HolderId } from './seat.ts';
import { isHolder } from './seat.ts';

/** Minutes for a seat that was asked to answer with what it holds. */
const ANSWER_MINUTES = 6;

/** Makes one effect of an act that has ended happen: a closed set of typed operations on the world. */
export function carryOut(exercise: Exercise, seat: HolderId, effect: EffectSpec, act: Act): void {
  switch (effect.op) {
    case 'order':
      return give(exercise, seat, effect.type, { ...effect.args, ...act.args });
    case 'sense':
      act.found.push(
        ...exercise.look(seat, effect.sensor as SensorId, act.args, { kind: 'act', act: act.spec }),
      );
      return;
    case 'hold':
      act.found.push(
        exercise.learn(
          seat,
          { type: effect.fact, about: act.args, confidence: effect.confidence },
          { kind: 'act', act: act.spec },
        ),
      );
      return;
    case 'tell':
      exercise.post({
        author: seat,
        to: effect.to,
        channel: effect.channel,
        statements: heldOf(exercise, seat, effect.facts),
        key: `acts.${act.spec}`,
      });
      return;
    case 'ask': {
      const { id } = exercise.post({
        author: seat,
        to: effect.to,
        channel: effect.channel,
        asks: effect.facts,
        key: `acts.${act.spec}`,
      });
      for (const other of effect.to) {
        if (!isHolder(other) || exercise.isPerson(other)) continue;
        exercise.schedule.add(exercise.now + ANSWER_MINUTES * MINUTE, {
          kind: 'answer',
          from: other,
          to: seat,
          facts: effect.facts,
          message: id,
        });
      }
      return;
    }
    case 'authority':
      if (!exercise.authorities[seat].includes(effect.authority))
        exercise.authorities[seat].push(effect.authority);
      return;
    case 'capacity':
      exercise.schedule.add(exercise.now, { kind: 'takers', factor: effect.factor });
      exercise.schedule.add(exercise.now + effect.minutes * MINUTE, { kind: 'takers', factor: 1 });
      return;
    case 'machine':
      return exercise.tell(effect.to ?? seat, { type: effect.event } as ActorEvent);
    case 'trust':
      return exercise.moveTrust(effect.relation, effect.step);
    case 'occupy': {
      const pool = poolOf(exercise.people, effect.seat, effect.pool);
      if (!pool) return;
      pool.busy += effect.people;
      exercise.schedule.add(exercise.now + effect.minutes * MINUTE, {
        kind: 'peopleBack',
        seat: effect.seat,
        pool: effect.pool,
        people: effect.people,
      });
      return;
    }
    case 'load':
      return exercise.evening.addLoad(loadOf(exercise, effect));
  }
}

/** Latest statements a seat holds of the given types. */
export function heldOf(exercise: Exercise, seat: HolderId, facts: readonly FactType[]): number[] {
  return facts.flatMap((fact) => {
    const held = holding(exercise.knowledge, seat, fact);
    return held ? [held.statement] : [];
  });
}

/**
 * "own" areas: the one département a person holds, or all of them when a machine does. Servers "one" and "half": those
 * with the fewest modules serving now, which is what the operator's alarms show.
 */
function give(
  exercise: Exercise,
  seat: HolderId,
  type: string,
  args: Readonly<Record<string, unknown>>,
): void {
  const { spec } = exercise;
  const full: Record<string, unknown> = { ...args };
  if (full['areas'] === 'own') full['areas'] = exercise.ownAreas(seat);
  if (full['servers'] === 'one') full['servers'] = worstServers(exercise, 1);
  if (full['servers'] === 'half')
    full['servers'] = worstServers(exercise, Math.floor(spec.network.servers.length / 2));
  exercise.evening.give({ at: exercise.now, by: seat, type, args: full } as Order);
}

function worstServers({ evening, spec }: Exercise, count: number): string[] {
  const { servers, modules } = spec.network;
  const serving = servers.map((_, server) => {
    let up = 0;
    for (let module = server * modules; module < (server + 1) * modules; module++)
      if (evening.servers.state[module] === MODULE.up) up++;
    return up;
  });
  // Fewest first; equal ones in the network's order.
  const order = servers.map((_, server) => server).sort((a, b) => serving[a]! - serving[b]! || a - b);
  return order.slice(0, count).map((server) => servers[server]!.id);
}
