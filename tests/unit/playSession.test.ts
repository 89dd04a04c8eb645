import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readLog } from '../../src/exercise/log/readLog.ts';
import { replay } from '../../src/exercise/log/replay.ts';
import { clock, MINUTE, SECOND } from '../../src/kernel/time.ts';
import { BUILD } from '../../src/session/build.ts';
import { groundOf } from '../../src/session/ground.ts';
import { readPlayFrame } from '../../src/session/playFrames.ts';
import type { PlayRequest } from '../../src/session/playProtocol.ts';
import { HeldSession, soloSetup } from './playSessionSample.ts';

const opened = (change: Parameters<typeof soloSetup>[1] = {}): HeldSession => {
  const held = new HeldSession();
  held.ask({ type: 'open', setup: soloSetup(['services'], change), guided: false });
  held.ask({ type: 'automaticPause', on: false });
  return held;
};
const COMPARE = { type: 'act', act: 'services.compareCalls', args: {}, rests: [] } as const;

test('an exercise opens with the views of the seats held here, and of no other', () => {
  const held = new HeldSession();
  const setup = soloSetup(['orange', 'services']);
  const said = held.ask({ type: 'open', setup, guided: true });
  expect(held.one(said, 'opened')).toMatchObject({
    seats: ['orange', 'services'],
    guided: true,
    resumedAt: null,
  });
  expect([...held.views.keys()]).toEqual(['orange', 'services']);
  expect(held.one(said, 'lines').whole).toBe(true);
  expect(held.clock).toMatchObject({ at: clock('16:40'), playing: false, finished: false });
});

test('real time becomes exercise time at the speed chosen, and a sleeping tab is not caught up', () => {
  const held = opened();
  held.ask({ type: 'speed', value: 12 });
  held.ask({ type: 'play' });
  held.wait(50);
  held.wait(1000);
  const after = held.clock.at;
  expect(after).toBe(clock('16:40') + 12 * SECOND);
  held.now += 3_600_000;
  held.session.tick(held.now);
  expect(held.clock.at - after).toBeLessThanOrEqual(12 * 250);
  held.ask({ type: 'pause' });
  const paused = held.clock.at;
  held.wait(1000);
  expect(held.clock.at).toBe(paused);
});

test('while somebody composes the clock slows, and does not stop', () => {
  const held = opened();
  held.ask({ type: 'speed', value: 60 });
  held.ask({ type: 'play' });
  held.ask({ type: 'composing', on: true });
  held.wait(50);
  const before = held.session.handle({ type: 'hash' }, held.now)[0];
  held.wait(1000);
  const after = held.session.handle({ type: 'hash' }, held.now)[0];
  if (before?.type !== 'hash' || after?.type !== 'hash') throw new Error('no hash');
  expect(after.at - before.at).toBeGreaterThan(0);
  expect(after.at - before.at).toBeLessThan(20 * SECOND);
});

test('views come ten a second at most, and only when something in them changed', () => {
  const held = opened();
  held.ask({ type: 'speed', value: 60 });
  held.ask({ type: 'play' });
  const said = held.wait(2000, 20);
  const views = said.filter(({ type }) => type === 'seatChange');
  expect(views.length).toBeGreaterThan(0);
  expect(views.length).toBeLessThanOrEqual(20);
  held.ask({ type: 'pause' });
  expect(held.ask({ type: 'composing', on: false }).filter(({ type }) => type.startsWith('seat'))).toEqual(
    [],
  );
});

test('a jump, steps and playing give the same exercise', () => {
  const jumped = opened();
  const stepped = opened();
  const played = opened();
  for (const held of [jumped, stepped, played]) held.command('services', COMPARE);
  jumped.ask({ type: 'jump', to: clock('17:20') });
  for (let at = clock('16:47'); at < clock('17:20'); at += 7 * MINUTE) stepped.ask({ type: 'jump', to: at });
  stepped.ask({ type: 'jump', to: clock('17:20') });
  played.ask({ type: 'speed', value: 60 });
  played.ask({ type: 'play' });
  played.wait(30_000, 97);
  played.ask({ type: 'pause' });
  expect(played.clock.at).toBeLessThan(clock('17:20'));
  played.ask({ type: 'jump', to: clock('17:20') });
  expect(stepped.hash).toBe(jumped.hash);
  expect(played.hash).toBe(jumped.hash);
});

