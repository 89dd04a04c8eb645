import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialTransition, transition } from 'xstate';
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type { ActorEffect } from '../../src/actors/effects.ts';
import type { ActorEvent } from '../../src/actors/events.ts';
import { can, createActors, due, nextTimer, send, tags } from '../../src/actors/host.ts';
import type { ActorsState } from '../../src/actors/host.ts';
import { ACTORS, MACHINES } from '../../src/actors/machines.ts';
import type { InstanceId } from '../../src/actors/machines.ts';
import { begin, step } from '../../src/actors/pure.ts';
import { SETTINGS_2021, withSetting } from '../../src/actors/settings.ts';
import type { ActorId } from '../../src/scenario/play/vocabulary.ts';
import { evening, eventsFor } from './actorsArbitrary.ts';

const MINUTE = 60_000;
const START = 16.5 * 60 * MINUTE;

interface Evening {
  state: ActorsState;
  readonly effects: [number, InstanceId, ActorEffect][];
}

function calm(): Evening {
  return { state: createActors(ACTORS, SETTINGS_2021, START), effects: [] };
}

function note(evening: Evening, at: number, machine: InstanceId, effects: readonly ActorEffect[]): void {
  for (const effect of effects) evening.effects.push([at, machine, effect]);
}

/** Timers up to `to`, in order. */
function runTo(evening: Evening, to: number): void {
  for (let timer = nextTimer(evening.state); timer !== undefined && timer.at <= to;) {
    const { machine, token, at } = timer;
    note(evening, at, machine, due(evening.state, machine, token, at).effects);
    timer = nextTimer(evening.state);
  }
}

function sendAt(evening: Evening, at: number, machine: ActorId, event: ActorEvent): void {
  runTo(evening, at);
  note(evening, at, machine, send(evening.state, machine, event, at).effects);
}

function saved(state: ActorsState): ActorsState {
  return JSON.parse(JSON.stringify(state)) as ActorsState;
}

describe('the same evening, however it is cut', () => {
  const LASTS = 40 * MINUTE;
  test('one jump, steps of 97 ms, saved and restored at each event: same states, same effects', () => {
    fc.assert(
      fc.property(evening(ACTORS, LASTS, 60), (sent) => {
        const jump = calm();
        for (const { machine, event, at } of sent) sendAt(jump, START + at, machine, event);
        runTo(jump, START + 2 * LASTS);

        const ticks = calm();
        let next = 0;
        for (let now = START; now <= START + 2 * LASTS + 97; now += 97) {
          for (; next < sent.length && START + sent[next].at <= now; next++)
            sendAt(ticks, START + sent[next].at, sent[next].machine, sent[next].event);
          if (nextTimer(ticks.state) !== undefined) runTo(ticks, Math.min(now, START + 2 * LASTS));
        }

        const restored = calm();
        for (const { machine, event, at } of sent) {
          restored.state = saved(restored.state);
          sendAt(restored, START + at, machine, event);
        }
        restored.state = saved(restored.state);
        runTo(restored, START + 2 * LASTS);

        expect(saved(ticks.state)).toEqual(saved(jump.state));
        expect(saved(restored.state)).toEqual(saved(jump.state));
        expect(ticks.effects).toEqual(jump.effects);
        expect(restored.effects).toEqual(jump.effects);
        for (const id of ACTORS) expect([...tags(restored.state, id)]).toEqual([...tags(jump.state, id)]);
      }),
      { numRuns: 200 },
    );
  });

  test('the state is plain JSON', () => {
    fc.assert(
      fc.property(evening(ACTORS, LASTS, 40), (sent) => {
        const run = calm();
        for (const { machine, event, at } of sent) sendAt(run, START + at, machine, event);
        expect(saved(run.state)).toEqual(run.state);
      }),
      { numRuns: 50 },
    );
  });
});

test("a step is XState's own transition, to the action", () => {
  for (const id of ACTORS) {
    const machine: AnyStateMachine = MACHINES[id];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...eventsFor(id)), { maxLength: 30 }), (events) => {
        const [begun, first] = begin(machine, SETTINGS_2021[id]);
        const [wantedBegun, wantedFirst] = initialTransition(machine, SETTINGS_2021[id]);
        expect([begun.value, begun.context, first]).toEqual([
          wantedBegun.value,
          wantedBegun.context,
          wantedFirst,
        ]);
        let mine = begun;
        let theirs = wantedBegun as AnyMachineSnapshot;
        for (const event of events) {
          const [next, actions] = step(machine, mine, event);
          const [reference, wanted] = transition(machine, theirs, event);
          expect([next.value, next.context, [...next.tags]]).toEqual([
            reference.value,
            reference.context,
            [...reference.tags],
          ]);
          expect(actions.map(({ type, params }) => ({ type, params }))).toEqual(
            wanted.map(({ type, params }) => ({ type, params })),
          );
          mine = next;
          theirs = reference as AnyMachineSnapshot;
        }
      }),
      { numRuns: 20 },
    );
  }
});

