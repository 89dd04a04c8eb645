import { useFigures, useTexts } from '../../client/hooks.ts';
import { useExercise } from '../../client/playHooks.ts';
import { areaName } from '../../client/places.ts';
import { usePlayWords } from '../console/words.ts';
import type { DebriefModel } from '../../session/playProtocol.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { Section } from '../parts/Section.tsx';
import { useDebriefWords } from './useDebriefWords.ts';

const ROWS = ['unrouted', 'neverServed', 'servedLate', 'ordinaryRefused'] as const;

/** An evening taken up again: the try before and this one, at the same minute. */
export function Earlier({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const figures = useFigures();
  const words = useDebriefWords();
  const { hour } = usePlayWords();
  const { scenario, setup, seats } = useExercise();
  const { earlier } = model;
  if (earlier === null) return null;
  const { from, at, before, now, home, times } = earlier;
  const title = t('debrief:screen.earlier.title');
  const gained = before.unrouted - now.unrouted;
  return (
    <Section id="earlier" title={title}>
      <p>
        {t('debrief:screen.earlier.lead', { from: hour(from), at: hour(at) })}{' '}
        {t(`debrief:screen.earlier.${gained > 0 ? 'fewer' : gained < 0 ? 'more' : 'same'}`, {
          count: Math.abs(gained),
          calls: figures.count(Math.abs(gained)),
        })}
      </p>
      <DataTable caption={title} focusable>
        <thead>
          <tr>
            <th scope="col">{t('debrief:screen.earlier.what')}</th>
            <th scope="col" className="number">
              {t('debrief:screen.earlier.before')}
            </th>
            <th scope="col" className="number">
              {t('debrief:screen.earlier.now')}
            </th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{t(`debrief:screen.counts.rows.${row}`)}</th>
              <td className="number">{figures.count(before[row])}</td>
              <td className="number">{figures.count(now[row])}</td>
            </tr>
          ))}
          {seats.includes('services') &&
            (['lost', 'neverServed'] as const).map((row) => (
              <tr key={row}>
                <th scope="row">
                  {t(`debrief:screen.earlier.home.${row}`, { area: areaName(scenario, setup.home) })}
                </th>
                <td className="number">{figures.count(home.before[row])}</td>
                <td className="number">{figures.count(home.now[row])}</td>
              </tr>
            ))}
          {times.map((time) => (
            <tr key={time.id}>
              <th scope="row">{t(`debrief:milestones.${time.id}`)}</th>
              <td className="number">{words.since(time.before, words.never(at))}</td>
              <td className="number">{words.since(time.now, words.never(at))}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {gained !== 0 && <p className="quiet">{t('debrief:screen.earlier.note')}</p>}
    </Section>
  );
}
