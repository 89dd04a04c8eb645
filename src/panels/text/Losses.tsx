import { useClientState, useTexts } from '../../client/hooks.ts';
import { Section } from '../parts/Section.tsx';
import { LossTable } from './LossTable.tsx';

export function Losses() {
  const t = useTexts();
  const losses = useClientState((state) => state.calmView?.losses);
  if (losses === undefined) return null;
  return (
    <Section id="losses" title={t('panels:losses.title')}>
      <p className="quiet">{t('panels:losses.note')}</p>
      <LossTable losses={losses} caption={t('panels:losses.caption')} />
    </Section>
  );
}
