import { expect, test } from 'vitest';
import type { Order } from '../../src/callflow/orders.ts';
import {
  addOrder,
  changeOrder,
  draftOf,
  isAsIn2021,
  ordersToSend,
  removeOrder,
  setParameter,
} from '../../src/client/draft.ts';
import {
  ORDER_TYPES,
  emptyForm,
  findArea,
  formOf,
  parseNumber,
  readForm,
} from '../../src/client/orderForm.ts';
import { EVENING_RANGE } from '../../src/client/address.ts';
import { clock } from '../../src/kernel/time.ts';
import { sampleScenario } from './clientSample.ts';

const scenario = sampleScenario();
const throttle: Order = { type: 'throttle', args: { share: 0.2 }, at: clock('17:00'), by: 'viewer' };

test('a draft begins as the evening of 2021, and says so', () => {
  const draft = draftOf(scenario);
  expect(draft.orders).toHaveLength(scenario.orders.length);
  expect(isAsIn2021(draft, scenario)).toBe(true);
  expect(ordersToSend(draft, scenario)).toBeNull();
});

test('an order added comes in its place; what is sent is the whole list, bare', () => {
  const draft = addOrder(draftOf(scenario), throttle);
  const times = draft.orders.map(({ order }) => order.at);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  const sent = ordersToSend(draft, scenario);
  expect(sent).toHaveLength(scenario.orders.length + 1);
  expect(sent).toContainEqual(throttle);
  for (const order of sent!) expect(Object.keys(order).sort()).toEqual(['args', 'at', 'by', 'type']);
});

test('removing every order sends an empty list, not the scenario’s', () => {
  let draft = draftOf(scenario);
  for (const { id } of draft.orders) draft = removeOrder(draft, id);
  expect(ordersToSend(draft, scenario)).toEqual([]);
});

test('a changed order is marked, and an added one stays added', () => {
  const [first] = draftOf(scenario).orders;
  const changed = changeOrder(draftOf(scenario), first!.id, { ...first!.order, at: clock('23:00') });
  expect(changed.orders.find(({ id }) => id === first!.id)).toMatchObject({ origin: 'changed' });
  expect(ordersToSend(changed, scenario)).not.toBeNull();
  const added = addOrder(draftOf(scenario), throttle);
  const { id } = added.orders.find(({ origin }) => origin === 'added')!;
  expect(changeOrder(added, id, throttle).orders.find((each) => each.id === id)?.origin).toBe('added');
});

test('a parameter given back its value is no longer set', () => {
  const leak = scenario.parameters.find(({ name }) => name === 'leak')!;
  const set = setParameter(draftOf(scenario), leak, 0.03);
  expect(set.set).toEqual({ leak: 0.03 });
  expect(isAsIn2021(set, scenario)).toBe(false);
  expect(setParameter(set, leak, leak.value).set).toEqual({});
});

test('every order of the scenario goes through the form unchanged', () => {
  for (const { type, args, at, by } of scenario.orders) {
    const read = readForm(formOf({ type, args, at, by } as Order, scenario), EVENING_RANGE, by);
    expect(read).toEqual({ order: { type, args, at, by } });
  }
});

test.each(ORDER_TYPES)('the form of %s is valid as it comes', (type) => {
  const read = readForm(emptyForm(type, clock('18:00'), scenario), EVENING_RANGE);
  expect(read).toMatchObject({ order: { type, at: clock('18:00'), by: 'viewer' } });
});

test('a form says everything that is wrong with it', () => {
  const form = emptyForm('openNumbers', clock('18:00'), scenario);
  const read = readForm(
    { ...form, at: '09:00', values: { ...form.values, areas: [], rooms: [] } },
    EVENING_RANGE,
  );
  expect('faults' in read && read.faults.map(({ field }) => field)).toEqual(['at', 'areas', 'rooms']);
  const share = emptyForm('throttle', clock('18:00'), scenario);
  expect(readForm({ ...share, values: { share: '120' } }, EVENING_RANGE)).toMatchObject({
    faults: [{ field: 'share', key: 'number', params: { min: 0, max: 100 } }],
  });
});

test('numbers are read in both languages', () => {
  expect(['2', '2.5', '2,5', '-1'].map(parseNumber)).toEqual([2, 2.5, 2.5, -1]);
  expect(['', '2,', 'x', '1 000'].map(parseNumber)).toEqual([null, null, null, null]);
});

test('a département is found by code or by name, accents or not', () => {
  expect(findArea('69', scenario)).toBe('69');
  expect(findArea('rhone', scenario)).toBe('69');
  expect(findArea('Côte d’Or', scenario)).toBe('21');
  expect(findArea('Rhône (69)', scenario)).toBe('69');
  expect(findArea('2a', scenario)).toBe('2A');
  expect(findArea('guade', scenario)).toBe('971');
  expect(findArea('Haute', scenario)).toBeNull();
  expect(findArea('', scenario)).toBeNull();
});
