import { useTexts } from '../../client/hooks.ts';
import { useFactsOf, useSeatView } from '../../client/playHooks.ts';
import type { JournalEntry } from '../../view/seatView.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { entryWords } from './journalWords.ts';
import { usePlayWords } from './words.ts';

export interface JournalLineProps {
  readonly entry: JournalEntry;
  /** Earlier hours at which the same was learnt, clock ms, latest first, apart by commas: compared as it is. */
  readonly before: string;
}

/** One entry of a main courante, drawn again only when what it speaks of has changed. */
export function JournalLine({ entry, before }: JournalLineProps) {
  const t = useTexts();
  const words = usePlayWords();
  const { params, statements } = entry;
  const facts = useFactsOf(statements);
  const letter = useSeatView((view) => view.inTray.find(({ id }) => id === params['message']));
  const written = useSeatView((view) => view.sent.find(({ id }) => id === params['message']));
  const done = useSeatView((view) => view.acts.find(({ id }) => id === params['act']));
  const again =
    before === ''
      ? ''
      : t('console:journal.before', {
          times: [...new Set(before.split(',').map((at) => words.hour(Number(at))))].join(', '),
        });
  const { line, more } = entryWords(
    entry,
    { facts, letter, written, results: done?.results ?? [] },
    words,
    t,
    again,
  );
  return (
    <li className={`entry entry-${entry.kind}`}>
      <ClockTime at={entry.at} />
      <span>
        {line}
        {more !== '' && <span className="under">{more}</span>}
      </span>
    </li>
  );
}
