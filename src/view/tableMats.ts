import type { SeatSpec } from '../scenario/play/types.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import { saidText } from './saidText.ts';
import type { SeatView } from './seatView.ts';
import type { TableMat } from './tableModel.ts';

/** One mat a seat: open when it is held here, otherwise what those held here know of it. */
export function buildMats(views: readonly SeatView[], seats: readonly Spec[]): TableMat[] {
  return seats.map((spec) => {
    const own = views.find((view) => view.seat === spec.seat);
    return own === undefined ? closed(spec, views) : open(spec, own, views);
  });
}

type Spec = Pick<SeatSpec, 'seat' | 'goals' | 'pull'>;

/** Ended acts that stay in sight. */
const DONE_SHOWN = 5;

/** What moves in more than two steps says most of an organisation; its shifts say least. */
const weight = ({ id, steps }: SeatView['ladders'][number]): number =>
  id === 'shift' ? 2 : steps.length > 2 ? 0 : 1;

function open({ seat, goals, pull }: Spec, view: SeatView, views: readonly SeatView[]): TableMat {
  return {
    ...known(seat, views),
    held: true,
    goals,
    pull,
    done: view.acts
      .filter(({ state }) => state === 'ended')
      .toSorted((a, b) => b.endsAt - a.endsAt || b.id - a.id)
      .slice(0, DONE_SHOWN)
      .map(({ id, act, endsAt }) => ({ key: id, act, at: endsAt })),
    ladders: view.ladders
      .toSorted((a, b) => weight(a) - weight(b))
      .map(({ id, steps, step }) => ({ id, steps, at: steps.indexOf(step) })),
    acts: view.acts
      .filter(({ state }) => state === 'underWay')
      .toSorted((a, b) => a.id - b.id)
      .map(({ id, act, pool, people, begunAt, endsAt }) => ({ key: id, act, pool, people, begunAt, endsAt })),
    pools: view.pools
      .filter(({ people }) => people > 0)
      .map(({ id, people, free, routine, away }) => ({
        key: id,
        people,
        free,
        routine,
        away: away.flatMap(({ why, people: gone, until, ref }) =>
          why === 'call' ? [] : [{ people: gone, until, why, ref }],
        ),
      })),
    trust: view.trust,
    tray: {
      count: view.inTray.length,
      unopened: view.inTray.filter(({ readAt }) => readAt === null).length,
      asking: view.waiting.by.length,
    },
  };
}

function closed({ seat, goals, pull }: Spec, views: readonly SeatView[]): TableMat {
  return {
    ...known(seat, views),
    held: false,
    goals,
    pull,
    ladders: [],
    acts: [],
    done: [],
    pools: [],
    trust: [],
    tray: null,
  };
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
      .map(({ key, text, arrivedAt }) => ({ key: saidText(key), text, at: arrivedAt })),
  );
  const word = latest(
    views
      .flatMap((view) => view.publicWords)
      .filter(({ by }) => by === seat)
      .map(({ key, text, at }) => ({ key: saidText(key), text, at })),
  );
  return { seat, exchanged: { from: received.length, to: sent.length }, heard, word };
}

function latest<T extends { readonly at: number }>(items: readonly T[]): T | null {
  return items.reduce<T | null>((last, item) => (last === null || item.at > last.at ? item : last), null);
}
