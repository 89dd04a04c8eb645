import type { LogLine } from '../exercise/log/logFormat.ts';

/** Exercise time that went by at once, ms: nobody could decide anything in it. */
export interface Jump {
  readonly from: number;
  readonly to: number;
}

/** Jumps of a log: from where one was asked for to where the clock stood still again. */
export function jumpsOf(lines: readonly LogLine[]): Jump[] {
  const session = lines.filter((line) => line.line === 'session');
  return session.flatMap(({ kind, at }, i) => {
    if (kind !== 'jump') return [];
    const to = session[i + 1]?.at ?? at;
    return to > at ? [{ from: at, to }] : [];
  });
}

/** Parts of [from, to) that were jumped over. */
export function jumpedWithin(jumps: readonly Jump[], from: number, to: number): Jump[] {
  return jumps
    .map((jump) => ({ from: Math.max(from, jump.from), to: Math.min(to, jump.to) }))
    .filter((jump) => jump.to > jump.from);
}
