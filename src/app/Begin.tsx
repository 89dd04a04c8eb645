import { formatClock } from '../client/clockTime.ts';
import { useClient, useClientState, useTexts } from '../client/hooks.ts';

/** The first thing to do, until it is done. */
export function Begin() {
  const t = useTexts();
  const client = useClient();
  const begun = useClientState((state) => state.begun);
  const at = useClientState((state) => state.view?.at ?? null);
  if (begun) return null;
  return (
    <div className="begin">
      {at === null ? (
        <p role="status">{t('panels:begin.loading')}</p>
      ) : (
        <>
          <h2>{t('panels:begin.title', { time: formatClock(at) })}</h2>
          <p>{t('panels:begin.text')}</p>
          <button type="button" className="button button-main" onClick={() => client.begin()}>
            {t('panels:begin.start')}
          </button>
        </>
      )}
    </div>
  );
}
