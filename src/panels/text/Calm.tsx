import { MINUTE } from '../../kernel/time.ts';
import { useClientState, useTexts } from '../../client/hooks.ts';

/** The operation itself is ordered a minute before the trigger. */
function useCalm(): boolean {
  return useClientState(
    ({ view, scenario, begun }) =>
      begun && view !== null && scenario !== null && view.at < scenario.clock.trigger - MINUTE,
  );
}

/** Before the trigger nothing is wrong: a screen that says nothing would leave it to be guessed. */
export function Calm() {
  const t = useTexts();
  return useCalm() ? <p>{t('panels:text.calm')}</p> : null;
}

/** The same, for the eye, on the table. */
export function CalmNote() {
  const t = useTexts();
  return useCalm() ? (
    <p className="hover-note calm-note" aria-hidden="true">
      {t('panels:text.calm')}
    </p>
  ) : null;
}
