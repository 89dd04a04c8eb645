import { useTexts } from '../../client/hooks.ts';
import type { ActSpec } from '../../session/playProtocol.ts';

/** What an act costs, a tag each: pressed, a tag says what is meant. */
export function Costs({ costs }: { readonly costs: readonly ActSpec['costs'][number][] }) {
  const t = useTexts();
  if (costs.length === 0) return null;
  return (
    <ul className="costs" aria-label={t('console:acts.costs')}>
      {costs.map((cost) => (
        <li key={cost}>
          <details>
            <summary title={t(`console:costNotes.${cost}`)}>{t(`play:costs.${cost}`)}</summary>
            {t(`console:costNotes.${cost}`)}
          </details>
        </li>
      ))}
    </ul>
  );
}
