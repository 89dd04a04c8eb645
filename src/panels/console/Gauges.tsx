import { formatClock } from '../../client/clockTime.ts';
import { useFigures, useTexts } from '../../client/hooks.ts';
import { serverName } from '../../client/places.ts';
import { useExercise, useSeatView } from '../../client/playHooks.ts';
import type { Gauge } from '../../view/seatView.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { RoomsGauge } from './RoomsGauge.tsx';
import { Spark } from './Spark.tsx';
import { usePlayWords } from './words.ts';

/** Instruments that work without anybody's act, and the latest samples. */
export function Gauges() {
  const t = useTexts();
  const gauges = useSeatView((view) => view.gauges);
  if (gauges.length === 0) return null;
  return (
    <section className="section gauges" aria-labelledby="gauges-title">
      <h3 id="gauges-title" tabIndex={-1}>
        {t('console:gauges.title')}
      </h3>
      {gauges.map((gauge, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- gauges have no name of their own, and keep their order
        <GaugeView key={`${gauge.kind}-${i}`} gauge={gauge} />
      ))}
    </section>
  );
}

function GaugeView({ gauge }: { readonly gauge: Gauge }) {
  switch (gauge.kind) {
    case 'servers':
      return <Servers gauge={gauge} />;
    case 'voice':
      return <Voice gauge={gauge} />;
    case 'complaints':
      return <Complaints gauge={gauge} />;
    case 'rooms':
      return <RoomsGauge gauge={gauge} />;
    case 'chains':
      return <Chains gauge={gauge} />;
    case 'cases':
      return <Cases gauge={gauge} />;
    case 'sample':
      return <Sample gauge={gauge} />;
  }
}

type Of<Kind extends Gauge['kind']> = { readonly gauge: Extract<Gauge, { kind: Kind }> };

function Servers({ gauge }: Of<'servers'>) {
  const t = useTexts();
  const figures = useFigures();
  const { scenario } = useExercise();
  return (
    <div>
      <h4>
        {t('console:gauges.servers')}{' '}
        <span className="quiet">
          <ClockTime at={gauge.at} />
        </span>
      </h4>
      <DataTable caption={t('console:gauges.servers')} focusable>
        <thead>
          <tr>
            <th scope="col">{t('console:gauges.server')}</th>
            <th scope="col">{t('console:gauges.memory')}</th>
            <th scope="col">{t('console:gauges.modules')}</th>
          </tr>
        </thead>
        <tbody>
          {gauge.servers.map(({ id, fill, modulesUp, modules, isolated, losing }) => (
            <tr key={id}>
              <th scope="row">{serverName(scenario, id)}</th>
              <td className="memory-cell">
                <span className="fill" aria-hidden="true">
                  <span style={{ width: `${Math.round(fill * 100)}%` }} />
                </span>
                {figures.share(fill)}
              </td>
              <td>
                {t('console:gauges.modulesUp', { up: modulesUp, of: modules })}
                {losing > 0 && (
                  <span className="under">
                    {t('console:gauges.losing', { share: figures.share(losing) })}
                  </span>
                )}
                {isolated && <span className="under">{t('console:gauges.isolated')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}

function Voice({ gauge }: Of<'voice'>) {
  const t = useTexts();
  const figures = useFigures();
  const last = gauge.refused.at(-1);
  return (
    <div>
      <h4>{t('console:gauges.voice')}</h4>
      <p>
        {last === undefined
          ? t('console:gauges.notYet')
          : t('console:gauges.refused', {
              share: figures.share(last, 1),
              time: formatClock(gauge.start + (gauge.refused.length - 1) * gauge.step),
            })}
      </p>
      <Spark series={[{ name: 'lost', values: gauge.refused }]} most={Math.max(0.1, ...gauge.refused)} />
      <p className="quiet">{t('console:gauges.voiceNote')}</p>
    </div>
  );
}

function Complaints({ gauge }: Of<'complaints'>) {
  const t = useTexts();
  const figures = useFigures();
  return (
    <div>
      <h4>{t('console:gauges.complaints')}</h4>
      <p>
        {t('console:gauges.perHour', {
          now: figures.count(gauge.perHour),
          usual: figures.count(gauge.usual),
        })}
      </p>
    </div>
  );
}

function Chains({ gauge }: Of<'chains'>) {
  const t = useTexts();
  const words = usePlayWords();
  return (
    <div>
      <h4>{t('console:gauges.chains')}</h4>
      <ul className="plain-list">
        {gauge.chains.map(({ chain, reports, areas, latest }) => (
          <li key={chain}>
            <strong>{t(`console:chains.${chain}`)}</strong> ·{' '}
            {reports === 0 ? t('console:gauges.noReport') : t('console:gauges.reports', { count: reports })}
            {areas.length > 0 && ` · ${words.args({ areas })}`}
            {latest !== null && (
              <>
                {' '}
                · {t('console:gauges.latest')} <ClockTime at={latest} />
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="quiet">{t('console:gauges.chainsNote')}</p>
    </div>
  );
}

function Cases({ gauge }: Of<'cases'>) {
  const t = useTexts();
  return (
    <div>
      <h4>{t('console:gauges.cases')}</h4>
      <ul className="plain-list">
        {gauge.cases.map(({ id, people, before, state }) => (
          <li key={id}>
            <strong>{t('console:gauges.case', { name: t(`console:cases.${id}`) })}</strong>{' '}
            {t(`console:caseStates.${state}`)} · {t('console:people', { count: people })}
            {before !== null && (
              <>
                {' '}
                · {t('console:gauges.before')} <ClockTime at={before} />
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Sample({ gauge }: Of<'sample'>) {
  const t = useTexts();
  const figures = useFigures();
  const words = usePlayWords();
  const facts = useSeatView((view) => view.facts);
  return (
    <div>
      <h4>
        {t('console:gauges.sample')}{' '}
        <span className="quiet">
          <ClockTime at={gauge.at} />
        </span>
      </h4>
      <p>
        {gauge.numbers === null
          ? words.held(gauge.statement, facts)
          : t('console:gauges.sampleNumbers', gauge.numbers)}
      </p>
      <p>
        {t('console:gauges.sampleResult', {
          passed: gauge.passed,
          tries: gauge.tries,
          low: figures.share(gauge.low),
          high: figures.share(gauge.high),
        })}{' '}
        <span className="quiet">{t('console:gauges.sampleNote')}</span>
      </p>
    </div>
  );
}
