import type { TFunction } from 'i18next';
import { settledSetup } from '../exercise/home.ts';
import { REHEARSERS, rehearsedEvening } from '../exercise/tempo/rehearsalPeople.ts';
import type { Rehearser } from '../exercise/tempo/rehearsalPeople.ts';
import { rehearse } from '../exercise/tempo/rehearse.ts';
import type { Stretch } from '../exercise/tempo/rehearse.ts';
import { clock, SECOND } from '../kernel/time.ts';
import { CORE_SEATS } from '../scenario/play/vocabulary.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import { readGround } from './ground.ts';
import { readSeeds } from './options.ts';
import type { OptionKinds, Options } from './options.ts';
import { Progress } from './progress.ts';
import { formatsOf } from './readable.ts';
import { readDoctrines, readSeats, SETUP_OPTIONS, setupOf } from './setupOptions.ts';
import { table } from './table.ts';
import type { Language } from './texts.ts';
import { DEFAULT_SCENARIO, valueOf } from './world.ts';

export const REHEARSE_OPTIONS: OptionKinds = { ...SETUP_OPTIONS, seat: 'text', seeds: 'text' };

/** The operation begins: what comes before is the routine of the afternoon. */
const FROM = clock('16:44');

/** One seat, rehearsed by one kind of person over the seeds: what a `rehearse` line says. Times are real seconds. */
export interface RehearsedSeat {
  readonly seat: SeatId;
  readonly who: Rehearser;
  readonly evenings: number;
  /** Fewest and most automatic pauses of an evening, and of any act of it. */
  readonly stops: readonly [fewest: number, most: number];
  readonly stopsOfAct: readonly [fewest: number, most: number];
  readonly dilemmas: readonly [fewest: number, most: number];
  readonly items: readonly [fewest: number, most: number];
  /** Most items that came in the time that the reading budget gives to five. */
  readonly busiest: number;
  /** Real time of the shortest and of the longest evening, stops apart. */
  readonly real: readonly [shortest: number, longest: number];
  /** Longest stretch with nothing new at all, and with nothing to decide upon. */
  readonly quiet: number;
  readonly undecided: number;
  /** Evenings out of `evenings` on which each dilemma opened. */
  readonly opened: Readonly<Record<string, number>>;
}

export interface RehearseReport {
  readonly scenario: string;
  readonly doctrine: string;
  readonly seats: readonly RehearsedSeat[];
}

/** Evenings of a person alone in each seat asked for, who does nothing or follows the doctrine of the others. */
export function rehearseSeats({ texts }: Options): RehearseReport {
  const ground = readGround(texts['scenario']?.[0] ?? DEFAULT_SCENARIO);
  const seeds = readSeeds(texts['seeds']?.[0] ?? '1..4');
  const seats = texts['seat'] === undefined ? CORE_SEATS : readSeats(texts['seat'][0]);
  const doctrines = readDoctrines(texts['doctrine']?.[0], 'willing-2021');
  const progress = new Progress(seats.length * REHEARSERS.length * seeds.length);
  const rows = seats.flatMap((seat) =>
    REHEARSERS.map((who): RehearsedSeat => {
      const evenings = seeds.map((seed) => {
        const asked = { texts, flags: new Set<string>(), positionals: [] };
        const setup = valueOf(settledSetup(setupOf(asked, ground, seed, doctrines[seat], [seat]), ground));
        const evening = rehearsedEvening(setup, ground, seat, who, doctrines[seat]);
        progress.advance();
        const opened = evening.exercise.choices.filter((choice) => choice.seat === seat);
        return {
          ...rehearse(evening, seat, FROM, setup.to),
          opened: opened.map(({ dilemma }) => dilemma),
        };
      });
      const ids = ground.play.dilemmas.filter((dilemma) => dilemma.seat === seat).map(({ id }) => id);
      return {
        seat,
        who,
        evenings: seeds.length,
        stops: rangeOf(evenings.map(({ stops }) => stops)),
        stopsOfAct: rangeOf(evenings.flatMap(({ stopsByAct }) => stopsByAct)),
        dilemmas: rangeOf(evenings.map(({ dilemmas }) => dilemmas)),
        items: rangeOf(evenings.map(({ items }) => items)),
        busiest: Math.max(...evenings.map(({ busiest }) => busiest)),
        real: rangeOf(evenings.map(({ real }) => Math.round(real / SECOND))),
        quiet: longest(evenings.map(({ longestQuiet }) => longestQuiet)),
        undecided: longest(evenings.map(({ longestIdle }) => longestIdle)),
        opened: Object.fromEntries(
          ids.map((id) => [id, evenings.filter(({ opened }) => opened.includes(id)).length]),
        ),
      };
    }),
  );
  progress.end();
  return { scenario: ground.file.id, doctrine: doctrines.orange, seats: rows };
}

const rangeOf = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];

const longest = (stretches: readonly Stretch[]): number =>
  Math.round(Math.max(...stretches.map(({ real }) => real)) / SECOND);

export function rehearsedText({ seats }: RehearseReport, t: TFunction, language: Language): string {
  const { count, percent } = formatsOf(language);
  const span = ([fewest, most]: readonly [number, number]): string =>
    fewest === most ? count(most) : `${count(fewest)}–${count(most)}`;
  const minutes = (seconds: number): string => count(Math.round(seconds / 60));
  const columns = [
    'stops',
    'stopsOfAct',
    'dilemmas',
    'items',
    'busiest',
    'real',
    'quiet',
    'undecided',
  ] as const;
  const rows = seats.map((row) => [
    t('cli:rehearse.row', { seat: t(`cli:seat.${row.seat}`), who: t(`cli:rehearse.who.${row.who}`) }),
    span(row.stops),
    span(row.stopsOfAct),
    span(row.dilemmas),
    span(row.items),
    count(row.busiest),
    `${minutes(row.real[0])}–${minutes(row.real[1])} min`,
    t('cli:rehearse.seconds', { seconds: row.quiet }),
    t('cli:rehearse.seconds', { seconds: row.undecided }),
  ]);
  const shares = seats.map(({ seat, who, opened, evenings }) =>
    [
      t('cli:rehearse.row', { seat: t(`cli:seat.${seat}`), who: t(`cli:rehearse.who.${who}`) }),
      ...Object.entries(opened).map(([id, times]) => `${id} ${percent(times / evenings)}`),
    ].join('  '),
  );
  return [
    t('cli:rehearse.title', { count: seats[0]?.evenings ?? 0 }),
    table([['', ...columns.map((column) => t(`cli:rehearse.${column}`))], ...rows]),
    [t('cli:rehearse.opened'), ...shares].join('\n'),
  ].join('\n\n');
}
