import { useTexts } from '../../client/hooks.ts';
import { useFactsOf, useSeatView } from '../../client/playHooks.ts';
import type { JournalEntry } from '../../view/seatView.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { cameOf, failureOf, sentences, whatOf } from './journalWords.ts';
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
  const line = t(`console:journal.kinds.${entry.kind}`, {
    what: whatOf(entry, facts, letter, written, words, t),
  });
  const said = statements.map((index) => words.held(index, facts)).filter((text) => text !== '');
  const came = cameOf(entry, done?.results ?? []).map((each) => words.result(each));
  const failed = failureOf(entry, words, t);
  const more = sentences(
    [
      entry.kind === 'heard' ? '' : entry.text,
      failed,
      again,
      ...came,
      ...(entry.kind === 'learnt' ? [] : said),
    ],
    t,
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
