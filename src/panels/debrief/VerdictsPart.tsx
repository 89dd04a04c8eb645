import { useTexts } from '../../client/hooks.ts';
import { useExercise } from '../../client/playHooks.ts';
import type { DebriefModel, VerdictRow } from '../../session/playProtocol.ts';
import { Section } from '../parts/Section.tsx';

/** A short honest word per goal; no mark adds up to anything. */
export function VerdictsPart({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const { seats, play } = useExercise();
  const ordered = [...model.seats].sort((a, b) => Number(seats.includes(b)) - Number(seats.includes(a)));
  return (
    <Section id="debrief-verdicts" level={3} title={t('debrief:screen.verdicts.title')}>
      <p>{t('debrief:screen.verdicts.lead')}</p>
      <div className="verdict-seats">
        {ordered.map((seat) => (
          <section key={seat} className={`verdict-seat seat-mark seat-${seat}`}>
            <h4>
              {t(`play:seats.${seat}.name`)}{' '}
              <span className="quiet">
                {t(seats.includes(seat) ? 'debrief:screen.you' : 'debrief:screen.machine')}
              </span>
            </h4>
            <ul className="verdict-list">
              {model.verdicts
                .filter((row) => row.seat === seat)
                .map((row) => (
                  <Verdict key={row.goal} row={row} pull={play.seats.some(({ pull }) => pull === row.goal)} />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Section>
  );
}

function Verdict({ row, pull }: { readonly row: VerdictRow; readonly pull: boolean }) {
  const t = useTexts();
  const { goal, grade, params } = row;
  const name = t(pull ? `play:pulls.${goal}` : `play:goals.${goal}`);
  return (
    <li>
      <p>
        <span className={`grade grade-${grade}`}>{t(`debrief:grades.${grade}`)}</span>{' '}
        {pull ? t('debrief:screen.verdicts.pull', { pull: name }) : name}
      </p>
      <p className="quiet">{t(`debrief:verdicts.${goal}.${grade}`, params)}</p>
    </li>
  );
}
