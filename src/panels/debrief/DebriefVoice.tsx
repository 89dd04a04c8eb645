import { useTexts } from '../../client/hooks.ts';
import { usePlayState } from '../../client/playHooks.ts';

/** The only voice of the debrief: says which part has arrived, and that an evening is being opened. */
export function DebriefVoice() {
  const t = useTexts();
  const parts = usePlayState((state) => state.debriefParts);
  const opening = usePlayState((state) => state.opening);
  const last = parts.at(-1);
  return (
    <p className="visually-hidden" role="status" aria-live="polite" aria-atomic="true" data-announcer>
      {opening
        ? t('debrief:screen.voice.opening')
        : last === undefined
          ? t('debrief:screen.voice.computing')
          : t(`debrief:screen.voice.${last}`)}
    </p>
  );
}
