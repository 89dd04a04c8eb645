import { useFigures, useTexts } from '../../client/hooks.ts';
import type { DebriefModel } from '../../session/playProtocol.ts';

/** What the evening was, in two sentences; the rest of the debrief is the detail of them. */
export function EveningInWords({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const figures = useFigures();
  const { unrouted, attempts, neverServed, seriousLow, seriousHigh } = model.counts;
  return (
    <>
      <p className="debrief-lead">
        {t(`debrief:trueCauses.${model.cause}`)}{' '}
        {t('debrief:screen.reveal.lost', {
          count: unrouted,
          lost: figures.count(unrouted),
          attempts: figures.count(attempts),
        })}{' '}
        {t('debrief:screen.reveal.never', { count: neverServed, people: figures.count(neverServed) })}
      </p>
      <p className="quiet">
        {t('debrief:caution.serious', {
          low: figures.count(seriousLow),
          high: figures.count(seriousHigh),
        })}
      </p>
    </>
  );
}
