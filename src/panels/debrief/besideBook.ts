import type { DebriefModel, OwnFigure, SeatId, SeatReach, VerdictRow } from '../../session/playProtocol.ts';

/** One goal or trap of a seat with its word. */
export type GoalRow = Pick<VerdictRow, 'seat' | 'goal' | 'grade'>;

const ORDER: readonly VerdictRow['grade'][] = ['missed', 'partly', 'met'];

/** Goals and traps on which the book does better, and those on which tonight did; one that either left unjudged is neither. */
export function goalsBeside(
  tonight: readonly GoalRow[],
  book: readonly GoalRow[],
): { readonly gained: GoalRow[]; readonly kept: GoalRow[] } {
  const rank = ({ grade }: GoalRow): number => ORDER.indexOf(grade);
  const gained: GoalRow[] = [];
  const kept: GoalRow[] = [];
  for (const theirs of book) {
    const ours = tonight.find(({ seat, goal }) => seat === theirs.seat && goal === theirs.goal);
    if (ours === undefined || rank(ours) < 0 || rank(theirs) < 0) continue;
    if (rank(theirs) > rank(ours)) gained.push(ours);
    if (rank(theirs) < rank(ours)) kept.push(ours);
  }
  return { gained, kept };
}

/** A figure of one's own that the book would have bettered. */
export interface Lever {
  readonly seat: SeatId;
  readonly tonight: OwnFigure;
  readonly book: OwnFigure;
}

/** What of one's own figures machines by the book in these seats alone would have bettered, the others unchanged. */
export function leversOf(
  own: DebriefModel['own'],
  book: SeatReach['bookOwn'],
  seats: readonly SeatId[],
): Lever[] {
  return own
    .filter(({ seat }) => seats.includes(seat))
    .flatMap(({ seat, tonight }) =>
      tonight.flatMap((figure) => {
        const theirs = book.find((each) => each.seat === seat)?.figures.find(({ key }) => key === figure.key);
        return theirs !== undefined && isBetter(theirs, figure)
          ? [{ seat, tonight: figure, book: theirs }]
          : [];
      }),
    );
}

/** What never came is worse than any hour or figure. */
function isBetter({ value, better }: OwnFigure, than: OwnFigure): boolean {
  if (better === null || value === null) return false;
  if (than.value === null) return true;
  return better === 'less' ? value < than.value : value > than.value;
}
