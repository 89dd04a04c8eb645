import type { TableModel } from '../../view/tableModel.ts';
import type { BoardFlow } from '../../view/boardModel.ts';
import { share } from '../hash.ts';
import type { SeatContext } from './context.ts';

/** Strands of voice a second, real time: how much of it there is says nothing, how much of it is refused does. */
const VOICE = 34;
/** At most this many of one's own calls a second are drawn. */
const CALLS = 12;

/**
 * The strands of one step (real ms). Orange's voice is anonymous: it leaves from anywhere alike and only its refused
 * share is measured. The services see the calls that reach their own rooms.
 */
export function strandsOf(
  model: Pick<TableModel, 'voice' | 'arrivals' | 'speed'>,
  scenario: SeatContext['scenario'],
  step: number,
  first: number,
): BoardFlow[] {
  if (model.speed === 0 || step <= 0) return [];
  const { voice, arrivals } = model;
  if (voice) {
    return counted(VOICE, step, first).map((key): BoardFlow => {
      const area = Math.floor(share(key, 21) * scenario.areas.length);
      return {
        key: String(key),
        area,
        server: scenario.servers.findIndex(({ id }) => id === scenario.areas[area]?.home),
        fate: share(key, 22) < voice.refused ? 'refused' : 'through',
        phase: share(key, 23),
      };
    });
  }
  if (!arrivals) return [];
  const area = scenario.areas.findIndex(({ code }) => code === arrivals.area);
  if (area < 0) return [];
  const rate = Math.min(CALLS, (arrivals.arrived / 900) * model.speed);
  return counted(rate, step, first).map((key): BoardFlow => ({
    key: String(key),
    area,
    server: -1,
    fate: 'through',
    phase: share(key, 23),
  }));
}

/** Keys of as many as fall in a step, the fraction by luck of the key. */
function counted(rate: number, step: number, first: number): number[] {
  const exact = (rate * step) / 1_000;
  const whole = Math.floor(exact);
  const count = whole + (share(first, 24) < exact - whole ? 1 : 0);
  return Array.from({ length: count }, (_, i) => first + i);
}
