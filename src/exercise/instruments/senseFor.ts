import { MINUTE } from '../../kernel/time.ts';
import { SENSORS } from '../../scenario/play/sensors.ts';
import type { SensorId, SensorSpec } from '../../scenario/play/sensors.ts';
import type { EffectSpec } from '../../scenario/play/types.ts';
import { say } from '../acts/actResults.ts';
import type { Act } from '../acts/acts.ts';
import { CALLING_BACK, calledBackUntil, cutCallers } from '../people/cutCallers.ts';
import type { Exercise } from '../exercise.ts';
import { EVERY_ORIGIN } from './shortTests.ts';
import { signsAt } from './rooms.ts';
import { holdingsSaying } from '../knowledge/knownIndex.ts';
import { LETTER_FIGURES } from '../messages/letterFigures.ts';
import { knownAmong } from '../knowledge/numbersKnown.ts';
import { sayOtherwise } from './otherwise.ts';
import { callRestored } from '../knowledge/restoration.ts';
import type { HolderId } from '../seat.ts';

type SenseEffect = Extract<EffectSpec, { op: 'sense' }>;

/** An act looks at an instrument: what it shows is learnt, and what came of the look is said, were it nothing. */
export function senseFor(exercise: Exercise, holder: HolderId, effect: SenseEffect, act: Act | null): void {
  if (act === null) return;
  const sensor = effect.sensor as SensorId;
  const given = effect.everyOrigin === true ? { ...act.args, origin: EVERY_ORIGIN } : act.args;
  const args = effect.numbers === true ? numbersToTry(exercise, holder, given) : given;
  if (args === null) return say(exercise, act, 'noNumbers');
  // What the act has ordered a moment ago is seen by what it looks at.
  exercise.evening.runTo(exercise.now);
  watchOn(exercise, sensor);
  const before = exercise.knowledge.held[holder].length;
  const found = exercise.look(holder, sensor, args, { kind: 'act', act: act.spec });
  act.found.push(...found);
  sayFound(exercise, holder, effect, act, found);
  if (effect.ends === true) callRestored(exercise, holder, act, found);
  sayOtherwise(exercise, holder, act, found, before);
}

/** An instrument that an act has switched on works on by itself, unless somebody watches it already. */
function watchOn(exercise: Exercise, sensor: SensorId): void {
  const every = (SENSORS as readonly SensorSpec[]).find(({ id }) => id === sensor)?.thenEveryMin;
  if (every === undefined || exercise.schedule.some((due) => due.kind === 'look' && due.sensor === sensor))
    return;
  const due = { kind: 'look', sensor, every: every * MINUTE, late: 0 } as const;
  exercise.schedule.add(exercise.now + due.every, due);
}

/** What came of a look: test calls counted, something new, the same again, or nothing. */
function sayFound(
  exercise: Exercise,
  holder: HolderId,
  { sensor }: SenseEffect,
  act: Act,
  found: readonly number[],
): void {
  const tests = sayTests(exercise, act, found);
  const plain = found.filter((index) => !tests.has(index));
  const calling = holder === 'services' && CALLING_BACK.includes(act.spec);
  if (calling) sayCalledBack(exercise, act);
  else if (sensor === 'services.cuts') sayCuts(exercise, act);
  if (plain.length > 0) {
    const fresh = plain.some((index) => isFresh(exercise, holder, index, act));
    say(exercise, act, fresh ? 'found' : 'foundSame', { sensor, count: plain.length });
    return sensor === 'services.calls' ? sayCounts(exercise, act, 'callsCounted') : undefined;
  }
  if (calling || sensor === 'services.cuts') return;
  if (tests.size > 0) return;
  if (sensor === 'services.calls') return sayCounts(exercise, act);
  say(exercise, act, 'nothingFound', { sensor });
}

