import type { Exercise } from '../exercise/exercise.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import { project } from '../view/project.ts';
import type { PlayReport } from './playProtocol.ts';

/** Views of the seats held here, given only when something in them changed; the passing of time alone is the clock's. */
export class SeatViews {
  private readonly shown = new Map<SeatId, string>();
  private seq = 0;

  changed(exercise: Exercise, seats: readonly SeatId[]): PlayReport[] {
    return seats.flatMap((seat): PlayReport[] => {
      const view = project(exercise, seat);
      const says = JSON.stringify({ ...view, at: 0 });
      if (this.shown.get(seat) === says) return [];
      this.shown.set(seat, says);
      return [{ type: 'seat', seq: ++this.seq, view }];
    });
  }
}
