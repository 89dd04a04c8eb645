import type { TFunction } from 'i18next';
import { MEASURES } from '../debrief/aggregate.ts';
import type { SimulationReport } from '../debrief/aggregate.ts';
import { errorParams } from '../scenario/errors.ts';
import type { ScenarioError } from '../scenario/errors.ts';
import type { Complaint } from './complaint.ts';
import type { End, ParameterSensitivity } from './sensitivity.ts';
import { table } from './table.ts';
import type { Language } from './texts.ts';

/** One line, whatever the text or its values hold. */
export function sayComplaint({ key, params }: Complaint, t: TFunction): string {
  const text =
    key === 'cli:error.scenario'
      ? t('cli:error.scenario', {
          where: whereOf(params),
          what: t(`errors:${params['code']}`, params),
          more: Number(params['more']) > 0 ? t('cli:error.more', { count: Number(params['more']) }) : '',
        })
      : t(key, params);
  return text.replaceAll(/\s*\n\s*/g, ' ').trim();
}

export function sayScenarioError(error: ScenarioError, t: TFunction): string {
  return t(`errors:${error.code}`, errorParams(error)).replaceAll(/\s*\n\s*/g, ' ');
}

function whereOf(params: Complaint['params']): string {
  const file = String(params['file'] ?? '');
  if (file === '') return '';
  return params['line'] === undefined ? `${file}: ` : `${file}:${params['line']}: `;
}

const COLUMNS = ['mean', 'sd', 'p05', 'p50', 'p95'] as const;
const BREAKDOWNS = ['byHour', 'byNumber', 'byOrigin', 'byCause', 'byServer'] as const;

interface Formats {
  readonly count: (value: number) => string;
  readonly ratio: (value: number) => string;
  readonly percent: (value: number) => string;
}

function formatsOf(language: Language): Formats {
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
export function simulationText(report: SimulationReport, t: TFunction, language: Language): string {
  const { count, ratio, percent } = formatsOf(language);
  const formatOf = (name: (typeof MEASURES)[number]): Formats['count'] => {
    if (name === 'unroutedShare') return percent;
    return name === 'attemptsPerPerson' ? ratio : count;
  };
  const parts = [
    t('cli:simulate.title', { count: report.runs }),
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
  const times = Object.entries(report.times).map(([key, time]) => [
    t(`cli:time.${key}`),
    time === null ? '—' : count(time.mean),
  ]);
  parts.push(table([[t('cli:breakdown.times'), t('cli:column.minutes')], ...times]));
  return parts.join('\n\n');
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
