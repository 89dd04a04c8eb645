import { MINUTE } from '../../kernel/time.ts';
import type { FactType } from '../../scenario/play/vocabulary.ts';
import { SETTLED, areRelated, bearing, isOwn, origin, outranked, placesOf, subjectOf } from './claims.ts';
import type { Told } from './claims.ts';
import { isConfided } from './confided.ts';
import type { Exercise } from '../exercise.ts';
import { holdingsOf, holdingsSaying } from './knownIndex.ts';
import { allPassed } from './restoration.ts';
import type { HolderId } from '../seat.ts';

/** What passes, and is told of now: so old, it is no news to anybody (assumed). */
const STALE = 180 * MINUTE;
const PASSING: readonly FactType[] = ['voice.degraded', 'emergency.affected', 'emergency.tested'];
/** What may have put an end to something else that is told, whether it is told or not. */
const ENDING: readonly FactType[] = [
  'restored',
  'emergency.affected',
  'cyberattack.suspected',
  'cyberattack.excluded',
  'cyberattack.unlikely',
  'cyberattack.withdrawn',
];

/**
 * Of what a holder would tell together, what agrees: nothing that something it holds has put an end to, one word on an
 * attack, no figure hours old. An end that others announced is not kept back because somebody else denies it: both are
 * told, one beside the other.
 */
export function agreeing(exercise: Exercise, holder: HolderId, statements: readonly number[]): number[] {
  const { now } = exercise;
  const told = statements.map((index) => heldAs(exercise, holder, index));
  // Beside places that fail now, a count of hours ago would be read as theirs.
  const fails = told.some(
    ({ statement, at }) => statement.type === 'emergency.affected' && at >= now - STALE,
  );
  const stands = told.filter(({ statement, at }) => {
    const { type } = statement;
    const passes = PASSING.includes(type) || (fails && type === 'extent.national');
    return !(passes && at < now - STALE);
  });
  const enders = endersOf(exercise, holder, stands);
  const left = stands.filter(
    (each) =>
      !enders.some(
        (other) =>
          other.statement.type !== each.statement.type &&
          comesAfter(other, each) &&
          bearing(other, each) === 'supersedes',
      ),
  );
  const beside: number[] = [];
  const kept = left.filter((each) => {
    if (each.statement.type === 'extent.national' && isOverSince(exercise, holder, each)) return false;
    if (left.some((other) => outdoes(other, each) && !standsBeside(other, each))) return false;
    const denials = [...denialsOf(exercise, holder, each)];
    if (denials.length === 0) return true;
    // Whoever said so now takes it back; another voice is heard beside it.
    if (!denials.every((denial) => standsBeside(denial, each))) return false;
    if (denials.some(({ index }) => left.some((other) => other.index === index))) return true;
    const last = denials
      .filter(({ statement }) => !isConfided(exercise, holder, statement.says))
      .reduce<HeldAs | null>(
        (latest, denial) => (latest && comesAfter(latest, denial) ? latest : denial),
        null,
      );
    if (last !== null) beside.push(last.index);
    return last !== null;
  });
  return [...kept.map(({ index }) => index), ...new Set(beside)];
}

/** An end that others announced, and a failure that somebody else tells of since: neither is one's own to take back. */
function standsBeside(one: HeldAs, other: HeldAs): boolean {
  const [end, failure] = one.statement.type === 'restored' ? [one, other] : [other, one];
  return (
    end.statement.type === 'restored' &&
    FAILURES.includes(failure.statement.type) &&
    comesAfter(failure, end) &&
    Array.from(end.origins).every((name) => !isOwn(name)) &&
    bearing(failure, end) === 'contradicts'
  );
}

