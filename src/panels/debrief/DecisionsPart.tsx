import { useContext, useState } from 'react';
import { apart } from '../../client/apart.ts';
import { formatClock } from '../../client/clockTime.ts';
import { useTexts } from '../../client/hooks.ts';
import { useExercise } from '../../client/playHooks.ts';
import type { DebriefModel, DecisionRow, SeatId } from '../../session/playProtocol.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { SeatChoice } from './SeatChoice.tsx';
import { useDebriefWords } from './useDebriefWords.ts';
import { usePrinting } from '../parts/usePrinting.ts';
import { Fold, FoldsContext } from './Fold.tsx';

const DELAYS = ['absent', 'unread', 'busy', 'jumped', 'deliberation'] as const;
const AUTHOR = { person: 'person', machine: 'byMachine', nobody: 'byNobody' } as const;
const SHOWN = 25;
/** Minutes under which a wait is not worth a word. */
const NOTHING = 0.5;

/** Every decision with what its author held and lacked, why a machine took it, and where the time went before. */
export function DecisionsPart({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const { seats } = useExercise();
  const printing = usePrinting();
  const { decision } = useContext(FoldsContext);
  const asked = model.decisions.find(({ act }) => act === decision);
  const [chosen, setChosen] = useState<SeatId | 'all'>(asked?.seat ?? seats[0] ?? 'all');
  const [whole, setWhole] = useState(asked !== undefined);
  const rows = model.decisions.filter(({ seat }) => printing || chosen === 'all' || seat === chosen);
  const shown = whole || printing ? rows : rows.slice(0, SHOWN);
  return (
    <Fold id="debrief-decisions" title={t('debrief:screen.decisions.title')}>
      <p>{t('debrief:screen.decisions.lead')}</p>
      <SeatChoice
        name="decisions-seat"
        label={t('debrief:screen.decisions.whose')}
        choices={[...model.seats, 'all' as const]}
        chosen={chosen}
        onChoose={setChosen}
      />
      <ul className="delay-key" aria-hidden="true">
        {DELAYS.map((part) => (
          <li key={part} className={`delay-${part}`}>
            {t(`debrief:delay.${part}`)}
          </li>
        ))}
      </ul>
      {rows.length === 0 ? (
        <p>{t('debrief:screen.decisions.none')}</p>
      ) : (
        <ol className="decision-list">
          {shown.map((row) => (
            <Decision key={row.act} row={row} />
          ))}
        </ol>
      )}
      {shown.length < rows.length && (
        <button type="button" className="button" onClick={() => setWhole(true)}>
          {t('debrief:screen.decisions.more', { count: rows.length - shown.length })}
        </button>
      )}
    </Fold>
  );
}

function Decision({ row }: { readonly row: DecisionRow }) {
  const t = useTexts();
  const words = useDebriefWords();
  const { seat, by, choice, at, underWay, spec, rests, missing, heldSince, why, text } = row;
  const held = heldSince.map(({ fact, about, since, source, sent, latest }) => {
    const how = [
      t(`debrief:screen.decisions.${sent === null ? 'since' : 'read'}`, {
        time: formatClock(since),
        source: words.sourceOf(source, seat),
        sent: sent === null ? '' : formatClock(sent),
      }),
      ...(latest === null ? [] : [t('debrief:screen.decisions.latest', { time: formatClock(latest) })]),
    ];
    return t('debrief:screen.decisions.heldFact', {
      fact: words.statement({ type: fact, about }),
      how: apart(t, how),
    });
  });
  return (
    <li className="decision" id={`decision-${row.act}`} tabIndex={-1}>
      <p>
        <ClockTime at={at} /> <strong>{words.act(spec)}</strong>{' '}
        <span className="quiet">
          {words.seat(seat)} ·{' '}
          {by === 'person' && choice !== null
            ? t('debrief:screen.byChoice', { question: t(`play:dilemmas.${choice}.question`) })
            : t(`debrief:screen.${AUTHOR[by]}`)}
          {underWay && ` · ${t('debrief:screen.decisions.underWay')}`}
        </span>
      </p>
      {why !== null && <p className="quiet">{words.why(why)}</p>}
      {text !== '' && <p>{t('debrief:screen.decisions.said', { text })}</p>}
      <dl>
        <dt>{t('debrief:screen.decisions.held')}</dt>
        <dd>{held.length === 0 ? t('debrief:screen.decisions.nothing') : apart(t, held)}</dd>
        {missing.length > 0 && (
          <>
            <dt>{t('debrief:screen.decisions.missing')}</dt>
            <dd>
              {apart(
                t,
                missing.map((fact) => t('debrief:screen.decisions.missingFact', { fact: words.fact(fact) })),
              )}
            </dd>
          </>
        )}
        {by === 'person' && rests.length === 0 && heldSince.length > 0 && (
          <>
            <dt>{t('debrief:screen.decisions.restsOn')}</dt>
            <dd>{t('debrief:screen.decisions.restsOnNothing')}</dd>
          </>
        )}
        {by !== 'nobody' && held.length + missing.length > 0 && (
          <>
            <dt>{t('debrief:screen.decisions.delay')}</dt>
            <dd>
              <Delay delay={row.delay} />
            </dd>
          </>
        )}
      </dl>
    </li>
  );
}

function Delay({ delay }: { readonly delay: DecisionRow['delay'] }) {
  const t = useTexts();
  const parts = DELAYS.filter((part) => delay[part] >= NOTHING);
  if (parts.length === 0) return t('debrief:screen.decisions.atOnce');
  const said = parts.map((part) =>
    t('debrief:screen.decisions.delayPart', {
      what: t(`debrief:delay.${part}`),
      minutes: Math.max(1, Math.round(delay[part])),
    }),
  );
  if (delay.deliberation >= NOTHING && delay.real !== null && delay.real >= NOTHING)
    said.push(t('debrief:screen.decisions.real', { minutes: Math.max(1, Math.round(delay.real)) }));
  return (
    <>
      <span className="delay-bar" aria-hidden="true">
        {parts.map((part) => (
          <span key={part} className={`delay-${part}`} style={{ flexGrow: delay[part] }} />
        ))}
      </span>
      {apart(t, said)}
    </>
  );
}
