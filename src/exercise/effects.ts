import type { ActorEvent } from '../actors/events.ts';
import { MODULE } from '../callflow/moduleState.ts';
import type { Order } from '../callflow/orders.ts';
import { MINUTE } from '../kernel/time.ts';
import type { SensorId } from '../scenario/play/sensors.ts';
import type { EffectSpec } from '../scenario/play/types.ts';
import { TRUST_STEPS } from '../scenario/play/vocabulary.ts';
import type { Act } from './acts.ts';
import { lendCapacity } from './capacity.ts';
import { giveEstimate } from './estimates.ts';
import type { Exercise } from './exercise.ts';
import { heldOf } from './held.ts';
import { holding, state, statementOf } from './knowledge.ts';
import { poolOf } from './people.ts';
import type { Pool } from './people.ts';
import { speak } from './publicWord.ts';
import { brief } from './relief.ts';
import type { HolderId } from './seat.ts';
import { isHolder } from './seat.ts';
import { fillPools, occupy } from './staff.ts';

/**
 * Makes one effect of an act that begins or ends happen: a closed set of typed operations on the world. `act` is null
 * when nobody's act brings it (routine left undone).
 */
export function carryOut(exercise: Exercise, holder: HolderId, effect: EffectSpec, act: Act | null): void {
  const args = act?.args ?? {};
  switch (effect.op) {
    case 'order':
      return give(exercise, holder, effect.type, { ...effect.args, ...argsOf(effect, args) });
    case 'sense':
      act?.found.push(
        ...exercise.look(holder, effect.sensor as SensorId, args, { kind: 'act', act: act.spec }),
      );
      return;
    case 'hold': {
      const source = act === null ? ({ kind: 'media' } as const) : ({ kind: 'act', act: act.spec } as const);
      const held = exercise.learn(
        holder,
        { type: effect.fact, about: args, confidence: effect.confidence },
        source,
      );
      act?.found.push(held);
      return;
    }
    case 'tell':
      return tell(exercise, holder, effect, act);
    case 'ask': {
      const { id, readers } = exercise.post({
        author: holder,
        to: effect.to,
        channel: effect.channel,
        asks: effect.facts,
        key: keyOf(act),
      });
      const { answer, trust } = exercise.ground.play.rules;
      // Rooms that trust the State less answer it later.
      const slow = trust.delay[TRUST_STEPS.indexOf(exercise.trust.servicesToState)]!;
      for (const other of readers)
        if (isHolder(other) && exercise.plays(other) && !exercise.isPerson(other))
          exercise.schedule.add(
            exercise.now + Math.floor(answer.minutes * (isRoom(other) ? slow : 1) * MINUTE),
            {
              kind: 'answer',
              from: other,
              message: id,
            },
          );
      return;
    }
    case 'authority':
      if (!exercise.authorities[holder].includes(effect.authority))
        exercise.authorities[holder].push(effect.authority);
      return;
    case 'capacity':
      return lendCapacity(exercise, holder, effect.rooms, effect.factor, effect.minutes);
    case 'machine': {
      const to = effect.to ?? holder;
      if (effect.event === 'RELIEF') brief(exercise, holder);
      if (effect.event === 'RELIEF' || effect.event === 'RELIEF_BARE') fillPools(exercise, holder);
      return exercise.tell(to, { type: effect.event } as ActorEvent);
    }
    case 'trust':
      return exercise.moveTrust(effect.relation, effect.step);
    case 'occupy': {
      const pool = poolOf(exercise.people, effect.seat, effect.pool);
      if (pool) takePeople(exercise, holder, pool, effect, act);
      return exercise.touch(effect.seat);
    }
  }
}

/** People that an act takes beyond its own time, or that it takes from others; or those that routine left undone takes. */
function takePeople(
  exercise: Exercise,
  holder: HolderId,
  pool: Pool,
  { people, minutes }: Extract<EffectSpec, { op: 'occupy' }>,
  act: Act | null,
): void {
  if (act === null) occupy(exercise, pool, people, minutes, 'undone');
  else if (pool.seat === holder) occupy(exercise, pool, people, minutes, 'stay', act.spec);
  else occupy(exercise, pool, people, minutes, 'asked', holder === 'rooms' ? 'services' : holder);
}

/** Somebody of the rooms whom the State asks. */
const isRoom = (holder: HolderId): boolean => holder === 'services' || holder === 'rooms';

const keyOf = (act: Act | null): string | null => (act === null ? null : `acts.${act.spec}`);

