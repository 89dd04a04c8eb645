import { actAtOnce, actsThatMatter, eveningOf, judgedActs } from '../debrief/actsAtOnce.ts';
import type { ActAtOnce } from '../debrief/actsAtOnce.ts';
import { judgedSeats, seatFigures } from '../debrief/choiceTests.ts';
import type { ChoiceVerdict, SeatFigures } from '../debrief/choiceTests.ts';
import type { MeasureWorth } from '../debrief/debriefModel.ts';
import { t975 } from '../debrief/differences.ts';
import { measuresTonight } from '../debrief/measureWorth.ts';
import { CallersOfSeeds } from '../debrief/rerun.ts';
import { mean, standardError } from '../debrief/statistics.ts';
import { ofSeed } from '../debrief/variants.ts';
import type { ExerciseGround } from '../exercise/open.ts';
import type { ExerciseSetup } from '../exercise/setup.ts';
import { formatsOf } from './readable.ts';
import { table } from './table.ts';
import type { TFunction } from 'i18next';
import type { Language } from './texts.ts';

/** Figures that take many evenings a seed: seats and acts for the tests of choices, the worth of every measure. */
export interface FiguresPlan {
  readonly kind: 'seats' | 'acts' | 'worth';
  readonly setup: ExerciseSetup;
  readonly ground: ExerciseGround;
  /** Acts to try; all those that matter when absent. */
  readonly only?: readonly string[];
}
export type SeedFigures = readonly SeatFigures[] | readonly ActAtOnce[] | readonly MeasureWorth[];

/** Computes the figures of one seed. */
export function figuresOf({ kind, setup, ground, only }: FiguresPlan, seed: number): SeedFigures {
  const where = { setup, ground };
  if (kind === 'seats') return seatFigures(where, seed);
  if (kind === 'acts') {
    const evening = eveningOf(where, seed, new CallersOfSeeds(setup, ground));
    const acts = actsThatMatter(ground).filter(({ id }) => only?.includes(id) ?? true);
    return acts.flatMap((act) => actAtOnce(where, act, seed, evening) ?? []);
  }
  const score = ofSeed({ setup, ground, commands: [], until: setup.to }, seed);
  const steps = measuresTonight(score, null, { otherSeeds: 0 });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** What `choices` prints. `acts` is empty unless they were asked for. */
export interface ChoicesReport {
  readonly evenings: number;
  readonly seats: readonly ChoiceVerdict[];
  readonly acts: readonly ChoiceVerdict[];
}

export function choicesReport(
  evenings: number,
  seats: readonly SeedFigures[],
  acts: readonly SeedFigures[],
): ChoicesReport {
  return {
    evenings,
    seats: judgedSeats(seats.flat() as SeatFigures[]),
    acts: judgedActs(acts.flat() as ActAtOnce[]).toSorted((a, b) => b.figure - a.figure),
  };
}

export function choicesText(
  { evenings, seats, acts }: ChoicesReport,
  t: TFunction,
  language: Language,
): string {
  const { percent, ratio } = formatsOf(language);
  const rowOf = ({ test, subject, figure, second, passes }: ChoiceVerdict): string[] => [
    `${t(`cli:choices.${test}`)} · ${subject}`,
    percent(figure),
    second === null ? '' : test === 'greedy' ? ratio(second) : percent(second),
    t(passes ? 'cli:choices.passes' : 'cli:choices.fails'),
  ];
  const head = ['', t('cli:choices.figure'), t('cli:choices.second'), ''];
  const parts = [t('cli:choices.title', { count: evenings })];
  if (seats.length > 0) parts.push(table([head, ...seats.map(rowOf)]));
  if (acts.length > 0) parts.push(table([head, ...acts.map(rowOf)]));
  return parts.join('\n\n');
}

/** A measure's worth over evenings with its 95 % interval; negative figures are spared. */
export interface WorthRow {
  readonly measure: string;
  readonly unrouted: number;
  readonly unroutedInterval: readonly [low: number, high: number];
  readonly neverServed: number;
  readonly neverServedInterval: readonly [low: number, high: number];
}

function withInterval(values: readonly number[]): [mean: number, interval: [low: number, high: number]] {
  const middle = mean(values);
  const half = t975(values.length - 1) * standardError(values);
  return [middle, [middle - half, middle + half]];
}

/** Puts the worth of measures on each seed together. Needs two seeds: one evening has no interval. */
export function worthRows(bySeed: readonly SeedFigures[]): WorthRow[] {
  const rows = bySeed.flat() as MeasureWorth[];
  return [...new Set(rows.map(({ measure }) => measure))].map((measure) => {
    const mine = rows.filter((row) => row.measure === measure);
    const [unrouted, unroutedInterval] = withInterval(mine.map((row) => row.unrouted));
    const [neverServed, neverServedInterval] = withInterval(mine.map((row) => row.neverServed));
    return { measure, unrouted, unroutedInterval, neverServed, neverServedInterval };
  });
}

export function worthText(
  rows: readonly WorthRow[],
  evenings: number,
  t: TFunction,
  language: Language,
): string {
  const { count: format } = formatsOf(language);
  // Nothing is nothing: no "-0".
  const count = (value: number): string => format(Math.round(value) || 0);
  const interval = ([low, high]: readonly [number, number]): string => `[${count(low)} ; ${count(high)}]`;
  return [
    t('cli:worth.title', { count: evenings }),
    table([
      ['', t('cli:measure.unrouted'), '', t('cli:measure.neverServed'), ''],
      ...rows.map((row) => [
        row.measure,
        count(row.unrouted),
        interval(row.unroutedInterval),
        count(row.neverServed),
        interval(row.neverServedInterval),
      ]),
    ]),
  ].join('\n\n');
}
