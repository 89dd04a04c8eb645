import { useId } from 'react';
import { useTexts } from '../../client/hooks.ts';
import type { ActSpec } from '../../session/playProtocol.ts';

/** What an act costs, a tag each: pressed, a tag says what is meant, over the page and moving none of it. */
export function Costs({ costs }: { readonly costs: readonly ActSpec['costs'][number][] }) {
  const t = useTexts();
  const id = useId();
  if (costs.length === 0) return null;
  return (
    <ul className="costs" aria-label={t('console:acts.costs')}>
      {costs.map((cost) => (
        <li key={cost}>
          <button type="button" className="cost" popoverTarget={`${id}-${cost}`}>
            {t(`play:costs.${cost}`)}
          </button>
          <p id={`${id}-${cost}`} popover="auto" className="cost-note">
            <strong>{t(`play:costs.${cost}`)}</strong> {t(`console:costNotes.${cost}`)}
          </p>
        </li>
      ))}
    </ul>
  );
}
