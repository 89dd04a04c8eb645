import { useTexts } from '../../client/hooks.ts';
import { useDesk, useExercise, usePlay, usePlayState, useSeatView } from '../../client/playHooks.ts';
import { clockOf } from './clockOf.ts';
import { focusSoon, openAct } from './openAct.ts';

/** The first ninety seconds: one line at a time, pointing at the thing to do; never in the way, and skippable. */
export function Guide() {
  const t = useTexts();
  const client = usePlay();
  const seat = usePlayState((state) => state.seat);
  const { guided, play } = useExercise();
  const minute = usePlayState((state) => Math.floor((state.clock?.at ?? 0) / 60_000));
  const linesDone = useDesk((desk) => desk.linesDone);
  const unopened = useSeatView((view) => view.inTray.find(({ readAt }) => readAt === null)?.id ?? null);
  const open = useSeatView((view) => view.choices.find(({ state }) => state === 'open')?.dilemma ?? null);
  const lines = play.seats.find((each) => each.seat === seat)?.lines ?? [];
  const now = minute * 60_000;
  const due = lines.findLastIndex(({ at }) => clockOf(at) <= now);
  const index = Math.max(linesDone, due);
  const line = lines[index];
  if (!guided || line === undefined || linesDone >= lines.length || index < linesDone) return null;
  const show = (): void => {
    if (line.act !== undefined) openAct(client, line.act);
    else if (line.dilemma !== undefined) {
      client.show('decide');
      focusSoon(open === null ? 'acts-title' : `dilemma-${open}`);
    } else {
      client.show('inTray');
      focusSoon(unopened === null ? 'unopened-title' : `letter-${unopened}`);
    }
  };
  return (
    <aside className="guide" aria-label={t('console:guide.label')}>
      <p>
        <span className="guide-step">{t('console:guide.step', { step: index + 1, of: lines.length })}</span>{' '}
        {t(`play:lines.${line.id}`)}
      </p>
      <div className="buttons">
        <button type="button" className="button" onClick={show}>
          {t('console:guide.show')}
        </button>
        <button type="button" className="link" onClick={() => client.arrange({ linesDone: index + 1 })}>
          {t('console:guide.next')}
        </button>
        <button type="button" className="link" onClick={() => client.arrange({ linesDone: lines.length })}>
          {t('console:guide.skip')}
        </button>
      </div>
    </aside>
  );
}
