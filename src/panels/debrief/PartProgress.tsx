import { useFigures, useTexts } from '../../client/hooks.ts';
import { usePlayState } from '../../client/playHooks.ts';
import type { DebriefPart } from '../../session/playProtocol.ts';

/** A part that needs other evenings, while they are being computed. */
export function PartProgress({ part }: { readonly part: DebriefPart }) {
  const t = useTexts();
  const figures = useFigures();
  const share = usePlayState((state) => state.debriefProgress[part]);
  const text =
    share === undefined
      ? t('debrief:screen.progress.waiting')
      : t('debrief:screen.progress.share', { share: figures.share(share) });
  return (
    <div className="debrief-progress">
      <p className="quiet">{t(`debrief:screen.progress.${part}`)}</p>
      <progress
        aria-label={t(`debrief:screen.progress.${part}`)}
        max={1}
        {...(share === undefined ? {} : { value: share })}
      />
      <p className="quiet">{text}</p>
    </div>
  );
}
