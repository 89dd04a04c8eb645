import { expect, test } from 'vitest';
import { announce } from '../../src/client/announcement.ts';
import { createEveningClient } from '../../src/client/eveningClient.ts';
import { addOrder } from '../../src/client/draft.ts';
import { problem } from '../../src/client/problem.ts';
import { createClientStore } from '../../src/client/store.ts';
import { clock } from '../../src/kernel/time.ts';
import { areaRows } from '../../src/panels/text/areaRows.ts';
import type { EveningView } from '../../src/view/eveningView.ts';
import { deafSession, sampleScenario, sampleView } from './clientSample.ts';

const scenario = sampleScenario();
const view = sampleView(clock('18:12'));
const at = (time: string, change: Partial<EveningView> = {}): EveningView => ({
  ...view,
  at: clock(time),
  ...change,
});

function open() {
  const session = deafSession();
  const store = createClientStore({
    page: 'evening',
    seed: 1,
    preferences: { language: 'fr', theme: 'system', motion: 'system', sound: false },
    problems: [],
  });
  const wall = { now: 0 };
  const client = createEveningClient(store, session, () => wall.now);
  client.start(1, clock('16:30'));
  session.say({ type: 'ready', scenario, seed: 1 });
  return { session, client, wall, state: () => store.getSnapshot().context };
}

test('an evening starts as in 2021, at its own speed, and shows what comes', () => {
  const { session, state } = open();
  expect(session.sent.map(({ type }) => type)).toEqual(['start', 'speed']);
  expect(session.sent[0]).toMatchObject({ seed: 1, at: clock('16:30'), set: {}, orders: null });
  session.say({ type: 'view', view: at('16:30') });
  expect(state().view?.at).toBe(clock('16:30'));
  expect(state().draft.orders).toHaveLength(scenario.orders.length);
});

test('tables follow at most twice a second, the clock at every view, the table of the board all of them', () => {
  const { session, client, wall, state } = open();
  const drawn: number[] = [];
  client.onView((each) => drawn.push(each.at));
  session.say({ type: 'view', view: at('17:00', { playing: true }) });
  for (const time of ['17:01', '17:02', '17:03']) {
    wall.now += 100;
    session.say({ type: 'view', view: at(time, { playing: true }) });
  }
  expect(state().view?.at).toBe(clock('17:03'));
  expect(state().calmView?.at).toBe(clock('17:00'));
  wall.now += 300;
  session.say({ type: 'view', view: at('17:04', { playing: true }) });
  expect(state().calmView?.at).toBe(clock('17:04'));
  session.say({ type: 'view', view: at('17:05') });
  expect(state().calmView?.at).toBe(clock('17:05'));
  expect(drawn).toHaveLength(6);
});

test('the clock shows the minute asked for until it is reached, and never leaves the evening', () => {
  const { session, client, state } = open();
  session.say({ type: 'view', view: at('16:30') });
  client.jump(clock('18:12'));
  expect(state().wanted).toBe(clock('18:12'));
  session.say({ type: 'view', view: at('16:30') });
  expect(state().wanted).toBe(clock('18:12'));
  session.say({ type: 'view', view: at('18:12') });
  expect(state().wanted).toBeNull();
  client.jump(clock('26:00'));
  client.jump(0);
  expect(session.sent.slice(-2)).toEqual([
    { type: 'jump', at: scenario.clock.windowEnd },
    { type: 'jump', at: scenario.clock.from },
  ]);
});

test('the clock stops by itself at the end; playing again begins again', () => {
  const { session, client } = open();
  session.say({ type: 'view', view: at('24:01', { playing: true }) });
  expect(session.sent.slice(-2)).toEqual([{ type: 'pause' }, { type: 'jump', at: scenario.clock.windowEnd }]);
  session.say({ type: 'view', view: at('24:00') });
  client.togglePlay();
  expect(session.sent.slice(-2)).toEqual([{ type: 'jump', at: scenario.clock.from }, { type: 'play' }]);
});

test('the next documented moment is the next one of the chronology, then the end', () => {
  const { session, client } = open();
  session.say({ type: 'view', view: at('18:12') });
  client.nextMoment();
  expect(session.sent.at(-1)).toEqual({ type: 'jump', at: clock('18:30') });
});