/** What a holder holds that may have put an end to some of these, each statement once. */
function endersOf(exercise: Exercise, holder: HolderId, stands: readonly HeldAs[]): HeldAs[] {
  const { held, statements } = exercise.knowledge;
  const enders = new Set<number>();
  for (const type of ENDING) {
    const bears = ({ statement }: HeldAs): boolean =>
      statement.type !== type && areRelated(type, statement.type);
    if (!stands.some(bears)) continue;
    for (const { statement } of holdingsOf(held[holder], statements, type)) enders.add(statement);
  }
  return Array.from(enders, (statement) => heldAs(exercise, holder, statement));
}

const FAILURES: readonly FactType[] = ['voice.degraded', 'emergency.affected'];

/** Failures that a holder has learnt of since, which say that it is not over. */
function* denialsOf(exercise: Exercise, holder: HolderId, each: HeldAs): Generator<HeldAs> {
  if (each.statement.type !== 'restored') return;
  const { held, statements } = exercise.knowledge;
  for (const type of FAILURES)
    for (const { statement } of holdingsOf(held[holder], statements, type)) {
      const failure = heldAs(exercise, holder, statement);
      if (comesAfter(failure, each) && bearing(failure, each) !== 'none') yield failure;
    }
}

const isDenied = (exercise: Exercise, holder: HolderId, each: HeldAs): boolean =>
  denialsOf(exercise, holder, each).next().done !== true;

/** How far it reached is told no more once it is over everywhere, as far as its holder knows. */
function isOverSince(exercise: Exercise, holder: HolderId, each: HeldAs): boolean {
  const { held, statements } = exercise.knowledge;
  return holdingsOf(held[holder], statements, 'restored').some(({ statement }) => {
    const end = heldAs(exercise, holder, statement);
    return (
      placesOf(end.statement.about) === null &&
      comesAfter(end, each) &&
      !outranked(end, each) &&
      !isDenied(exercise, holder, end)
    );
  });
}

/**
 * Whether a holder has reason to speak of an end, somewhere at least, and nothing since that denies it: it was told so, or
 * test calls that failed before have lately all passed.
 */
export function holdsEnd(exercise: Exercise, holder: HolderId): boolean {
  const { held, statements } = exercise.knowledge;
  const tested = holdingsOf(held[holder], statements, 'emergency.tested').some(
    ({ statement, saidAt }) =>
      saidAt >= exercise.now - SETTLED && allPassed(exercise, holder, statements[statement]!),
  );
  if (tested) return true;
  return holdingsOf(held[holder], statements, 'restored').some(
    ({ statement }) => !isDenied(exercise, holder, heldAs(exercise, holder, statement)),
  );
}

interface HeldAs extends Told {
  readonly index: number;
  /** Place of its last saying among all that is held. */
  readonly order: number;
}

function heldAs({ knowledge }: Exercise, holder: HolderId, index: number): HeldAs {
  const held = knowledge.held[holder];
  const statement = knowledge.statements[index]!;
  const origins = new Set<string>();
  let at = statement.at;
  let confidence = 0;
  let order = -1;
  for (const each of holdingsSaying(held, knowledge.statements, statement.says)) {
    origins.add(origin(each.source));
    at = Math.max(
      at,
      each.source.kind === 'message' ? knowledge.statements[each.statement]!.at : each.saidAt,
    );
    confidence = Math.max(confidence, each.confidence);
    order = each.since;
  }
  return { index, statement, at, origins, confidence, order };
}

const comesAfter = (a: HeldAs, b: HeldAs): boolean => a.at > b.at || (a.at === b.at && a.order > b.order);

/** Two words on one subject that cannot stand together in one letter: the surer, or of equals the later, is told. */
function outdoes(other: HeldAs, each: HeldAs): boolean {
  if (other.statement.type === each.statement.type) return false;
  if (subjectOf(other.statement) !== subjectOf(each.statement)) return false;
  const [later, earlier] = comesAfter(other, each) ? [other, each] : [each, other];
  if (bearing(later, earlier) === 'none') return false;
  return other.confidence > each.confidence || (other.confidence === each.confidence && other === later);
}
