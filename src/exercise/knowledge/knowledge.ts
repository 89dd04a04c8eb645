import { canonicalJson } from '../../kernel/canonicalJson.ts';
import type { FactType } from '../../scenario/play/vocabulary.ts';
import { holdingsSaying, latestHolding, statementSaying } from './knownIndex.ts';
import type { HolderId } from '../seat.ts';

/** Where a seat has a fact from. `seat` names who said it, for messages and hearsay. */
export type Source =
  | { readonly kind: 'instrument'; readonly sensor: string }
  | { readonly kind: 'act'; readonly act: string }
  | { readonly kind: 'message'; readonly from: string; readonly message: number }
  | { readonly kind: 'media' }
  | { readonly kind: 'hearsay'; readonly from: string };

/** A typed statement about the world at a time. It may be false, and others may contradict it. */
export interface Statement {
  readonly type: FactType;
  /** What the statement is about, by type: areas, numbers, a wording, a time. Plain JSON. */
  readonly about: Readonly<Record<string, unknown>>;
  /** Clock ms the statement speaks of. */
  readonly at: number;
  /** What it says as text: two statements that say the same have the same. */
  readonly says: string;
}

export function statementOf(type: FactType, about: Statement['about'], at: number): Statement {
  return { type, about, at, says: `${type}${canonicalJson(about)}` };
}

/** A statement as one seat holds it. */
export interface Holding {
  readonly statement: number;
  /** When this seat came to hold it. */
  readonly since: number;
  readonly source: Source;
  /** 0..1, the seat's own. */
  readonly confidence: number;
  /** When that source last said it. */
  saidAt: number;
  /** In the main courante: a relief does not lose it. */
  written: boolean;
}

export interface KnowledgeState {
  readonly statements: Statement[];
  readonly held: Record<HolderId, Holding[]>;
}

export function noKnowledge(): KnowledgeState {
  const held = { orange: [], ministry: [], anssi: [], services: [], rooms: [], operators: [] };
  return { statements: [], held };
}

const sameSource = (a: Source, b: Source): boolean =>
  a.kind === b.kind &&
  (a.kind !== 'instrument' || (b.kind === 'instrument' && a.sensor === b.sensor)) &&
  (a.kind !== 'act' || (b.kind === 'act' && a.act === b.act)) &&
  (a.kind !== 'message' || (b.kind === 'message' && a.message === b.message)) &&
  (a.kind !== 'hearsay' || (b.kind === 'hearsay' && a.from === b.from));

/** Index of the statement, entered if nobody has made it yet. A later one about the same thing is a new statement. */
export function state({ statements }: KnowledgeState, statement: Statement): number {
  return statementSaying(statements, statement) ?? statements.push(statement) - 1;
}

/** Latest holding of a type by a seat, or undefined. */
export function holding(
  { statements, held }: KnowledgeState,
  seat: HolderId,
  type: FactType,
): Holding | undefined {
  return latestHolding(held[seat], statements, type);
}

/**
 * A seat comes to hold a statement. The same one from the same source is only said again; a surer source is kept beside
 * the first, so that who knew what, when and from whom stays readable. Returns the statement, and whether it says
 * something the seat did not hold.
 */
export function learn(
  knowledge: KnowledgeState,
  seat: HolderId,
  statement: Statement,
  source: Source,
  confidence: number,
  now: number,
  written = false,
): { readonly index: number; readonly fresh: boolean } {
  const index = state(knowledge, statement);
  let known = false;
  let surer = true;
  let again = false;
  for (const held of holdingsSaying(knowledge.held[seat], knowledge.statements, statement.says)) {
    known = true;
    if (held.confidence >= confidence) surer = false;
    if (!sameSource(held.source, source)) continue;
    again = true;
    held.saidAt = now;
  }
  if (known && !surer && again) return { index, fresh: false };
  knowledge.held[seat].push({ statement: index, since: now, source, confidence, saidAt: now, written });
  return { index, fresh: !known };
}

/** Words on the cause that deny each other. */
const DENIES: Readonly<Partial<Record<FactType, FactType>>> = {
  'cyberattack.suspected': 'cyberattack.excluded',
  'cyberattack.excluded': 'cyberattack.suspected',
};
/** So sure of the contrary, on evidence, a rumour contradicts nothing. */
const PROVEN = 0.9;

/** Whether a holder has proof of the contrary of what it hears, and the newcomer has none. */
export function outweighed(
  knowledge: KnowledgeState,
  holder: HolderId,
  { type, confidence }: { readonly type: FactType; readonly confidence: number },
): boolean {
  const denied = DENIES[type];
  const contrary = denied === undefined ? undefined : holding(knowledge, holder, denied);
  return confidence < PROVEN && contrary !== undefined && contrary.confidence >= PROVEN;
}
