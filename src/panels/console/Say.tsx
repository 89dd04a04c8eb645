import { apart } from '../../client/apart.ts';
import { useTexts } from '../../client/hooks.ts';
import { useExercise, useSeatView } from '../../client/playHooks.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { Compose } from './Compose.tsx';
import { Hearsay } from './Hearsay.tsx';
import { usePlayWords } from './words.ts';

/** To write, to ring, to note what was heard across the room, and what has been said so far. */
export function Say() {
  // Who plays alone has nobody across the table: what is heard there comes of several people.
  const { seats } = useExercise();
  return (
    <div className="panel-stack">
      <Compose />
      {seats.length > 1 && <Hearsay />}
      <Sent />
    </div>
  );
}

function Sent() {
  const t = useTexts();
  const words = usePlayWords();
  const facts = useSeatView((view) => view.facts);
  const sent = useSeatView((view) => view.sent);
  const letters = useSeatView((view) => view.inTray);
  const on = useSeatView((view) => view.waiting.on);
  // As the line of those waited for says it: heard is not answered.
  const answered = new Set(letters.flatMap(({ answers }) => answers ?? []));
  const awaited = new Set(on.flatMap(({ message }) => message ?? []));
  if (sent.length === 0) return null;
  return (
    <section className="section" aria-labelledby="sent-title">
      <h3 id="sent-title" tabIndex={-1}>
        {t('console:sent.title')}
      </h3>
      <ul className="letters">
        {sent.map((message) => {
          const state = message.failed
            ? 'failed'
            : awaited.has(message.id) && message.arrivedAt !== null
              ? 'awaited'
              : answered.has(message.id)
                ? 'answered'
                : message.answered
                  ? 'heard'
                  : message.arrivedAt === null
                    ? 'travelling'
                    : 'arrived';
          const statements = message.statements
            .map((index) => words.held(index, facts))
            .filter((text) => text !== '');
          return (
            <li key={message.id} className={message.failed ? 'letter letter-failed' : 'letter'}>
              <p>
                {t('console:sent.to', { to: words.toAll(message.to) })}{' '}
                <span className="quiet">
                  {t(`play:channels.${message.channel}`)} · <ClockTime at={message.sentAt} /> ·{' '}
                  {t(`console:sent.${state}`)}
                </span>
              </p>
              {message.failures.map(({ to, why }) => (
                <p key={to} className="quiet">
                  {t(`play:results.${why}`, { to: words.toAll([to]) })}
                </p>
              ))}
              {message.text !== '' && <p>{message.text}</p>}
              {statements.length > 0 && <p className="quiet">{apart(t, statements)}</p>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
