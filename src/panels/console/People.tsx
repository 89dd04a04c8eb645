import { useTexts } from '../../client/hooks.ts';
import { usePlay, usePlayState, useDesk, useSeatView } from '../../client/playHooks.ts';
import type { ActView, PoolView } from '../../view/seatView.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { Queue } from './Queue.tsx';
import { RecallPrice } from './RecallPrice.tsx';
import { Refused } from './Refused.tsx';
import { usePlayWords } from './words.ts';

/** Who there is, who is where until when, where the organisation stands, and who trusts whom. */
export function People() {
  return (
    <div className="panel-stack">
      <UnderWay />
      <Pools />
      <Ladders />
      <Trust />
    </div>
  );
}

function UnderWay() {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const seat = usePlayState((state) => state.seat);
  const acts = useSeatView((view) => view.acts);
  const offers = useSeatView((view) => view.offers);
  const refused = useDesk((desk) => desk.refused);
  const pools = useSeatView((view) => view.pools);
  const away = pools.flatMap((pool) => pool.away.map((each) => ({ ...each, pool: pool.id })));
  const underWay = acts.filter(({ state }) => state === 'underWay');
  const ended = acts.filter(({ state }) => state !== 'underWay').slice(0, 6);
  return (
    <section className="section" aria-labelledby="underway-title">
      <h3 id="underway-title" tabIndex={-1}>
        {t('console:team.underWay')}
      </h3>
      <Queue />
      {underWay.length === 0 && away.length === 0 ? (
        <p className="quiet">{t('console:team.nobody')}</p>
      ) : (
        <ul className="letters">
          {underWay.map((act) => {
            const args = words.args(act.args);
            const planned = offers.find((offer) => offer.act === act.act)?.minutes ?? Infinity;
            const longer = Math.round((act.endsAt - act.begunAt) / 60_000 - planned);
            return (
              <li key={act.id} className="letter act-under-way">
                <p>
                  <strong>{words.act(act.act)}</strong>
                  {args !== '' && <span className="quiet"> · {args}</span>}
                </p>
                <p className="quiet">
                  {act.work === null
                    ? `${t('console:people', { count: act.people })} (${words.pool(act.pool)})`
                    : t('console:team.work', act.work)}{' '}
                  · {t('console:team.until')} <ClockTime at={act.endsAt} />
                  {longer > 0 && act.work === null && `, ${t('console:team.validation', { count: longer })}`}
                </p>
                {act.work === null && (
                  <button
                    type="button"
                    className="link"
                    onClick={() => void client.command(seat, { type: 'stop', act: act.id })}
                  >
                    {t('console:team.stop')}
                    <span className="visually-hidden"> : {words.act(act.act)}</span>
                  </button>
                )}
              </li>
            );
          })}
          {away.map(({ pool, people, until, why, ref }, index) => (
            <li key={`${pool}${until}${why}${index}`} className="letter act-under-way">
              <p>
                <strong>{t(`console:team.away.${why}`)}</strong>
                {ref !== '' && (
                  <span className="quiet"> · {why === 'stay' ? words.act(ref) : words.who(ref)}</span>
                )}
              </p>
              <p className="quiet">
                {t('console:people', { count: people })} ({words.pool(pool)}) · {t('console:team.until')}{' '}
                <ClockTime at={until} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {refused?.body.type === 'stop' && <Refused refusal={refused.refusal} />}
      {ended.length > 0 && <Ended acts={ended.toSorted((a, b) => b.endsAt - a.endsAt)} />}
    </section>
  );
}

/** What came of the acts that have ended, the last of them open to read. */
function Ended({ acts }: { readonly acts: readonly ActView[] }) {
  const t = useTexts();
  const words = usePlayWords();
  const facts = useSeatView((view) => view.facts);
  return (
    <details className="more" open>
      <summary>{t('console:team.results')}</summary>
      <ul className="letters">
        {acts.map((act) => (
          <li key={act.id} className="letter">
            <p>
              <ClockTime at={act.endsAt} /> <strong>{words.act(act.act)}</strong>{' '}
              <span className="quiet">
                {t(act.state === 'stopped' ? 'console:team.stopped' : 'console:team.endedState')}
              </span>
            </p>
            <ul className="plain-list">
              {act.results.map((line, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- lines are only added at the end
                <li key={`${line.at}-${line.key}-${index}`}>
                  {line.at > act.endsAt && <ClockTime at={line.at} />} {words.result(line)}
                </li>
              ))}
              {act.found.map((index) => (
                <li key={index}>{words.held(index, facts)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Pools() {
  const t = useTexts();
  const pools = useSeatView((view) => view.pools);
  const refused = useDesk((desk) => desk.refused);
  return (
    <section className="section" aria-labelledby="pools-title">
      <h3 id="pools-title">{t('console:team.title')}</h3>
      <DataTable caption={t('console:team.title')}>
        <thead>
          <tr>
            <th scope="col">{t('console:team.pool')}</th>
            <th scope="col" className="number">
              {t('console:team.free')}
            </th>
            <th scope="col" className="number">
              {t('console:team.busy')}
            </th>
            <th scope="col">{t('console:team.routine')}</th>
          </tr>
        </thead>
        <tbody>
          {pools.map((pool) => (
            <PoolRow key={pool.id} pool={pool} />
          ))}
        </tbody>
      </DataTable>
      {refused?.body.type === 'recall' && <Refused refusal={refused.refusal} />}
      <p className="quiet">{t('console:team.recallNote')}</p>
    </section>
  );
}

function PoolRow({ pool }: { readonly pool: PoolView }) {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const seat = usePlayState((state) => state.seat);
  return (
    <tr>
      <th scope="row">{words.pool(pool.id)}</th>
      <td className="number">{pool.free}</td>
      <td className="number">{Math.max(0, pool.people - pool.free - pool.routine)}</td>
      <td>
        {pool.routine}
        {pool.routine > 0 && (
          <>
            {' '}
            <button
              type="button"
              className="link"
              onClick={() => void client.command(seat, { type: 'recall', pool: pool.id, people: 1 })}
            >
              {t('console:team.recall')}
              <span className="visually-hidden"> : {words.pool(pool.id)}</span>
            </button>
            <RecallPrice pool={pool.id} />
          </>
        )}
      </td>
    </tr>
  );
}

function Ladders() {
  const t = useTexts();
  const words = usePlayWords();
  const ladders = useSeatView((view) => view.ladders);
  return (
    <section className="section" aria-labelledby="ladders-title">
      <h3 id="ladders-title">{t('console:ladders.title')}</h3>
      <ul className="ladders">
        {ladders.map(({ id, steps, step }) => (
          <li key={id}>
            <ol className="ladder">
              {steps.map((each) => (
                <li key={each} aria-current={each === step ? 'step' : undefined}>
                  {words.tag(each)}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Trust() {
  const t = useTexts();
  const trust = useSeatView((view) => view.trust);
  if (trust.length === 0) return null;
  return (
    <section className="section" aria-labelledby="trust-title">
      <h3 id="trust-title">{t('console:trust.title')}</h3>
      <ul className="plain-list">
        {trust.map(({ relation, step }) => (
          <li key={relation}>
            {t('console:trust.whose', { relation: t(`play:relations.${relation}`) })}{' '}
            <strong>{t(`play:trust.${step}`)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
