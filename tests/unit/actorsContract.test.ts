import { describe, expect, test } from 'vitest';
import { getInitialSnapshot, initialTransition } from 'xstate';
import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { COMMON_EVENTS, IGNORED, START_TAGS } from '../../src/actors/events.ts';
import { createActors, send, tags } from '../../src/actors/host.ts';
import { ACTORS, MACHINES } from '../../src/actors/machines.ts';
import { SETTINGS_2021 } from '../../src/actors/settings.ts';
import type { ActorSettings } from '../../src/actors/settings.ts';
import { MACHINE_EVENTS } from '../../src/scenario/play/machineEvents.ts';
import { FACTS, OPTIONAL_TAGS, TAGS } from '../../src/scenario/play/vocabulary.ts';
import type { ActorId } from '../../src/scenario/play/vocabulary.ts';
import { eventsFor } from './actorsArbitrary.ts';

/** The rules of the house for statecharts, held over every machine (architecture.md §4). */

const TAGS_OF: Readonly<Record<ActorId, readonly string[]>> = { ...TAGS, ...OPTIONAL_TAGS };
const NIGHT = 16.5 * 3_600_000;

/** Every switch on: paths that a measure opens are paths too. */
const ALL_SWITCHES: ActorSettings = {
  ...SETTINGS_2021,
  orange: {
    ...SETTINGS_2021.orange,
    branchWithCell: true,
    emergencyRaisesLevel: true,
    levelOpensCell: true,
  },
};

function nodesUnder(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap(nodesUnder)];
}

function transitionsOf(node: AnyStateNode) {
  return [...node.transitions.values()].flat();
}

interface BuiltAction {
  readonly type: string;
  readonly id?: unknown;
  readonly delay?: unknown;
}

/** The action itself, where a name stands for it. */
function built(machine: AnyStateMachine, action: unknown): BuiltAction {
  const name = typeof action === 'string' ? action : (action as { type: string }).type;
  const found = typeof action === 'function' ? action : machine.implementations.actions[name];
  expect(found, `action ${name}`).toBeDefined();
  return found as unknown as BuiltAction;
}

function guardNames(machine: AnyStateMachine): string[] {
  return Object.keys(machine.implementations.guards);
}

