import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashExercise } from '../../src/exercise/log/parts.ts';
import { readLog } from '../../src/exercise/log/readLog.ts';
import type { ReadLog } from '../../src/exercise/log/readLog.ts';
import { Recorder } from '../../src/exercise/log/recorder.ts';
import { replay } from '../../src/exercise/log/replay.ts';
import { chainOf } from '../../src/exercise/log/logLines.ts';
import type { LogLine } from '../../src/exercise/log/logFormat.ts';
import { clock, MINUTE, SECOND } from '../../src/kernel/time.ts';
import { FACTS, CHANNELS, CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import { ground, play, setupOf } from './exerciseSample.ts';

const TO = clock('18:10');

function opened(seed = 3): Recorder {
  const recorder = Recorder.open(
    setupOf(seed, 'willing-2021', ['anssi', 'services'], { to: TO }),
    ground,
    '0.1.0',
  );
  if (!recorder.ok) throw new Error(JSON.stringify(recorder.error[0]));
  return recorder.value;
}

const act = (id: string, args = {}): object => ({ type: 'act', act: id, args, rests: [] });

/** Two people at one table, an hour and a half: every kind of command, two of them at one time. */
function played(): Recorder {
  const recorder = opened();
  const { exercise } = recorder;
  recorder.session('play', { speed: 30 }, 1);
  recorder.runTo(clock('16:47'));
  recorder.command('orange', act('orange.correlateComplaints'), 'a');
  recorder.command('ministry', act('ministry.readReports'), 'b');
  recorder.runTo(clock('17:05'));
  recorder.command('orange', { type: 'hear', from: 'ministry', fact: 'emergency.affected', about: {} }, 'c');
  const statements = exercise.knowledge.held.orange.map(({ statement }) => statement);
  recorder.command(
    'orange',
    { type: 'send', to: ['ministry'], channel: 'phone', statements, text: 'Tout est – presque – « perdu »' },
    'd',
  );
  recorder.runTo(clock('17:20') + 7 * SECOND);
  recorder.command('orange', act('orange.callVendor'), 'e');
  recorder.command('orange', { type: 'write', text: 'Vu.', statements }, 'f');
  recorder.command('director', { type: 'hold', seat: 'ministry', doctrine: 'novice' }, 'g');
  recorder.session('note', { text: 'relève' });
  recorder.runTo(TO);
  return recorder;
}

function read(text: string): ReadLog {
  const found = readLog(text);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

function replayed(text: string, options = {}) {
  const found = replay(read(text), ground, options);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

/** The log with one line changed and every chain made anew. */
function forged(lines: readonly LogLine[], row: number, change: (line: any) => void): string {
  let before = '';
  return lines
    .map((line, i) => {
      const copy = structuredClone(line) as Record<string, any>;
      if (i === row) change(copy);
      before = chainOf(before, copy);
      return `${JSON.stringify({ ...copy, chain: before })}\n`;
    })
    .join('');
}

const live = played();
const text = live.log.toText();
const lines = live.log.lines();

describe('an exercise and its log', () => {
  test('a check at the beginning, every five minutes and at the end', () => {
    const at = lines.flatMap((line) => (line.line === 'check' ? [line.at] : []));
    expect(at).toEqual(Array.from({ length: 21 }, (_, i) => clock('16:30') + i * 5 * MINUTE));
  });

  test('every command given was accepted and is there', () => {
    const ids = lines.flatMap((line) => (line.line === 'command' ? [line.id] : []));
    expect(ids).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  });

  test('replays to the same exercise, check by check', () => {
    const { exercise, commands, checks } = replayed(text);
    expect({ commands, checks }).toEqual({ commands: 7, checks: 21 });
    expect(hashExercise(exercise)).toBe(hashExercise(live.exercise));
  });

  test('does not depend on how time was sliced, nor on wall time', () => {
    const other = opened();
    for (const line of lines) {
      if (line.line === 'header' || line.line === 'check') continue;
      for (let at = other.exercise.now; at < line.at; at += 97 * SECOND) other.runTo(Math.min(at, line.at));
      other.runTo(line.at);
      if (line.line === 'command') other.command(line.by, line.body, line.id, 12_345);
      else other.session(line.kind, line.params, 99);
    }
    for (let at = other.exercise.now; at <= TO; at += 61 * SECOND) other.runTo(at);
    other.runTo(TO);
    const [one, two] = [other.log.toText(), text].map((each) => each.replaceAll(/,"wall":\d+/g, ''));
    expect(one).toBe(two);
  });

  test('the same command sent twice is carried out once', () => {
    const recorder = opened();
    recorder.runTo(clock('16:50'));
    const hear = { type: 'hear', from: 'press', fact: 'cyberattack.suspected', about: {} };
    expect(recorder.command('orange', hear, 'same')).toBeNull();
    const before = [recorder.log.length, hashExercise(recorder.exercise)];
    expect(recorder.command('orange', hear, 'same')).toBeNull();
    expect([recorder.log.length, hashExercise(recorder.exercise)]).toEqual(before);
  });

  test('FINEX before its time ends the log with a check', () => {
    const recorder = opened();
    recorder.runTo(clock('16:52'));
    expect(recorder.command('director', { type: 'finish' }, 'end')).toBeNull();
    recorder.runTo(TO);
    expect(recorder.log.lines().at(-1)).toMatchObject({ line: 'check', at: clock('16:52') });
    expect(recorder.command('orange', act('orange.callVendor'), 'late')).toMatchObject({ code: 'finished' });
    expect(replayed(recorder.log.toText()).exercise.finished).toBe(true);
  });
});

describe('from the log of an exercise', () => {
  test.each(['16:47', '17:05', '17:20', '17:21', '17:33'])('it goes on at %s as it did', (time) => {
    const at = clock(time);
    const { exercise, log } = replayed(text, { upTo: at });
    expect(exercise.now).toBe(at);
    const resumed = new Recorder(exercise, log);
    for (const line of lines.slice(log.length)) {
      if (line.line === 'header' || line.line === 'check') continue;
      resumed.runTo(line.at);
      if (line.line === 'command') expect(resumed.command(line.by, line.body, line.id, line.wall)).toBeNull();
      else resumed.session(line.kind, line.params, line.wall);
    }
    resumed.runTo(TO);
    expect(resumed.log.toText()).toBe(text);
  });

  test('cut short, it goes on from the last whole line', () => {
    const cut = read(text.slice(0, text.indexOf('"id":"f"')));
    expect(cut.truncatedAt).toBe(cut.lines.length + 1);
    const found = replay(cut, ground);
    if (!found.ok) throw new Error(found.error.code);
    expect(found.value.commands).toBe(5);
    const resumed = new Recorder(found.value.exercise, found.value.log);
    resumed.runTo(TO);
    expect(replayed(resumed.log.toText()).checks).toBe(21);
  });

  test('something else can be tried at a moment: what was done then is left out', () => {
    const at = clock('17:05');
    expect(replayed(text, { upTo: at }).commands).toBe(4);
    const before = replayed(text, { upTo: at, before: true });
    expect(before.commands).toBe(2);
    expect(before.exercise.now).toBe(at);
    const other = new Recorder(before.exercise, before.log);
    other.runTo(clock('17:30'));
    expect(replayed(other.log.toText()).commands).toBe(2);
  });
});

describe('a replay that differs names the first entry and the parts', () => {
  test('a part of a check', () => {
    const row = lines.findIndex((line) => line.line === 'check' && line.at === clock('17:10'));
    const other = forged(lines, row, (line) => {
      line.hash = '0'.repeat(32);
      line.parts.people = '0'.repeat(32);
    });
    const found = replay(read(other), ground);
    expect(found).toMatchObject({
      ok: false,
      error: {
        code: 'replayMismatch',
        params: { line: row + 1, at: '17:10:00', parts: 'people' },
        mismatch: { line: row + 1, at: clock('17:10'), parts: ['people'], refusal: null },
      },
    });
  });

  test('a command taken out, with a chain that fits', () => {
    const row = lines.findIndex((line) => line.line === 'command' && line.id === 'a');
    const without = forged(
      lines.filter((_, i) => i !== row),
      -1,
      () => {},
    ).replaceAll(/"n":(\d+)(?=,"at":\d+,"by")/g, (_, n) => `"n":${Number(n) - (Number(n) > 1 ? 1 : 0)}`);
    const sound = forged(
      without
        .trimEnd()
        .split('\n')
        .map((each) => JSON.parse(each) as LogLine),
      -1,
      () => {},
    );
    const found = replay(read(sound), ground);
    expect(found).toMatchObject({ ok: false, error: { code: 'replayMismatch', params: { at: '16:50:00' } } });
    if (!found.ok) expect(found.error.mismatch!.parts).toEqual(expect.arrayContaining(['acts', 'people']));
  });

  test('a command that cannot have been accepted', () => {
    const row = lines.findIndex((line) => line.line === 'command' && line.id === 'e');
    const other = forged(lines, row, (line) => (line.body.act = 'orange.nothing'));
    expect(replay(read(other), ground)).toMatchObject({
      ok: false,
      error: { code: 'replayRefused', params: { line: row + 1, by: 'orange', what: 'orange.nothing' } },
    });
  });

  test('other data, an unknown measure, a parameter that does not exist', () => {
    expect(replay(read(text), { ...ground, play: { ...play, events: play.events.slice(1) } })).toMatchObject({
      ok: false,
      error: { code: 'logData' },
    });
    for (const [field, value, code] of [
      ['measures', ['nightWindov'], 'notOneOf'],
      ['set', { leek: 1 }, 'unknownParameter'],
      ['to', 172_800_000, 'outsideClock'],
      ['from', 3_600_000, 'outsideClock'],
    ] as const)
      expect(replay(read(forged(lines, 0, (line) => (line.setup[field] = value))), ground)).toMatchObject({
        ok: false,
        error: { code },
      });
  });
});

/** Commands that mean something, and anything at all. */
const anyCommand = fc.oneof(
  fc.record({
    type: fc.constant('act'),
    act: fc.constantFrom(...play.acts.map(({ id }) => id)),
    args: fc.oneof(
      fc.constant({}),
      fc.record({
        areas: fc.constantFrom('all', ['59'], ['x'], 3),
        servers: fc.constantFrom('all', 'one', ['reims'], []),
      }),
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })),
    ),
    rests: fc.array(fc.nat(40), { maxLength: 3 }),
  }),
  fc.record({ type: fc.constant('stop'), act: fc.nat(12) }),
  fc.record({
    type: fc.constant('send'),
    to: fc.array(fc.constantFrom('orange', 'ministry', 'press', 'operators', 'nobody'), { maxLength: 3 }),
    channel: fc.constantFrom(...CHANNELS),
    statements: fc.array(fc.nat(40), { maxLength: 3 }),
    text: fc.string({ maxLength: 2100 }),
  }),
  fc.record({ type: fc.constant('read'), message: fc.nat(40) }),
  fc.record({
    type: fc.constant('hear'),
    from: fc.string(),
    fact: fc.constantFrom(...FACTS),
    about: fc.dictionary(
      fc.constantFrom('areas', 'number', 'tries', '__proto__'),
      fc.jsonValue({ maxDepth: 2 }),
    ),
  }),
  fc.record({
    type: fc.constant('choose'),
    dilemma: fc.constantFrom(...play.dilemmas.map(({ id }) => id), 'none'),
    option: fc.constantFrom(...play.dilemmas.flatMap(({ options }) => options.map(({ id }) => id))),
  }),
  fc.record({
    type: fc.constant('recall'),
    pool: fc.constantFrom('supervision', 'watch', 'x'),
    people: fc.nat(5),
  }),
  fc.record({
    type: fc.constant('write'),
    text: fc.string(),
    statements: fc.array(fc.nat(40), { maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('hold'),
    seat: fc.constantFrom(...CORE_SEATS),
    doctrine: fc.constantFrom('novice', 'by-the-book', null, 'x'),
  }),
  fc.anything({ maxDepth: 3 }),
);

test('any command at any moment is accepted or refused; a refused one changes nothing, and the log replays', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          wait: fc.constantFrom(0, 0, 3, 17),
          by: fc.constantFrom(...CORE_SEATS, 'director' as const),
          body: anyCommand,
        }),
        { maxLength: 25 },
      ),
      (given) => {
        const recorder = opened(5);
        let at = clock('16:46');
        given.forEach(({ wait, by, body }, i) => {
          at += wait * MINUTE;
          recorder.runTo(at);
          recorder.exercise.runTo(recorder.exercise.now);
          const before = hashExercise(recorder.exercise);
          const length = recorder.log.length;
          const refusal = recorder.command(by, body, `c${i}`);
          if (refusal === null) return;
          expect(refusal.code).toEqual(expect.any(String));
          expect(hashExercise(recorder.exercise)).toBe(before);
          expect(recorder.log.length).toBe(length);
        });
        recorder.runTo(Math.min(TO, at + 10 * MINUTE));
        const again = replayed(recorder.log.toText());
        expect(hashExercise(again.exercise)).toBe(
          recorder.log.lines().findLast((line) => line.line === 'check')!.hash,
        );
      },
    ),
    { numRuns: 10 },
  );
});

