import { MINUTE } from '../../kernel/time.ts';
import type { FactType } from '../../scenario/play/vocabulary.ts';
import { agreeing } from './agree.ts';
import { AS_SURE } from './claims.ts';
import { isConfided } from './confided.ts';
import { comesBackTo } from './echo.ts';
import type { Exercise } from '../exercise.ts';
import { holdingsOf, holdingsSaying } from './knownIndex.ts';
import type { Holding, KnowledgeState } from './knowledge.ts';
import type { HolderId } from '../seat.ts';

/** Of what is held of one type, what is so much older than the newest is not told as news (assumed). */
const AS_NEW = 20 * MINUTE;
/** Types of which each statement tells of its own places: several are told together, so that no place is left out. */
const BY_PLACE: Readonly<Partial<Record<FactType, { readonly most: number; readonly within: number }>>> = {
  'emergency.affected': { most: 3, within: 45 * MINUTE },
  'emergency.tested': { most: 3, within: 45 * MINUTE },
  'workaround.number': { most: 4, within: Infinity },
  'workaround.tested': { most: 4, within: Infinity },
  'workaround.crosses': { most: 4, within: Infinity },
  'workaround.withdrawn': { most: 4, within: Infinity },
};

interface Telling {
  readonly statement: number;
  /** Instrument that it is read on, or null. */
  readonly sensor: string | null;
  readonly confidence: number;
  /** When it was so: a message tells what its author learnt, then, not when it is read. */
  readonly at: number;
}

/** When it was so: a message tells what its author learnt, then, not when it is read. */
function timeOf({ statements }: KnowledgeState, { statement, source, saidAt }: Holding): number {
  const { at } = statements[statement]!;
  return source.kind === 'message' ? at : Math.max(at, saidAt);
}

/** What is held of a type, that of the latest that is surest first, the older ones behind. */
function tellings({ knowledge }: Exercise, holder: HolderId, fact: FactType): Telling[] {
  const all = holdingsOf(knowledge.held[holder], knowledge.statements, fact).map((held): Telling => ({
    statement: held.statement,
    sensor: held.source.kind === 'instrument' ? held.source.sensor : null,
    confidence: held.confidence,
    at: timeOf(knowledge, held),
  }));
  let newest = -Infinity;
  for (const { at } of all) newest = Math.max(newest, at);
  const isNew = ({ at }: Telling): number => (at >= newest - AS_NEW ? 1 : 0);
  return all
    .toReversed()
    .sort((a, b) =>
      isNew(a) !== isNew(b)
        ? isNew(b) - isNew(a)
        : isNew(a) === 1
          ? b.confidence - a.confidence || b.at - a.at
          : b.at - a.at,
    );
}

/** Statement of each of these types that a holder would stand by now: the surest of the latest it holds. */
export function heldOf({ knowledge }: Exercise, holder: HolderId, facts: readonly FactType[]): number[] {
  const held: number[] = [];
  for (const fact of facts) {
    const first = firstTelling(knowledge, holdingsOf(knowledge.held[holder], knowledge.statements, fact));
    if (first !== undefined) held.push(first.statement);
  }
  return held;
}

/** The first of the tellings, without putting the others in order: this is asked at each thought of a machine. */
function firstTelling(knowledge: KnowledgeState, all: readonly Holding[]): Holding | undefined {
  let newest = -Infinity;
  for (const held of all) newest = Math.max(newest, timeOf(knowledge, held));
  let first: Holding | undefined;
  let since = -Infinity;
  for (let i = all.length - 1; i >= 0; i--) {
    const held = all[i]!;
    const at = timeOf(knowledge, held);
    if (at < newest - AS_NEW) continue;
    const surer =
      first === undefined ||
      held.confidence > first.confidence ||
      (held.confidence === first.confidence && at > since);
    if (surer) [first, since] = [held, at];
  }
  return first;
}

/**
 * What a holder has to tell of these types, the surest first, then the latest: of places, several statements where one
 * leaves some out; nothing that was told in confidence.
 */
