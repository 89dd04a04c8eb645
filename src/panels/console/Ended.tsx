import { useState } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { useDesk, usePlayState, useSeatView } from '../../client/playHooks.ts';
import { JournalLines } from './JournalLines.tsx';
import { tells } from './stopWords.ts';

/** Exercise time for which it is news, ms. */
const NEWS_MS = 6 * 60_000;
/** Lines at once. */
const SHOWN = 2;

/** What acts of the seat have just told, without a stop of the clock: there for a while, or until somebody has looked. */
export function Ended() {
  const t = useTexts();
  const journal = useSeatView((view) => view.journal);
  const acts = useSeatView((view) => view.acts);
  const seat = usePlayState((state) => state.seat);
  const minute = usePlayState((state) => Math.floor((state.clock?.at ?? 0) / 60_000) * 60_000);
  // A stop, or a recap in sight, says it already.
  const told = usePlayState(({ clock }) => (clock?.playing === false ? (clock.beat?.at ?? 0) : 0));
  const recap = useDesk((desk) => desk.recap?.to ?? 0);
  const [seen, setSeen] = useState({ seat, at: 0 });
  const from = Math.max(minute - NEWS_MS, told, recap, seen.seat === seat ? seen.at : 0);
  const news = journal.filter((entry) => entry.at > from && tells(entry, acts)).slice(0, SHOWN);
  const [latest] = news;
  if (latest === undefined) return null;
  return (
    <div className="freed">
      <JournalLines entries={news.toReversed()} />
      <button type="button" className="link" onClick={() => setSeen({ seat, at: latest.at })}>
        {t('console:beats.seen')}
      </button>
    </div>
  );
}
