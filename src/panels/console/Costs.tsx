import { useId } from 'react';
import { useTexts } from '../../client/hooks.ts';
import type { ActSpec } from '../../session/playProtocol.ts';

/** Strength that is there at once is missing later: what such an act takes, it takes from the night. */
function isLater(acts: readonly ActSpec[]): boolean {
  const taking = acts.filter(({ costs }) => costs.includes('capacityTaken'));
  return taking.length > 0 && taking.every(({ effects }) => effects.some(({ op }) => op === 'spend'));
}

/** What acts cost, a tag each: pressed, a tag says what is meant, over the page and moving none of it. */
export function Costs({
  costs,
  acts,
}: {
  readonly costs: readonly ActSpec['costs'][number][];
  readonly acts: readonly ActSpec[];
}) {
  const t = useTexts();
  const id = useId();
  if (costs.length === 0) return null;
  const later = isLater(acts);
  return (
    <ul className="costs" aria-label={t('console:acts.costs')}>
      {costs.map((cost) => {
        const shifted = later && cost === 'capacityTaken';
        const name = t(shifted ? 'console:acts.later' : `play:costs.${cost}`);
        return (
          <li key={cost}>
            <button type="button" className="cost" popoverTarget={`${id}-${cost}`}>
              {name}
            </button>
            <p id={`${id}-${cost}`} popover="auto" className="cost-note">
              <strong>{name}</strong> {t(`console:costNotes.${shifted ? 'capacityLater' : cost}`)}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
