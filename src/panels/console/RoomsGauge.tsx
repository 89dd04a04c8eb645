import { useFigures, useTexts } from '../../client/hooks.ts';
import { areaName } from '../../client/places.ts';
import { useExercise } from '../../client/playHooks.ts';
import type { Gauge } from '../../view/seatView.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { Spark } from './Spark.tsx';

const MINUTE = 60_000;
const SECOND = 1000;

/** The three rooms of the département: what came in a quarter of an hour, and what should have come. */
export function RoomsGauge({ gauge }: { readonly gauge: Extract<Gauge, { kind: 'rooms' }> }) {
  const t = useTexts();
  const figures = useFigures();
  const { scenario } = useExercise();
  const total = (pick: (room: (typeof gauge.rooms)[number]) => number): number =>
    gauge.rooms.reduce((sum, room) => sum + pick(room), 0);
  const arrived = total(({ arrived15 }) => arrived15);
  const usual = total(({ usual15 }) => usual15);
  const repeated = total(({ repeated15 }) => repeated15);
  const area = areaName(scenario, gauge.area);
  return (
    <div>
      <h4>{t('console:gauges.rooms', { area })}</h4>
      <p className="gauge-main">
        {t('console:gauges.arrived', { arrived: figures.count(arrived), usual: figures.count(usual) })}{' '}
        <strong>{t('console:gauges.insisted', { count: repeated })}</strong>
      </p>
      <Spark
        series={[
          { name: 'usual', values: gauge.usual },
          { name: 'now', values: gauge.arrived },
        ]}
        most={Math.max(1, ...gauge.usual, ...gauge.arrived)}
      />
      <ul className="legend" aria-hidden="true">
        <li>{t('console:gauges.nowLegend')}</li>
        <li className="legend-reference">{t('console:gauges.usualLegend')}</li>
      </ul>
      <p className="quiet">{t('console:gauges.roomsNote')}</p>
      <DataTable caption={t('console:gauges.rooms', { area })} focusable>
        <thead>
          <tr>
            <th scope="col">{t('console:gauges.room')}</th>
            <th scope="col" className="number">
              {t('console:gauges.came')}
            </th>
            <th scope="col" className="number">
              {t('console:gauges.waiting')}
            </th>
            <th scope="col" className="number">
              {t('console:gauges.takers')}
            </th>
            <th scope="col" className="number">
              {t('console:gauges.cut')}
            </th>
          </tr>
        </thead>
        <tbody>
          {gauge.rooms.map((room) => (
            <tr key={room.room}>
              <th scope="row">{t(`panels:place.room.${room.room}`)}</th>
              <td className="number">
                {t('console:gauges.ofUsual', {
                  came: figures.count(room.arrived15),
                  usual: figures.count(room.usual15),
                })}
              </td>
              <td className="number">
                {figures.count(room.waiting)}
                {room.longestWait > 0 && (
                  <span className="under">
                    {t('console:gauges.longest', { minutes: figures.decimal(room.longestWait / MINUTE, 1) })}
                  </span>
                )}
                <span className="under">
                  {t('console:gauges.delay', { seconds: figures.count(room.delay15 / SECOND) })}
                </span>
                {room.gaveUp15 > 0 && (
                  <span className="under">{t('console:gauges.gaveUp', { count: room.gaveUp15 })}</span>
                )}
              </td>
              <td className="number">
                {t('console:gauges.talking', { talking: room.talking, takers: room.takers })}
              </td>
              <td className="number">
                {figures.count(room.cut15)}
                {room.toCallBack > 0 && (
                  <span className="under">{t('console:gauges.toCallBack', { count: room.toCallBack })}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}
