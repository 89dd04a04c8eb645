import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { useDesk, useExercise, usePlay, usePlayState, useSeatView } from '../../client/playHooks.ts';
import type { ActSpec } from '../../session/playProtocol.ts';
import type { OfferView } from '../../view/seatView.ts';
import { plainText } from '../../client/plainText.ts';
import { ActForm } from './ActForm.tsx';
import { firstActs } from './firstActs.ts';
import { useGuide, usePointedAt } from './useGuide.ts';
import { usePlayWords } from './words.ts';

const GROUPS = ['start', 'look', 'tell', 'decide', 'help', 'repair'] as const;
type Group = (typeof GROUPS)[number];

/** Every act of the seat, by what it is for: being listed reveals nothing, and nothing is hidden. */
export function ActList() {
  const t = useTexts();
  const words = usePlayWords();
  const seat = usePlayState((state) => state.seat);
  const { play } = useExercise();
  const client = usePlay();
  const offers = useSeatView((view) => view.offers);
  const opened = useDesk((desk) => desk.act?.act ?? null);
  const [search, setSearch] = useState('');
  const [possible, setPossible] = useState(false);
  const [chosen, setChosen] = useState<Group>('start');

  const rows = offers.flatMap((offer) => {
    const spec = play.acts.find(({ id }) => id === offer.act);
    return spec === undefined ? [] : [{ spec, offer }];
  });
  const wanted = plainText(search);
  const found = rows.filter(
    ({ spec, offer }) =>
      (!possible || offer.refusal === null) &&
      (wanted === '' || plainText(`${words.act(spec.id)} ${words.what(spec.id)}`).includes(wanted)),
  );
  const first = firstActs(seat, offers);
  const groups = GROUPS.filter((group) =>
    group === 'start' ? first.length > 0 : rows.some(({ spec }) => spec.group === group),
  );
  // The act that a first evening points at is in sight.
  const step = useGuide();
  const led = rows.find(({ spec }) => step?.kind === 'do' && spec.id === step.act)?.spec.group;
  const inSight = chosen === 'start' && step?.kind === 'do' && first.includes(step.act ?? '');
  const [ledTo, setLedTo] = useState<Group | undefined>(undefined);
  if (led !== ledTo) {
    setLedTo(led);
    if (led !== undefined && !inSight) setChosen(led);
  }
  // The act brought up from elsewhere decides which group is read.
  const asked = chosen === 'start' && first.length === 0 ? 'look' : chosen;
  const ofOpened = rows.find(({ spec }) => spec.id === opened)?.spec.group;
  const inStart = asked === 'start' && opened !== null && first.includes(opened);
  const group = inStart ? 'start' : (ofOpened ?? asked);
  const shown =
    wanted !== ''
      ? found
      : group === 'start'
        ? first.flatMap((id) => found.find(({ spec }) => spec.id === id) ?? [])
        : found.filter(({ spec }) => spec.group === group);
  const listed =
    wanted === '' && opened !== null && !shown.some(({ spec }) => spec.id === opened)
      ? [...rows.filter(({ spec }) => spec.id === opened), ...shown]
      : shown;
  return (
    <section className="acts" aria-labelledby="acts-title">
      <div className="section-head">
        <h3 id="acts-title" tabIndex={-1}>
          {t('console:acts.title')}
        </h3>
        <span className="quiet">{t('console:acts.count', { count: found.length })}</span>
      </div>
      <div className="acts-filter">
        <label className="field acts-search">
          <span className="visually-hidden">{t('console:acts.search')}</span>
          <input
            type="search"
            value={search}
            placeholder={t('console:acts.search')}
            autoComplete="off"
            onChange={(event) => setSearch(event.target.value)}
          />
        </label>
        <label className="check">
          <input type="checkbox" checked={possible} onChange={(event) => setPossible(event.target.checked)} />
          <span>{t('console:acts.possible')}</span>
        </label>
      </div>
      {wanted === '' && (
        <fieldset className="segments">
          <legend className="visually-hidden">{t('console:acts.groups')}</legend>
          {groups.map((each) => (
            <label key={each} className="segment">
              <input
                type="radio"
                name={`acts-${seat}`}
                checked={group === each}
                onChange={() => {
                  setChosen(each);
                  // The act that was read stays in its own group.
                  if (opened !== null) client.arrange({ act: null, refused: null });
                }}
              />
              <span>{each === 'start' ? t('console:acts.start') : t(`play:groups.${each}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {wanted === '' && group === 'start' && <p className="quiet">{t('console:acts.startNote')}</p>}
      {listed.length === 0 ? (
        <p className="quiet">{t('console:acts.none')}</p>
      ) : (
        <ul className="act-list">
          {listed.map(({ spec, offer }) => (
            <ActRow key={spec.id} spec={spec} offer={offer} open={spec.id === opened} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ActRow({
  spec,
  offer,
  open,
}: {
  readonly spec: ActSpec;
  readonly offer: OfferView;
  readonly open: boolean;
}) {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const pointed = usePointedAt(`act-${spec.id}`);
  const queued = useSeatView((view) => view.queue.some(({ act }) => act === spec.id));
  const row = useRef<HTMLLIElement>(null);
  // A form that opens is read from its name on, not from where the list happened to stand.
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'start' });
  }, [open]);
  const held = offer.rests.filter(({ statement }) => statement !== null).length;
  return (
    <li ref={row} className={open ? 'act act-open' : 'act'}>
      <button
        type="button"
        id={`act-${spec.id}`}
        className={pointed ? 'act-head pointed' : 'act-head'}
        aria-expanded={open}
        onClick={() =>
          client.arrange({ act: open ? null : { act: spec.id, args: {}, rests: [], why: '' }, refused: null })
        }
      >
        <span className="act-name">{words.act(spec.id)}</span>
        <span className="act-note">
          {t('console:acts.short', {
            people: t('console:people', { count: spec.needs.people }),
            minutes: offer.minutes,
          })}
          {offer.rests.length > 0 && ` · ${t('console:acts.rests', { of: offer.rests.length, held })}`}
          {offer.timesDone > 0 && ` · ${t('console:acts.done', { count: offer.timesDone })}`}
          {offer.again !== null && ` · ${t(`console:acts.againShort.${offer.again.kind}`)}`}
          {queued && ` · ${t('console:queue.short')}`}
          {offer.refusal !== null && !queued && (
            <span className={offer.refusal.code === 'underWay' ? undefined : 'act-refused'}>
              {' '}
              · {words.reason(offer.refusal)}
            </span>
          )}
        </span>
      </button>
      {open && <ActForm spec={spec} offer={offer} />}
    </li>
  );
}
