import { clockRange } from '../../client/clockRange.ts';
import { formatClock } from '../../client/clockTime.ts';
import { useClient, useClientState, useSourceWords, useTexts } from '../../client/hooks.ts';
import { chronologyKey, confidenceKey } from '../../client/textKeys.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { Section } from '../parts/Section.tsx';

/** What is documented of 2021; `live` adds what has passed tonight and the way to each minute. */
export function Chronology({ live }: { readonly live: boolean }) {
  const t = useTexts();
  const client = useClient();
  const scenario = useClientState((state) => state.scenario);
  const at = useClientState((state) => state.calmView?.at ?? 0);
  const words = useSourceWords();
  if (scenario === null) return null;
  const clock = clockRange(scenario);
  return (
    <Section id="chronology" title={t('panels:chronology.title')}>
      <DataTable caption={t('panels:chronology.caption')} tall={live} focusable={!live}>
        <thead>
          <tr>
            <th scope="col">{t('panels:chronology.time')}</th>
            <th scope="col">{t('panels:chronology.what')}</th>
            <th scope="col">{t('panels:chronology.source')}</th>
          </tr>
        </thead>
        <tbody>
          {scenario.chronology.map((entry) => (
            <tr key={`${entry.at} ${entry.key}`} className={live && entry.at <= at ? 'passed' : ''}>
              <td>
                {live && entry.at >= clock.from && entry.at <= clock.to ? (
                  <button
                    type="button"
                    className="link"
                    aria-label={t('panels:chronology.go', { time: formatClock(entry.at) })}
                    onClick={() => client.jump(entry.at)}
                  >
                    <ClockTime at={entry.at} />
                  </button>
                ) : (
                  <ClockTime at={entry.at} />
                )}
                {live && (
                  <span className="under">
                    {t(entry.at <= at ? 'panels:chronology.passed' : 'panels:chronology.toCome')}
                  </span>
                )}
              </td>
              <th scope="row">{t(chronologyKey(entry.key))}</th>
              <td>
                {words(entry.source)}
                <span className="under">{t(confidenceKey(entry.confidence))}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}
