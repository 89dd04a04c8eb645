import { useEffect, useRef } from 'react';
import { formatClock } from '../client/clockTime.ts';
import { useFigures, useTexts } from '../client/hooks.ts';
import { useExercise, usePlay, usePlayState } from '../client/playHooks.ts';
import { DataTable } from '../panels/parts/DataTable.tsx';
import { RevealMap, type RevealMapProps } from './RevealMap.tsx';
import type { Appearance } from './useAppearance.ts';

const COUNTS = ['attempts', 'unrouted', 'neverServed', 'servedLate', 'answered'] as const;

/** A département that loses more than this, not known to be hit, was missed. */
const MISSED = 0.05;

/** The map from belief to truth, and the same in a sentence. */
function Reveal(props: RevealMapProps) {
  const t = useTexts();
  const { belief, truth } = props;
  const hit = new Set(belief.filter((area) => area.hit === true).map(({ code }) => code));
  return (
    <section aria-labelledby="reveal-title">
      <h3 id="reveal-title">{t('table:seat.reveal.title')}</h3>
      <RevealMap {...props} />
      <p>
        {t('table:seat.reveal.said', {
          known: belief.filter(({ state }) => state !== 'unknown').length,
          all: truth.length,
          missed: truth.filter(({ code, share }) => (share ?? 0) > MISSED && !hit.has(code)).length,
        })}
      </p>
    </section>
  );
}

/** After an exercise: what was lost beside the evening of 2021, and what may be done next. */
export default function PlayDebrief({ appearance }: { readonly appearance: Appearance }) {
  const t = useTexts();
  const figures = useFigures();
  const client = usePlay();
  const { id, scenario } = useExercise();
  const seat = usePlayState((state) => state.seat);
  const model = usePlayState((state) => state.debrief);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="method">
      <h2 ref={heading} className="method-title" tabIndex={-1}>
        {t('console:debrief.title')}
      </h2>
      {model === null ? (
        <p role="status">{t('console:debrief.computing')}</p>
      ) : (
        <>
          <p>{t('console:debrief.lead', { time: formatClock(model.at) })}</p>
          <Reveal
            scenario={scenario}
            belief={model.belief.find((each) => each.seat === seat)?.areas ?? []}
            truth={model.truth}
            appearance={appearance}
          />
          <DataTable caption={t('console:debrief.title')} focusable>
            <thead>
              <tr>
                <th scope="col">{t('console:debrief.count')}</th>
                <th scope="col" className="number">
                  {t('console:debrief.tonight')}
                </th>
                <th scope="col" className="number">
                  {t('console:debrief.then')}
                </th>
              </tr>
            </thead>
            <tbody>
              {COUNTS.map((count) => (
                <tr key={count}>
                  <th scope="row">{t(`console:debrief.counts.${count}`)}</th>
                  <td className="number">{figures.count(model.counts[count])}</td>
                  <td className="number">{figures.count(model.ghost[count])}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
          <p className="quiet">{t('console:debrief.estimate')}</p>
        </>
      )}
      <p className="buttons">
        <a className="button" href={`#/exercice/${id}`}>
          {t('console:debrief.back')}
        </a>
        <a className="button" href="#/">
          {t('console:debrief.home')}
        </a>
        {model !== null && (
          <button type="button" className="button" onClick={() => client.branch(model.at - 30 * 60_000)}>
            {t('console:debrief.again')}
          </button>
        )}
      </p>
    </main>
  );
}