test('the clock stops at the beats of the seats held here, and a jump goes to the next; it can be told not to', () => {
  const held = new HeldSession();
  held.ask({ type: 'open', setup: soloSetup(['services'], { from: clock('16:30') }), guided: false });
  held.ask({ type: 'jump', to: 'beat' });
  const first = held.clock;
  expect(first).toMatchObject({ playing: false, beat: { seat: 'services', kind: 'dilemma' } });
  expect(first.at - first.beat!.at).toBeLessThanOrEqual(5 * SECOND);
  expect(held.views.get('services')!.choices[0]).toMatchObject({ dilemma: first.beat!.id, state: 'open' });

  held.ask({ type: 'speed', value: 60 });
  held.ask({ type: 'play' });
  held.wait(60_000, 250);
  const second = held.clock;
  expect(second).toMatchObject({ playing: false, beat: { seat: 'services' } });
  expect(second.beat!.at).toBeGreaterThan(first.beat!.at);

  held.ask({ type: 'automaticPause', on: false });
  held.ask({ type: 'play' });
  held.wait(60_000, 250);
  expect(held.clock).toMatchObject({ playing: true, beat: null });
  expect(held.clock.at).toBeGreaterThan(second.at + 55 * MINUTE);
});

test('answering the choice that stopped the clock takes it from the notice', () => {
  const held = new HeldSession();
  held.ask({ type: 'open', setup: soloSetup(['services'], { from: clock('16:30') }), guided: false });
  held.ask({ type: 'jump', to: 'beat' });
  const choice = held.views.get('services')!.choices[0]!;
  const option = choice.options.find(({ refusal }) => refusal === null)!;
  held.command('services', { type: 'choose', dilemma: choice.dilemma, option: option.id });
  expect(held.clock.beat).toBeNull();
  expect(held.views.get('services')!.choices[0]).toMatchObject({ state: 'chosen', option: option.id });
});

test('the tempo plan sets the pace, stretch by stretch, until a person chooses another', () => {
  const held = opened({ from: clock('16:30') });
  expect(held.clock).toMatchObject({ speed: 30, chosen: null });
  held.ask({ type: 'jump', to: clock('17:00') });
  expect(held.clock.speed).toBe(12);
  held.ask({ type: 'speed', value: 4 });
  expect(held.clock).toMatchObject({ speed: 4, chosen: 4 });
  held.ask({ type: 'speed', value: null });
  expect(held.clock.speed).toBe(12);
});

test('a jump gives each seat held here what it would have learnt', () => {
  const held = new HeldSession();
  held.ask({ type: 'open', setup: soloSetup(['ministry', 'services']), guided: false });
  const said = held.ask({ type: 'jump', to: clock('18:30') });
  const recaps = said.flatMap((report) => (report.type === 'recap' ? [report] : []));
  expect(recaps.map(({ seat }) => seat)).toEqual(['ministry', 'services']);
  for (const { recap } of recaps) {
    expect([recap.from, recap.to]).toEqual([clock('16:40'), clock('18:30')]);
    expect(recap.entries.length).toBeGreaterThan(0);
    expect(recap.entries.length).toBeLessThanOrEqual(12);
  }
});

test('a command is answered in its turn, with the view that it makes and the line that keeps it', () => {
  const held = opened();
  const said = held.command('services', COMPARE);
  expect(said.map(({ type }) => type)).toEqual(['accepted', 'lines', 'clock', 'seatChange']);
  const view = held.views.get('services');
  expect(view?.acts[0]).toMatchObject({ act: 'services.compareCalls', state: 'underWay' });
  expect(held.lines.at(-1)).toContain('services.compareCalls');
});

