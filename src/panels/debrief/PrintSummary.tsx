import { formatClock } from '../../client/clockTime.ts';
import { useTexts } from '../../client/hooks.ts';
import { useExercise } from '../../client/playHooks.ts';
import type { DebriefModel } from '../../session/playProtocol.ts';
import { usePrinting } from '../parts/usePrinting.ts';
import { BesideThen } from './BesideThen.tsx';
import { EveningInWords } from './Figures.tsx';
import { firstMoments } from './firstMoments.ts';
import { ownMomentsFirst } from './ownMoments.ts';
import { OwnPlace } from './OwnPlace.tsx';
import { TimesHead } from './TimesHead.tsx';
import { useDebriefWords } from './useDebriefWords.ts';

/** The first sheet: the evening, three moments, one's own goals and the times beside 2021. The rest is the detail of it. */
export function PrintSummary({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const words = useDebriefWords();
  const printing = usePrinting();
  const { scenario, seats, play } = useExercise();
  if (!printing) return null;
  const { clock } = scenario;
  const hour = (ms: number | null, none: string): string =>
    ms === null ? none : formatClock(clock.trigger + ms);
  const moments = ownMomentsFirst(firstMoments(model.turningPoints ?? [], seats), seats);
  const pulls = new Set(play.seats.map(({ pull }) => pull));
  const goals = model.verdicts.filter(({ seat }) => seats.includes(seat));
  return (
    <section className="print-summary">
      <OwnPlace model={model} />
      <EveningInWords model={model} />
      <BesideThen model={model} />
      <h3>{t('debrief:screen.turning.title')}</h3>
      {moments.length === 0 ? (
        <p>
          {t(model.turningPoints === null ? 'debrief:screen.progress.short' : 'debrief:screen.turning.none')}
        </p>
      ) : (
        <ol>
          {moments.map((point) => (
            <li key={`${point.key} ${point.at}`}>
              {words.turning(point)} {words.cause(point)}
            </li>
          ))}
        </ol>
      )}
      <h3>{t('debrief:screen.verdicts.title')}</h3>
      <ul>
        {goals.map(({ seat, goal, grade }) => {
          const pull = pulls.has(goal);
          return (
            <li key={goal}>
              <strong>{t(`debrief:${pull ? 'pulls' : 'grades'}.${grade}`)}</strong> {words.seat(seat)} ·{' '}
              {t(pull ? `play:pulls.${goal}` : `play:goals.${goal}`)}
            </li>
          );
        })}
      </ul>
      <h3>{t('debrief:screen.times.title')}</h3>
      <table>
        <TimesHead />
        <tbody>
          {model.milestones.map(({ id, at, content, documented }) => (
            <tr key={id}>
              <th scope="row">{t(`debrief:milestones.${id}`)}</th>
              <td>{hour(at, words.never(model.at))}</td>
              <td>
                {hour(
                  content,
                  id === 'restored' ? t('debrief:screen.times.unchecked') : words.never(model.at),
                )}
              </td>
              <td>{hour(documented, t('debrief:screen.times.never'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
