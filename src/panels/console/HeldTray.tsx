import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { usePlay, usePlayState, useSeatView } from '../../client/playHooks.ts';
import type { MessageView } from '../../view/seatView.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { usePlayWords } from './words.ts';

/** Letters read stay at hand: so many of them. */
const READ_SHOWN = 6;

interface OfLetter {
  readonly message: MessageView;
}

interface HeldTrayProps {
  /** A letter as it reads. */
  readonly letter: ComponentType<OfLetter>;
  /** What one does with a letter that has been read; it tells nothing of what it says. */
  readonly after: ComponentType<OfLetter>;
  /** The tray as it lies open. */
  readonly children: ReactNode;
}

/** At one table, letters are read by whoever holds them: each as long as it is held, or all of them until put away. */
export function HeldTray({ letter: Letter, after: After, children }: HeldTrayProps) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const messages = useSeatView((view) => view.inTray);
  const unopened = messages.filter(({ readAt }) => readAt === null).length;
  const read = messages.filter(({ readAt }) => readAt !== null).slice(0, READ_SHOWN);
  const shown = messages.filter((message) => message.readAt === null || read.includes(message));
  return (
    <>
      <div className="held">
        <p>
          {!open &&
            `${unopened === 0 ? t('console:held.none') : t('console:held.unopened', { count: unopened })} `}
          <span className="quiet">{t('console:held.how')}</span>
        </p>
        <label className="check">
          <input type="checkbox" checked={open} onChange={(event) => setOpen(event.target.checked)} />
          <span>{t('console:held.keep')}</span>
        </label>
      </div>
      {open ? (
        children
      ) : (
        <ul className="letters">
          {shown.map((message) => (
            <HeldLetter key={message.id} message={message} after={<After message={message} />}>
              <Letter message={message} />
            </HeldLetter>
          ))}
        </ul>
      )}
    </>
  );
}

/** One letter, face down: it opens under whatever holds it, pointer or key, and closes when let go. */
function HeldLetter({
  message,
  after,
  children,
}: {
  readonly message: MessageView;
  readonly after: ReactNode;
  readonly children: ReactNode;
}) {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const seat = usePlayState((state) => state.seat);
  const finished = usePlayState((state) => state.clock?.finished === true);
  const [by, setBy] = useState<'pointer' | 'key' | null>(null);
  const row = useRef<HTMLLIElement>(null);
  const { id, readAt } = message;
  const shut = readAt === null && !finished;
  const held = by !== null && !shut;
  useEffect(() => {
    if (held) row.current?.scrollIntoView({ block: 'nearest' });
  }, [held]);
  const hold = (how: 'pointer' | 'key'): void => {
    setBy(how);
    if (shut) void client.command(seat, { type: 'read', message: id });
  };
  const release = (): void => setBy(null);
  return (
    <li ref={row}>
      <button
        type="button"
        id={shut ? `letter-${id}` : held ? undefined : `read-${id}`}
        className="envelope envelope-held"
        aria-expanded={held}
        onPointerDown={(event) => {
          // What opens may move the page under the pointer: it is held until it is let go, wherever that is.
          event.currentTarget.setPointerCapture(event.pointerId);
          hold('pointer');
        }}
        onLostPointerCapture={release}
        onPointerUp={release}
        onPointerCancel={release}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={({ key, repeat }) => {
          if (!repeat && (key === ' ' || key === 'Enter')) hold('key');
        }}
        onKeyUp={release}
        onBlur={() => {
          if (by === 'key') release();
        }}
      >
        <span className={shut ? 'envelope-mark' : 'envelope-mark envelope-mark-open'} aria-hidden="true" />
        <span>
          <span className="envelope-from">{words.who(message.from)}</span>{' '}
          <span className="quiet">
            {t(`play:channels.${message.channel}`)} · <ClockTime at={message.arrivedAt} />
            {!shut && ` · ${t('console:held.read')}`}
          </span>
        </span>
        <span className="envelope-open">{t('console:held.hold')}</span>
      </button>
      {held ? <ul className="letters">{children}</ul> : !shut && after}
    </li>
  );
}
