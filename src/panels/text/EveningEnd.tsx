import { clockRange } from '../../client/clockRange.ts';
import { formatClock } from '../../client/clockTime.ts';
import { useClient, useClientState, useFigures, useTexts } from '../../client/hooks.ts';

/** What the evening came to, once it is over, and where one can go from there. */
export function EveningEnd() {
  const t = useTexts();
  const client = useClient();
  const figures = useFigures();
  const scenario = useClientState((state) => state.scenario);
  const view = useClientState((state) => state.calmView);
  if (scenario === null || view === null || view.at < clockRange(scenario).to) return null;
  const { totals, reference, ordinary } = view;
  const { trigger } = scenario.clock;
  return (
    <section className="evening-end" aria-labelledby="evening-end-title">
      <h3 id="evening-end-title">{t('panels:end.title', { time: formatClock(view.at) })}</h3>
      <p>
        {t('panels:end.lost', {
          tonight: figures.count(totals.unrouted),
          reference: figures.count(reference.unrouted),
          ordinary: figures.count(ordinary.unrouted),
        })}
      </p>
      <p>
        {t('panels:end.neverServed', {
          tonight: figures.count(totals.neverServed),
          reference: figures.count(reference.neverServed),
          ordinary: figures.count(ordinary.neverServed),
        })}
      </p>
      <p className="buttons">
        <button type="button" className="link" onClick={() => client.jump(trigger)}>
          {t('panels:end.back', { time: formatClock(trigger) })}
        </button>
        <button type="button" className="link" onClick={() => client.show('orders')}>
          {t('panels:end.orders')}
        </button>
        <a href="#/methode">{t('common:nav.method')}</a>
      </p>
    </section>
  );
}
