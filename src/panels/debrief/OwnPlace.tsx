import { formatClock } from '../../client/clockTime.ts';
import { useFigures, useTexts } from '../../client/hooks.ts';
import { useExercise } from '../../client/playHooks.ts';
import { areaName } from '../../client/places.ts';
import { isStopped } from './isStopped.ts';
import type { DebriefModel } from '../../session/playProtocol.ts';

/** The evening of whoever played: each seat held here in one sentence, and the rooms of its own département. */
export function OwnPlace({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const figures = useFigures();
  const { scenario, setup, seats, play } = useExercise();
  const home = seats.includes('services')
    ? model.losses.byArea.find(({ code }) => code === setup.home)
    : undefined;
  const stopped = isStopped(model, scenario);
  const pulls = new Set(play.seats.map(({ pull }) => pull));
  return (
    <>
      {home !== undefined && (
        <p>
          {t('debrief:screen.reveal.home', {
            area: areaName(scenario, home.code),
            lost: figures.count(home.lost),
            attempts: figures.count(home.attempts),
            count: home.neverServed,
            never: figures.count(home.neverServed),
          })}
        </p>
      )}
      {seats.map((seat) => {
        // A goal that the evening left without object is not one missed.
        const given = model.verdicts.filter((row) => row.seat === seat && !pulls.has(row.goal));
        const goals = given.filter(({ grade }) => grade !== 'unknown');
        const unjudged = given.length - goals.length;
        const met = goals.filter(({ grade }) => grade === 'met');
        return (
          <p key={seat}>
            {t(`debrief:screen.reveal.${stopped ? 'ownStopped' : 'own'}`, {
              time: formatClock(model.at),
              seat: t(`play:seats.${seat}.name`),
              count: model.decisions.filter((row) => row.seat === seat && row.by !== 'nobody').length,
              met: met.length,
              of: goals.length,
            })}
            {unjudged > 0 && ` ${t('debrief:screen.reveal.unjudged', { count: unjudged })}`}
            {/* All or none of them need no names. */}
            {met.length > 0 && met.length < goals.length && (
              <span className="under">
                {t('debrief:screen.reveal.met', {
                  count: met.length,
                  goals: met.map(({ goal }) => t(`play:goals.${goal}`)).join(' '),
                })}
              </span>
            )}
          </p>
        );
      })}
    </>
  );
}
