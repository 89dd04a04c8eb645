import type Phaser from 'phaser';
import { clockText } from '../../context.ts';
import { Flap, makeFlaps } from '../../layers/flaps.ts';
import type { SeatContext } from '../context.ts';

/** The hour of the exercise, in flaps. */
export class ClockLayer {
  private readonly flaps: readonly Flap[];
  private readonly still: boolean;

  constructor(scene: Phaser.Scene, context: SeatContext) {
    const { layout, tokens, ratio, reduced } = context;
    this.still = reduced;
    const { x, y, cell, width } = layout.clock;
    makeFlaps(scene, 'flapsClock', context, cell, tokens.flapInk);
    const colon = width - 4 * cell.width;
    // The map alone has no hour.
    const count = layout.mats.length > 0 ? 4 : 0;
    this.flaps = Array.from(
      { length: count },
      (_, i) =>
        new Flap(scene, 'flapsClock', x + i * cell.width + (i > 1 ? colon : 0), y, cell.height, ratio),
    );
  }

  /** A clock that stands, or that has jumped, shows its hour at once: no frame may come to finish a turn. */
  set(at: number, atOnce: boolean): void {
    const text = clockText(at).replace(':', '');
    this.flaps.forEach((flap, i) => flap.set(text[i] ?? ' ', this.still || atOnce));
  }

  update(now: number): void {
    for (const flap of this.flaps) flap.update(now);
  }
}
