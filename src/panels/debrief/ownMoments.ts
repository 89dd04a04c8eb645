import type { DebriefModel, SeatId, TurningPoint, VerdictRow } from '../../session/playProtocol.ts';

/** Moments of one's own seats before those of others, each in the order they came. */
export function ownMomentsFirst(points: readonly TurningPoint[], seats: readonly SeatId[]): TurningPoint[] {
  const isOwn = ({ seat }: TurningPoint): boolean => seat !== null && seats.includes(seat);
  return [...points.filter(isOwn), ...points.filter((point) => !isOwn(point))];
}

/** The goals by which seats are told where no decision of theirs weighed on calls; none where one did. */
export function goalsInstead(
  { verdicts }: Pick<DebriefModel, 'verdicts'>,
  points: readonly TurningPoint[],
  seats: readonly SeatId[],
  pulls: ReadonlySet<string>,
): VerdictRow[] {
  if (seats.length === 0 || points.some(({ seat }) => seat !== null && seats.includes(seat))) return [];
  return verdicts.filter(({ seat, goal }) => seats.includes(seat) && !pulls.has(goal));
}
