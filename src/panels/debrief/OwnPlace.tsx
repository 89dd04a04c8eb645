import { Fragment } from 'react';
import { formatClock } from '../../client/clockTime.ts';
import { useFigures, useTexts } from '../../client/hooks.ts';
import { useExercise } from '../../client/playHooks.ts';
import { areaName } from '../../client/places.ts';
import { isStopped } from './isStopped.ts';
import { OwnFigures } from './OwnFigures.tsx';
import type { DebriefModel, SeatId, VerdictRow } from '../../session/playProtocol.ts';

/** The evening of whoever played: each seat held here by its goals and what it can move, and the rooms of its own département. */
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
      {seats.map((seat) => {
        const rows = model.verdicts.filter((row) => row.seat === seat);
        const goals = rows.filter(({ goal }) => !pulls.has(goal));
        const graded = (wanted: VerdictRow['grade']): number =>
          goals.filter(({ grade }) => grade === wanted).length;
        const trap = rows.find(({ goal }) => pulls.has(goal));
        const unknown = graded('unknown');
        return (
          <Fragment key={seat}>
            <p>
              {t(`debrief:screen.reveal.${stopped ? 'ownStopped' : 'own'}`, {
                time: formatClock(model.at),
                seat: t(`play:seats.${seat}.name`),
                count: decidedIn(model, seat),
              })}{' '}
              <strong>
                {t('debrief:screen.reveal.goals', {
                  met: graded('met'),
                  partly: graded('partly'),
                  missed: graded('missed'),
                })}
              </strong>{' '}
              {unknown > 0 && `${t('debrief:screen.reveal.unjudged', { count: unknown })} `}
              {trap !== undefined &&
                t('debrief:screen.reveal.trap', {
                  grade: inSentence(t(`debrief:pulls.${trap.grade}`)),
                })}
              {/* All or none of them need no names. */}
              {(['met', 'partly'] as const).map((grade) => {
                const named = goals.filter((row) => row.grade === grade);
                return (
                  named.length > 0 &&
                  named.length < goals.length && (
                    <span key={grade} className="under">
                      {t(`debrief:screen.reveal.${grade}`, {
                        count: named.length,
                        goals: named.map(({ goal }) => t(`play:goals.${goal}`)).join(' '),
                      })}
                    </span>
                  )
                );
              })}
            </p>
            <OwnFigures model={model} seat={seat} />
          </Fragment>
        );
      })}
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
    </>
  );
}

const inSentence = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);

/** Choices made, which may begin nothing or several acts, and acts ordered for themselves. */
function decidedIn({ choices, decisions }: DebriefModel, seat: SeatId): number {
  const chosen = choices.filter((row) => row.seat === seat && row.option !== null);
  const ordered = decisions.filter((row) => row.seat === seat && row.by !== 'nobody' && row.choice === null);
  return chosen.length + ordered.length;
}
