import type { Exercise } from '../../../exercise/exercise.ts';
import type { Source } from '../../../exercise/knowledge.ts';
import type { SensorId } from '../../../scenario/play/sensors.ts';
import type { Gauge } from '../../seatView.ts';
import { placesOf } from '../claims.ts';

type ChainsGauge = Extract<Gauge, { kind: 'chains' }>;
type ChainId = ChainsGauge['chains'][number]['chain'];

/** Instrument behind each chain of reports. */
const CHAINS = {
  civilSecurity: 'ministry.roomReports',
  health: 'ministry.healthChain',
  police: 'ministry.policeChain',
  prefects: 'ministry.prefects',
} as const satisfies Record<ChainId, SensorId>;

/** What each chain has reported so far, as the ministry holds it. */
export function chainsGauge(exercise: Exercise): ChainsGauge {
  const { held, statements } = exercise.knowledge;
  return {
    kind: 'chains',
    chains: (Object.keys(CHAINS) as ChainId[]).map((chain) => {
      const reports = held.ministry.filter(({ source }) => cameBy(exercise, source, CHAINS[chain], chain));
      const areas = new Set<string>();
      let latest: number | null = null;
      for (const { statement, since } of reports) {
        for (const area of placesOf(statements[statement]!.about) ?? []) areas.add(area);
        latest = Math.max(latest ?? 0, since);
      }
      return { chain, reports: reports.length, areas: [...areas].sort(), latest };
    }),
  };
}

/** By the instrument itself, by an act that looks at it, or by a message of the prefects. */
function cameBy(exercise: Exercise, source: Source, sensor: SensorId, chain: ChainId): boolean {
  switch (source.kind) {
    case 'instrument':
      return source.sensor === sensor;
    case 'act':
      return (
        exercise
          .actSpec(source.act)
          ?.effects.some((effect) => effect.op === 'sense' && effect.sensor === sensor) ?? false
      );
    case 'message':
      return chain === 'prefects' && source.from === 'prefects';
    default:
      return false;
  }
}
