import type { Exercise } from '../../exercise/exercise.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { ResultLine } from '../../exercise/acts/actResults.ts';
import type { ActView, ResultView } from '../seatView.ts';
import type { Handles } from './handles.ts';
import { lossInterval } from '../../exercise/knowledge/lossInterval.ts';

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
        people: act.work === undefined ? people : 0,
        begunAt: act.begunAt,
        endsAt: act.endsAt,
        state: act.stopped ? 'stopped' : act.ended ? 'ended' : 'underWay',
        work: act.work === undefined ? null : { done: act.work.done, of: act.work.of },
        args: act.args,
        rests: statements(act.rests),
        found: statements(act.found),
        results: act.results.map(resultView),
      };
    })
    .toReversed();
  return [
    ...views.filter(({ state }) => state === 'underWay'),
    ...views.filter(({ state }) => state !== 'underWay'),
  ];
}

/** A test is told with the losses it leaves possible, in per cent. */
function resultView({ at, key, params }: ResultLine): ResultView {
  const { tries, passed } = params;
  if (key === 'tested') {
    const { low, high } = lossInterval(Number(tries), Number(passed));
    return { at, key, params: { ...params, low: Math.round(100 * low), high: Math.round(100 * high) } };
  }
  return { at, key, params };
}
