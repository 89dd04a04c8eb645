import type { TFunction } from 'i18next';
import { MEASURES } from '../debrief/aggregate.ts';
import type { LogError } from '../exercise/log/logErrors.ts';
import { secondsText } from '../exercise/log/readLog.ts';
import { errorParams } from '../scenario/errors.ts';
import type { ScenarioError } from '../scenario/errors.ts';
import type { Complaint } from './complaint.ts';
import type { End, ParameterSensitivity } from './sensitivity.ts';
import type { PlayReport } from './simulationReport.ts';
import { table } from './table.ts';
import type { Language } from './texts.ts';

/** One line, whatever the text or its values hold. */
export function sayComplaint({ key, params }: Complaint, t: TFunction): string {
  return oneLine(sentenceOf(key, params, t));
}

function sentenceOf(key: string, params: Complaint['params'], t: TFunction): string {
  if (key === 'cli:error.file')
    return t('cli:error.file', { ...params, what: t(`errors:${params['code']}`, params) });
  if (key !== 'cli:error.scenario') return t(key, params);
  return t('cli:error.scenario', {
    where: whereOf(params),
    what: t(`errors:${params['code']}`, params),
    more: Number(params['more']) > 0 ? t('cli:error.more', { count: Number(params['more']) }) : '',
  });
}

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ').trim();

export function sayLogError({ code, params }: LogError, t: TFunction): string {
  return oneLine(t(`errors:${code}`, params));
}

export function sayScenarioError(error: ScenarioError, t: TFunction): string {
  return oneLine(t(`errors:${error.code}`, errorParams(error)));
}

function whereOf(params: Complaint['params']): string {
  const file = String(params['file'] ?? '');
  if (file === '') return '';
  return params['line'] === undefined ? `${file}: ` : `${file}:${params['line']}: `;
}

const COLUMNS = ['mean', 'sd', 'p05', 'p50', 'p95'] as const;
const BREAKDOWNS = ['byHour', 'byNumber', 'byOrigin', 'byCause', 'byServer'] as const;

export interface Formats {
  readonly count: (value: number) => string;
  readonly ratio: (value: number) => string;
  readonly percent: (value: number) => string;
}

export function formatsOf(language: Language): Formats {
  const number = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(language, options);
    return (value: number): string => format.format(value);
  };
  return {
    count: number({ maximumFractionDigits: 0 }),
    ratio: number({ minimumFractionDigits: 3, maximumFractionDigits: 3 }),
    percent: number({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  };
}

/** The report of `simulate` for a person: headline figures, then the breakdowns that fit on a screen. */
export function simulationText(report: PlayReport, t: TFunction, language: Language): string {
  const { count, ratio, percent } = formatsOf(language);
  const formatOf = (name: (typeof MEASURES)[number]): Formats['count'] => {
    if (name === 'unroutedShare') return percent;
    return name === 'attemptsPerPerson' ? ratio : count;
  };
  const parts = [
    t('cli:simulate.title', { count: report.runs }),
    playedBy(report, t),
    table([
      ['', ...COLUMNS.map((column) => t(`cli:column.${column}`))],
      ...MEASURES.map((name) => [
        t(`cli:measure.${name}`),
        ...COLUMNS.map((column) => formatOf(name)(report[name][column])),
      ]),
    ]),
  ];
  for (const name of BREAKDOWNS) {
    const rows = Object.entries(report[name]).map(([key, { attempts, unrouted }]) => [
      t(`cli:${name}.${key}`, { defaultValue: key }),
      count(attempts),
      count(unrouted),
      attempts > 0 ? percent(unrouted / attempts) : '',
    ]);
    const head = [
      t(`cli:breakdown.${name}`),
      t('cli:column.attempts'),
      t('cli:column.unrouted'),
      t('cli:column.share'),
    ];
    parts.push(table([head, ...rows]));
  }
  parts.push(table(timeRows(report, count, t)));
  for (const { line, at, code, evenings } of report.commands.refused)
    parts.push(
      t('cli:simulate.refused', {
        line,
        at: secondsText(at),
        why: t(`cli:refusal.${code}`),
        count: evenings,
        of: report.runs,
      }),
    );
  return parts.join('\n\n');
}

/** Who plays, what was prepared, what the true causes were. */
function playedBy({ doctrine, measures, causes, scenario }: PlayReport, t: TFunction): string {
  const seats = Object.entries(doctrine).map(
    ([seat, id]) => `${t(`cli:seat.${seat}`)} ${t(`cli:doctrine.${id}`)}`,
  );
  const drawn = Object.entries(causes).map(([cause, evenings]) => `${t(`cli:cause.${cause}`)} ${evenings}`);
  return [
    t('cli:simulate.scenario', { scenario }),
    t('cli:simulate.doctrines', { list: seats.join(', ') }),
    t('cli:simulate.measures', {
      list: measures.length === 0 ? t('cli:simulate.noMeasure') : measures.join(', '),
    }),
    t('cli:simulate.causes', { list: drawn.join(', ') }),
  ].join('\n');
}

/** By milestone: when it was done, when it had its content, when it came on 2 June 2021. */
function timeRows(
  { times, contentTimes, documentedTimes }: PlayReport,
  count: Formats['count'],
  t: TFunction,
): string[][] {
  const cell = (minutes: number | null | undefined): string =>
    minutes === null || minutes === undefined ? '—' : count(minutes);
  return [
    [t('cli:breakdown.times'), t('cli:column.minutes'), t('cli:column.content'), t('cli:column.documented')],
    ...Object.keys(documentedTimes).map((key) => [
      t(`cli:time.${key}`),
      cell(times[key]?.mean),
      cell(contentTimes[key]?.mean),
      cell(documentedTimes[key]),
    ]),
  ];
}

/** The sensitivities for a person: the change in unrouted attempts and in people never served, at each end. */
export function sensitivityText(
  found: readonly ParameterSensitivity[],
  seeds: number,
  t: TFunction,
  language: Language,
): string {
  const { count } = formatsOf(language);
  const signed = new Intl.NumberFormat(language, { signDisplay: 'exceptZero', maximumFractionDigits: 0 });
  const plain = new Intl.NumberFormat(language, { maximumSignificantDigits: 6 });
  const cells = (end: End | null): string[] =>
    end === null
      ? ['—', '', '']
      : [
          plain.format(end.value),
          `${signed.format(end.unrouted.change)} ± ${count(end.unrouted.se)}`,
          `${signed.format(end.neverServed.change)} ± ${count(end.neverServed.se)}`,
        ];
  const ofEnd = ['unrouted', 'neverServed'].map((name) => t(`cli:column.${name}`));
  return [
    t('cli:sensitivity.title', { count: seeds }),
    table([
      [
        t('cli:column.parameter'),
        t('cli:column.status'),
        t('cli:column.value'),
        t('cli:column.low'),
        ...ofEnd,
        t('cli:column.high'),
        ...ofEnd,
      ],
      ...found.map(({ parameter, status, value, low, high }) => [
        parameter,
        t(`cli:status.${status}`),
        plain.format(value),
        ...cells(low),
        ...cells(high),
      ]),
    ]),
  ].join('\n\n');
}
