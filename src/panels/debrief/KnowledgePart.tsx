import { formatClock } from '../../client/clockTime.ts';
import { useTexts } from '../../client/hooks.ts';
import type { DebriefModel, KnowledgeRow, SeatId } from '../../session/playProtocol.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { useDebriefWords } from './useDebriefWords.ts';
import { Fold } from './Fold.tsx';

/** What has no truth of its own before somebody says it rightly: "never true" would say that it was false. */
const NEVER: Readonly<Partial<Record<KnowledgeRow['fact'], string>>> = {
  'workaround.crosses': 'notSettled',
  'emergency.tested': 'notSettled',
  'workaround.tested': 'notSettled',
  'restoration.eta': 'noneKept',
};

const never = ({ fact, seats }: KnowledgeRow): string =>
  Object.values(seats).some((cell) => cell?.pending === true) ? 'pending' : (NEVER[fact] ?? 'notTrue');

/** Who knew what when: facts by seats. */
export function KnowledgePart({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const rows = model.knowledge.filter(
    (row) => row.true !== null || model.seats.some((seat) => row.seats[seat] !== null),
  );
  return (
    <Fold id="debrief-knowledge" title={t('debrief:screen.knowledge.title')}>
      <p>{t('debrief:screen.knowledge.lead')}</p>
      <DataTable caption={t('debrief:screen.knowledge.title')} focusable>
        <thead>
          <tr>
            <th scope="col">{t('debrief:screen.knowledge.fact')}</th>
            <th scope="col">{t('debrief:screen.knowledge.trueSince')}</th>
            {model.seats.map((seat) => (
              <th key={seat} scope="col">
                {t(`play:seats.${seat}.name`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.fact}>
              <th scope="row">{t(`play:facts.${row.fact}.statement`)}</th>
              <td>
                {row.true === null ? t(`debrief:screen.knowledge.${never(row)}`) : formatClock(row.true)}
              </td>
              {model.seats.map((seat) => (
                <td key={seat}>
                  <Held cell={row.seats[seat]} said={row.said[seat]} seat={seat} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Fold>
  );
}

function Held({
  cell,
  said,
  seat,
}: {
  readonly cell: KnowledgeRow['seats'][SeatId];
  readonly said: KnowledgeRow['said'][SeatId];
  readonly seat: SeatId;
}) {
  const t = useTexts();
  const words = useDebriefWords();
  if (cell === null)
    return (
      <span className="quiet">
        {said === null
          ? t('debrief:screen.knowledge.never')
          : t('debrief:screen.knowledge.saidUnheld', { time: formatClock(said.at) })}
      </span>
    );
  const { source } = cell;
  return (
    <>
      <span className="nowrap">
        {formatClock(cell.at)}{' '}
        <span className={cell.wasTrue ? 'held-true' : cell.pending ? 'quiet' : 'held-false'}>
          {t(`debrief:screen.knowledge.${cell.wasTrue ? 'true' : cell.pending ? 'pending' : 'false'}`)}
        </span>
      </span>
      {cell.areas !== null && (
        <span className="under">
          {t('debrief:screen.knowledge.ofPlaces', { places: words.detail({ areas: cell.areas }) })}
        </span>
      )}
      <span className="under">{words.sourceOf(source, seat)}</span>
      {cell.falseAt !== null && cell.falseAt < cell.at && (
        <span className="under">
          {t('debrief:screen.knowledge.falseFirst', { time: formatClock(cell.falseAt) })}
        </span>
      )}
      {said !== null && (said.at < cell.at || (said.wasTrue && !cell.wasTrue)) && (
        <span className="under">
          {t(
            said.at < cell.at ? 'debrief:screen.knowledge.saidBefore' : 'debrief:screen.knowledge.saidTrue',
            {
              time: formatClock(said.at),
            },
          )}
        </span>
      )}
    </>
  );
}