describe.each(ACTORS)('%s', (id) => {
  const machine: AnyStateMachine = MACHINES[id];
  const nodes = nodesUnder(machine.root);
  const regions = Object.values(machine.root.states) as AnyStateNode[];

  test('is made of parallel regions only, each with explicit ids, without history, end or invoked actors', () => {
    expect(machine.id).toBe(id);
    expect(machine.root.type).toBe('parallel');
    for (const node of nodes) {
      expect(node.config.id, node.path.join('.')).toBe([id, ...node.path].join('.'));
      expect(['parallel', 'compound', 'atomic']).toContain(node.type);
      expect(node.invoke).toEqual([]);
      expect(node.always ?? []).toEqual([]);
    }
    expect(regions.map(({ type }) => type)).toEqual(regions.map(() => 'compound'));
  });

  test('only assigns and emits, besides what timers and raised events need', () => {
    for (const node of nodes) {
      const actions = [...node.entry, ...node.exit, ...transitionsOf(node).flatMap((t) => t.actions)];
      for (const action of actions) {
        const { type } = built(machine, action);
        expect(['xstate.assign', 'xstate.emit', 'xstate.raise', 'xstate.cancel']).toContain(type);
      }
    }
  });

  test('names its delays, all of which exist and are whole milliseconds', () => {
    const named = nodes.flatMap((node) => Object.keys(node.config.after ?? {}));
    for (const name of named) expect(machine.implementations.delays[name], name).toBeTypeOf('function');
    expect(Object.keys(machine.implementations.delays).sort()).toEqual([...new Set(named)].sort());
    const delayed = nodes.flatMap((node) =>
      [...node.entry, ...transitionsOf(node).flatMap((t) => t.actions)]
        .map((action) => built(machine, action))
        .filter(({ type, delay }) => type === 'xstate.raise' && delay !== undefined),
    );
    for (const { delay, id: timer } of delayed) {
      expect(named).toContain(delay);
      expect(timer).toBeTypeOf('string');
    }
    const { context } = getInitialSnapshot(machine, SETTINGS_2021[id]) as AnyMachineSnapshot;
    for (const delay of Object.values(machine.implementations.delays)) {
      const ms = (delay as (args: unknown) => number)({ context, event: { type: 'LEARN' } });
      expect(Number.isSafeInteger(ms) && ms > 0).toBe(true);
    }
  });

  test('has named guards only, which change nothing and always answer alike', () => {
    const guards = nodes.flatMap((node) => transitionsOf(node).flatMap(({ guard }) => guard ?? []));
    const named = guards.map((guard) =>
      typeof guard === 'string' ? guard : (guard as { type: string }).type,
    );
    expect(named.filter((name) => !guardNames(machine).includes(name))).toEqual([]);
    const context = Object.freeze({ ...SETTINGS_2021[id] });
    for (const guard of Object.values(machine.implementations.guards)) {
      for (const event of eventsFor(id)) {
        const ask = () =>
          (guard as (args: unknown, params: unknown) => boolean)(
            { context, event: Object.freeze(event) },
            'emergency.affected',
          );
        expect(ask()).toBe(ask());
      }
    }
  });

  test('gives exactly one tag of its group per region, and the tags of the vocabulary, no other', () => {
    const groups = regions.map((region) => {
      expect(region.tags).toEqual([]);
      const states = Object.values(region.states) as AnyStateNode[];
      for (const state of states) {
        expect(state.type, state.id).toBe('atomic');
        expect(state.tags, state.id).toHaveLength(1);
      }
      return new Set(states.flatMap((state) => state.tags));
    });
    const all = groups.flatMap((group) => [...group]);
    expect(new Set(all).size, 'no tag in two regions').toBe(all.length);
    expect(all.sort()).toEqual([...TAGS_OF[id]].sort());
  });

  test('takes every event addressed to it somewhere, or says that it ignores it', () => {
    const taken = new Set(
      nodes.flatMap((node) => [...node.transitions.keys()]).filter((type) => !type.startsWith('xstate.')),
    );
    const ignored: readonly string[] = IGNORED[id];
    expect([...taken].filter((type) => ignored.includes(type))).toEqual([]);
    expect([...taken, ...ignored].sort()).toEqual([...MACHINE_EVENTS[id], ...COMMON_EVENTS].sort());
  });

  test('begins in silence: nothing emitted, no timer', () => {
    const [, actions] = initialTransition(machine, SETTINGS_2021[id]);
    expect(actions).toEqual([]);
  });

  test.each(regions.map((region) => [region.key, region] as const))(
    'can reach every state of the region %s',
    (key, region) => {
      const after = [...new Set(nodes.flatMap((node) => [...node.transitions.keys()]))]
        .filter((type) => type.startsWith('xstate.after.'))
        .map((type) => ({ type }));
      const seen = new Set(
        [SETTINGS_2021, ALL_SWITCHES].flatMap((settings) =>
          getShortestPaths(machine, {
            input: settings[id],
            // Without what measures prepare: every state must be reached by playing.
            events: [...eventsFor(id).filter(({ type }) => type !== 'START'), ...after],
            // One witness a state of this region is enough: the product of the regions is out of reach.
            serializeState: (snapshot) => {
              const { value, context } = snapshot as AnyMachineSnapshot;
              const { reports } = context as { reports?: number };
              return JSON.stringify([value[key as keyof typeof value], Math.min(reports ?? 0, 2)]);
            },
          }).map(({ state }) => (state as AnyMachineSnapshot).value[key]),
        ),
      );
      expect([...seen].sort()).toEqual(Object.keys(region.states).sort());
    },
  );

  test('can begin with what a measure prepared', () => {
    const starts: readonly string[] = START_TAGS[id];
    const guards = nodes.flatMap((node) => node.transitions.get('START') ?? []);
    const wanted = guards.map(({ guard }) => (guard as { params: string }).params);
    expect(wanted.sort()).toEqual([...starts].sort());
    for (const tag of START_TAGS[id]) {
      const state = createActors([id], SETTINGS_2021, NIGHT);
      send(state, id, { type: 'START', tag }, NIGHT);
      expect(tags(state, id)).toContain(tag);
    }
  });
});

test('every fact is known to the charts or to none: no chart waits for a word outside the vocabulary', () => {
  const waited = ACTORS.flatMap((id) => {
    const machine: AnyStateMachine = MACHINES[id];
    return nodesUnder(machine.root)
      .flatMap(transitionsOf)
      .flatMap(({ guard }) =>
        typeof guard === 'object' && (guard as { type: string }).type === 'learns'
          ? [(guard as unknown as { params: string }).params]
          : [],
      );
  });
  for (const fact of waited) expect(FACTS).toContain(fact);
});
