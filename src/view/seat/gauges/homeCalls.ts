import { DIALLED, causeIndex } from '../../../callflow/attemptLog.ts';
import type { Evening } from '../../../callflow/evening.ts';
import { ROOM_OF_NUMBER } from '../../../callflow/spec.ts';

const FULL = causeIndex('serverFull');
const REBOOTING = causeIndex('serverRebooting');
const TRUNK_BUSY = causeIndex('trunkBusy');
const WRONG = causeIndex('wrongNumber');
const CUT = causeIndex('cut');

/** An attempt that a room's own exchange has seen. */
export interface RoomCall {
  readonly attempt: number;
  readonly caller: number;
  readonly room: number;
  /** The room rang the caller, not the other way round. */
  readonly back: boolean;
}

/**
 * Calls that reached the rooms of one département, as their exchanges count them, found once each while the evening's
 * record grows. Whether a call arrived is known when it is made; calls that the network lost are never seen here.
 */
class HomeCalls {
  private readonly evening: Evening;
  private readonly area: number;
  private seen = 0;
  private readonly calls: RoomCall[] = [];

  constructor(evening: Evening, area: number) {
    this.evening = evening;
    this.area = area;
  }

  /** All of them, in order of time. */
  all(): readonly RoomCall[] {
    const { log, callers } = this.evening;
    for (; this.seen < log.count; this.seen++) {
      const caller = log.caller[this.seen]!;
      if (callers.area[caller] !== this.area) continue;
      const cause = log.cause(this.seen);
      if (cause === FULL || cause === REBOOTING || cause === TRUNK_BUSY || cause === WRONG) continue;
      const dialled = log.dialled(this.seen);
      const number =
        dialled === DIALLED.tenDigit || dialled === DIALLED.callback ? callers.number[caller]! : dialled;
      this.calls.push({
        attempt: this.seen,
        caller,
        room: ROOM_OF_NUMBER[number]!,
        back: dialled === DIALLED.callback,
      });
    }
    return this.calls;
  }

  wasCut({ attempt }: RoomCall): boolean {
    return this.evening.log.cause(attempt) === CUT;
  }
}

/** A cache: rebuilt from the record when an exercise is loaded. */
const known = new WeakMap<Evening, Map<number, HomeCalls>>();

export function homeCalls(evening: Evening, area: number): HomeCalls {
  let areas = known.get(evening);
  if (areas === undefined) known.set(evening, (areas = new Map()));
  let calls = areas.get(area);
  if (calls === undefined) areas.set(area, (calls = new HomeCalls(evening, area)));
  return calls;
}
