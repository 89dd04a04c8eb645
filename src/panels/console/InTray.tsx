import { useState } from 'react';
import { apart } from '../../client/apart.ts';
import { useTexts } from '../../client/hooks.ts';
import { answerTo } from '../../client/playStore.ts';
import { useExercise, useFactsOf, usePlay, usePlayState, useSeatView } from '../../client/playHooks.ts';
import type { MessageView } from '../../view/seatView.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { FactLines } from './FactLines.tsx';
import { answering } from './answering.ts';
import { HeldTray } from './HeldTray.tsx';
import { focusSoon } from './openAct.ts';
import { usePointedAt } from './useGuide.ts';
import { RECIPIENT_CHOICES } from './recipients.ts';
import { usePlayWords } from './words.ts';

/** Messages read stay at hand, the older ones folded away. */
const READ_SHOWN = 6;

/** What has come: unopened first. Opening a message is reading it: from then on the seat holds what it says. */
export function InTray() {
  const t = useTexts();
  const seats = useExercise().seats;
  const seat = usePlayState((state) => state.seat);
  const messages = useSeatView((view) => view.inTray);
  const [all, setAll] = useState(false);
  const unopened = messages.filter(({ readAt }) => readAt === null).toReversed();
  const opened = messages.filter(({ readAt }) => readAt !== null);
  const shown = all ? opened : opened.slice(0, READ_SHOWN);
  const finished = usePlayState((state) => state.clock?.finished === true);
  const tray = (
    <>
      <section aria-labelledby="unopened-title" className="section">
        <h3 id="unopened-title" tabIndex={-1}>
          {unopened.length === 0
            ? t('console:inTray.nothing')
            : t(finished ? 'console:inTray.shut' : 'console:inTray.unopened', { count: unopened.length })}
        </h3>
        {unopened.length > 0 && (
          <>
            {finished && <p className="quiet">{t('console:inTray.finished')}</p>}
            <ul className="letters">
              {unopened.map((message) =>
                finished ? (
                  <Letter key={message.id} message={message} />
                ) : (
                  <Envelope key={message.id} message={message} />
                ),
              )}
            </ul>
          </>
        )}
      </section>
      {opened.length > 0 && (
        <section aria-labelledby="opened-title" className="section">
          <h3 id="opened-title">{t('console:inTray.opened')}</h3>
          <ul className="letters">
            {shown.map((message) => (
              <Letter key={message.id} message={message} />
            ))}
          </ul>
          {opened.length > shown.length && (
            <button type="button" className="link" onClick={() => setAll(true)}>
              {t('console:inTray.older', { count: opened.length - shown.length })}
            </button>
          )}
        </section>
      )}
    </>
  );
  return (
    <div className="panel-stack">
      {seats.length > 1 ? (
        <HeldTray key={seat} letter={Letter} after={AnswerLink}>
          {tray}
        </HeldTray>
      ) : (
        tray
      )}
    </div>
  );
}

function Envelope({ message }: { readonly message: MessageView }) {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const seat = usePlayState((state) => state.seat);
  const subject = words.subject(message, []);
  const pointed = usePointedAt(`letter-${message.id}`);
  return (
    <li>
      <button
        type="button"
        id={`letter-${message.id}`}
        className={pointed ? 'envelope pointed' : 'envelope'}
        onClick={() => {
          void client
            .command(seat, { type: 'read', message: message.id })
            .then((done) => done && focusSoon(`read-${message.id}`));
        }}
      >
        <span className="envelope-mark" aria-hidden="true" />
        <span>
          <span className="envelope-from">{words.who(message.from)}</span>{' '}
          <span className="quiet">
            {words.channel(message)} · <ClockTime at={message.arrivedAt} />
          </span>
          <span className="envelope-subject">
            {message.key === null ? t('console:inTray.sealed') : subject}
          </span>
        </span>
        <span className="envelope-open">{t('console:inTray.open')}</span>
      </button>
    </li>
  );
}

function Letter({ message }: { readonly message: MessageView }) {
  const t = useTexts();
  const words = usePlayWords();
  const facts = useFactsOf(message.statements);
  const subject = words.subject(message, facts);
  const body = words.body(message, facts);
  return (
    <li className="letter">
      <h4 id={`read-${message.id}`} tabIndex={-1}>
        {subject}
      </h4>
      <p className="quiet">
        {words.who(message.from)} · {words.channel(message)} · <ClockTime at={message.arrivedAt} />
        {message.answered &&
          ` · ${t(message.answeredByAct ? 'console:inTray.answeredByAct' : 'console:inTray.answered')}`}
        {message.beside && ` · ${t('console:inTray.beside')}`}
      </p>
      {body !== '' && <p>{body}</p>}
      <FactLines facts={facts} />
      {message.asks.length > 0 && (
        <p className="letter-asks">
          {t('console:inTray.asks', {
            facts: apart(
              t,
              message.asks.map((fact) => words.whether(fact)),
            ),
          })}
        </p>
      )}
      <AnswerLink message={message} subject={subject} />
    </li>
  );
}

/** Begins an answer, with what is held of what was asked. */
function AnswerLink({ message, subject }: { readonly message: MessageView; readonly subject?: string }) {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const seat = usePlayState((state) => state.seat);
  const finished = usePlayState((state) => state.clock?.finished === true);
  if (finished || !RECIPIENT_CHOICES.some((id) => id === message.from)) return null;
  return (
    <button
      type="button"
      className="link"
      onClick={() => {
        const view = client.store.getSnapshot().context.views[seat];
        // Rooms are asked about their own département.
        const home = view?.gauges.find((gauge) => gauge.kind === 'rooms')?.area ?? null;
        const asked = answering(message.asks, view?.facts ?? [], home);
        const missing = message.asks.filter((fact) => asked.every(({ type }) => type !== fact));
        client.arrange({
          tab: 'say',
          message: {
            ...answerTo(seat, message),
            statements: asked.map(({ statement }) => statement),
            text: missing
              .map((fact) => t('console:inTray.notKnown', { whether: words.whether(fact) }))
              .join(' '),
          },
        });
        focusSoon('compose-title');
      }}
    >
      {t('console:inTray.answer')}
      {subject !== undefined && <span className="visually-hidden"> : {subject}</span>}
    </button>
  );
}
