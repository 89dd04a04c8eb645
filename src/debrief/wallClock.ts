import type { LogLine } from '../exercise/log/logFormat.ts';

interface Point {
  readonly at: number;
  readonly wall: number;
}

/**
 * Real time beside exercise time, from the wall times that the log's lines carry: between two lines time runs evenly,
 * and stands still while the exercise is paused. Log lines without a wall time are left out.
 */
export class WallClock {
  private readonly points: readonly Point[];

  /** Lines in the order of the log; checks and headers carry no pair of times. */
  constructor(lines: readonly LogLine[]) {
    const points: Point[] = [];
    for (const line of lines) {
      if ((line.line !== 'session' && line.line !== 'command') || line.wall === undefined) continue;
      const last = points.at(-1);
      // A machine's clock set back says nothing of how long people took.
      if (last !== undefined && (line.wall < last.wall || line.at < last.at)) continue;
      points.push({ at: line.at, wall: line.wall });
    }
    this.points = points;
  }

  /** Real milliseconds from the first instant at exercise time `from` to the instant `wall`, or null if unknown. */
  since(from: number, wall: number): number | null {
    const began = this.first(from);
    return began === null ? null : Math.max(0, wall - began);
  }

  /** First real instant at which the exercise stood at `at`; null outside of what the lines cover. */
  private first(at: number): number | null {
    const after = this.points.findIndex((point) => point.at >= at);
    if (after < 0) return null;
    const next = this.points[after]!;
    if (next.at === at) return next.wall;
    const before = this.points[after - 1];
    if (before === undefined) return null;
    return before.wall + ((next.wall - before.wall) * (at - before.at)) / (next.at - before.at);
  }
}
