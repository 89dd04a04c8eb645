import type { DebriefModel, SeatId, TurningPoint, VerdictRow } from '../../session/playProtocol.ts';

/** Whether a moment lay in the hands of these seats. The other départements' rooms are of the services, and nobody's here. */
export function isOwnMoment({ seat, params }: TurningPoint, seats: readonly SeatId[]): boolean {
  return seat !== null && seats.includes(seat) && params['seat'] !== 'rooms';
}

/** Moments of one's own seats before those of others, each in the order they came. */
export function ownMomentsFirst(points: readonly TurningPoint[], seats: readonly SeatId[]): TurningPoint[] {
  const isOwn = (point: TurningPoint): boolean => isOwnMoment(point, seats);
  return [...points.filter(isOwn), ...points.filter((point) => !isOwn(point))];
}

/** The goals by which seats are told where no decision of theirs weighed on calls; none where one did. */
export function goalsInstead(
  { verdicts }: Pick<DebriefModel, 'verdicts'>,
  points: readonly TurningPoint[],
  seats: readonly SeatId[],
  pulls: ReadonlySet<string>,
): VerdictRow[] {
  if (seats.length === 0 || points.some((point) => isOwnMoment(point, seats))) return [];
  return verdicts.filter(({ seat, goal }) => seats.includes(seat) && !pulls.has(goal));
}
