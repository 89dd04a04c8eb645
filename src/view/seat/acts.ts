import type { Exercise } from '../../exercise/exercise.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { ActView } from '../seatView.ts';
import type { Handles } from './handles.ts';

/** Acts of the seat: those under way, then those ended, the latest begun first. */
export function actsOf(exercise: Exercise, seat: SeatId, { act: name, statements }: Handles): ActView[] {
  const views = exercise.acts
    .filter((act) => act.seat === seat)
    .map((act): ActView => {
      const { pool, people } = exercise.actSpec(act.spec)!.needs;
      return {
        id: name(act.id),
        act: act.spec,
        pool,
        people,
        begunAt: act.begunAt,
        endsAt: act.endsAt,
        state: act.stopped ? 'stopped' : act.ended ? 'ended' : 'underWay',
        args: act.args,
        rests: statements(act.rests),
        found: statements(act.found),
      };
    })
    .toReversed();
  return [
    ...views.filter(({ state }) => state === 'underWay'),
    ...views.filter(({ state }) => state !== 'underWay'),
  ];
}