describe('an evening', () => {
  test('what can be done says what is done', () => {
    fc.assert(
      fc.property(evening(ACTORS, 200 * MINUTE, 80), (sent) => {
        const run = calm();
        for (const { machine, event, at } of sent) {
          runTo(run, START + at);
          const before = JSON.stringify(run.state);
          const takes = can(run.state, machine, event);
          const { effects } = send(run.state, machine, event, START + at);
          if (!takes) expect([JSON.stringify(run.state), effects]).toEqual([before, []]);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('the crisis cell takes the minutes of the setting, and its people come and go', () => {
    const half = withSetting(SETTINGS_2021, 'orange', 'cellMinutes', 30);
    for (const [settings, minutes] of [
      [SETTINGS_2021, 60],
      [half, 30],
    ] as const) {
      const state = createActors(['orange'], settings, START);
      const { timers } = send(state, 'orange', { type: 'CELL_OPEN' }, START);
      expect(timers).toEqual([{ machine: 'orange', token: 1, at: START + minutes * MINUTE }]);
      expect(tags(state, 'orange')).toContain('cellOpening');
      expect(due(state, 'orange', 1, timers[0].at).effects).toEqual([
        { type: 'peopleJoin', pool: 'crisis', people: 4 },
        { type: 'milestone', id: 'operatorCell' },
      ]);
      expect(tags(state, 'orange')).toContain('cellOpen');
      expect(send(state, 'orange', { type: 'CELL_CLOSE' }, timers[0].at).effects).toEqual([
        { type: 'peopleLeave', pool: 'crisis', people: 4 },
      ]);
    }
  });

  test('a setting that no machine has, or of another kind, is refused', () => {
    expect(() => withSetting(SETTINGS_2021, 'orange', 'cellMinute', 30)).toThrow('cellMinute');
    expect(() => withSetting(SETTINGS_2021, 'orange', 'toString', 30)).toThrow('toString');
    expect(() => withSetting(SETTINGS_2021, 'orange', 'branchWithCell', 1)).toThrow('branchWithCell');
    expect(() => withSetting(SETTINGS_2021, 'orange', 'cellMinutes', 0)).toThrow('cellMinutes');
    expect(() => withSetting(SETTINGS_2021, 'orange', 'cellPool', true)).toThrow('cellPool');
  });

  test('an order taken back drops its timer: the token is stale', () => {
    const state = createActors(['orange'], SETTINGS_2021, START);
    const { timers } = send(state, 'orange', { type: 'CELL_OPEN' }, START);
    send(state, 'orange', { type: 'CELL_CLOSE' }, START + MINUTE);
    expect(nextTimer(state)).toBeUndefined();
    expect(due(state, 'orange', timers[0].token, timers[0].at).effects).toEqual([]);
    expect(tags(state, 'orange')).toContain('cellClosed');
  });

  test('measures of alert raise the level, open the cell and its branch, from one fact', () => {
    const law = {
      ...SETTINGS_2021,
      orange: {
        ...SETTINGS_2021.orange,
        cellMinutes: 30,
        emergencyRaisesLevel: true,
        levelOpensCell: true,
        branchWithCell: true,
      },
    };
    const run: Evening = { state: createActors(['orange'], law, START), effects: [] };
    sendAt(run, START, 'orange', { type: 'LEARN', fact: 'emergency.affected' });
    runTo(run, START + 30 * MINUTE);
    expect([...tags(run.state, 'orange')]).toEqual(
      expect.arrayContaining(['emergencyKnown', 'levelRed', 'cellOpen', 'branchOpen']),
    );
    expect(run.effects.map(([, , effect]) => effect)).toContainEqual({ type: 'levelChanged', level: 'red' });
  });

  test('a relapse costs trust to whoever had announced the end, and to nobody else', () => {
    const state = createActors(['orange', 'ministry'], SETTINGS_2021, START);
    send(state, 'orange', { type: 'END_ANNOUNCED' }, START);
    const trust = { type: 'trust', relation: 'stateToOperator', step: -1, why: 'endContradicted' };
    expect(send(state, 'orange', { type: 'RELAPSE' }, START + 1).effects).toEqual([trust]);
    expect(send(state, 'orange', { type: 'RELAPSE' }, START + 2).effects).toEqual([]);
    expect(send(state, 'ministry', { type: 'RELAPSE' }, START + 2).effects).toEqual([]);
  });

  test('a question left without an answer for too long costs trust once', () => {
    const run = calm();
    sendAt(run, START, 'orange', { type: 'QUESTION_ASKED' });
    runTo(run, START + 300 * MINUTE);
    const cost = { type: 'trust', relation: 'stateToOperator', step: -1, why: 'questionOverdue' };
    expect(run.effects).toEqual([[START + 30 * MINUTE, 'orange', cost]]);
    expect(tags(run.state, 'orange')).toContain('questionPending');
  });

  test('a shift that leaves without a brief loses what was not written', () => {
    for (const [type, lost, minutes] of [
      ['RELIEF', [], 10],
      ['RELIEF_BARE', [[START + 3 * MINUTE, 'services', { type: 'factsLost' }]], 3],
    ] as const) {
      const run = calm();
      sendAt(run, START, 'services', { type });
      expect(tags(run.state, 'services')).toContain('shiftHandover');
      runTo(run, START + minutes * MINUTE);
      expect(tags(run.state, 'services')).toContain('shiftSecond');
      expect(run.effects).toEqual(lost);
    }
  });

  test('trust stretches the agreement of the other operators', () => {
    for (const [type, minutes] of [
      ['TRUST_GIVEN', 30],
      ['TRUST_WATCHED', 45],
      ['TRUST_LOST', 75],
    ] as const) {
      const state = createActors(['operators'], SETTINGS_2021, START);
      send(state, 'operators', { type }, START);
      const { timers } = send(state, 'operators', { type: 'DETOUR_ASKED' }, START);
      expect(timers[0].at).toBe(START + minutes * MINUTE);
    }
  });

  test('tags are one set until the machine moves', () => {
    const state = createActors(['anssi'], SETTINGS_2021, START);
    const before = tags(state, 'anssi');
    send(state, 'anssi', { type: 'ACT', act: 'any' }, START);
    expect(tags(state, 'anssi')).toBe(before);
    send(state, 'anssi', { type: 'CASE_OPEN' }, START);
    expect(tags(state, 'anssi')).not.toBe(before);
  });
});
