import type { Source, Statement } from './knowledge.ts';
import { MINUTE } from '../../kernel/time.ts';
import type { FactType } from '../../scenario/play/vocabulary.ts';

/**
 * What a statement claims, so that two can be set against each other: of which subject, about which places, and what.
 * Subjects put together types that answer the same question.
 */
interface Claim {
  readonly subject: string;
  /** Codes of areas; null: everywhere, or nowhere in particular. */
  readonly places: ReadonlySet<string> | null;
}

/** Two counts are as sure as each other within this (assumed: what is passed on loses as much). */
export const AS_SURE = 0.15;

/** What changes with time is settled by a much later word; the cause, or what a line is made of, is not. */
const LASTING: readonly FactType[] = [
  'cause.ourOperation',
  'cause.vendorBug',
  'cyberattack.suspected',
  'cyberattack.excluded',
  'cyberattack.unlikely',
  'workaround.crosses',
];
/** Assumed: news so much older than other news is replaced by it, and does not contradict it. */
export const SETTLED = 45 * MINUTE;
/** Shares so far apart are not the same thing measured twice. */
const APART = 0.2;

const claims = new WeakMap<Statement, Claim>();

function claimOf(statement: Statement): Claim {
  const known = claims.get(statement);
  if (known !== undefined) return known;
  const claim = { subject: subjectOf(statement), places: placesOf(statement.about) };
  claims.set(statement, claim);
  return claim;
}

/** The question that a statement answers: types of one subject are set against each other. */
export function subjectOf({ type, about }: Statement): string {
  // Calls that passed from one telephone say nothing of another one, nor of another number.
  if (type === 'workaround.tested' || type === 'emergency.tested')
    return `${type} ${String(about['origin'] ?? '')} ${String(about['numbers'] ?? '')}`;
  // Of a technology at large, and of the number of one place.
  return about['technology'] === undefined ? questionOf(type) : `${type} ${String(about['technology'])}`;
}

function questionOf(type: FactType): string {
  switch (type) {
    case 'emergency.affected':
    case 'restored':
      return 'service';
    case 'cyberattack.suspected':
    case 'cyberattack.excluded':
    case 'cyberattack.unlikely':
    case 'cyberattack.withdrawn':
      return 'attack';
    case 'workaround.number':
    case 'workaround.withdrawn':
      return 'number';
    default:
      return type;
  }
}

/** Whether a statement of one type may bear on one of the other: they answer one question, or one is the end of the other. */
export function areRelated(a: FactType, b: FactType): boolean {
  if (a === 'restored' && b === 'voice.degraded') return true;
  if (a === 'voice.degraded' && b === 'restored') return true;
  return questionOf(a) === questionOf(b);
}

/** Areas that a statement names, by code; null when it names none. */
export function placesOf(about: Statement['about']): ReadonlySet<string> | null {
  const named = about['areas'] ?? about['area'];
  if (typeof named === 'string' && named !== 'all') return new Set([named]);
  return Array.isArray(named) ? new Set(named.filter((code) => typeof code === 'string')) : null;
}

function meet(a: Claim['places'], b: Claim['places']): boolean {
  if (a === null || b === null) return true;
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const place of few) if (many.has(place)) return true;
  return false;
}

/** Two statements speak of a place in common; what names none speaks of all. */
export function placesMeet(a: Statement['about'], b: Statement['about']): boolean {
  return meet(placesOf(a), placesOf(b));
}

