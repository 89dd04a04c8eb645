import { useTexts } from '../../client/hooks.ts';
import { useSeatView } from '../../client/playHooks.ts';
import type { JournalEntry } from '../../view/seatView.ts';
import { JournalLine } from './JournalLine.tsx';
import { whatOf } from './journalWords.ts';
import { usePlayWords } from './words.ts';

/** Entries of a main courante, one line each; the same learnt again is told once, at its latest hour. */
export function JournalLines({ entries }: { readonly entries: readonly JournalEntry[] }) {
  const t = useTexts();
  const words = usePlayWords();
  const facts = useSeatView((view) => view.facts);
  const told = entries.map((entry) =>
    entry.kind === 'learnt' ? whatOf(entry, facts, undefined, undefined, words, t) : null,
  );
  const learnt = new Map<string, number[]>();
  told.forEach((what, i) => {
    if (what !== null) learnt.set(what, [...(learnt.get(what) ?? []), entries[i]!.at]);
  });
  for (const hours of learnt.values()) hours.sort((a, b) => b - a);
  // Two entries may say the same at the same second.
  const alike = new Map<string, number>();
  return (
    <ol className="journal">
      {entries.map((entry, i) => {
        const [latest, ...before] = learnt.get(told[i] ?? '') ?? [entry.at];
        const name = `${entry.at}-${entry.kind}-${entry.ref}`;
        const nth = (alike.get(name) ?? 0) + 1;
        alike.set(name, nth);
        if (entry.at < latest!) return null;
        return <JournalLine key={`${name}-${nth}`} entry={entry} before={before.join()} />;
      })}
    </ol>
  );
}
