import { useEffect } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { useDesk, useExercise, usePlay, usePlayState } from '../../client/playHooks.ts';
import { isNarrow } from '../parts/useNarrow.ts';
import { focusSoon, isAtWork, openAct, scrollSoon } from './openAct.ts';
import { useGuide } from './useGuide.ts';
import { usePlayWords } from './words.ts';

/**
 * The first ninety seconds: one line at a time, once what it speaks of is there, until it is followed or passed over;
 * never in the way, and skippable.
 */
export function Guide() {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const seat = usePlayState((state) => state.seat);
  const playing = usePlayState((state) => state.clock?.playing === true);
  const chosen = usePlayState((state) => state.desks[state.seat].chosenAt === state.clock?.at);
  const now = usePlayState((state) => state.clock?.at ?? 0);
  const passed = useDesk((desk) => desk.guide) ?? [];
  const ledTo = useDesk((desk) => desk.ledTo);
  const { play } = useExercise();
  const step = useGuide();
  const target = step?.kind === 'do' ? step.target : null;
  const tab = step?.kind === 'do' ? step.tab : null;
  // One looks around first: the clock has not started.
  const first = step?.kind === 'do' && step.step === 1;
  // What a new line speaks of comes into sight; the focus stays with whoever has it.
  useEffect(() => {
    if (target === null || tab === null || target === ledTo) return;
    // Who is reading or writing is left alone: the button shows it.
    const narrow = isNarrow();
    const stays = isAtWork() || (first && narrow);
    client.arrange(stays ? { ledTo: target } : { tab, ledTo: target });
    // On a phone the line itself is what has scrolled away.
    if (!stays) scrollSoon(narrow ? 'guide' : target, narrow ? 'start' : 'nearest');
  }, [client, target, tab, ledTo, first]);
  if (step === null) return null;
  const of = play.seats.find((each) => each.seat === seat)?.lines.length ?? 0;
  const go = (): void => {
    client.send({ type: 'play' });
    focusSoon('console-title');
  };
  // A choice made, the clock does not start again by itself.
  const stopped = !playing && (chosen || step.kind !== 'do');
  const text = stopped
    ? t(chosen ? 'console:guide.chosen' : 'console:guide.paused', { play: t('console:clock.play') })
    : step.kind === 'do'
      ? // Of the clock, only what is so.
        `${t(`play:lines.${step.line}`)}${playing ? '' : ` ${t('console:guide.held')}`}`
      : step.kind === 'wait'
        ? t(step.at > now ? 'console:guide.wait' : 'console:guide.soon', { time: words.hour(step.at) })
        : t('console:guide.end', { table: t('table:reading.open') });
  return (
    <aside id="guide" className="guide" aria-label={t('console:guide.label')}>
      <p role="status">
        {step.kind === 'do' && !stopped && (
          <span className="guide-step">{t('console:guide.step', { step: step.step, of })}</span>
        )}{' '}
        {text}
      </p>
      <div className="buttons">
        {stopped ? (
          <button type="button" className="button" onClick={go}>
            {t('console:clock.play')}
          </button>
        ) : (
          step.kind === 'do' && (
            <>
              <button
                type="button"
                className="button"
                onClick={() => {
                  if (step.act !== null) return openAct(client, step.act);
                  client.show(step.tab);
                  focusSoon(step.target);
                }}
              >
                {t('console:guide.show')}
              </button>
              <button
                type="button"
                className="link"
                onClick={() => client.arrange({ guide: [...passed, step.line] })}
              >
                {t('console:guide.next')}
              </button>
            </>
          )
        )}
        <button
          type="button"
          className="link"
          onClick={() => {
            client.arrange({ guide: null });
            focusSoon('console-title');
          }}
        >
          {t(step.kind === 'end' ? 'console:guide.close' : 'console:guide.skip')}
        </button>
      </div>
    </aside>
  );
}
