import { formatClock } from '../../client/clockTime.ts';
import { downloadText, journalFileName } from '../../client/exerciseFile.ts';
import { useClientState, useTexts } from '../../client/hooks.ts';
import { useExercise, usePlay } from '../../client/playHooks.ts';
import type { SeatId } from '../../session/playProtocol.ts';
import { useWordInFile } from '../parts/useWordInFile.ts';
import { entryWords } from './journalWords.ts';
import { asPage, asTable } from './journalTable.ts';
import { usePlayWords } from './words.ts';

/** The main courante of these seats as files that office software opens: a table, and a page. */
export function JournalFiles({ seats }: { readonly seats: readonly SeatId[] }) {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const { setup } = useExercise();
  const language = useClientState((state) => state.preferences.language);
  const wordInFile = useWordInFile();
  const rows = (): string[][] => {
    const { views } = client.store.getSnapshot().context;
    return seats
      .flatMap((seat) => {
        const view = views[seat];
        if (view === undefined) return [];
        return view.journal.toReversed().map((entry) => {
          const { params, statements } = entry;
          const { line, more } = entryWords(
            entry,
            {
              facts: view.facts.filter(({ statement }) => statements.includes(statement)),
              letter: view.inTray.find(({ id }) => id === params['message']),
              written: view.sent.find(({ id }) => id === params['message']),
              results: view.acts.find(({ id }) => id === params['act'])?.results ?? [],
            },
            words,
            t,
          );
          return { at: entry.at, row: [formatClock(entry.at), t(`play:seats.${seat}.name`), line, more] };
        });
      })
      .sort((a, b) => a.at - b.at)
      .map(({ row }) => row);
  };
  const save = (as: 'csv' | 'html'): void => {
    const head = (['hour', 'seat', 'entry', 'more'] as const).map((name) =>
      t(`console:journal.file.${name}`),
    );
    const title = `${t('common:exercise')} – ${t('console:journal.title')}`;
    const text =
      as === 'csv'
        ? asTable([[title], head, ...rows()], t('console:journal.file.separator'))
        : asPage(language, title, t('common:exerciseNote'), head, rows());
    downloadText(journalFileName(setup, Date.now(), wordInFile, as), text, document);
  };
  return (
    <>
      <button type="button" className="button" onClick={() => save('html')}>
        {t('console:journal.file.page')}
      </button>
      <button type="button" className="button" onClick={() => save('csv')}>
        {t('console:journal.file.table')}
      </button>
    </>
  );
}
