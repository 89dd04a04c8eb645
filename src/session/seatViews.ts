import type { Exercise } from '../exercise/exercise.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import { project } from '../view/project.ts';
import type { SeatView } from '../view/seatView.ts';
import type { PlayReport } from './playProtocol.ts';

/** What each part of a view said last, as JSON. */
type Shown = Map<string, string>;

/**
 * Views of the seats held here: whole the first time, then the parts that say something else, so that little is carried
 * and compared on the way to the screen. The passing of time alone is the clock's.
 */
export class SeatViews {
  private readonly shown = new Map<SeatId, Shown>();
  private seq = 0;

  changed(exercise: Exercise, seats: readonly SeatId[]): PlayReport[] {
    return seats.flatMap((seat): PlayReport[] => {
      const view = project(exercise, seat);
      const before = this.shown.get(seat);
      const shown = before ?? new Map<string, string>();
      this.shown.set(seat, shown);
      const changes = changesOf(view, shown);
      if (before === undefined) return [{ type: 'seat', seq: ++this.seq, view }];
      if (Object.keys(changes).length === 0) return [];
      return [{ type: 'seatChange', seq: ++this.seq, seat, changes: { ...changes, at: view.at } }];
    });
  }
}

/** The parts that say something else than what was shown, the hour aside; from now on they are what was shown. */
function changesOf(view: SeatView, shown: Shown): Partial<SeatView> {
  return Object.fromEntries(
    Object.entries(view).filter(([part, value]) => {
      if (part === 'at') return false;
      const says = JSON.stringify(value);
      if (shown.get(part) === says) return false;
      shown.set(part, says);
      return true;
    }),
  );
}
