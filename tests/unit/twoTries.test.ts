import { expect, test } from 'vitest';
import { twoTries } from '../../src/debrief/twoTries.ts';
import { clock } from '../../src/kernel/time.ts';
import { createPlayClient } from '../../src/client/playClient.ts';
import { createPlayStore } from '../../src/client/playStore.ts';
import { memorySaves } from '../../src/client/saves.ts';
import { firstEvening } from '../../src/client/wish.ts';
import type { PlayPort } from '../../src/client/playSession.ts';
import type { EarlierTry, PlayReport } from '../../src/session/playProtocol.ts';
import { logKey } from '../../src/session/knownParts.ts';
import { PlaySession } from '../../src/session/playSession.ts';
import { act, ORANGE, played, sampleOf } from './debriefSample.ts';
import { HeldSession, soloSetup } from './playSessionSample.ts';

test('a try is told beside the one before: the same callers, both at one minute, and what came at another hour', () => {
  const before = played([], 'orange', '20:00');
  const now = played(ORANGE, 'orange', '20:00');
  const told = twoTries(before, now, clock('16:47'), false);
  expect(told).toMatchObject({ from: clock('16:47'), at: clock('20:00') });
  expect(told.before).toEqual(sampleOf(before).model.counts);
  expect(told.now).toEqual(sampleOf(now).model.counts);
  expect(told.now).not.toEqual(told.before);
  expect(told.home.now.attempts).toBeGreaterThan(told.home.now.lost);
  expect(told.times.length).toBeGreaterThan(0);
  for (const { id, before: first, now: second } of told.times) expect([id, first]).not.toEqual([id, second]);
});

test('what people did otherwise is listed, and what it changed in their goals', () => {
  const wait = ['16:58', 'services', { type: 'choose', dilemma: 'S1', option: 'neighbours' }] as const;
  const told = twoTries(
    played([wait, ['17:20', 'services', act('services.callBack')]], 'services', '19:00'),
    played([['17:20', 'services', act('services.patrols17')]], 'services', '19:00'),
    clock('17:09'),
    true,
  );
  expect(told.acts).toEqual({ before: ['services.callBack'], now: ['services.patrols17'] });
  expect(told.choices).toEqual([{ dilemma: 'S1', before: 'neighbours', now: null }]);
  for (const { before, now } of told.goals) {
    expect([before.seat, before.goal]).toEqual(['services', now.goal]);
    expect([before.grade, before.params]).not.toEqual([now.grade, now.params]);
  }
});

test('nothing done otherwise changes nothing', () => {
  const told = twoTries(
    played(ORANGE, 'orange', '19:00'),
    played(ORANGE, 'orange', '19:00'),
    clock('17:30'),
    false,
  );
  expect(told.now).toEqual(told.before);
  expect(told.times).toEqual([]);
  expect([told.goals, told.choices]).toEqual([[], []]);
  expect(told.acts).toEqual({ before: [], now: [] });
});

test('two tries at two minutes are not compared', () => {
  expect(() =>
    twoTries(played(ORANGE, 'orange', '18:00'), played(ORANGE, 'orange', '19:00'), clock('17:00'), false),
  ).toThrow('one minute');
});

test('an evening taken up again carries the try before it, whole; one played on from its end carries what it carried', () => {
  const held = new HeldSession();
  held.ask({ type: 'open', setup: soloSetup(['services'], { to: clock('19:00') }), guided: false });
  held.ask({ type: 'jump', to: clock('18:00') });
  expect(held.session.task(clock('18:00')).earlier).toBeUndefined();
  const first = held.session.task(clock('18:00')).text;
  held.ask({ type: 'branch', at: clock('17:10') });
  const again: EarlierTry = { text: first, at: clock('18:00'), from: clock('17:10') };
  expect(held.session.task(clock('17:10')).earlier).toEqual(again);

  held.ask({ type: 'jump', to: clock('19:00') });
  held.ask({ type: 'branch', at: clock('19:00'), to: clock('24:00') });
  expect(held.session.task(clock('19:00')).earlier).toEqual(again);
});

test('what a debrief computed beside one try is not shown beside another', () => {
  const task = { text: '"line":"command","chain":"a"', at: 5 };
  const beside = (chain: string, from: number) =>
    logKey({ ...task, earlier: { text: `"line":"command","chain":"${chain}"`, at: 7, from } });
  expect(new Set([logKey(task), beside('b', 1), beside('c', 1), beside('b', 2)]).size).toBe(4);
});

test('a closed page resumes beside the try before, as long as that one is kept', async () => {
  const saves = memorySaves();
  const desk = () => {
    const session = new PlaySession('test');
    const listeners: ((report: PlayReport) => void)[] = [];
    const port: PlayPort = {
      send(request) {
        for (const report of session.handle(request, 5_000)) for (const listen of listeners) listen(report);
      },
      subscribe(listener) {
        listeners.push(listener);
        return () => undefined;
      },
    };
    const client = createPlayClient(createPlayStore(), port, saves, {
      now: () => 5_000,
      newId: () => `id${++ids}`,
      trouble: () => undefined,
      go: () => undefined,
    });
    return { client, session };
  };
  let ids = 0;
  const { client } = desk();
  client.arrive();
  client.prepare(firstEvening(7));
  client.begin();
  client.jump(clock('18:00'));
  const first = client.store.getSnapshot().context.exercise!.id;
  await client.exportFile(first, String);
  client.branch(clock('17:20'));
  const second = client.store.getSnapshot().context.exercise!.id;
  expect(second).not.toBe(first);
  await client.exportFile(second, String);

  const later = desk();
  await later.client.resume(second, false);
  expect(later.session.task(0).earlier).toMatchObject({ at: clock('18:00'), from: clock('17:20') });

  await saves.remove(first);
  const last = desk();
  await last.client.resume(second, false);
  expect(last.client.store.getSnapshot().context.exercise!.id).toBe(second);
  expect(last.session.task(0).earlier).toBeUndefined();
});