/** Every place of `inner` is one of `outer`. */
export function covers(outer: Claim['places'], inner: Claim['places']): boolean {
  if (outer === null) return true;
  if (inner === null || inner.size > outer.size) return false;
  for (const place of inner) if (!outer.has(place)) return false;
  return true;
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

/** Share of calls lost that a statement gives, 0..1, or null when it gives none. */
export function shareOf({ about }: Statement): number | null {
  const tries = number(about['tries']);
  const passed = number(about['passed']);
  if (tries !== null && passed !== null && tries > 0) return 1 - passed / tries;
  return number(about['share']);
}

/** Two statements of one subject or of two that exclude each other, about places they share, which cannot both be true. */
export function clash(a: Statement, b: Statement): boolean {
  const [one, other] = [claimOf(a), claimOf(b)];
  if (!meet(one.places, other.places)) return false;
  const types = [a.type, b.type];
  // That all voice is degraded is not that emergency calls are; the end of it all is said of both.
  if (types.includes('restored') && types.includes('voice.degraded')) return true;
  if (one.subject !== other.subject) return false;
  // Ruled out is most likely no attack, and more.
  if (types.includes('cyberattack.excluded') && types.includes('cyberattack.unlikely')) return false;
  if (a.type !== b.type) return true;
  switch (a.type) {
    case 'emergency.affected':
    case 'voice.degraded':
      // Modules out and calls refused are two measures, not two words on one.
      return (
        a.about['measure'] === b.about['measure'] &&
        covers(one.places, other.places) &&
        covers(other.places, one.places) &&
        apart(shareOf(a), shareOf(b))
      );
    case 'extent.national': {
      const [low, high] = [number(a.about['areas']) ?? 0, number(b.about['areas']) ?? 0].sort(
        (x, y) => x - y,
      );
      return high! >= 2 * low!;
    }
    case 'workaround.crosses':
      return (
        a.about['answer'] !== b.about['answer'] &&
        a.about['answer'] !== 'unknown' &&
        b.about['answer'] !== 'unknown'
      );
    case 'workaround.tested': {
      const shares = [shareOf(a), shareOf(b)];
      return shares.includes(0) && shares.includes(1);
    }
    case 'restoration.eta':
      return a.about['at'] !== b.about['at'] || a.about['until'] !== b.about['until'];
    case 'advice.public':
      return a.about['wording'] !== b.about['wording'];
    default:
      return false;
  }
}

/** Two shares that cannot be the same thing measured twice. */
export function apart(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && Math.abs(a - b) >= APART;
}

/** Who or what a seat has a statement from, whatever the day's message. */
export function origin(source: Source): string {
  switch (source.kind) {
    case 'instrument':
      return `instrument ${source.sensor}`;
    case 'act':
      return `act ${source.act}`;
    case 'message':
    case 'hearsay':
      return `from ${source.from}`;
    case 'media':
      return 'media';
  }
}

/** A statement as a seat holds it: when it was last said, and from where. */
export interface Told {
  readonly statement: Statement;
  readonly at: number;
  readonly origins: ReadonlySet<string>;
  /** 0..1, the surest of its holdings. */
  readonly confidence: number;
}

export type Bearing = 'none' | 'contradicts' | 'supersedes';

/**
 * What the later of two statements does to the earlier: the same voice that says otherwise has changed its mind, another
 * one contradicts it unless much time has passed; without a clash, it takes the place of what it covers.
 */
export function bearing(later: Told, earlier: Told): Bearing {
  if (!areRelated(later.statement.type, earlier.statement.type)) return 'none';
  if (measuresElse(later, earlier)) return 'none';
  const one = claimOf(later.statement);
  const other = claimOf(earlier.statement);
  // How far it reaches is counted again and again: the last count stands, whoever counted, unless it is worth less.
  if (later.statement.type === 'extent.national' && earlier.statement.type === 'extent.national') {
    const worthLess = later.confidence + AS_SURE < earlier.confidence && !sharesOrigin(later, earlier);
    if (!worthLess || later.at - earlier.at > SETTLED) return 'supersedes';
    return clash(later.statement, earlier.statement) ? 'contradicts' : 'none';
  }
  if (clash(later.statement, earlier.statement)) {
    const sameVoice =
      sharesOrigin(later, earlier) ||
      // One's own teams hope and promise: the last hour is the one that holds.
      (later.statement.type === 'restoration.eta' && own(later) && own(earlier));
    // A rumour on what only evidence settles is kept beside a surer finding, and changes nothing of it.
    if (!sameVoice && isHearsayOn(later, earlier)) return 'none';
    // What one measured oneself, or holds much more surely, stands against a later word that is not worth as much.
    if (!sameVoice && outranked(later, earlier)) return 'contradicts';
    const late = later.at - earlier.at > SETTLED && !LASTING.includes(later.statement.type);
    if (!sameVoice && !late) return 'contradicts';
    return covers(one.places, other.places) ? 'supersedes' : 'none';
  }
  if (one.subject !== other.subject || outranked(later, earlier)) return 'none';
  return covers(one.places, other.places) || looksAgain(later, earlier) ? 'supersedes' : 'none';
}

/** So much less sure, a word does not take the place of a surer one as long as that one is not old. */
export const LESS_SURE = 0.25;
/** A rumour: what others say so unsurely never takes the place of one's own measure. */
const RUMOUR = 0.6;

/** Others say so unsurely, of what does not change with the hour, where something much surer is held. */
function isHearsayOn(later: Told, earlier: Told): boolean {
  return (
    LASTING.includes(later.statement.type) &&
    LASTING.includes(earlier.statement.type) &&
    !some(later.origins, isOwn) &&
    later.confidence < RUMOUR &&
    later.confidence + LESS_SURE < earlier.confidence
  );
}

/** A later word that is not worth as much as an earlier one which still stands against it. */
export function outranked(later: Told, earlier: Told): boolean {
  if (sharesOrigin(later, earlier)) return false;
  const age = later.at - earlier.at;
  if (own(earlier) && !some(later.origins, isOwn)) return later.confidence < RUMOUR || age <= SETTLED;
  return later.confidence + LESS_SURE < earlier.confidence && age <= 2 * SETTLED;
}

/** Two instruments of one's own that measure the network each in its way: modules that serve, calls that are refused. */
function measuresElse(later: Told, earlier: Told): boolean {
  return (
    later.statement.type === 'voice.degraded' &&
    earlier.statement.type === 'voice.degraded' &&
    every(later.origins, isInstrument) &&
    every(earlier.origins, isInstrument) &&
    !sharesOrigin(later, earlier)
  );
}

/** An origin that is the seat's own looking: an instrument, an act. */
export const isOwn = (name: string): boolean => isInstrument(name) || name.startsWith('act ');
const isInstrument = (name: string): boolean => name.startsWith('instrument ');
const own = ({ origins }: Told): boolean => every(origins, isOwn);
const sharesOrigin = (a: Told, b: Told): boolean => some(a.origins, (name) => b.origins.has(name));

// Asked of each pair of statements held: no list is made of a set for it.
function some(names: ReadonlySet<string>, is: (name: string) => boolean): boolean {
  for (const name of names) if (is(name)) return true;
  return false;
}

function every(names: ReadonlySet<string>, is: (name: string) => boolean): boolean {
  for (const name of names) if (!is(name)) return false;
  return true;
}

/** What is told of the whole of things as they stand. */
const WHOLE: readonly FactType[] = ['emergency.affected', 'voice.degraded', 'equipment.callServers'];

/**
 * An instrument has shown its whole again: what it showed before is its own past. What somebody reported is so once they
 * have reported again much later, and for everybody once it is older still.
 */
function looksAgain(later: Told, earlier: Told): boolean {
  const { type } = later.statement;
  if (!WHOLE.includes(type) || type !== earlier.statement.type) return false;
  const age = later.at - earlier.at;
  if (age > 2 * SETTLED) return true;
  const again = every(earlier.origins, (name) => later.origins.has(name));
  return again && (age > SETTLED || every(earlier.origins, isInstrument));
}
