import { useTexts } from '../../client/hooks.ts';
import { Fold } from './Fold.tsx';

const LIMITS = ['fault', 'victims', 'people', 'repair', 'noise'] as const;

/** What the model cannot know: said as plainly as what it does. */
export function UnknownPart() {
  const t = useTexts();
  return (
    <Fold id="debrief-unknown" title={t('debrief:screen.unknown.title')}>
      <ul className="plain-list">
        {LIMITS.map((limit) => (
          <li key={limit}>{t(`debrief:screen.unknown.items.${limit}`)}</li>
        ))}
      </ul>
      <p>
        <a href="#/methode">{t('debrief:screen.unknown.method')}</a>
      </p>
    </Fold>
  );
}
