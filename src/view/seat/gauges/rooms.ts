import { causeIndex } from '../../../callflow/attemptLog.ts';
import { numberOfKey } from '../../../callflow/callers.ts';
import type { Evening } from '../../../callflow/evening.ts';
import { ROOMS } from '../../../callflow/spec.ts';
import { attemptsHeard, ringsOf } from '../../../exercise/instruments/ledger.ts';
import { ALL_ROOMS, insistedIn, usualCalls, WINDOW } from '../../../exercise/instruments/rooms.ts';
import { waitsAt } from '../../../exercise/people/roomWaits.ts';
import { MINUTE, SECOND } from '../../../kernel/time.ts';
import type { Gauge } from '../../seatView.ts';

const STEP = 5 * MINUTE;
const CUT = causeIndex('cut');
const ANSWERED = causeIndex('answered');

/** Tenths: a usual number of calls is a mean. */
function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/**
 * Own rooms as their exchanges show them, against the statistics of other evenings.
 *
 * @param calledBack Clock ms until which the calls cut have been called back by the rooms' own people.
 */
export function roomsGauge(
  evening: Evening,
  area: number,
  start: number,
  calledBack: number,
): Extract<Gauge, { kind: 'rooms' }> {
  const { log, callers, spec, now } = evening;
  const steps = Math.max(0, Math.floor((now - start) / STEP));
  const arrived = Array.from({ length: steps }, () => 0);
  const arrived15 = [0, 0, 0];
  const cut15 = [0, 0, 0];
  const longest = [0, 0, 0];
  /** By room, callers cut who have not been spoken to since. */
  const cutOff = ALL_ROOMS.map(() => new Set<number>());
  const listening = { name: `area${area}`, areas: [area], rooms: ALL_ROOMS };
  for (const attempt of attemptsHeard(evening, listening, 0, now + 1)) {
    const caller = log.caller[attempt]!;
    const room = ringsOf(log.info[attempt]!, numberOfKey(callers.key[caller]!));
    const at = log.at[attempt]!;
    const end = log.end[attempt]!;
    const step = Math.floor((at - start) / STEP);
    if (step >= 0 && step < steps) arrived[step]!++;
    if (at > now - WINDOW) arrived15[room]!++;
    if (log.answered[attempt] === 0 && end === 0) longest[room] = Math.max(longest[room]!, now - at);
    if (log.cause(attempt) !== CUT) continue;
    if (end > now - WINDOW) cut15[room]!++;
    // Whoever got through later, by calling again or by being called back, is off the list.
    if (end > calledBack && log.cause(evening.attemptOf[caller]!) !== ANSWERED) cutOff[room]!.add(caller);
  }
  const first = area * ROOMS.length;
  const insisted = insistedIn(evening, area, now - WINDOW, now);
  const waits = ROOMS.map((_, index) => waitsAt(evening, area, [index], now - WINDOW, now));
  return {
    kind: 'rooms',
    area: spec.areas[area]!.code,
    rooms: ROOMS.map((room, index) => ({
      room,
      usual15: tenths(usualCalls(spec, area, index, now - WINDOW, now)),
      arrived15: arrived15[index]!,
      repeated15: insisted[index]!,
      waiting: evening.waiting[first + index]!,
      // Whole seconds, as a screen shows them.
      longestWait: Math.floor(longest[index]! / SECOND) * SECOND,
      delay15: Math.round(waits[index]!.mean / SECOND) * SECOND,
      gaveUp15: waits[index]!.gaveUp,
      talking: evening.busy[first + index]!,
      takers: evening.takers[first + index]!,
      cut15: cut15[index]!,
      toCallBack: cutOff[index]!.size,
    })),
    start,
    step: STEP,
    arrived,
    usual: arrived.map((_, step) => usualOf(spec, area, start + step * STEP)),
  };
}

function usualOf(spec: Evening['spec'], area: number, from: number): number {
  let sum = 0;
  for (const room of ALL_ROOMS) sum += usualCalls(spec, area, room, from, from + STEP);
  return tenths(sum);
}
