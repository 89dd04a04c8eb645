import { useMemo, useState, type ComponentType } from 'react';
import { useFigures, useTexts } from '../../client/hooks.ts';
import { useExercise } from '../../client/playHooks.ts';
import type { DebriefModel, SeatId } from '../../session/playProtocol.ts';
import type { AreaBelief } from '../../view/seatView.ts';
import { Section } from '../parts/Section.tsx';
import { BesideThen } from './BesideThen.tsx';
import { usePrinting } from '../parts/usePrinting.ts';
import { BeliefTable } from './BeliefTable.tsx';
import { EveningInWords } from './Figures.tsx';
import { OwnPlace } from './OwnPlace.tsx';
import { countGaps, gapRows } from './gaps.ts';
import { SeatChoice } from './SeatChoice.tsx';

export interface RevealMapProps {
  readonly belief: readonly AreaBelief[];
  readonly truth: DebriefModel['truth'];
}

/** The first screen: what one's seat came to, then the country's evening, and what the seat believed, wiped to what was so. */
export function Reveal({
  model,
  Map,
}: {
  readonly model: DebriefModel;
  /** Draws the map of a belief and wipes it to the truth. */
  readonly Map: ComponentType<RevealMapProps>;
}) {
  const t = useTexts();
  const figures = useFigures();
  const { seats } = useExercise();
  const printing = usePrinting();
  const [chosen, setChosen] = useState<SeatId>(seats[0] ?? model.seats[0]!);
  const rows = useMemo(() => gapRows(model, chosen), [model, chosen]);
  const belief = model.belief.find(({ seat }) => seat === chosen)?.areas;
  const { hit, known } = countGaps(rows);
  const whose = seats.includes(chosen) ? 'yours' : 'theirs';
  return (
    <Section id="reveal" title={t('debrief:screen.reveal.title')}>
      <OwnPlace model={model} />
      <div className="reveal-pair">
        <div className="reveal-words">
          <EveningInWords model={model} />
          <BesideThen model={model} />
          <p className="debrief-gap">
            {t('debrief:screen.reveal.hit', { count: hit, hit: figures.count(hit) })}{' '}
            {hit > 0 &&
              t(`debrief:screen.reveal.${whose}${known === 0 ? 'None' : ''}`, {
                count: hit,
                seat: t(`play:seats.${chosen}.name`),
                known: figures.count(known),
              })}
          </p>
          <SeatChoice
            name="reveal-seat"
            label={t('debrief:screen.reveal.whose')}
            choices={model.seats}
            chosen={chosen}
            onChoose={setChosen}
          />
        </div>
        {belief !== undefined && <Map belief={belief} truth={model.truth} />}
      </div>
      {!printing && <BeliefTable rows={rows} seat={chosen} />}
    </Section>
  );
}
