import { apart } from '../../client/apart.ts';
import { formatClock } from '../../client/clockTime.ts';
import { useTexts } from '../../client/hooks.ts';
import type { DebriefModel, DilemmaRow } from '../../session/playProtocol.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { useDebriefWords } from './useDebriefWords.ts';
import { usePrinting } from '../parts/usePrinting.ts';
import { Fold } from './Fold.tsx';

/** Dilemmas with what was chosen, what the evening had drawn, and the question that remains. */
export function ChoicesPart({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const printing = usePrinting();
  const ours = model.choices.filter(({ by }) => by !== 'machine');
  const machines = model.choices.filter(({ by }) => by === 'machine');
  return (
    <Fold id="debrief-choices" title={t('debrief:screen.choices.title')}>
      <p>{t('debrief:screen.choices.lead')}</p>
      {ours.length === 0 && <p>{t('debrief:screen.choices.none')}</p>}
      <Choices rows={ours} stopped={formatClock(model.at)} />
      {machines.length > 0 && (
        <details className="debrief-twin" open={printing || undefined}>
          <summary>{t('debrief:screen.choices.machines', { count: machines.length })}</summary>
          <Choices rows={machines} stopped={formatClock(model.at)} />
        </details>
      )}
    </Fold>
  );
}

function Choices({
  rows,
  stopped,
}: {
  readonly rows: readonly DilemmaRow[];
  /** When the exercise stopped, as a clock time. */
  readonly stopped: string;
}) {
  const t = useTexts();
  const words = useDebriefWords();
  const begun = (did: DilemmaRow['did']): string =>
    apart(
      t,
      did.map((each) => `${formatClock(each.at)} ${words.act(each.act)}`),
    );
  return (
    <ol className="choice-list">
      {rows.map(({ dilemma, seat, openedAt, option, at, by, open, did, unbegun, outcome, but }) => (
        <li key={dilemma} className={`choice seat-mark seat-${seat}`}>
          <p>
            <ClockTime at={openedAt} /> <span className="quiet">{words.seat(seat)}</span>{' '}
            {words.question(dilemma)}
          </p>
          <dl>
            <dt>{t('debrief:screen.choices.chosen')}</dt>
            <dd>
              {option === null || at === null ? (
                by !== 'machine' ? (
                  <>
                    {t(open ? 'debrief:screen.choices.stillOpen' : 'debrief:screen.choices.nobody', {
                      time: stopped,
                    })}
                    {did.length > 0 && ` ${t('debrief:screen.choices.ordered', { acts: begun(did) })}`}
                  </>
                ) : did.length === 0 ? (
                  t('debrief:screen.choices.machineNothing')
                ) : (
                  t('debrief:screen.choices.machineDid', { acts: begun(did) })
                )
              ) : (
                <>
                  <ClockTime at={at} />{' '}
                  {by === 'nobody'
                    ? t('debrief:screen.choices.byDefault', { option: words.option(dilemma, option) })
                    : words.option(dilemma, option)}
                  {unbegun.length > 0 &&
                    ` ${t('debrief:screen.choices.unbegun', { acts: apart(t, unbegun.map(words.act)) })}`}
                </>
              )}
            </dd>
            <dt>{t('debrief:screen.choices.drawn')}</dt>
            <dd>
              {outcome !== null
                ? t(`play:dilemmas.${dilemma}.drawn.${outcome}`)
                : but === null && t('debrief:screen.choices.notShown', { time: stopped })}
              {but !== null && ` ${words.but(but)}`}
            </dd>
            <dt>{t('debrief:screen.choices.question')}</dt>
            <dd>{t(`play:dilemmas.${dilemma}.debrief`)}</dd>
          </dl>
        </li>
      ))}
    </ol>
  );
}
