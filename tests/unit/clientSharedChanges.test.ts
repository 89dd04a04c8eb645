import { expect, test } from 'vitest';
import type { Order } from '../../src/callflow/orders.ts';
import { formatAddress, parseAddress } from '../../src/client/address.ts';
import {
  addOrder,
  changeOrder,
  draftOf,
  isGiven,
  ordersToSend,
  removeOrder,
  setParameter,
  type Draft,
} from '../../src/client/draft.ts';
import { createEveningClient } from '../../src/client/eveningClient.ts';
import { decodeChanges, encodeChanges } from '../../src/client/sharedChanges.ts';
import { sourceWords } from '../../src/client/sourceWords.ts';
import { createClientStore } from '../../src/client/store.ts';
import { clock } from '../../src/kernel/time.ts';
import { openWorld } from '../../src/session/world.ts';
import { deafSession, sampleScenario, sampleView } from './clientSample.ts';

const scenario = sampleScenario();
const throttle: Order = { type: 'throttle', args: { share: 0.2 }, at: clock('17:00'), by: 'viewer' };
const parameter = (name: string) => scenario.parameters.find((each) => each.name === name)!;
const withoutBug = setParameter(draftOf(scenario), parameter('bug'), 0);

function changed(): Draft {
  const base = removeOrder(draftOf(scenario), 2);
  const [first] = base.orders;
  const later = changeOrder(base, first!.id, { ...first!.order, at: clock('18:30') });
  return setParameter(addOrder(later, throttle), parameter('leak'), 0.03);
}

test('without the fault, the draft marks as not given what the session does not give', () => {
  const world = openWorld({ bug: 0 }, null);
  if (!world.ok) throw new Error('the scenario does not open without the fault');
  const given = withoutBug.orders.filter((entry) => isGiven(entry, withoutBug));
  expect(given.map(({ order }) => order)).toEqual(world.value.orders);
  expect(withoutBug.orders).toHaveLength(scenario.orders.length);
  expect(draftOf(scenario).orders.every((entry) => isGiven(entry, withoutBug))).toBe(false);
});

test('an order added without the fault does not bring the others back, and the fault does', () => {
  const added = addOrder(withoutBug, throttle);
  expect(ordersToSend(added, scenario)?.map(({ type }) => type)).toEqual(['operation', 'throttle']);
  const back = setParameter(added, parameter('bug'), 1);
  expect(ordersToSend(back, scenario)).toHaveLength(scenario.orders.length + 1);
});

test('changes come back the same from an address', () => {
  for (const draft of [changed(), withoutBug, addOrder(withoutBug, throttle)]) {
    const changes = encodeChanges(draft, scenario)!;
    const address = { page: 'evening', seed: 7, at: clock('18:12'), changes } as const;
    expect(parseAddress(formatAddress(address))).toEqual({ address, problems: [] });
    const decoded = decodeChanges(changes, scenario);
    if (!decoded.ok) throw new Error(decoded.error.code);
    expect(decoded.value.set).toEqual(draft.set);
    expect(ordersToSend(decoded.value, scenario)).toEqual(ordersToSend(draft, scenario));
    expect(encodeChanges(decoded.value, scenario)).toBe(changes);
  }
  expect(encodeChanges(draftOf(scenario), scenario)).toBeNull();
  expect(encodeChanges(null, scenario)).toBeNull();
});

const word = (value: unknown) => btoa(JSON.stringify(value));

test('what an address cannot mean is told, and nothing of it is taken', () => {
  const base = scenario.hash.slice(0, 8);
  const cases: readonly (readonly [string, string])[] = [
    ['%%%', 'changes'],
    [btoa('no json'), 'changes'],
    [word({}), 'changes'],
    [word(['00000000', {}, [], []]), 'changesBase'],
    [word([base, { nothing: 1 }, [], []]), 'changesParameter'],
    [word([base, { leak: 7 }, [], []]), 'changesParameter'],
    [word([base, {}, [99], []]), 'changesOrder'],
    [word([base, {}, [], [[null, { ...throttle, type: 'wish' }]]]), 'changesOrder'],
    [word([base, {}, [], [[null, { ...throttle, at: clock('09:00') }]]]), 'changesOrder'],
    [word([base, {}, [], [[99, throttle]]]), 'changesOrder'],
  ];
  for (const [changes, code] of cases) {
    const decoded = decodeChanges(changes, scenario);
    expect(decoded.ok ? null : decoded.error.code).toBe(code);
  }
});

