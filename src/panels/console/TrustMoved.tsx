import { useState } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { usePlayState, useSeatView } from '../../client/playHooks.ts';
import { JournalLine } from './JournalLine.tsx';

/** Exercise time for which it is news, ms. */
const NEWS_MS = 15 * 60_000;

/** A trust has moved by a step: said as the main courante says it, without a stop, for a while or until it is seen. */
export function TrustMoved() {
  const t = useTexts();
  const at = useSeatView((view) => view.at);
  const seat = useSeatView((view) => view.seat);
  const moved = useSeatView(({ journal }) =>
    journal.findLast(({ kind, ref }) => kind === 'trust' && ref !== 'estimate'),
  );
  const now = usePlayState((state) => state.clock?.at ?? at);
  const [seen, setSeen] = useState('');
  if (moved === undefined || now - moved.at >= NEWS_MS) return null;
  const id = `${seat} ${moved.ref} ${moved.at}`;
  if (seen === id) return null;
  return (
    <div className="freed quiet">
      <ul className="plain-list">
        <JournalLine entry={moved} before="" />
      </ul>
      <button type="button" className="link" onClick={() => setSeen(id)}>
        {t('console:beats.seen')}
      </button>
    </div>
  );
}
