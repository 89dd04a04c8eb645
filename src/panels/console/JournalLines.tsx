import { useTexts } from '../../client/hooks.ts';
import type { JournalEntry } from '../../view/seatView.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { usePlayWords, type PlayWords } from './words.ts';

/** Entries of a main courante, one line each. */
export function JournalLines({ entries }: { readonly entries: readonly JournalEntry[] }) {
  const t = useTexts();
  const words = usePlayWords();
  return (
    <ol className="journal">
      {entries.map((entry, i) => {
        const line = t(`console:journal.kinds.${entry.kind}`, {
          what: whatOf(entry, words, t),
          ...entry.params,
        });
        const facts = entry.statements.map((index) => words.held(index)).filter((text) => text !== '');
        const more = [entry.text, ...(entry.kind === 'learnt' ? [] : facts)].filter((text) => text !== '');
        return (
          // oxlint-disable-next-line react/no-array-index-key -- two entries may say the same at the same second
          <li key={`${entry.at}-${entry.kind}-${entry.ref}-${i}`} className={`entry entry-${entry.kind}`}>
            <ClockTime at={entry.at} />
            <span>
              {line}
              {more.length > 0 && <span className="under">{more.join(' ; ')}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function whatOf(entry: JournalEntry, words: PlayWords, t: ReturnType<typeof useTexts>): string {
  const { kind, ref, statements, params } = entry;
  switch (kind) {
    case 'actBegun':
    case 'actEnded':
    case 'actStopped':
      return words.act(ref);
    case 'learnt':
    case 'lost':
      return (statements.length > 0 ? words.held(statements[0]) : '') || t(`play:facts.${ref}.statement`);
    case 'chosen':
      return typeof params['option'] === 'string' ? words.option(ref, params['option']) : words.question(ref);
    case 'ignored':
      return words.question(ref);
    case 'tag':
      return words.tag(ref);
    case 'people':
      return words.pool(ref);
    case 'sent':
    case 'failed':
    case 'arrived':
    case 'read': {
      const who = params['from'] ?? params['to'];
      return typeof who === 'string' ? words.whoAll(who.split(',')) : words.who(ref);
    }
    case 'trust':
      return t(`play:relations.${ref}`, { defaultValue: ref });
    case 'relief':
    case 'written':
      return '';
  }
}
