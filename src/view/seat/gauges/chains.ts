import type { Exercise } from '../../../exercise/exercise.ts';
import type { Source } from '../../../exercise/knowledge/knowledge.ts';
import type { SensorId } from '../../../scenario/play/sensors.ts';
import type { Gauge } from '../../seatView.ts';
import { placesOf } from '../../../exercise/knowledge/claims.ts';

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
  // What a relief lost had been reported all the same: a count never goes back.
  const lost = exercise.state.forgotten
    .filter(({ seat }) => seat === 'ministry')
    .map(({ holding }) => holding);
  const all = [...held.ministry, ...lost];
  return {
    kind: 'chains',
    chains: (Object.keys(CHAINS) as ChainId[]).map((chain) => {
      const reports = all.filter(({ source }) => cameBy(exercise, source, CHAINS[chain]));
      const letters = exercise.messages.flatMap(({ from, arrivedAt }) =>
        from === WRITERS[chain] && arrivedAt['ministry'] !== undefined ? [arrivedAt['ministry']] : [],
      );
      const areas = new Set<string>();
      let latest = letters.length === 0 ? null : Math.max(...letters);
      for (const { statement, since } of reports) {
        for (const area of placesOf(statements[statement]!.about) ?? []) areas.add(area);
        latest = Math.max(latest ?? 0, since);
      }
      for (const { statement } of all)
        if (writtenBy(exercise, statement, WRITERS[chain]))
          for (const area of placesOf(statements[statement]!.about) ?? []) areas.add(area);
      return { chain, reports: reports.length + letters.length, areas: [...areas].sort(), latest };
    }),
  };
}

/** Who writes to the ministry in each chain, beside its instrument. */
const WRITERS: Partial<Record<ChainId, string>> = { health: 'hospitals', prefects: 'prefects' };

/** What the ministry holds of calls that fail from a letter of the chain, once it has opened it. */
function writtenBy({ messages, knowledge }: Exercise, index: number, writer: string | undefined): boolean {
  const { says, type } = knowledge.statements[index]!;
  if (writer === undefined || (type !== 'emergency.affected' && type !== 'voice.degraded')) return false;
  return messages.some(
    ({ from, readAt, statements }) =>
      from === writer &&
      readAt['ministry'] !== undefined &&
      statements.some((each) => knowledge.statements[each]!.says === says),
  );
}

/** By the instrument itself, or by an act that looks at it. */
function cameBy(exercise: Exercise, source: Source, sensor: SensorId): boolean {
  switch (source.kind) {
    case 'instrument':
      return source.sensor === sensor;
    case 'act':
      return (
        exercise
          .actSpec(source.act)
          ?.effects.some((effect) => effect.op === 'sense' && effect.sensor === sensor) ?? false
      );
    default:
      return false;
  }
}
