import { formatClock } from '../../client/clockTime.ts';
import { useFigures, useTexts } from '../../client/hooks.ts';
import { clockMinutes } from '../../kernel/time.ts';
import type { DebriefModel, OwnFigure, SeatId } from '../../session/playProtocol.ts';
import { DataTable } from '../parts/DataTable.tsx';

/** Steps of trust by their rank. */
const TRUST = ['given', 'watched', 'lost'] as const;

/** A figure of a seat in words. */
export function useOwnFigure(): (figure: OwnFigure) => string {
  const t = useTexts();
  const figures = useFigures();
  return ({ unit, value }) => {
    if (value === null) return t('debrief:own.never');
    switch (unit) {
      case 'count':
        return figures.count(value);
      case 'percent':
        return figures.share(value / 100);
      case 'clock':
        return formatClock(value);
      case 'minutes':
        return t('debrief:own.minutes', { minutes: figures.count(value) });
      case 'trust':
        return t(`play:trust.${TRUST[value]!}`);
    }
  };
}

/** What a seat itself can move, tonight beside 2021 and beside the book in that seat alone. */
export function OwnFigures({ model, seat }: { readonly model: DebriefModel; readonly seat: SeatId }) {
  const t = useTexts();
  const words = useOwnFigure();
  const own = model.own.find((each) => each.seat === seat);
  if (own === undefined) return null;
  const book = model.reach?.bookOwn.find((each) => each.seat === seat)?.figures;
  // Hours are told with what they are sooner or later than in 2021.
  const tonight = (figure: OwnFigure, then: OwnFigure): string => {
    const hour = words(figure);
    if (figure.unit !== 'clock' || figure.value === null || then.value === null) return hour;
    const minutes = clockMinutes(figure.value, then.value);
    if (minutes === 0) return hour;
    return t(`debrief:own.${minutes > 0 ? 'sooner' : 'later'}`, { hour, minutes: Math.abs(minutes) });
  };
  return (
    <div className="own-figures">
      <DataTable caption={t('debrief:own.head', { seat: t(`play:seats.${seat}.name`) })} focusable>
        <thead>
          <tr>
            <th scope="col">{t('debrief:own.figure')}</th>
            {(['screen.tonight', 'screen.ghost', 'own.book'] as const).map((column) => (
              <th key={column} scope="col" className="number">
                {t(`debrief:${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {own.tonight.map((figure, i) => (
            <tr key={figure.key}>
              <th scope="row">{t(`debrief:own.${figure.key}`)}</th>
              <td className="number">{tonight(figure, own.ghost[i]!)}</td>
              <td className="number">{words(own.ghost[i]!)}</td>
              <td className="number">{book === undefined ? t('debrief:own.computing') : words(book[i]!)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}