test('orders applied compute the evening again at the minute shown, and a reset gives 2021 back', () => {
  const { session, client, state } = open();
  session.say({ type: 'view', view: at('18:12') });
  client.edit(
    addOrder(state().draft, { type: 'throttle', args: { share: 0.2 }, at: clock('17:00'), by: 'viewer' }),
  );
  client.apply();
  expect(session.sent.at(-1)).toMatchObject({ type: 'start', at: clock('18:12') });
  expect(session.sent.at(-1)).toHaveProperty('orders.length', scenario.orders.length + 1);
  client.reset();
  client.apply();
  expect(session.sent.at(-1)).toMatchObject({ orders: null, set: {} });
  expect(state().applied).toBeNull();
});

test('a comparison refines, remembers what it compared, and stops on an error', () => {
  const { session, client, state } = open();
  session.say({ type: 'view', view: at('18:12') });
  client.compare(40);
  expect(session.sent.at(-1)).toMatchObject({ type: 'compare', seeds: 40 });
  expect(state().comparison).toMatchObject({ running: true, comparison: null });
  session.say({
    type: 'error',
    code: 'unknownServer',
    params: { path: 'orders[0]', found: 'x', expected: '' },
  });
  expect(state().comparison?.running).toBe(false);
  expect(state().problems).toHaveLength(1);
});

test('of one file after another only the last is told of, and not on another page', () => {
  const { client, state } = open();
  const { trigger } = client.store;
  trigger.turned({ page: 'home' });
  trigger.troubled({ problems: [problem('file.unreadable', {}, 'one.jsonl'), problem('board')] });
  trigger.troubled({ problems: [problem('file.unreadable', {}, 'two.jsonl')] });
  expect(state().problems.map(({ file }) => file)).toEqual(['', 'two.jsonl']);
  trigger.turned({ page: 'exercise' });
  expect(state().problems.map(({ file }) => file)).toEqual(['']);
});

test('what was said of an address goes when one goes elsewhere; what still holds stays', () => {
  const { client, state } = open();
  const { trigger } = client.store;
  trigger.troubled({
    problems: [problem('address.page'), problem('saves.gone'), problem('saves.forbidden')],
  });
  trigger.left();
  expect(state().problems.map(({ code }) => code)).toEqual(['saves.forbidden']);
});

test('the same problem is told once, and an answer for another call is not shown', () => {
  const { session, client, state } = open();
  client.store.trigger.troubled({ problems: [problem('board'), problem('board')].slice(0, 1) });
  client.store.trigger.troubled({ problems: [problem('board')] });
  expect(state().problems).toHaveLength(1);
  client.tell(12);
  expect(state()).toMatchObject({ tab: 'story', story: { attempt: 12, asked: true } });
  session.say({ type: 'story', attempt: 11, story: null });
  expect(state().story?.asked).toBe(true);
  session.say({ type: 'story', attempt: 12, story: null });
  expect(state().story?.asked).toBe(false);
});

test('one sentence at each documented moment and each quarter of an hour, one after a jump', () => {
  const first = announce(null, at('17:01'), scenario);
  expect(first.announcement).toBeNull();
  const kinds = (times: readonly string[]) => {
    let { memory } = first;
    return times.map((time) => {
      const said = announce(memory, at(time), scenario);
      ({ memory } = said);
      return said.announcement?.kind ?? null;
    });
  };
  expect(kinds(['17:10', '17:16', '17:20', '17:31', '17:41', '19:20', '17:00'])).toEqual([
    null,
    'state',
    null,
    'state',
    'moment',
    'state',
    'state',
  ]);
});

test('départements sort by any column, both ways, unknown shares last', () => {
  const codes = (sort: Parameters<typeof areaRows>[2]) =>
    areaRows(view.areas, scenario, sort, 'fr').map(({ code }) => code);
  expect(codes({ column: 'code', descending: false }).slice(0, 2)).toEqual(['01', '02']);
  expect(codes({ column: 'area', descending: false })[0]).toBe('01');
  const lost = areaRows(view.areas, scenario, { column: 'unrouted', descending: true }, 'fr').map(
    ({ unrouted }) => unrouted,
  );
  expect(lost).toEqual([...lost].sort((a, b) => b - a));
  const empty = view.areas.map((area) =>
    area.code === '69' ? { ...area, attempts15: 0, unrouted15: 0 } : area,
  );
  for (const descending of [true, false])
    expect(areaRows(empty, scenario, { column: 'share15', descending }, 'fr').at(-1)?.share15).toBeNull();
});
