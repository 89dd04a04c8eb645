import type { FactType } from '../../scenario/play/vocabulary.ts';
import type { Holding, Statement } from './knowledge.ts';

/** What a list of statements or of holdings says, by what is asked of it: read on as the list grows. */
interface HeldIndex {
  read: number;
  readonly latest: Map<FactType, Holding>;
  readonly bySays: Map<string, Holding[]>;
  readonly byType: Map<FactType, Holding[]>;
}

interface StatementIndex {
  read: number;
  /** By text, in order of entry. */
  readonly bySays: Map<string, number[]>;
}

/*
 * Both are caches beside lists that are only ever added to: who forgets gets a new list, and so does a restored
 * exercise. Nothing of them is saved.
 */
const heldIndexes = new WeakMap<readonly Holding[], HeldIndex>();
const statementIndexes = new WeakMap<readonly Statement[], StatementIndex>();

function heldIndex(held: readonly Holding[], statements: readonly Statement[]): HeldIndex {
  let index = heldIndexes.get(held);
  if (index === undefined)
    heldIndexes.set(held, (index = { read: 0, latest: new Map(), bySays: new Map(), byType: new Map() }));
  for (; index.read < held.length; index.read++) {
    const holding = held[index.read]!;
    const { type, says } = statements[holding.statement]!;
    index.latest.set(type, holding);
    const same = index.bySays.get(says);
    if (same) same.push(holding);
    else index.bySays.set(says, [holding]);
    const alike = index.byType.get(type);
    if (alike) alike.push(holding);
    else index.byType.set(type, [holding]);
  }
  return index;
}

/** Latest holding of a type in the list. */
export function latestHolding(
  held: readonly Holding[],
  statements: readonly Statement[],
  type: FactType,
): Holding | undefined {
  return heldIndex(held, statements).latest.get(type);
}

const NONE: readonly Holding[] = [];

/** Holdings of a type, in order. */
export function holdingsOf(
  held: readonly Holding[],
  statements: readonly Statement[],
  type: FactType,
): readonly Holding[] {
  return heldIndex(held, statements).byType.get(type) ?? NONE;
}

/** Holdings of statements that say the same, in order. */
export function holdingsSaying(
  held: readonly Holding[],
  statements: readonly Statement[],
  says: string,
): readonly Holding[] {
  return heldIndex(held, statements).bySays.get(says) ?? NONE;
}

/** Number of the statement that says this of that time, or undefined. */
export function statementSaying(
  statements: readonly Statement[],
  { says, at }: Pick<Statement, 'says' | 'at'>,
): number | undefined {
  let index = statementIndexes.get(statements);
  if (index === undefined) statementIndexes.set(statements, (index = { read: 0, bySays: new Map() }));
  for (; index.read < statements.length; index.read++) {
    const text = statements[index.read]!.says;
    const same = index.bySays.get(text);
    if (same) same.push(index.read);
    else index.bySays.set(text, [index.read]);
  }
  return index.bySays.get(says)?.findLast((each) => statements[each]!.at === at);
}