test('a refusal says why and changes nothing', () => {
  const held = opened();
  const before = { hash: held.hash, lines: held.lines.length };
  const said = held.command('services', { ...COMPARE, act: 'services.nothing' });
  expect(said).toEqual([expect.objectContaining({ type: 'refused' })]);
  const elsewhere = held.command('orange', { ...COMPARE, act: 'orange.readAlarms' });
  expect(elsewhere).toEqual([expect.objectContaining({ type: 'refused' })]);
  expect({ hash: held.hash, lines: held.lines.length }).toEqual(before);
});

test('a view put together from what changed says what the whole view says, and carries nothing that did not change', () => {
  const held = opened();
  const before = held.views.get('services')!;
  const said = held.command('services', COMPARE);
  const { changes } = held.one(said, 'seatChange');
  expect(Object.keys(changes)).toContain('acts');
  for (const [part, value] of Object.entries(changes))
    if (part !== 'at') expect(value).not.toEqual(before[part as keyof typeof before]);
  held.ask({ type: 'speed', value: 60 });
  held.ask({ type: 'play' });
  held.wait(20_000, 70);
  held.ask({ type: 'jump', to: clock('17:40') });
  const whole = new HeldSession();
  whole.ask({ type: 'resume', text: held.text, at: clock('17:40') });
  expect(held.views.get('services')).toEqual({ ...whole.views.get('services'), at: expect.any(Number) });
});

test('the same command sent twice is carried out once', () => {
  const held = opened();
  const request = { type: 'command', seat: 'services', id: 'once', body: COMPARE } as const;
  held.ask(request);
  const { hash } = held;
  const lines = held.lines.length;
  expect(held.ask(request)[0]).toEqual({ type: 'accepted', id: 'once' });
  expect(held.hash).toBe(hash);
  expect(held.lines.length).toBe(lines);
});

test('an exercise resumed from its lines is the same, and goes on from where it was left', () => {
  const held = opened();
  held.command('services', COMPARE);
  held.ask({ type: 'jump', to: clock('17:03') });
  const again = new HeldSession();
  const said = again.ask({ type: 'resume', text: held.text, at: clock('17:03') });
  expect(again.one(said, 'opened').resumedAt).toBe(clock('17:03'));
  expect(again.hash).toBe(held.hash);
  held.ask({ type: 'jump', to: clock('17:40') });
  again.ask({ type: 'jump', to: clock('17:40') });
  expect(again.hash).toBe(held.hash);
});

test('a file that was altered, cut or never ours is refused in words, and the exercise stays', () => {
  const held = opened();
  held.command('services', COMPARE);
  held.ask({ type: 'jump', to: clock('17:00') });
  const { hash, text } = held;
  const altered = text.replace('services.compareCalls', 'services.readCuts');
  for (const [file, code] of [
    [altered, 'logAltered'],
    ['', 'logEmpty'],
    ['bonjour', 'logNotJson'],
    ['{"a":1}', 'logForeign'],
  ] as const) {
    const said = held.ask({ type: 'resume', text: file });
    expect(held.one(said, 'error').code).toBe(code);
    expect(said.some(({ type }) => type === 'opened')).toBe(false);
  }
  expect(held.hash).toBe(hash);
  const cut = held.ask({ type: 'resume', text: text.slice(0, -20) });
  expect(held.one(cut, 'error').code).toBe('logTruncated');
  expect(cut.some(({ type }) => type === 'opened')).toBe(true);
});

