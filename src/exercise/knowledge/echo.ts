import type { Exercise } from '../exercise.ts';
import { holdingsSaying } from './knownIndex.ts';
import type { HolderId } from '../seat.ts';
import { isHolder } from '../seat.ts';

/**
 * Whether all that a holder has for a statement comes from one other, through however many mouths: told back to that one,
 * it would be its own word and no second source.
 */
export function comesBackTo(exercise: Exercise, holder: HolderId, says: string, first: string): boolean {
  return onlyFrom(exercise, holder, { says, first, until: exercise.now, asked: [holder] });
}

interface Chain {
  readonly says: string;
  readonly first: string;
  /** What came later than this is not what was passed on. */
  readonly until: number;
  /** Those whom the chain has gone through already. */
  readonly asked: readonly string[];
}

function onlyFrom(exercise: Exercise, holder: HolderId, chain: Chain): boolean {
  const { knowledge, messages } = exercise;
  const held = holdingsSaying(knowledge.held[holder], knowledge.statements, chain.says).filter(
    ({ since }) => since <= chain.until,
  );
  return (
    held.length > 0 &&
    held.every(({ source }) => {
      if (source.kind === 'hearsay') return source.from === chain.first;
      if (source.kind !== 'message') return false;
      const { author, sentAt } = messages[source.message]!;
      if (author === chain.first || chain.asked.includes(author)) return true;
      return (
        isHolder(author) &&
        onlyFrom(exercise, author, { ...chain, until: sentAt, asked: [...chain.asked, author] })
      );
    })
  );
}
