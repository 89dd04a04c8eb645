import { useEffect, useRef, useState } from 'react';
import { formatClock } from '../../client/clockTime.ts';
import { useClient, useClientState, useFigures, useTexts } from '../../client/hooks.ts';
import type { Comparison } from '../../session/protocol.ts';
import { Section } from '../parts/Section.tsx';

const MEASURES = ['unrouted', 'neverServed', 'servedLate', 'seriousDelayed', 'ordinaryRefused'] as const;
const SEEDS = [10, 40, 100] as const;

const show = (): void => document.getElementById('compare-title')?.scrollIntoView({ block: 'start' });

/** Same callers, with and without the changes, side by side, counted with an interval that narrows. */
export function Compare({ plain }: { readonly plain: boolean }) {
  const t = useTexts();
  const client = useClient();
  const [seeds, setSeeds] = useState<number>(40);
  const running = useClientState((state) => state.comparison?.running ?? false);
  const comparison = useClientState((state) => state.comparison?.comparison ?? null);
  const stale = useClientState(
    (state) => state.comparison !== null && state.comparison.draft !== state.draft,
  );
  const began = comparison !== null;
  // The result comes below what was pressed: it is brought into view once, when it first has something to say.
  const was = useRef(began);
  useEffect(() => {
    if (began && !was.current) show();
    was.current = began;
  }, [began]);
  return (
    <Section id="compare" title={t('panels:compare.title')}>
      <p className="quiet">{t('panels:compare.intro')}</p>
      <div className="buttons">
        <label className="field-inline">
          <span>{t('panels:compare.seeds')}</span>
          <select value={seeds} disabled={running} onChange={(event) => setSeeds(Number(event.target.value))}>
            {SEEDS.map((count) => (
              <option key={count} value={count}>
                {count}
              </option>
            ))}
          </select>
        </label>
        {running ? (
          <button type="button" className="button" onClick={() => client.stopCompare()}>
            {t('panels:compare.stop')}
          </button>
        ) : (
          <button
            type="button"
            className="button button-main"
            disabled={plain}
            aria-describedby={plain ? 'compare-nothing' : undefined}
            onClick={() => {
              client.compare(seeds);
              show();
            }}
          >
            {t('panels:compare.start')}
          </button>
        )}
      </div>
      {plain && (
        <p id="compare-nothing" className="quiet">
          {t('panels:compare.nothing')}
        </p>
      )}
      {(running || comparison !== null) && (
        <p className="compare-progress">
          <progress
            aria-label={t('panels:compare.progressLabel')}
            max={comparison?.of ?? seeds}
            value={comparison?.seeds ?? 0}
          />
          <span>
            {t('panels:compare.progress', { done: comparison?.seeds ?? 0, all: comparison?.of ?? seeds })}
          </span>
        </p>
      )}
      {stale && <p className="quiet">{t('panels:compare.stale')}</p>}
      {comparison !== null && comparison.seeds > 0 && (
        <ComparisonTable comparison={comparison} done={!running} />
      )}
    </Section>
  );
}

function ComparisonTable({ comparison, done }: { readonly comparison: Comparison; readonly done: boolean }) {
  const t = useTexts();
  const figures = useFigures();
  const view = useClientState((state) => state.calmView);
  const known = comparison.seeds > 1;
  const { difference, low, high } = comparison.measures.unrouted;
  const verdict = low <= 0 && high >= 0 ? 'unclear' : 'clear';
  const sentence = t(`panels:compare.sentence.${verdict}`, {
    difference: figures.signed(difference),
    low: figures.signed(low),
    high: figures.signed(high),
  });
  return (
    <>
      {/* Read out once the count is complete, not at every draw. */}
      <p role="status" className="verdict">
        {known && done ? sentence : ''}
      </p>
      <h3 className="quiet">{t('panels:compare.caption')}</h3>
      <ul className="measures">
        {MEASURES.map((measure) => {
          const row = comparison.measures[measure];
          return (
            <li key={measure}>
              <p>{t(`panels:compare.measures.${measure}`)}</p>
              <p className="measure-difference">
                <strong>{figures.signed(row.difference)}</strong>{' '}
                {known
                  ? t('panels:compare.intervalValue', {
                      low: figures.signed(row.low),
                      high: figures.signed(row.high),
                    })
                  : t('panels:compare.intervalUnknown')}
              </p>
              <p className="quiet">
                {t('panels:compare.sides', {
                  without: figures.count(row.without),
                  with: figures.count(row.with),
                })}
              </p>
            </li>
          );
        })}
      </ul>
      {view !== null && (
        <p className="quiet">
          {t('panels:compare.everyEvening', {
            count: view.ordinary.neverServed,
            number: figures.count(view.ordinary.neverServed),
            time: formatClock(view.at),
          })}
        </p>
      )}
    </>
  );
}
