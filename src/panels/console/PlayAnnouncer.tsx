import { useState } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { usePlayState } from '../../client/playHooks.ts';
import type { CommandBody, StopView } from '../../session/playProtocol.ts';
import type { PlayAnnouncement } from '../../client/playAnnouncement.ts';
import { useStopWords } from './stopWords.ts';
import { usePlayWords, type PlayWords } from './words.ts';

/** The only voice of the console: polite, one sentence at a time, the latest replaces the one before. */
export function PlayAnnouncer() {
  const t = useTexts();
  const words = usePlayWords();
  const said = usePlayState((state) => state.announcement);
  const seat = usePlayState((state) => state.seat);
  // What stops the clock for another seat is that seat's own to hear.
  const text =
    said === null
      ? ''
      : said.kind === 'beat' && said.seat !== seat
        ? t('console:say.beat', {
            time: words.hour(said.at),
            what: t('console:beats.other', { seat: t(`play:seats.${said.seat}.name`) }),
          })
        : said.kind === 'beat'
          ? ''
          : sentence(said, words, t);
  return (
    <p className="visually-hidden" role="status" aria-live="polite" aria-atomic="true" data-announcer>
      {/* The same words twice are read twice. */}
      {said?.kind === 'beat' && said.seat === seat ? <Stopped key={said.n} said={said} /> : text}
      {said !== null && said.n % 2 === 1 ? '\u00a0' : ''}
    </p>
  );
}

type Said<Kind> = Extract<PlayAnnouncement, { kind: Kind }>;

/** As it was when the clock stopped: what becomes of it afterwards is not said again. */
function Stopped({ said: { seat, id, at, of } }: { readonly said: Said<'beat'> }) {
  const t = useTexts();
  const words = usePlayWords();
  const wordsOf = useStopWords();
  const stop = usePlayState(({ clock }) => clock?.beat ?? null);
  const [text] = useState(() => {
    const whole: StopView = stop?.id === id && stop.at === at ? stop : { seat, id, at, kind: of };
    const what = [whole, ...(whole.also ?? [])].filter((each) => each.seat === seat);
    return t('console:say.beat', {
      time: words.hour(at),
      what: what
        .map((each) => (each.kind === 'dilemma' ? words.question(each.id) : wordsOf(each).text))
        .join(' '),
    });
  });
  return text;
}

function sentence(
  said: Exclude<PlayAnnouncement, Said<'beat'>>,
  words: PlayWords,
  t: ReturnType<typeof useTexts>,
): string {
  switch (said.kind) {
    case 'arrived':
      return t('console:say.arrived', { count: said.count, from: words.from(said.from) });
    case 'dilemma':
      return t('console:say.dilemma', { question: words.question(said.id) });
    case 'ended': {
      const ended = t('console:say.ended', { act: words.act(said.act) });
      return said.result === null ? ended : `${ended}. ${words.result(said.result)}`;
    }
    case 'refused': {
      const { door } = said.refusal;
      const reason = words.refusal(said.refusal);
      return door === undefined ? reason : `${reason} ${t('console:say.door', { act: words.act(door) })}`;
    }
    case 'done':
      return t(`console:say.done.${doneKey(said.body)}`, {
        what: said.body.type === 'act' || said.body.type === 'unqueue' ? words.act(said.body.act) : '',
      });
    case 'jumped':
      return t('console:say.jumped', { time: words.hour(said.at) });
    case 'tempo':
      return t(said.faster ? 'console:say.faster' : 'console:say.slower', { speed: said.speed });
    case 'realEvent':
      return t('console:real.title');
    case 'finished':
      return t('console:say.finished');
  }
}

/** An act ordered for later is not begun yet. */
const doneKey = (body: CommandBody): string =>
  (body.type === 'act' || body.type === 'choose') && body.soon === true ? `${body.type}Soon` : body.type;
