import type { SeatSpec } from '../scenario/play/types.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import type { SeatView } from './seatView.ts';
import type { TableMat } from './tableModel.ts';

/** One mat a seat: open when it is held here, otherwise what those held here know of it. */
export function buildMats(views: readonly SeatView[], seats: readonly Pick<SeatSpec, 'seat'>[]): TableMat[] {
  return seats.map(({ seat }) => {
    const own = views.find((view) => view.seat === seat);
    return own === undefined ? closed(seat, views) : open(own, views);
  });
}

function open(view: SeatView, views: readonly SeatView[]): TableMat {
  return {
    ...known(view.seat, views),
    held: true,
    ladders: view.ladders.map(({ id, steps, step }) => ({ id, steps, at: steps.indexOf(step) })),
    acts: view.acts
      .filter(({ state }) => state === 'underWay')
      .toSorted((a, b) => a.id - b.id)
      .map(({ id, act, pool, people, begunAt, endsAt }) => ({ key: id, act, pool, people, begunAt, endsAt })),
    pools: view.pools.map(({ id, people, free, routine }) => ({ key: id, people, free, routine })),
    trust: view.trust,
    tray: {
      count: view.inTray.length,
      unopened: view.inTray.filter(({ readAt }) => readAt === null).length,
      asking: view.inTray.filter(({ asks, answered }) => asks.length > 0 && !answered).length,
    },
  };
}

function closed(seat: SeatId, views: readonly SeatView[]): TableMat {
  return { ...known(seat, views), held: false, ladders: [], acts: [], pools: [], trust: [], tray: null };
}

type Known = Pick<TableMat, 'seat' | 'exchanged' | 'heard' | 'word'>;

/** What the views held here know of a seat: messages exchanged with it, its public words. */
function known(seat: SeatId, views: readonly SeatView[]): Known {
  const others = views.filter((view) => view.seat !== seat);
  const received = others.flatMap((view) => view.inTray.filter(({ from }) => from === seat));
  const sent = others.flatMap((view) => view.sent.filter(({ to, failed }) => to.includes(seat) && !failed));
  const heard = latest(
    received
      .filter(({ readAt }) => readAt !== null)
      .map(({ key, text, arrivedAt }) => ({ key, text, at: arrivedAt })),
  );
  const word = latest(
    views
      .flatMap((view) => view.publicWords)
      .filter(({ by }) => by === seat)
      .map(({ key, text, at }) => ({ key, text, at })),
  );
  return { seat, exchanged: { from: received.length, to: sent.length }, heard, word };
}

function latest<T extends { readonly at: number }>(items: readonly T[]): T | null {
  return items.reduce<T | null>((last, item) => (last === null || item.at > last.at ? item : last), null);
}
