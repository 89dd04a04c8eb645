import { MINUTE } from '../kernel/time.ts';
import type { SeatView } from './seatView.ts';
import type { TableEnvelope } from './tableModel.ts';

/** A call that failed stays on the table this long. */
const FAILED_SHOWN = 6 * MINUTE;
/** Opened messages leave the table once they have been there this long. */
const OPENED_SHOWN = 2 * MINUTE;

/**
 * Messages of the seats held here, each as its own seat sees it: on the way, failed, waiting unopened. A message between
 * two seats held here is one envelope until it arrives.
 */
export function buildEnvelopes(views: readonly SeatView[], at: number): TableEnvelope[] {
  return views.flatMap(({ seat, sent, inTray }): TableEnvelope[] => [
    ...sent.flatMap(({ id, to, channel, sentAt, arrivedAt, failed }): TableEnvelope[] => {
      if (failed ? at - sentAt > FAILED_SHOWN : arrivedAt !== null) return [];
      return to.map((each) => ({
        key: `out:${seat}:${id}:${each}`,
        seat,
        state: failed ? 'failed' : 'travelling',
        from: seat,
        to: each,
        channel,
        at: sentAt,
      }));
    }),
    ...inTray.flatMap(({ id, from, channel, arrivedAt, readAt }): TableEnvelope[] =>
      readAt !== null && at - readAt > OPENED_SHOWN
        ? []
        : [
            {
              key: `in:${seat}:${id}`,
              seat,
              state: readAt === null ? 'arrived' : 'opened',
              from,
              to: seat,
              channel,
              at: arrivedAt,
            },
          ],
    ),
  ]);
}