type TellEffect = Extract<EffectSpec, { op: 'tell' }>;

/** What the holder holds of these facts goes to others; in public, everybody hears it. */
function tell(exercise: Exercise, holder: HolderId, effect: TellEffect, act: Act | null): void {
  const facts = [...effect.facts];
  const wording = act === null ? null : wordingOf(exercise, act);
  // Who gives advice holds what it says.
  if (wording !== null && facts.includes('advice.public'))
    exercise.learn(
      holder,
      { type: 'advice.public', about: { wording }, confidence: 1 },
      { kind: 'act', act: act!.spec },
      { written: true },
    );
  const { claimed } = effect;
  const statements =
    claimed === undefined
      ? heldOf(exercise, holder, facts)
      : facts.map((fact) => state(exercise.knowledge, statementOf(fact, act?.args ?? {}, exercise.now)));
  // The hour that a person gives is the one that is told, whatever the teams hope for.
  const given = act?.args['time'];
  const toldHour = typeof given === 'number' && facts.includes('restoration.eta') ? given : null;
  if (toldHour !== null) {
    const said = state(exercise.knowledge, statementOf('restoration.eta', { at: toldHour }, exercise.now));
    statements.splice(0, statements.length, said);
  }
  const sure = claimed === undefined ? [] : statements.map(() => claimed);
  exercise.post({
    author: holder,
    to: effect.to,
    channel: effect.channel,
    statements,
    sure,
    key: keyOf(act),
  });
  if (effect.channel === 'public')
    speak(exercise, { by: holder, key: keyOf(act), text: '', wording, statements });
  const eta = facts.includes('restoration.eta')
    ? holding(exercise.knowledge, holder, 'restoration.eta')
    : undefined;
  const hour = toldHour ?? (eta && exercise.knowledge.statements[eta.statement]!.about['at']);
  if (holder === 'orange' && typeof hour === 'number' && act?.spec === 'orange.giveEstimate')
    giveEstimate(exercise, hour);
}

/** Advice that an act gives the public, if it gives one. */
function wordingOf(exercise: Exercise, act: Act): string | null {
  const order = exercise
    .actSpec(act.spec)
    ?.effects.find((each) => each.op === 'order' && each.type === 'advise');
  if (order?.op !== 'order') return null;
  return String(act.args['wording'] ?? order.args['wording']);
}

/** Arguments of the act that this order takes. */
function argsOf(
  effect: Extract<EffectSpec, { op: 'order' }>,
  args: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(args).filter(([name]) => Object.hasOwn(effect.args, name)));
}

/**
 * "own" areas: those whose rooms the holder has. Servers "one" and "half": those with the fewest modules serving now,
 * which is what the operator's alarms show.
 */
function give(
  exercise: Exercise,
  holder: HolderId,
  type: string,
  args: Readonly<Record<string, unknown>>,
): void {
  const full: Record<string, unknown> = { ...args };
  const own = exercise.ownAreas(holder);
  if (full['areas'] === 'own' || (full['areas'] === 'all' && own !== 'all')) full['areas'] = own;
  else if (own !== 'all' && Array.isArray(full['areas'])) {
    full['areas'] = (full['areas'] as readonly string[]).filter((code) => own.includes(code));
  }
  if (full['servers'] === 'one') full['servers'] = worstServers(exercise, 1);
  if (full['servers'] === 'half')
    full['servers'] = worstServers(exercise, Math.floor(exercise.spec.network.servers.length / 2));
  if (full['servers'] === 'isolated') {
    const { evening, spec } = exercise;
    const isolated = spec.network.servers.filter((_, server) => evening.servers.isolated[server] !== 0);
    if (isolated.length === 0) return;
    full['servers'] = isolated.map(({ id }) => id);
  }
  exercise.give({ at: exercise.now, by: holder, type, args: full } as Order);
}

/** Servers with the fewest modules serving now, fewest first; equal ones in the network's order. */
export function worstServers({ evening, spec }: Exercise, count: number): string[] {
  const { servers, modules } = spec.network;
  const serving = servers.map((_, server) => {
    let up = 0;
    for (let module = server * modules; module < (server + 1) * modules; module++)
      if (evening.servers.state[module] === MODULE.up) up++;
    return up;
  });
  const order = servers.map((_, server) => server).sort((a, b) => serving[a]! - serving[b]! || a - b);
  return order.slice(0, count).map((server) => servers[server]!.id);
}