function open(changes: string | null) {
  const session = deafSession();
  const preferences = { language: 'fr', theme: 'system', motion: 'system', sound: false } as const;
  const store = createClientStore({ page: 'evening', seed: 1, preferences, problems: [] });
  const client = createEveningClient(store, session, () => 0);
  client.start(1, clock('18:12'), changes);
  session.say({ type: 'ready', scenario, seed: 1 });
  return { session, client, state: () => store.getSnapshot().context };
}
const view = sampleView(clock('18:12'));

test('a link with changes asks for its evening and shows no other', () => {
  const { session, state } = open(encodeChanges(changed(), scenario));
  session.say({ type: 'view', view });
  expect(state().view).toBeNull();
  expect(session.sent.at(-1)).toMatchObject({ type: 'start', set: { leak: 0.03 }, at: clock('18:12') });
  session.say({ type: 'ready', scenario, seed: 1 });
  session.say({ type: 'view', view });
  expect(state().view).toBe(view);
  expect(state().applied).toBe(state().draft);
});

test('a link that the session refuses leaves the evening as in 2021, and says why', () => {
  const { session, state } = open(encodeChanges(changed(), scenario));
  session.say({ type: 'view', view });
  session.say({
    type: 'error',
    code: 'unknownServer',
    params: { path: 'orders[0]', found: 'x', expected: '' },
  });
  expect(session.sent.at(-1)).toEqual({ type: 'pause' });
  session.say({ type: 'view', view });
  expect(state()).toMatchObject({ applied: null, view });
  expect(state().problems).toHaveLength(1);
});

test('a link that cannot be read is told', () => {
  const { session, state } = open('???');
  session.say({ type: 'view', view });
  expect(state().problems.map(({ code }) => code)).toEqual(['address.changes']);
  expect(state()).toMatchObject({ applied: null, view });
});

test('the dates of a source are written in words', () => {
  expect(sourceWords('Sénat, r21-297 (2021-12-15)', 'fr')).toBe('Sénat, r21-297 (15 décembre 2021)');
  expect(sourceWords('UE, COM 112 (2018-2019) · ACMA 2024-03', 'en')).toBe(
    'UE, COM 112 (2018-2019) · ACMA March 2024',
  );
});

test('one press gives the list, the parameters and the evening of 2021 back', () => {
  const { session, client, state } = open(null);
  session.say({ type: 'view', view });
  client.edit(changed());
  client.apply();
  session.say({ type: 'ready', scenario, seed: 1 });
  expect(state().applied).not.toBeNull();
  client.reset();
  expect(session.sent.at(-1)).toMatchObject({ type: 'start', set: {}, orders: null, at: clock('18:12') });
  expect(state()).toMatchObject({ applied: null, draft: draftOf(scenario) });
});

test('the evening begins fast, slows before the trigger by itself, and a chosen speed stays', () => {
  const session = deafSession();
  const preferences = { language: 'fr', theme: 'system', motion: 'system', sound: false } as const;
  const store = createClientStore({ page: 'evening', seed: 1, preferences, problems: [] });
  const client = createEveningClient(store, session, () => 0);
  const speeds = () => session.sent.flatMap((sent) => (sent.type === 'speed' ? [sent.value] : []));
  client.start(1, clock('16:30'));
  session.say({ type: 'ready', scenario, seed: 1 });
  for (const time of ['16:30', '16:43', '16:44', '17:00'])
    session.say({ type: 'view', view: { ...view, at: clock(time) } });
  expect(speeds()).toEqual([30, 15]);
  client.setSpeed(4);
  for (const time of ['16:30', '17:00']) session.say({ type: 'view', view: { ...view, at: clock(time) } });
  expect(speeds()).toEqual([30, 15, 4]);
});
