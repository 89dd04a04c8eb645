import type { Exercise } from '../../exercise/exercise.ts';
import type { Holding, Source, Statement } from '../../exercise/knowledge/knowledge.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { FactView } from '../seatView.ts';
import { bearing, origin } from '../../exercise/knowledge/claims.ts';
import type { Told } from '../../exercise/knowledge/claims.ts';
import { nameOf } from './handles.ts';
import type { Handles } from './handles.ts';
import { senderOf } from './messages.ts';

/** What a seat holds to be said, put together from all the times that it was told so. */
export interface Fact extends Told {
  /** The first statement to say it, and its number in the exercise. */
  readonly index: number;
  readonly statement: Statement;
  readonly since: number;
  /** Of the surest holding. */
  readonly source: Source;
  readonly confidence: number;
  readonly writtenDown: boolean;
  /** Who or what says so, each once, with when it last did: latest first. */
  readonly sources: readonly { readonly source: Source; readonly at: number }[];
  /** When the seat was last told so. */
  readonly heard: number;
  /** Place of its last saying among all that the seat was told: of two of the same minute, the later. */
  readonly order: number;
  readonly contradictedBy: readonly number[];
  readonly superseded: boolean;
  /** What took its place. */
  readonly replacedBy: readonly number[];
}

/** A cache, by what a seat holds: its facts, and what they were made of. */
const kept = new WeakMap<readonly Holding[], { readonly mark: string; readonly facts: readonly Fact[] }>();

/** Holdings are added, lost, written down and said again: these figures change with any of that. */
function markOf(held: readonly Holding[]): string {
  let written = 0;
  let said = 0;
  for (const holding of held) {
    if (holding.written) written++;
    said += holding.saidAt;
  }
  return `${held.length} ${written} ${said}`;
}

/** What a seat holds, latest first, with what says otherwise. */
export function factsOf(exercise: Exercise, seat: SeatId): readonly Fact[] {
  const held = exercise.knowledge.held[seat];
  const mark = markOf(held);
  const before = kept.get(held);
  if (before?.mark === mark) return before.facts;
  const facts = compare(together(exercise, held));
  kept.set(held, { mark, facts });
  return facts;
}

type Draft = { -readonly [Key in keyof Fact]: Fact[Key] } & {
  origins: Set<string>;
  sources: { source: Source; at: number }[];
  contradictedBy: number[];
  replacedBy: number[];
};

/** When what a holding says was so: a message tells what its author learnt, then, not when it is read. */
function timeOf({ knowledge, messages }: Exercise, statement: Statement, holding: Holding): number {
  const { source } = holding;
  if (source.kind !== 'message') return Math.max(statement.at, holding.saidAt);
  const told = messages[source.message]!.statements.map((index) => knowledge.statements[index]!).find(
    ({ says }) => says === statement.says,
  );
  return told?.at ?? statement.at;
}

function together(exercise: Exercise, held: readonly Holding[]): Draft[] {
  const { statements } = exercise.knowledge;
  const drafts = new Map<string, Draft>();
  held.forEach((holding, order) => {
    const statement = statements[holding.statement]!;
    const at = timeOf(exercise, statement, holding);
    const draft = drafts.get(statement.says);
    if (draft === undefined) {
      drafts.set(statement.says, {
        index: holding.statement,
        statement,
        at,
        origins: new Set([origin(holding.source)]),
        since: holding.since,
        source: holding.source,
        confidence: holding.confidence,
        writtenDown: holding.written,
        sources: [{ source: holding.source, at }],
        heard: Math.max(holding.since, holding.saidAt),
        order,
        contradictedBy: [],
        superseded: false,
        replacedBy: [],
      });
      return;
    }
    draft.at = Math.max(draft.at, at);
    draft.heard = Math.max(draft.heard, holding.since, holding.saidAt);
    draft.order = order;
    const from = origin(holding.source);
    draft.origins.add(from);
    draft.sources = draft.sources.filter(({ source }) => origin(source) !== from);
    draft.sources.push({ source: holding.source, at });
    draft.writtenDown ||= holding.written;
    if (holding.confidence <= draft.confidence) return;
    draft.source = holding.source;
    draft.confidence = holding.confidence;
  });
  // What has just been said again is news again.
  return [...drafts.values()].toSorted((a, b) => b.heard - a.heard || b.order - a.order);
}

function compare(facts: Draft[]): readonly Fact[] {
  const byTime = [...facts].sort((a, b) => a.at - b.at || a.heard - b.heard || a.order - b.order);
  byTime.forEach((later, place) => {
    for (let i = 0; i < place; i++) {
      const earlier = byTime[i]!;
      const what = bearing(later, earlier);
      if (what === 'supersedes') {
        earlier.superseded = true;
        earlier.replacedBy.push(later.index);
      } else if (what === 'contradicts') {
        earlier.contradictedBy.push(later.index);
        later.contradictedBy.push(earlier.index);
      }
    }
  });
  // What has been replaced contradicts nobody any more.
  const gone = new Set(facts.filter(({ superseded }) => superseded).map(({ index }) => index));
  return facts.map((fact) =>
    fact.superseded
      ? { ...fact, contradictedBy: [], replacedBy: fact.replacedBy.filter((index) => !gone.has(index)) }
      : { ...fact, contradictedBy: fact.contradictedBy.filter((index) => !gone.has(index)) },
  );
}

export function factViews(
  exercise: Exercise,
  seat: SeatId,
  facts: readonly Fact[],
  { statements, message }: Handles,
): FactView[] {
  const sourceFor = (source: Source): Source =>
    source.kind === 'message'
      ? {
          kind: 'message',
          from: senderOf(exercise.messages[source.message]!, seat),
          message: message(source.message) ?? -1,
        }
      : source;
  return facts.map((fact) => ({
    statement: nameOf(fact.statement),
    type: fact.statement.type,
    about: fact.statement.about,
    of: fact.at,
    since: fact.since,
    source: sourceFor(fact.source),
    sources: fact.sources
      .map(({ source, at }) => ({ source: sourceFor(source), at }))
      .sort((a, b) => b.at - a.at),
    // In hundredths: what is told on and on is held a little less surely each time.
    confidence: Math.round(fact.confidence * 100) / 100,
    writtenDown: fact.writtenDown,
    contradictedBy: statements(fact.contradictedBy),
    superseded: fact.superseded,
    replacedBy: statements(fact.replacedBy),
  }));
}
