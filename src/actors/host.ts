import type { EventObject } from 'xstate';
import type { ActorEffect } from './effects.ts';
import type { ActorEvent } from './events.ts';
import { actorOf } from './machines.ts';
import type { InstanceId } from './machines.ts';
import type { AskedAction } from './pure.ts';
import type { ActorSettings } from './settings.ts';
import { beginningOf, moveOf, tagsOf } from './standings.ts';
import type { Standing } from './standings.ts';

/** A delayed transition to come. `at` is exercise time in milliseconds; `token` is unique in the state and orders equal times. */
export interface ActorTimer {
  readonly token: number;
  readonly id: string;
  readonly event: string;
  readonly at: number;
}

/** A timer for the exercise's queue: call `due` at that time. A token no longer pending changes nothing. */
export interface TimerRequest {
  readonly machine: InstanceId;
  readonly token: number;
  readonly at: number;
}

interface ActorState {
  standing: Standing;
  timers: ActorTimer[];
}

/** Plain JSON. Owned by whoever holds it: `send` and `due` change it in place. Copy it to keep an earlier one. */
export interface ActorsState {
  nextToken: number;
  readonly actors: Partial<Record<InstanceId, ActorState>>;
}

export interface ActorsStep {
  readonly state: ActorsState;
  readonly effects: readonly ActorEffect[];
  readonly timers: readonly TimerRequest[];
}

const NOTHING: readonly never[] = [];

function stateOf(state: ActorsState, id: InstanceId): ActorState {
  const actor = state.actors[id];
  if (actor === undefined) throw new Error(`no machine plays ${id}`);
  return actor;
}

interface RaiseParams {
  readonly id: string | undefined;
  readonly event: EventObject;
  readonly delay: number | undefined;
}

/** Carries out what a machine asks for: timers are kept and requested, emitted effects returned; any other action is a fault. */
function interpret(
  state: ActorsState,
  machine: InstanceId,
  actions: readonly AskedAction[],
  now: number,
): ActorsStep {
  const actor = stateOf(state, machine);
  const effects: ActorEffect[] = [];
  const timers: TimerRequest[] = [];
  for (const { type, params } of actions) {
    if (type === 'xstate.emit') {
      effects.push((params as { event: ActorEffect }).event);
    } else if (type === 'xstate.cancel') {
      const { sendId } = params as { sendId: string };
      actor.timers = actor.timers.filter(({ id }) => id !== sendId);
    } else if (type === 'xstate.raise') {
      const { id, event, delay } = params as RaiseParams;
      // Without a delay the machine has already taken the event within the same step.
      if (delay === undefined) continue;
      if (id === undefined) throw new Error(`${machine}: a delayed event needs an id`);
      if (!Number.isSafeInteger(delay) || delay < 0) throw new Error(`${machine}: ${id} lasts ${delay}`);
      const timer = { token: state.nextToken++, id, event: event.type, at: now + delay };
      actor.timers.push(timer);
      timers.push({ machine, token: timer.token, at: timer.at });
    } else {
      throw new Error(`${machine}: action ${type} is not for a pure host`);
    }
  }
  // A timer may be asked for and dropped within one step.
  const kept = timers.filter(({ token }) => actor.timers.some((timer) => timer.token === token));
  return { state, effects, timers: kept };
}

function advance(state: ActorsState, machine: InstanceId, event: ActorEvent, now: number): ActorsStep {
  const actor = stateOf(state, machine);
  const move = moveOf(actorOf(machine), actor.standing, event);
  if (move === null) return { state, effects: NOTHING, timers: NOTHING };
  actor.standing = move.after;
  return interpret(state, machine, move.actions, now);
}

/** Machines at their beginning. What measures prepared is then sent as `START` events, one per tag. */
export function createActors(ids: readonly InstanceId[], settings: ActorSettings, now: number): ActorsState {
  const state: ActorsState = { nextToken: 1, actors: {} };
  for (const id of ids) {
    const { after, actions } = beginningOf(actorOf(id), settings[actorOf(id)]);
    state.actors[id] = { standing: after, timers: [] };
    interpret(state, id, actions, now);
  }
  return state;
}

/** A second instance that goes on from where the first stands: its timers are its own, asked for anew. */
export function fork(state: ActorsState, from: InstanceId, to: InstanceId): readonly TimerRequest[] {
  const { standing, timers } = stateOf(state, from);
  const own = timers.map((timer) => ({ ...timer, token: state.nextToken++ }));
  state.actors[to] = { standing, timers: own };
  return own.map(({ token, at }) => ({ machine: to, token, at }));
}

/** Whether an event would move the machine from where it stands. */
export function takes(state: ActorsState, machine: InstanceId, event: ActorEvent): boolean {
  return moveOf(actorOf(machine), stateOf(state, machine).standing, event) !== null;
}

/** Sends an event at exercise time `now` (ms). An event that the present state does not take changes nothing. */
export function send(state: ActorsState, machine: InstanceId, event: ActorEvent, now: number): ActorsStep {
  return advance(state, machine, event, now);
}

/** The time of a timer has come. A token dropped or already used changes nothing. */
export function due(state: ActorsState, machine: InstanceId, token: number, now: number): ActorsStep {
  const actor = stateOf(state, machine);
  const timer = actor.timers.find((candidate) => candidate.token === token);
  if (timer === undefined) return { state, effects: NOTHING, timers: NOTHING };
  actor.timers = actor.timers.filter((candidate) => candidate !== timer);
  return advance(state, machine, { type: timer.event } as ActorEvent, now);
}

/** The first timer to come, by time then by token; undefined when none is pending. */
export function nextTimer(state: ActorsState): TimerRequest | undefined {
  let first: TimerRequest | undefined;
  for (const id of Object.keys(state.actors) as InstanceId[]) {
    for (const { token, at } of stateOf(state, id).timers) {
      if (first === undefined || at < first.at || (at === first.at && token < first.token))
        first = { machine: id, token, at };
    }
  }
  return first;
}

/** What the organisation is now. The set stays the same object until its machine moves. */
export function tags(state: ActorsState, machine: InstanceId): ReadonlySet<string> {
  return tagsOf(actorOf(machine), stateOf(state, machine).standing);
}

/** Whether the machine would take this event now. */
export function can(state: ActorsState, machine: InstanceId, event: ActorEvent): boolean {
  return moveOf(actorOf(machine), stateOf(state, machine).standing, event) !== null;
}