test('a branch is an exercise of its own: the same until then, its log whole, its end where it is asked', () => {
  const held = opened({ to: clock('18:00') });
  held.command('services', COMPARE);
  held.ask({ type: 'jump', to: clock('17:00') });
  const { hash } = held;
  held.command('services', { ...COMPARE, act: 'services.readCuts' });
  held.ask({ type: 'jump', to: clock('17:30') });
  held.ask({ type: 'finish' });

  const said = held.ask({ type: 'branch', at: clock('17:00'), to: clock('24:00') });
  expect(held.one(said, 'opened').setup.to).toBe(clock('24:00'));
  expect(held.clock).toMatchObject({ at: clock('17:00'), finished: false });
  // The end of an exercise is the only thing of it that differs here, and nothing has come of it yet.
  const before = new HeldSession();
  before.ask({ type: 'open', setup: soloSetup(['services']), guided: false });
  before.command('services', COMPARE);
  before.ask({ type: 'jump', to: clock('17:00') });
  expect(held.hash).toBe(before.hash);
  expect(hash).not.toBe('');

  const read = readLog(held.text);
  const ground = groundOf('2021-06-02');
  if (!read.ok || !ground.ok) throw new Error('the log of the branch cannot be read');
  expect(replay(read.value, ground.value.ground).ok).toBe(true);
  expect(held.one(held.ask({ type: 'branch', at: clock('23:00') }), 'error').code).toBe('branchTime');
});

test('a real event freezes everything until somebody resumes, and is in the log', () => {
  const held = opened();
  held.ask({ type: 'play' });
  held.ask({ type: 'realEvent' });
  const frozen: readonly PlayRequest[] = [
    { type: 'play' },
    { type: 'jump', to: clock('18:00') },
    { type: 'command', seat: 'services', id: 'x', body: COMPARE },
  ];
  for (const request of frozen)
    expect(held.ask(request)).toEqual([{ type: 'error', code: 'realEvent', params: {} }]);
  held.wait(1000);
  expect(held.one(held.ask({ type: 'hash' }), 'hash').at).toBe(clock('16:40'));
  held.ask({ type: 'resumeReal' });
  expect(held.clock).toMatchObject({ realEvent: false, playing: false });
  expect(held.lines.filter((line) => line.includes('"realEvent"'))).toHaveLength(1);
});

test('the end is a line of the log, its last check after it, and nothing is accepted any more', () => {
  const held = opened();
  held.ask({ type: 'jump', to: clock('16:52') });
  const said = held.ask({ type: 'finish' });
  expect(held.one(said, 'clock').clock).toMatchObject({ finished: true, playing: false });
  expect(held.lines.at(-1)).toContain('"line":"check"');
  expect(held.command('services', COMPARE)).toEqual([
    expect.objectContaining({ type: 'refused', refusal: expect.objectContaining({ code: 'finished' }) }),
  ]);
  expect(held.one(held.ask({ type: 'debrief' }), 'debrief').model.at).toBe(clock('16:52'));
});

test('nothing can be asked before an exercise is open but to open one', () => {
  const held = new HeldSession();
  expect(held.ask({ type: 'play' })).toEqual([
    { type: 'error', code: 'notStarted', params: { found: 'play' } },
  ]);
  const unknown = { ...soloSetup(['services']), scenario: 'yesterday' };
  expect(held.one(held.ask({ type: 'open', setup: unknown, guided: false }), 'error').code).toMatch(
    /^notOneOf/,
  );
});

test.each([
  [{ type: 'open', setup: {}, guided: true }, 'setup.scenario'],
  [{ type: 'command', seat: 'orange', id: 'a', body: { type: 'act', act: 'x' } }, 'body.args'],
  [{ type: 'command', seat: 'press', id: 'a', body: { type: 'read', message: 1 } }, 'seat'],
  [{ type: 'jump', to: 'tomorrow' }, 'to'],
  [{ type: 'speed', value: 600 }, 'value'],
  [{ type: 'dance' }, 'type'],
  [null, 'type'],
])('a frame that does not fit is refused where it does not: %j', (frame, path) => {
  const read = readPlayFrame(frame);
  expect(read.ok ? null : read.error.path).toBe(path);
});

test('the version in the logs is the product’s', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(BUILD).toBe(version);
});
