import { formatClock } from '../../client/clockTime.ts';
import { useTexts } from '../../client/hooks.ts';
import { useExercise } from '../../client/playHooks.ts';
import type { DebriefModel } from '../../session/playProtocol.ts';
import { Fold } from './Fold.tsx';
import { isStopped } from './isStopped.ts';
import { Verdict } from './Verdict.tsx';

/** A short honest word per goal; no mark adds up to anything. */
export function VerdictsPart({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const { seats, play, scenario } = useExercise();
  const ordered = [...model.seats].sort((a, b) => Number(seats.includes(b)) - Number(seats.includes(a)));
  return (
    <Fold id="debrief-verdicts" title={t('debrief:screen.verdicts.title')}>
      <p>
        {t('debrief:screen.verdicts.lead')}
        {isStopped(model, scenario) &&
          ` ${t('debrief:screen.verdicts.stopped', { time: formatClock(model.at) })}`}
      </p>
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
                  <Verdict
                    key={row.goal}
                    model={model}
                    row={row}
                    pull={play.seats.some(({ pull }) => pull === row.goal)}
                  />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Fold>
  );
}
