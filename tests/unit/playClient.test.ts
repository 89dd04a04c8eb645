import { describe, expect, test } from 'vitest';
import { createPlayClient } from '../../src/client/playClient.ts';
import { createPlayStore } from '../../src/client/playStore.ts';
import type { PlayPort } from '../../src/client/playSession.ts';
import type { Address } from '../../src/client/address.ts';
import { exerciseFileName } from '../../src/client/exerciseFile.ts';
import { createKeeper } from '../../src/client/keeper.ts';
import type { Problem } from '../../src/client/problem.ts';
import { SavesFault, memorySaves, textOf, type SavedExercise, type Saves } from '../../src/client/saves.ts';
import { shareUnchanged, withChanges } from '../../src/client/share.ts';
import { firstEvening, FIRST_WISH, setupOf, spent } from '../../src/client/wish.ts';
import { clock } from '../../src/kernel/time.ts';
import { catalogue } from '../../src/session/ground.ts';
import type { PlayReport, PlayRequest } from '../../src/session/playProtocol.ts';
import { PlaySession } from '../../src/session/playSession.ts';
import { soloSetup } from './playSessionSample.ts';

/** The client on the true session, without a worker between them. */
function atTheDesk(saves: Saves = memorySaves()) {
  const session = new PlaySession('test');
  const listeners = new Set<(report: PlayReport) => void>();
  const sent: PlayRequest[] = [];
  const port: PlayPort = {
    send(request) {
      sent.push(request);
      for (const report of session.handle(request, 5_000)) for (const listener of listeners) listener(report);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const problems: Problem[] = [];
  const went: Address[] = [];
  let ids = 0;
  const client = createPlayClient(createPlayStore(), port, saves, {
    now: () => 5_000,
    newId: () => `id${++ids}`,
    trouble: (told) => problems.push(...told),
    go: (address) => went.push(address),
  });
  const state = () => client.store.getSnapshot().context;
  const tell = (report: PlayReport): void => listeners.forEach((listener) => listener(report));
  return { client, state, problems, went, saves, sent, tell };
}
const READ_CUTS = { type: 'act', act: 'services.readCuts', args: {}, rests: [] } as const;
const record = (id: string, savedAt = 1): SavedExercise => ({
  id,
  setup: soloSetup(['services']),
  createdAt: 1,
  savedAt,
  at: clock('16:40'),
  finished: false,
  guided: false,
});

const wordInFile = (word: string): string => (word === 'product' ? 'EXERCICE-appels-perdus' : word);

test('what nobody begins is not kept; once begun, the whole of it is', async () => {
  const { client, state, saves, went } = atTheDesk();
  client.arrive();
  client.prepare(firstEvening(7));
  expect(state().stage).toBe('before');
  expect(await saves.list()).toEqual([]);

  client.begin();
  expect(state()).toMatchObject({ stage: 'playing', seat: 'services' });
  expect(went.at(-1)).toEqual({ page: 'exercise', id: state().exercise!.id, debrief: false });
  // A first evening stands still until its first line has been read.
  expect(state().exercise!.guided).toBe(true);
  expect(state().clock!.playing).toBe(false);
  await client.command('services', READ_CUTS);
  const file = await client.exportFile(state().exercise!.id, wordInFile);
  expect(file!.text).toContain('"line":"header"');
  expect(file!.text).toContain('services.readCuts');
  expect(file!.name).toMatch(/^EXERCICE-appels-perdus-\d{8}-\d{4}-services-7\.jsonl$/);
});

test('a closed page resumes at the minute it was left, and an exported file opens as another exercise', async () => {
  const first = atTheDesk();
  first.client.arrive();
  first.client.prepare(firstEvening(7));
  first.client.begin();
  await first.client.command('services', READ_CUTS);
  first.client.jump(clock('16:52'));
  const { id } = first.state().exercise!;
  const file = (await first.client.exportFile(id, wordInFile))!;

  const second = atTheDesk(first.saves);
  await second.client.resume(id, false);
  expect(second.state()).toMatchObject({ stage: 'playing', opening: false });
  expect(second.state().exercise).toMatchObject({ id, guided: true, resumedAt: clock('16:52') });
  expect(second.state().views.services?.acts[0]?.act).toBe('services.readCuts');

  const third = atTheDesk();
  await third.client.importFile({
    name: 'soir.jsonl',
    size: file.text.length,
    text: () => Promise.resolve(file.text),
  });
  expect(third.state().exercise!.setup).toEqual(first.state().exercise!.setup);
  expect((await third.saves.list()).map(({ at }) => at)).toEqual([clock('16:52')]);
});

test('after a failure of what held it, an exercise goes on where it was, with all that lay on its desks', async () => {
  const { client, state, problems, sent, tell } = atTheDesk();
  client.arrive();
  client.prepare(firstEvening(7));
  client.begin();
  await client.command('services', READ_CUTS);
  client.jump(clock('16:52'));
  client.arrange({ tab: 'say', message: { ...state().desks.services.message, text: 'Bonsoir' } });
  const { exercise, views, desks } = state();
  tell({ type: 'stopped', why: 'boom' });
  expect(state()).toMatchObject({ stopped: 'boom', stage: 'playing', clock: { playing: false } });
  // Nothing is asked of who holds nothing.
  const asked = sent.length;
  client.togglePlay();
  client.jump('beat');
  client.finish();
  expect(await client.command('services', READ_CUTS)).toBe(false);
  expect(sent).toHaveLength(asked);

  await client.recover();
  expect(state()).toMatchObject({ stopped: null, stage: 'playing', seat: 'services', desks });
  expect(state().exercise).toMatchObject({ id: exercise!.id, guided: true, resumedAt: clock('16:52') });
  expect(state().views.services).toEqual(views.services);
  expect(problems).toEqual([]);
});

test('a failure before anything has begun says so, goes home, and leaves all to be asked for again', () => {
  const { client, state, problems, went, tell } = atTheDesk();
  client.arrive();
  client.prepare(firstEvening(7));
  tell({ type: 'stopped', why: 'boom' });
  expect(problems.map(({ code }) => code)).toEqual(['playStopped']);
  expect(state()).toMatchObject({ exercise: null, stopped: null });
  expect(went.at(-1)).toEqual({ page: 'home' });
  client.arrive();
  client.prepare(firstEvening(7));
  expect(state().exercise).not.toBeNull();
});

test('a file that is not ours, or was altered, is told and changes nothing', async () => {
  const { client, state, problems, saves } = atTheDesk();
  client.arrive();
  client.prepare(firstEvening(7));
  client.begin();
  await client.command('services', READ_CUTS);
  const before = state().exercise;
  const { text } = (await client.exportFile(before!.id, wordInFile))!;
  for (const bad of ['bonjour', text.replace('readCuts', 'compareCalls')])
    await client.importFile({ name: 'soir.jsonl', size: bad.length, text: () => Promise.resolve(bad) });
  await client.importFile({ name: 'soir.jsonl', size: 1e9, text: () => Promise.resolve('') });
  await client.importFile({ name: 'soir.jsonl', size: 1, text: () => Promise.reject(new Error('gone')) });
  expect(problems.map(({ code }) => code)).toEqual([
    'logNotJson',
    'logAltered',
    'file.tooLong',
    'file.unreadable',
  ]);
  // Each says which file it speaks of.
  expect(problems.map(({ file }) => file)).toEqual(Array(4).fill('soir.jsonl'));
  expect(state().exercise).toBe(before);
  expect(await saves.list()).toHaveLength(1);
});

test('an exercise that is gone, or open elsewhere, sends back home with a word', async () => {
  const gone = atTheDesk();
  await gone.client.resume('nothing', false);
  expect(gone.problems.map(({ code }) => code)).toEqual(['saves.gone']);
  expect(gone.went.at(-1)).toEqual({ page: 'home' });

  const saves = memorySaves();
  await saves.write(record('held'), ['{}']);
  const elsewhere = atTheDesk({ ...saves, claim: () => Promise.resolve(false) });
  await elsewhere.client.resume('held', false);
  expect(elsewhere.problems.map(({ code }) => code)).toEqual(['saves.elsewhere']);
});

test('a refusal stays on the desk of its seat with its door until something is accepted', async () => {
  const { client, state } = atTheDesk();
  client.arrive();
  client.prepare({ ...FIRST_WISH, seed: 7, seats: ['orange', 'services'] });
  client.begin();
  const done = await client.command('orange', { type: 'recall', pool: 'nobody', people: 1 });
  expect(done).toBe(false);
  expect(state().desks.orange.refused?.refusal.code).toBe('unknownPool');
  expect(state().desks.services.refused).toBeNull();
  expect(state().announcement?.kind).toBe('refused');
  expect(await client.command('orange', { type: 'act', act: 'orange.readAlarms', args: {}, rests: [] })).toBe(
    true,
  );
  expect(state().desks.orange.refused).toBeNull();
});

test('what is set of the clock shows at once, stays until the clock says it, and is taken back when it is refused', () => {
  const { client, state, sent } = atTheDesk();
  client.arrive();
  client.prepare(firstEvening(7));
  client.begin();
  const before = state().clock!;
  const { store } = client;
  const shown = () => ({ ...state().clock!, ...state().clockAsked });

  // Asked, and a tick on its way meanwhile: nothing goes back.
  store.trigger.sent({ request: { type: 'automaticPause', on: false } });
  store.trigger.sent({ request: { type: 'speed', value: 4 } });
  expect(shown()).toMatchObject({ automaticPause: false, chosen: 4 });
  store.trigger.ticked({ clock: before });
  expect(shown()).toMatchObject({ automaticPause: false, chosen: 4 });
  store.trigger.ticked({ clock: { ...before, automaticPause: false } });
  expect(state().clockAsked).toEqual({ chosen: 4 });
  // Refused: what is so is shown again.
  store.trigger.failed();
  expect(shown()).toMatchObject({ automaticPause: false, chosen: before.chosen });

  client.send({ type: 'automaticPause', on: true });
  expect(sent.at(-1)).toEqual({ type: 'automaticPause', on: true });
  expect(state().clockAsked).toEqual({});
  expect(state().clock!.automaticPause).toBe(true);
});

test('what says again what stood there wakes nobody', () => {
  const { client, state } = atTheDesk();
  client.arrive();
  client.prepare(firstEvening(7));
  client.begin();
  const { store } = client;
  let woken = 0;
  store.subscribe(() => woken++);
  store.trigger.ticked({ clock: structuredClone(state().clock!) });
  store.trigger.arranged({ seat: state().seat, desk: { refused: state().desks[state().seat].refused } });
  expect(woken).toBe(0);
  store.trigger.ticked({ clock: { ...state().clock!, speed: 3 } });
  expect(woken).toBe(1);
});

test('what one seat writes stays on its desk while another is looked at', () => {
  const { client, state } = atTheDesk();
  client.arrive();
  client.prepare({ ...FIRST_WISH, seed: 7, seats: ['orange', 'services'] });
  client.begin();
  expect(state().seat).toBe('orange');
  client.arrange({ message: { ...state().desks.orange.message, text: 'Point à 17 h' } });
  client.show('say');
  client.turn('services');
  expect(state().desks.services).toMatchObject({ tab: 'inTray', message: { text: '' } });
  client.turn('orange');
  expect(state().desks.orange).toMatchObject({ tab: 'say', message: { text: 'Point à 17 h' } });
});

test('the curtain falls only when it is wanted, and only between two seats', () => {
  const { client, state } = atTheDesk();
  client.turn('orange');
  expect(state().curtain).toBe(false);
  client.store.trigger.curtained({ wanted: true });
  client.turn('orange');
  expect(state().curtain).toBe(false);
  client.turn('anssi');
  expect(state().curtain).toBe(true);
  client.store.trigger.curtained({ drawn: false });
  expect(state().curtain).toBe(false);
});

describe('the keeper', () => {
  test('writes lines in their order, and the minute with them', async () => {
    const saves = memorySaves();
    const keeper = createKeeper(
      saves,
      () => 9,
      () => undefined,
    );
    keeper.hold(record('a'), false);
    keeper.keep(['1'], true);
    keeper.keep(['2'], false);
    keeper.begin();
    keeper.mark(clock('17:00'), false, true);
    keeper.keep(['3', '4'], false);
    await keeper.settled();
    expect((await saves.read('a'))!.text).toBe(textOf(['1', '2', '3', '4']));
    expect((await saves.read('a'))!.record.at).toBe(clock('17:00'));
  });

  test('after a failure says so once and writes no more, so that what is kept has no hole', async () => {
    const kept = memorySaves();
    let full = false;
    const saves: Saves = {
      ...kept,
      append: (...args) => (full ? Promise.reject(new SavesFault('full')) : kept.append(...args)),
    };
    const faults: string[] = [];
    const keeper = createKeeper(
      saves,
      () => 9,
      ({ reason }) => faults.push(reason),
    );
    keeper.hold(record('a'), true);
    keeper.keep(['1'], true);
    await keeper.settled();
    full = true;
    keeper.keep(['2'], false);
    await keeper.settled();
    full = false;
    keeper.keep(['3'], false);
    await keeper.settled();
    expect(faults).toEqual(['full']);
    expect((await saves.read('a'))!.text).toBe('1\n');
  });
});

test('the latest exercise comes first in the list, and one removed is gone', async () => {
  const saves = memorySaves();
  await saves.write(record('old', 1), []);
  await saves.write(record('new', 2), []);
  expect((await saves.list()).map(({ id }) => id)).toEqual(['new', 'old']);
  await saves.remove('new');
  expect((await saves.list()).map(({ id }) => id)).toEqual(['old']);
  expect(await saves.read('new')).toBeNull();
});

test('what a new view says again stays the same object, so that screens redraw only what moved', () => {
  const before = { a: [{ x: 1 }, { x: 2 }], b: { c: 'd' }, n: null };
  const next = shareUnchanged(before, { a: [{ x: 1 }, { x: 3 }], b: { c: 'd' }, n: null });
  expect(next).toEqual({ a: [{ x: 1 }, { x: 3 }], b: { c: 'd' }, n: null });
  expect(next).not.toBe(before);
  expect(next.a[0]).toBe(before.a[0]);
  expect(next.b).toBe(before.b);
  expect(shareUnchanged(before, structuredClone(before))).toBe(before);
  expect(shareUnchanged({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
  const changed = withChanges(before, { a: [{ x: 1 }, { x: 4 }] });
  expect(changed).toEqual({ ...before, a: [{ x: 1 }, { x: 4 }] });
  expect(changed.a[0]).toBe(before.a[0]);
  expect(changed.b).toBe(before.b);
});

test('a wish becomes a setup of the catalogue: measures in its order, machines in the other seats', () => {
  const known = catalogue();
  if (!known.ok) throw new Error('no catalogue');
  const { measures } = known.value.play;
  const bought = [measures[3]!.id, measures[1]!.id];
  const setup = setupOf(
    { ...FIRST_WISH, seed: 7, preparation: 'budget', measures: bought, seats: ['anssi'], doctrine: 'novice' },
    known.value,
  );
  expect(setup.measures).toEqual([measures[1]!.id, measures[3]!.id]);
  expect(setup.seats).toMatchObject({
    anssi: { by: 'person' },
    orange: { by: 'machine', doctrine: 'novice' },
  });
  expect(spent(bought, known.value.play)).toBe(measures[1]!.cost + measures[3]!.cost);
  const law = setupOf({ ...FIRST_WISH, seed: 7, preparation: 'law' }, known.value);
  expect(law.measures.length).toBeGreaterThan(0);
  expect(setupOf({ ...FIRST_WISH, seed: 7 }, known.value).measures).toEqual([]);
});

test('each new exercise draws its evening; one asked for by a link or by hand is kept until it has been played', () => {
  const { client, state } = atTheDesk();
  client.arrive();
  const drawn = state().wish.seed;
  client.arrive();
  expect(state().wish.seed).toBe(drawn);
  client.store.trigger.wished({ wish: { seed: 99_999 } });
  client.arrive();
  expect(state().wish.seed).toBe(99_999);
  client.prepare(state().wish);
  expect(state().wish.seed).toBe(99_999);
  client.arrive();
  expect(state().wish.seed).not.toBe(99_999);
});

test('a file is named by its day, its seats and its seed', () => {
  const at = new Date(2026, 5, 3, 21, 4).getTime();
  expect(
    exerciseFileName(soloSetup(['orange', 'services'], { seed: 12 }), at, (word) =>
      word === 'services' ? 'secours' : wordInFile(word),
    ),
  ).toBe('EXERCICE-appels-perdus-20260603-2104-orange-secours-12.jsonl');
  expect(exerciseFileName(soloSetup([]), at, wordInFile)).toContain('-machines-');
});