test('whatever a log says, if it reads it replays, or its replay ends in a code', () => {
  const short = opened(6);
  short.runTo(clock('16:48'));
  for (const [body, id] of [
    [act('orange.readAlarms', { areas: ['59'], servers: 'one' }), 'a'],
    [{ type: 'hear', from: 'press', fact: 'workaround.number', about: { area: '59', number: '15' } }, 'b'],
    [{ type: 'send', to: ['ministry'], channel: 'radio', statements: [0], text: 'x' }, 'c'],
    [{ type: 'recall', pool: 'supervision', people: 1 }, 'd'],
  ] as const)
    short.command('orange', body, id);
  short.command('director', { type: 'hold', seat: 'services', doctrine: null }, 'e');
  short.runTo(clock('16:51'));
  const sound = short.log.lines();
  const paths = sound.flatMap((line, row) =>
    line.line === 'check' ? [] : pathsOf(line).map((path) => [row, path] as const),
  );
  const value = fc.oneof(
    fc.constantFrom<unknown>(
      0,
      -1,
      1,
      59_400_000,
      172_800_000,
      1e9,
      0.5,
      '',
      'x',
      '00',
      '2A',
      'all',
      null,
      [],
      {},
    ),
    fc.constantFrom<unknown>(
      'orange',
      'services',
      'director',
      'act',
      'person',
      'novice',
      'june-evening',
      ['x'],
      [1],
    ),
    fc.jsonValue({ maxDepth: 3 }),
  );
  let replayed = 0;
  fc.assert(
    fc.property(fc.constantFrom(...paths), value, ([row, path], put) => {
      const file = readLog(forged(sound, row, (line) => setAt(line, path, put)));
      if (!file.ok) return;
      replayed++;
      const found = replay(file.value, ground);
      if (!found.ok) expect(found.error.code).toEqual(expect.any(String));
    }),
    { numRuns: 250 },
  );
  expect(replayed).toBeGreaterThan(20);
});

function pathsOf(value: unknown, above: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...above]];
  return [
    ...(above.length > 0 ? [[...above]] : []),
    ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...above, key])),
  ];
}

function setAt(target: Record<string, any>, path: readonly string[], value: unknown): void {
  let place = target;
  for (const key of path.slice(0, -1)) place = place[key];
  place[path.at(-1)!] = value;
}