export function toTell(
  exercise: Exercise,
  holder: HolderId,
  facts: readonly FactType[],
  worth: (telling: Telling) => boolean = () => true,
): number[] {
  const told = withTests(facts)
    .flatMap((fact) => {
      const all = tellings(exercise, holder, fact).filter(
        (each) =>
          !isOver(exercise, each) &&
          !isConfided(exercise, holder, exercise.knowledge.statements[each.statement]!.says) &&
          worth(each),
      );
      return placesTold(exercise, fact === 'extent.national' ? lastCount(all) : all, BY_PLACE[fact]);
    })
    .sort((a, b) => b.confidence - a.confidence || b.at - a.at)
    .map(({ statement }) => statement);
  return agreeing(exercise, holder, told);
}

/** Of counts, the last stands unless it is worth less than the surest. */
function lastCount(all: readonly Telling[]): readonly Telling[] {
  const [surest] = all;
  if (surest === undefined) return all;
  const last = all.reduce((latest, each) => (each.at > latest.at ? each : latest), surest);
  return last.confidence + AS_SURE >= surest.confidence ? [last] : [surest];
}

/** Whoever tells of calls for help, or of the end of their failing, tells what test calls came to as well. */
function withTests(facts: readonly FactType[]): readonly FactType[] {
  const ofCalls = facts.includes('emergency.affected') || facts.includes('restored');
  return ofCalls && !facts.includes('emergency.tested') ? [...facts, 'emergency.tested'] : facts;
}

/** An hour of recovery that has gone by, or a range that has begun, is told to nobody: it wants a new word. */
function isOver({ knowledge, now }: Exercise, { statement }: Telling): boolean {
  const { type, about } = knowledge.statements[statement]!;
  const hour = about['at'];
  return type === 'restoration.eta' && typeof hour === 'number' && hour <= now;
}

/** What has been so long of what passes is the past: nobody answers a question of now with it (assumed). */
const PAST = 45 * MINUTE;
const PASSING: readonly FactType[] = [
  'voice.degraded',
  'emergency.affected',
  'emergency.tested',
  'restored',
  'restoration.eta',
];

/**
 * What a holder has to tell somebody who asked, without what has gone stale, what the asker has held for long, or what
 * comes from the asker.
 */
export function toAnswer(
  exercise: Exercise,
  holder: HolderId,
  facts: readonly FactType[],
  asker: HolderId,
): number[] {
  const { knowledge, now } = exercise;
  // Whoever asks of an attack is told the word in force, whichever it is.
  const asked = facts.some((fact) => fact.startsWith('cyberattack.'))
    ? [...new Set<FactType>([...facts, 'cyberattack.unlikely', 'cyberattack.withdrawn'])]
    : facts;
  return toTell(exercise, holder, asked, ({ statement, at }) => {
    const { type, says } = knowledge.statements[statement]!;
    if (comesBackTo(exercise, holder, says, asker)) return false;
    if (at >= now - PAST) return true;
    return (
      !PASSING.includes(type) &&
      holdingsSaying(knowledge.held[asker], knowledge.statements, says).length === 0
    );
  });
}

function placesTold(
  { knowledge }: Exercise,
  all: readonly Telling[],
  several: { readonly most: number; readonly within: number } | undefined,
): Telling[] {
  const [first] = all;
  if (first === undefined) return [];
  if (several === undefined) return [first];
  const told: Telling[] = [];
  const places = new Set<unknown>();
  for (const each of all) {
    if (told.length === several.most || first.at - each.at > several.within) break;
    const { area, areas } = knowledge.statements[each.statement]!.about;
    const named: readonly unknown[] = Array.isArray(areas) ? areas : [area ?? areas];
    // What an instrument showed before is its own past: its last look is told.
    const past = each.sensor !== null && told.some(({ sensor }) => sensor === each.sensor);
    if (past || (told.length > 0 && named.every((code) => places.has(code)))) continue;
    for (const code of named) places.add(code);
    told.push(each);
  }
  return told;
}
