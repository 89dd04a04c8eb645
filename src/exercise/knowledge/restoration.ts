import { MINUTE } from '../../kernel/time.ts';
import type { FactType } from '../../scenario/play/vocabulary.ts';
import { say } from '../acts/actResults.ts';
import type { Act } from '../acts/acts.ts';
import { placesMeet } from './claims.ts';
import type { Exercise } from '../exercise.ts';
import { VOICE_SEEN, refusedNow, sureOfEnd } from '../instruments/common.ts';
import { holdingsOf } from './knownIndex.ts';
import type { Statement } from './knowledge.ts';
import type { Reading } from '../instruments/reading.ts';
import type { HolderId } from '../seat.ts';
import { workUntil } from '../acts/work.ts';

const FAILURES: readonly FactType[] = ['voice.degraded', 'emergency.affected'];

/**
 * Of what a look shows, what its holder may conclude from it. "Restored" is a word on the end of a failure: nobody says
 * so of places where they knew of none, and no operator does while its own table shows calls refused. Calls that passed
 * are counted all the same.
 */
export function concluded(exercise: Exercise, holder: HolderId, seen: Reading[]): Reading[] {
  const readings = seen.map((reading) => notBeforeWork(exercise, holder, reading));
  if (readings.every(({ type }) => type !== 'restored')) return readings;
  return readings.filter(
    ({ type, about }) =>
      type !== 'restored' || (mayBeOver(exercise, holder, about) && !isDip(exercise, holder, about)),
  );
}

/** Traffic swings by the minute: a person's table says nothing of an end before two looks without refusals. */
const TWO_LOOKS = 20 * MINUTE;

function isDip(exercise: Exercise, holder: HolderId, { measure }: Statement['about']): boolean {
  if (measure !== 'calls' || !exercise.isPerson(holder)) return false;
  const { knowledge, now } = exercise;
  return holdingsOf(knowledge.held[holder], knowledge.statements, 'voice.degraded').some(
    ({ source, saidAt }) => source.kind === 'instrument' && saidAt > now - TWO_LOOKS,
  );
}

/** Whether a failure was known there, and nothing that the holder reads now says that it lasts. */
function mayBeOver(exercise: Exercise, holder: HolderId, about: Statement['about']): boolean {
  const refused = holder === 'orange' && refusedNow(exercise.evening) >= VOICE_SEEN;
  return !refused && knewOfFailure(exercise, holder, about);
}

type Said = Pick<Statement, 'type' | 'about'>;

/** Test calls that all came through where calls were known to fail, while nothing else of the holder's shows refusals. */
export function allPassed(exercise: Exercise, holder: HolderId, { type, about }: Said): boolean {
  return (
    type === 'emergency.tested' && about['passed'] === about['tries'] && mayBeOver(exercise, holder, about)
  );
}

/** Areas of a test none of whose calls failed, where that may be the end of a failure. */
export function passedIn(exercise: Exercise, holder: HolderId, { type, about }: Said): readonly string[] {
  if (type !== 'emergency.tested' || !mayBeOver(exercise, holder, about)) return [];
  const failed = codes(about, 'failed');
  return codes(about, 'areas').filter((code) => !failed.includes(code));
}

const codes = (about: Statement['about'], name: string): readonly string[] =>
  Array.isArray(about[name]) ? (about[name] as readonly string[]) : [];

/**
 * Whoever has tests made in order to say that it is over says so, of the places whence none of its calls failed. It is
 * that person's word, not the tests': they were so many calls, for a moment.
 */
export function callRestored(exercise: Exercise, holder: HolderId, act: Act, found: readonly number[]): void {
  const tests = found.map((index) => exercise.knowledge.statements[index]!);
  const bad = new Set(
    tests.flatMap(({ type, about }) => codes(about, type === 'emergency.tested' ? 'failed' : 'areas')),
  );
  const good = new Set(
    tests.flatMap(({ type, about }) => (type === 'emergency.tested' ? codes(about, 'areas') : [])),
  );
  const areas = [...good].filter((code) => !bad.has(code)).sort();
  if (areas.length === 0) return say(exercise, act, 'nowhereOver', {});
  say(exercise, act, 'calledOver', { count: areas.length });
  const passed = tests.reduce((sum, { about }) => sum + Number(about['passed'] ?? 0), 0);
  const reading = { type: 'restored', about: { areas }, confidence: sureOfEnd(passed) } as const;
  act.found.push(exercise.learn(holder, reading, { kind: 'act', act: act.spec }, { written: true }));
}

const STEP = 15 * MINUTE;

/** No team hopes for an hour before that at which its own work under way will be over. */
function notBeforeWork(exercise: Exercise, holder: HolderId, reading: Reading): Reading {
  const { type, about } = reading;
  const until = type === 'restoration.eta' ? workUntil(exercise, holder) : null;
  if (until === null || typeof about['at'] !== 'number' || about['at'] >= until) return reading;
  return { ...reading, about: { ...about, at: Math.ceil(until / STEP) * STEP } };
}

function knewOfFailure({ knowledge }: Exercise, holder: HolderId, about: Statement['about']): boolean {
  return FAILURES.some((fact) =>
    holdingsOf(knowledge.held[holder], knowledge.statements, fact).some(({ statement }) =>
      placesMeet(knowledge.statements[statement]!.about, about),
    ),
  );
}
