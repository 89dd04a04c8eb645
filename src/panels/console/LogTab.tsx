import { useState } from 'react';
import { lowered } from '../../client/plainText.ts';
import { useTexts } from '../../client/hooks.ts';
import { useDesk, useExercise, usePlay, usePlayState, useSeatView } from '../../client/playHooks.ts';
import { usePrinting } from '../parts/usePrinting.ts';
import { composing } from './composing.ts';
import { JournalFiles } from './JournalFiles.tsx';
import { JournalLines } from './JournalLines.tsx';
import { Refused } from './Refused.tsx';
import { SituationReport } from './SituationReport.tsx';

/** The main courante: what the tool wrote, what people write; the situation report; the goals. */
export function LogTab() {
  const t = useTexts();
  const client = usePlay();
  const seat = usePlayState((state) => state.seat);
  const refused = useDesk((desk) => desk.refused);
  const facts = useSeatView((view) => view.facts);
  const unwritten = facts.filter(({ writtenDown }) => !writtenDown);
  const [text, setText] = useState('');
  const write = async (statements: readonly number[], line: string): Promise<void> => {
    if (await client.command(seat, { type: 'write', text: line, statements })) setText('');
  };
  return (
    <div className="panel-stack">
      <Goals />
      <SituationReport />
      <section className="section" aria-labelledby="write-title">
        <h3 id="write-title" tabIndex={-1}>
          {t('console:journal.title')}
        </h3>
        <form
          className="write-line"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') void write([], text.trim());
          }}
        >
          <label className="field">
            <span>{t('console:journal.line')}</span>
            <input
              value={text}
              maxLength={1000}
              autoComplete="off"
              {...composing(client)}
              onChange={(event) => setText(event.target.value)}
            />
          </label>
          <button type="submit" className="button" aria-disabled={text.trim() === ''}>
            {t('console:journal.write')}
          </button>
        </form>
        {unwritten.length > 0 && (
          <div className="unwritten">
            <p>{t('console:journal.unwritten', { count: unwritten.length })}</p>
            <button
              type="button"
              className="button"
              onClick={() =>
                void write(
                  unwritten.map(({ statement }) => statement),
                  '',
                )
              }
            >
              {t('console:journal.writeFacts')}
            </button>
          </div>
        )}
        {refused?.body.type === 'write' && <Refused refusal={refused.refusal} />}
        <Journal />
      </section>
    </div>
  );
}

const SHOWN = 20;

function Journal() {
  const t = useTexts();
  const seat = usePlayState((state) => state.seat);
  const journal = useSeatView((view) => view.journal);
  const [all, setAll] = useState(false);
  const printing = usePrinting();
  // On paper it is whole, and read from its first line.
  const shown = printing ? journal.toReversed() : all ? journal : journal.slice(0, SHOWN);
  return (
    <>
      {journal.length === 0 ? (
        <p className="quiet">{t('console:journal.nothing')}</p>
      ) : (
        <>
          <JournalLines entries={shown} />
          <div className="buttons journal-files">
            <JournalFiles seats={[seat]} />
          </div>
        </>
      )}
      {journal.length > shown.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('console:journal.older', { count: journal.length - shown.length })}
        </button>
      )}
    </>
  );
}

/** Three goals and the pull against them. */
export function Goals() {
  const t = useTexts();
  const seat = usePlayState((state) => state.seat);
  const { play } = useExercise();
  const spec = play.seats.find((each) => each.seat === seat);
  if (spec === undefined) return null;
  return (
    <section className="section" aria-labelledby="goals-title">
      <h3 id="goals-title">{t('console:goals.title')}</h3>
      <ul className="plain-list">
        {spec.goals.map((goal) => (
          <li key={goal}>{t(`play:goals.${goal}`)}</li>
        ))}
      </ul>
      <p className="quiet">{t('console:goals.pull', { pull: lowered(t(`play:pulls.${spec.pull}`)) })}</p>
    </section>
  );
}
