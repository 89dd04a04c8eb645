import { useRef, useState } from 'react';
import { formatAddress } from '../../client/address.ts';
import { formatClock } from '../../client/clockTime.ts';
import { downloadText } from '../../client/exerciseFile.ts';
import { useClientState, useTexts } from '../../client/hooks.ts';
import { usePlay, usePlayState } from '../../client/playHooks.ts';
import type { SavedExercise } from '../../client/saves.ts';
import { CORE_SEATS } from '../../session/playProtocol.ts';
import { Section } from '../parts/Section.tsx';
import { useWordInFile } from '../parts/useWordInFile.ts';

/** Exercises kept on this device, and the door for those that come as a file. */
export function SavedList() {
  const t = useTexts();
  const client = usePlay();
  const saved = usePlayState((state) => state.saved);
  const keeping = usePlayState((state) => state.keeping);
  const file = useRef<HTMLInputElement>(null);
  const kept = saved ?? [];
  const openFile = (
    <>
      <button type="button" className="button" onClick={() => file.current?.click()}>
        {t('home:saved.import')}
      </button>
      <input
        ref={file}
        type="file"
        accept=".jsonl,application/x-ndjson"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('home:saved.import')}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen !== undefined) void client.importFile(chosen);
          event.target.value = '';
        }}
      />
    </>
  );
  const memory = keeping === 'memory' && <p className="quiet">{t('home:saved.memory')}</p>;
  if (kept.length === 0)
    return (
      <div>
        {memory}
        {openFile}
      </div>
    );
  return (
    <Section id="saved" title={t('home:saved.title')} actions={openFile}>
      {memory}
      <ul className="saved-list">
        {kept.map((record) => (
          <Saved key={record.id} record={record} />
        ))}
      </ul>
    </Section>
  );
}

function Saved({ record }: { readonly record: SavedExercise }) {
  const t = useTexts();
  const client = usePlay();
  const language = useClientState((state) => state.preferences.language);
  const [asked, setAsked] = useState(false);
  const [exported, setExported] = useState('');
  const wordInFile = useWordInFile();
  const { id, setup, at, finished, savedAt, file, earlier } = record;
  const seats = CORE_SEATS.filter((seat) => setup.seats[seat].by === 'person')
    .map((seat) => t(`play:seats.${seat}.name`))
    .join(', ');
  const when = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(savedAt);
  const name = t('home:saved.name', { seats, time: formatClock(at) });
  return (
    <li className="saved">
      <p>
        <strong>{name}</strong>
        <span className="under">
          {t(`home:scenarios.${setup.scenario}.name`, { defaultValue: setup.scenario })} ·{' '}
          {t('home:saved.seed', { seed: setup.seed })} ·{' '}
          {t(finished ? 'home:saved.finished' : 'home:saved.left', { when })}
          {file !== undefined && ` · ${t('home:saved.fromFile', { file })}`}
          {earlier !== undefined && ` · ${t('home:saved.branched', { time: formatClock(earlier.from) })}`}
        </span>
      </p>
      <p role="status" className="quiet">
        {exported !== '' && t('home:saved.exported', { file: exported })}
      </p>
      <div className="buttons">
        <a
          className="button"
          href={formatAddress({ page: 'exercise', id, debrief: finished })}
          aria-label={`${t(finished ? 'home:saved.debrief' : 'home:saved.resume')} : ${name}`}
        >
          {t(finished ? 'home:saved.debrief' : 'home:saved.resume')}
        </a>
        <button
          type="button"
          className="link"
          aria-label={t('home:saved.of', { act: t('home:saved.export'), name })}
          onClick={() => {
            void client.exportFile(id, wordInFile).then((made) => {
              if (made === null) return;
              downloadText(made.name, made.text, document);
              setExported(made.name);
            });
          }}
        >
          {t('home:saved.export')}
        </button>
        {asked ? (
          <>
            <button type="button" className="button" onClick={() => void client.remove(id)}>
              {t('home:saved.removeYes')}
            </button>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button pressed has just been replaced by this one */}
            <button type="button" className="link" autoFocus onClick={() => setAsked(false)}>
              {t('home:saved.removeNo')}
            </button>
          </>
        ) : (
          <button
            type="button"
            className="link"
            aria-label={t('home:saved.of', { act: t('home:saved.remove'), name })}
            onClick={() => setAsked(true)}
          >
            {t('home:saved.remove')}
          </button>
        )}
      </div>
    </li>
  );
}
