import { useState } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { usePlay, usePlayState, useSeatView } from '../../client/playHooks.ts';
import type { PoolView } from '../../view/seatView.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { usePlayWords } from './words.ts';

/** Exercise time for which it is news, ms. */
const NEWS_MS = 6 * 60_000;

interface Seen {
  readonly pools: readonly PoolView[];
  /** By pool that was all busy: since when somebody of it is free again. */
  readonly since: ReadonlyMap<string, number>;
}

/** Somebody is free of a team that was all busy: said without a stop, for a while or until they are put on something. */
export function Freed() {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const pools = useSeatView((view) => view.pools);
  const at = useSeatView((view) => view.at);
  const seat = useSeatView((view) => view.seat);
  const now = usePlayState((state) => state.clock?.at ?? at);
  const [seen, setSeen] = useState<Seen & { readonly seat: string }>({ pools, since: new Map(), seat });
  if (seen.pools !== pools || seen.seat !== seat) {
    const before = seen.seat === seat ? seen.pools : pools;
    const since = new Map(seen.seat === seat ? seen.since : []);
    for (const { id, free } of pools) {
      const was = before.find((pool) => pool.id === id);
      if (free === 0) since.delete(id);
      else if (was !== undefined && was.people > 0 && was.free === 0) since.set(id, at);
    }
    setSeen({ pools, since, seat });
  }
  const freed = pools.filter(({ id }) => now - (seen.since.get(id) ?? -Infinity) < NEWS_MS);
  if (freed.length === 0) return null;
  return (
    <p className="freed quiet">
      {freed.map(({ id, free }) => (
        <span key={id}>
          <ClockTime at={seen.since.get(id)!} />{' '}
          {t('console:freed.pool', { count: free, pool: words.pool(id) })}{' '}
        </span>
      ))}
      <button type="button" className="link" onClick={() => client.show('decide')}>
        {t('console:freed.look')}
      </button>{' '}
      <button type="button" className="link" onClick={() => setSeen({ ...seen, since: new Map() })}>
        {t('console:beats.seen')}
      </button>
    </p>
  );
}
