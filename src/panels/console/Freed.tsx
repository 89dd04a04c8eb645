import { useState } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { usePlayState, useSeatView } from '../../client/playHooks.ts';
import type { PoolView } from '../../view/seatView.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { usePlayWords } from './words.ts';

/** Exercise time for which it is news, ms. */
const NEWS_MS = 6 * 60_000;
/** How long a team must have been all busy for its return to be news, ms of exercise time. */
const MISSED_MS = 10 * 60_000;

interface Seen {
  readonly pools: readonly PoolView[];
  /** By pool that is all busy: since when. */
  readonly busy: ReadonlyMap<string, number>;
  /** By pool that was all busy: since when somebody of it is free again. */
  readonly since: ReadonlyMap<string, number>;
}

/**
 * Somebody is free again of a team that was long all busy: said in one line, without a stop, for a while or until they
 * are put on something. Whom one calls back from daily work oneself is no news.
 */
export function Freed() {
  const t = useTexts();
  const words = usePlayWords();
  const pools = useSeatView((view) => view.pools);
  const at = useSeatView((view) => view.at);
  const seat = useSeatView((view) => view.seat);
  const now = usePlayState((state) => state.clock?.at ?? at);
  const [seen, setSeen] = useState<Seen & { readonly seat: string }>({
    pools,
    busy: new Map(),
    since: new Map(),
    seat,
  });
  if (seen.pools !== pools || seen.seat !== seat) {
    const same = seen.seat === seat;
    const busy = new Map(same ? seen.busy : []);
    const since = new Map(same ? seen.since : []);
    for (const { id, people, free, routine } of pools) {
      const was = same ? seen.pools.find((pool) => pool.id === id) : undefined;
      if (free === 0) {
        since.delete(id);
        if (people > 0 && !busy.has(id)) busy.set(id, at);
        continue;
      }
      const recalled = was !== undefined && routine < was.routine;
      if (!recalled && at - (busy.get(id) ?? at) >= MISSED_MS) since.set(id, at);
      busy.delete(id);
    }
    setSeen({ pools, busy, since, seat });
  }
  const freed = pools.filter(({ id }) => now - (seen.since.get(id) ?? -Infinity) < NEWS_MS);
  if (freed.length === 0) return null;
  return (
    <p className="freed quiet">
      {t('console:freed.again')}{' '}
      {freed.map(({ id, free }, i) => (
        <span key={id}>
          {i > 0 && ', '}
          {t('console:freed.pool', { count: free, pool: words.pool(id) })} (
          <ClockTime at={seen.since.get(id)!} />)
        </span>
      ))}
      {'. '}
      <button type="button" className="link" onClick={() => setSeen({ ...seen, since: new Map() })}>
        {t('console:beats.seen')}
      </button>
    </p>
  );
}
