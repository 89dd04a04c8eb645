import { aggregate } from '../debrief/aggregate.ts';
import type { SimulationReport, Times } from '../debrief/aggregate.ts';
import { deviation, mean } from '../debrief/statistics.ts';
import type { Holder } from '../exercise/setup.ts';
import { MINUTE } from '../kernel/time.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import type { PlayedEvening } from './playPlan.ts';
import type { SimulationPlan } from './simulationPlan.ts';

/** Why a command of a file was refused, and in how many evenings. */
export interface RefusedCommand {
  readonly line: number;
  readonly at: number;
  readonly code: string;
  readonly evenings: number;
}

/**
 * Many evenings with machines in all seats: what `simulate --json` prints. `times` are minutes after the trigger at
 * which things were done (null: in no evening), `contentTimes` those at which they had their content;
 * `firstValidNumber` is the first person served by a substitute number.
 */
export type PlayReport = SimulationReport & {
  readonly scenario: string;
  readonly doctrine: Readonly<Record<SeatId, string>>;
  readonly measures: readonly string[];
  readonly contentTimes: Times;
  readonly documentedTimes: Readonly<Record<string, number | null>>;
  /** Evenings by their true cause. */
  readonly causes: Readonly<Record<string, number>>;
  readonly commands: { readonly given: number; readonly refused: readonly RefusedCommand[] };
};

const doctrineOf = (holder: Holder): string => (holder.by === 'machine' ? holder.doctrine : holder.by);

export function playReport(
  { setup, commands }: SimulationPlan,
  played: readonly PlayedEvening[],
): PlayReport {
  const rows = played[0]!.milestones;
  const timeOf = (pick: (row: PlayedEvening['milestones'][number]) => number | null) =>
    Object.fromEntries(
      rows.map(({ id }, i) => {
        const minutes = played.flatMap(({ milestones }) => {
          const at = pick(milestones[i]!);
          return at === null ? [] : [at / MINUTE];
        });
        const came = { mean: mean(minutes), sd: deviation(minutes), evenings: minutes.length };
        return [id, minutes.length === 0 ? null : came];
      }),
    );
  const done = timeOf(({ act }) => act);
  const content = timeOf((row) => row.content);
  const counted = aggregate(
    played.map(({ summary }) => summary),
    {},
  );
  const causes: Record<string, number> = {};
  for (const { cause } of played) causes[cause] = (causes[cause] ?? 0) + 1;
  const { orange, ministry, anssi, services } = setup.seats;
  return {
    ...counted,
    scenario: setup.scenario,
    doctrine: {
      orange: doctrineOf(orange),
      ministry: doctrineOf(ministry),
      anssi: doctrineOf(anssi),
      services: doctrineOf(services),
    },
    measures: setup.measures,
    times: {
      ...done,
      firstValidNumber: content['firstNumberPublished'] ?? null,
      // By the losses themselves, as they were counted: nobody has to say that it is over.
      restored: counted.times['restored'] ?? null,
    },
    contentTimes: content,
    documentedTimes: Object.fromEntries(
      rows.map(({ id, documented }) => [id, documented === null ? null : documented / MINUTE]),
    ),
    causes,
    commands: { given: commands.length, refused: refusedCommands(played) },
  };
}

function refusedCommands(played: readonly PlayedEvening[]): RefusedCommand[] {
  const found = new Map<string, RefusedCommand>();
  for (const { refused } of played)
    for (const { line, at, refusal } of refused) {
      const key = `${line} ${refusal.code}`;
      const before = found.get(key)?.evenings ?? 0;
      found.set(key, { line, at, code: refusal.code, evenings: before + 1 });
    }
  return [...found.values()].sort((a, b) => a.line - b.line);
}
