import { useTexts } from '../../client/hooks.ts';
import { confidenceKey } from '../../client/textKeys.ts';
import { EveningCharts, WhenNear } from '../charts/LazyCharts.tsx';
import { ContentsList } from '../parts/ContentsList.tsx';
import { Section } from '../parts/Section.tsx';
import { Areas } from './Areas.tsx';
import { Calm } from './Calm.tsx';
import { Chronology } from './Chronology.tsx';
import { Counters } from './Counters.tsx';
import { EveningEnd } from './EveningEnd.tsx';
import { Losses } from './Losses.tsx';
import { Servers } from './Servers.tsx';
import { Tonight } from './Tonight.tsx';
import { Words } from './Words.tsx';

const PARTS = ['counters', 'servers', 'charts', 'areas', 'losses', 'chronology', 'tonight', 'words'] as const;
/** Labels of the chronology, from the surest. */
const CONFIDENCES = ['O', 'O*', 'P', 'W', 'I'] as const;

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
      <EveningEnd />
      <Calm />
      <p className="quiet">
        {t('panels:text.computed', {
          labels: CONFIDENCES.map((confidence) => t(confidenceKey(confidence))).join(t('panels:text.or')),
        })}
      </p>
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
      <Words />
    </div>
  );
}
