import type { Gauge } from './seatView.ts';
import type { TableInstrument } from './tableModel.ts';

/** Samples after everything else, latest first. */
const rank = (gauge: Gauge): number => (gauge.kind === 'sample' ? -gauge.at : -Infinity);

/** What a seat measures by itself, as the table shows it, samples last and latest first; the servers are the lanterns. */
export function buildInstruments(gauges: readonly Gauge[]): TableInstrument[] {
  return gauges
    .toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
    .flatMap((gauge): TableInstrument[] => {
      switch (gauge.kind) {
        case 'servers':
          return [];
        case 'voice':
          return [
            {
              kind: 'series',
              key: 'voice',
              start: gauge.start,
              step: gauge.step,
              values: gauge.refused,
              usual: null,
              unit: 'share',
            },
          ];
        case 'complaints':
          return [{ kind: 'figure', key: 'complaints', value: gauge.perHour, usual: gauge.usual }];
        case 'rooms':
          return [
            ...gauge.rooms.map((room) => ({
              kind: 'room' as const,
              key: room.room,
              arrived: room.arrived15,
              usual: room.usual15,
              repeated: room.repeated15,
              waiting: room.waiting,
              cut: room.cut15,
              toCallBack: room.toCallBack,
            })),
            {
              kind: 'series',
              key: 'rooms',
              start: gauge.start,
              step: gauge.step,
              values: gauge.arrived,
              usual: gauge.usual,
              unit: 'count',
            },
          ];
        case 'chains':
          return gauge.chains.map(({ chain, reports, areas, latest }) => ({
            kind: 'chain',
            key: chain,
            reports,
            areas: areas.length,
            latest,
          }));
        case 'cases':
          return gauge.cases.map(({ id, people, before, state }) => ({
            kind: 'case',
            key: id,
            people,
            before,
            state,
          }));
        case 'sample':
          return [
            {
              kind: 'sample',
              key: String(gauge.statement),
              tries: gauge.tries,
              passed: gauge.passed,
              numbers: gauge.numbers,
              low: gauge.low,
              high: gauge.high,
              at: gauge.at,
            },
          ];
      }
    });
}
