import { clockMinutes } from '../../kernel/time.ts';
import { useFigures, useTexts } from '../../client/hooks.ts';
import { useExercise } from '../../client/playHooks.ts';
import type { DebriefModel, MeasureWorth } from '../../session/playProtocol.ts';
import { Section } from '../parts/Section.tsx';
import { readingFor, worthOf } from './readings.ts';
import { useDebriefWords } from './useDebriefWords.ts';

/** The third screen: the one finding of the public reports that this evening makes worth reading. */
export function OneReading({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const { seats, scenario } = useExercise();
  const { id, milestone } = readingFor(model, seats[0] ?? model.seats[0]!);
  const row = model.milestones.find((each) => each.id === milestone);
  const words = useDebriefWords();
  const figures = useFigures();
  const worth = worthOf(id, model.measures);
  const measure = ({ measure: name }: MeasureWorth): string => t(`play:measures.${name}.name`);
  const minutes = (ms: number | null, none: string): string =>
    ms === null
      ? none
      : t('debrief:screen.minutes', {
          count: clockMinutes(scenario.clock.trigger, scenario.clock.trigger + ms),
        });
  return (
    <Section id="reading" title={t('debrief:screen.reading.title')}>
      <div className="reading">
        <p className="reading-title">{t(`debrief:screen.reading.items.${id}.title`)}</p>
        <p>{t(`debrief:screen.reading.items.${id}.text`)}</p>
        {row !== undefined && (
          <p>
            {t('debrief:screen.reading.tonight', {
              tonight: minutes(row.content, words.never(model.at)),
              documented: minutes(row.documented, t('debrief:screen.times.never')),
              what: t(`debrief:milestones.${row.id}`),
            })}
          </p>
        )}
        {worth !== null && (
          <p>
            {t(`debrief:screen.reading.worth.${worth.how}`, {
              measure: measure(worth.measure),
              calls: figures.count(Math.abs(worth.measure.unrouted)),
            })}
            {worth.most !== null &&
              ` ${t('debrief:screen.reading.worth.most', {
                measure: measure(worth.most),
                calls: figures.count(Math.abs(worth.most.unrouted)),
              })}`}
            {worth.first && ` ${t('debrief:screen.reading.worth.first')}`}
          </p>
        )}
        <p className="quiet">
          {t('debrief:screen.reading.source', { source: t(`debrief:screen.reading.items.${id}.source`) })}
        </p>
      </div>
    </Section>
  );
}
