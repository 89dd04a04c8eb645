import { useTexts } from '../../client/hooks.ts';
import { EveningCharts, WhenNear } from '../charts/LazyCharts.tsx';
import { ContentsList } from '../parts/ContentsList.tsx';
import { Section } from '../parts/Section.tsx';
import { Areas } from './Areas.tsx';
import { Chronology } from './Chronology.tsx';
import { Counters } from './Counters.tsx';
import { Losses } from './Losses.tsx';
import { Servers } from './Servers.tsx';
import { Tonight } from './Tonight.tsx';

const PARTS = ['counters', 'servers', 'charts', 'areas', 'losses', 'chronology', 'tonight'] as const;

/** Everything the table says, as text and tables. */
export function TextTwin() {
  const t = useTexts();
  return (
    <div className="text-twin">
      <h2 className="visually-hidden" id="text-title" tabIndex={-1}>
        {t('panels:text.title')}
      </h2>
      <ContentsList
        label={t('panels:text.contents')}
        parts={PARTS.map((id) => ({ id, title: t(`panels:contents.${id}`) }))}
      />
      <p className="quiet">{t('panels:text.computed')}</p>
      <Counters />
      <Servers />
      <Section id="charts" title={t('panels:charts.title')}>
        <WhenNear>
          <EveningCharts />
        </WhenNear>
      </Section>
      <Areas />
      <Losses />
      <Chronology live />
      <Tonight />
    </div>
  );
}