/** Who compares with the usual has both counts, whatever they show. */
function sayCounts(
  exercise: Exercise,
  act: Act,
  key: 'callsAsUsual' | 'callsCounted' = 'callsAsUsual',
): void {
  const { evening, opening, now } = exercise;
  const { heard, usual, repeated } = signsAt(evening, opening.home, now).signs;
  say(exercise, act, key, { arrived: heard, usual: Math.round(usual), repeated });
}

/** Whoever reads the list of cut calls has its figures, whatever they are. */
function sayCuts(exercise: Exercise, act: Act): void {
  const left = cutCallers(exercise, calledBackUntil(exercise));
  say(exercise, act, 'cutsCounted', { cut: LETTER_FIGURES.heard(exercise)['cut']!, left });
}

/** Those whom the rooms have rung back: the list is theirs. */
function sayCalledBack(exercise: Exercise, act: Act): void {
  const count = cutCallers(exercise, calledBackUntil(exercise, act.id));
  say(exercise, act, count > 0 ? 'calledBack' : 'nobodyToCallBack', { count });
}

/** The numbers known that the act names, those not tried yet before the others; null when none is known. */
function numbersToTry(
  exercise: Exercise,
  holder: HolderId,
  args: Act['args'],
): Readonly<Record<string, unknown>> | null {
  const known = knownAmong(exercise, holder, args['areas']);
  if (known.length === 0) return null;
  const tried = triedBy(exercise, holder);
  const left = known.filter((code) => !tried.has(code));
  return { ...args, number: 'list', areas: left.length > 0 ? left : known };
}

function triedBy({ knowledge }: Exercise, holder: HolderId): ReadonlySet<unknown> {
  const tried = new Set<unknown>();
  for (const { statement } of knowledge.held[holder]) {
    const { type, about } = knowledge.statements[statement]!;
    if (type === 'workaround.tested') for (const code of codesIn(about)) tried.add(code);
  }
  return tried;
}

function codesIn({ area, areas }: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Array.isArray(areas) ? areas : [area];
}

/** Counts the test calls among what was found: of numbers, by number; of the short numbers, all together. */
function sayTests(exercise: Exercise, act: Act, found: readonly number[]): ReadonlySet<number> {
  const tests = new Set<number>();
  const byNumber = new Map<unknown, { tries: number; passed: number }>();
  for (const index of found) {
    const { type, about } = exercise.knowledge.statements[index]!;
    const { tries, passed, numbers, origin } = about;
    if (typeof tries !== 'number' || typeof passed !== 'number') continue;
    tests.add(index);
    if (type !== 'workaround.tested') {
      say(exercise, act, 'tested', { number: String(numbers), origin: String(origin), tries, passed });
      continue;
    }
    for (const code of codesIn(about)) {
      const sum = byNumber.get(code) ?? { tries: 0, passed: 0 };
      byNumber.set(code, { tries: sum.tries + tries, passed: sum.passed + passed });
    }
  }
  if (byNumber.size > 0) {
    const each = [...byNumber.values()];
    const [only] = each;
    // Of one number, the calls themselves are told.
    if (each.length === 1 && only !== undefined) say(exercise, act, 'testedOne', only);
    else
      say(exercise, act, 'testedNumbers', {
        tried: each.length,
        good: each.filter(({ tries, passed }) => passed === tries).length,
        some: each.filter(({ tries, passed }) => passed > 0 && passed < tries).length,
        none: each.filter(({ passed }) => passed === 0).length,
        tries: each.reduce((sum, { tries }) => sum + tries, 0),
      });
  }
  return tests;
}

/** Nobody of the holder had said it before this search began: what the gauge showed in the meantime is what it found. */
function isFresh({ knowledge }: Exercise, holder: HolderId, index: number, { begunAt }: Act): boolean {
  const { says } = knowledge.statements[index]!;
  return holdingsSaying(knowledge.held[holder], knowledge.statements, says).every(
    ({ since }) => since >= begunAt,
  );
}
