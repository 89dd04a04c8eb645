import type { Evening } from '../../../callflow/evening.ts';
import { ROOMS } from '../../../callflow/spec.ts';
import { usualCalls, WINDOW } from '../../../exercise/instruments/rooms.ts';
import { MINUTE } from '../../../kernel/time.ts';
import type { Gauge } from '../../seatView.ts';
import { homeCalls } from './homeCalls.ts';

const STEP = 5 * MINUTE;
const ALL = [0, 1, 2];

/** Tenths: a usual number of calls is a mean. */
function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Own rooms as their exchanges show them, against the statistics of other evenings. */
export function roomsGauge(evening: Evening, area: number, start: number): Extract<Gauge, { kind: 'rooms' }> {
  const { log, spec, now } = evening;
  const calls = homeCalls(evening, area);
  const all = calls.all();
  const steps = Math.max(0, Math.floor((now - start) / STEP));
  const arrived = Array.from({ length: steps }, () => 0);
  const arrived15 = [0, 0, 0];
  const cut15 = [0, 0, 0];
  const longest = [0, 0, 0];
  /** By room, callers cut and not heard of since. */
  const cutOff = ALL.map(() => new Set<number>());
  for (const call of all) {
    const { attempt, room, caller } = call;
    const at = log.at[attempt]!;
    const answered = log.answered[attempt]!;
    const end = log.end[attempt]!;
    if (answered !== 0) cutOff[room]!.delete(caller);
    if (calls.wasCut(call)) {
      cutOff[room]!.add(caller);
      if (end > now - WINDOW) cut15[room]!++;
    }
    if (call.back) continue;
    const step = Math.floor((at - start) / STEP);
    if (step >= 0 && step < steps) arrived[step]!++;
    if (at > now - WINDOW) arrived15[room]!++;
    if (answered === 0 && end === 0) longest[room] = Math.max(longest[room]!, now - at);
  }
  const first = area * ROOMS.length;
  return {
    kind: 'rooms',
    area: spec.areas[area]!.code,
    rooms: ROOMS.map((room, index) => ({
      room,
      usual15: tenths(usualCalls(spec, area, index, now - WINDOW, now)),
      arrived15: arrived15[index]!,
      waiting: evening.waiting[first + index]!,
      longestWait: longest[index]!,
      talking: evening.busy[first + index]!,
      takers: evening.takers[first + index]!,
      cut15: cut15[index]!,
      toCallBack: cutOff[index]!.size,
    })),
    start,
    step: STEP,
    arrived,
    usual: arrived.map((_, step) =>
      tenths(
        ALL.reduce(
          (sum, room) => sum + usualCalls(spec, area, room, start + step * STEP, start + (step + 1) * STEP),
          0,
        ),
      ),
    ),
  };
}
