import { useTexts } from '../../client/hooks.ts';
import { areaName } from '../../client/places.ts';
import { useExercise } from '../../client/playHooks.ts';

/** As many as a statement names itself; of more it tells the number. */
const NAMED = 3;

/** The départements behind a number of them, one press away. */
export function Places({ about }: { readonly about: Readonly<Record<string, unknown>> }) {
  const t = useTexts();
  const { scenario } = useExercise();
  const { areas } = about;
  if (!Array.isArray(areas) || areas.length <= NAMED) return null;
  const names = areas.map((code) => areaName(scenario, String(code)));
  return (
    <details className="places">
      <summary>{t('console:facts.places')}</summary>
      {names.join(', ')}
    </details>
  );
}
