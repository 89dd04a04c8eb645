import { useFigures, useTexts } from '../../client/hooks.ts';
import { usePlay, usePlayState } from '../../client/playHooks.ts';
import type { DebriefPart } from '../../session/playProtocol.ts';

const NOTHING: { readonly share?: number; readonly left?: number | null } = {};

/** A part that needs other evenings, while they are being computed. */
export function PartProgress({ part }: { readonly part: DebriefPart }) {
  const t = useTexts();
  const figures = useFigures();
  const client = usePlay();
  const stopped = usePlayState((state) => state.debriefStopped);
  const { share, left = null } = usePlayState((state) => state.debriefProgress[part] ?? NOTHING);
  const text =
    share === undefined
      ? t(`debrief:screen.progress.${part === 'turningPoints' ? 'starting' : 'waiting'}`)
      : left === null
        ? t('debrief:screen.progress.share', { share: figures.share(share) })
        : t('debrief:screen.progress.left', { share: figures.share(share), count: left });
  if (stopped)
    return (
      <div className="debrief-progress debrief-stopped">
        <p role="status">{t('debrief:screen.progress.stopped')}</p>
        <button type="button" className="button" onClick={() => client.debriefAgain()}>
          {t('debrief:screen.progress.again')}
        </button>
      </div>
    );
  return (
    <div className="debrief-progress">
      <p className="quiet">{t(`debrief:screen.progress.${part}`)}</p>
      {/* What waits its turn does not move. */}
      {share !== undefined && (
        <progress aria-label={t(`debrief:screen.progress.${part}`)} max={1} value={share} />
      )}
      <p className="quiet">{text}</p>
    </div>
  );
}
