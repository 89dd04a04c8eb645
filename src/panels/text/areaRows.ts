import { lossShare } from '../../client/figures.ts';
import type { ScenarioInfo } from '../../session/protocol.ts';
import type { AreaView } from '../../view/eveningView.ts';

export const AREA_COLUMNS = [
  'code',
  'area',
  'attempts',
  'unrouted',
  'share',
  'share15',
  'answered',
  'waiting',
] as const;
export type AreaColumn = (typeof AREA_COLUMNS)[number];
export interface AreaSort {
  readonly column: AreaColumn;
  readonly descending: boolean;
}

export interface AreaRow {
  readonly code: string;
  readonly area: string;
  readonly attempts: number;
  readonly unrouted: number;
  readonly share: number | null;
  readonly share15: number | null;
  readonly answered: number;
  readonly waiting: number;
  readonly tenDigit: AreaView['tenDigit'];
  readonly goneAround: boolean;
}

/** Rows of the table of départements; an unknown share sorts last in both directions, ties by code. */
export function areaRows(
  areas: readonly AreaView[],
  scenario: ScenarioInfo | null,
  sort: AreaSort,
  language: string,
): readonly AreaRow[] {
  const names = new Map(scenario?.areas.map(({ code, name }) => [code, name]));
  const rows = areas.map((area): AreaRow => ({
    code: area.code,
    area: names.get(area.code) ?? area.code,
    attempts: area.attempts,
    unrouted: area.unrouted,
    share: lossShare(area.unrouted, area.attempts),
    share15: lossShare(area.unrouted15, area.attempts15),
    answered: area.answered,
    waiting: area.waiting[0] + area.waiting[1] + area.waiting[2],
    tenDigit: area.tenDigit,
    goneAround: area.goneAround,
  }));
  const { column, descending } = sort;
  const sign = descending ? -1 : 1;
  return rows.sort((a, b) => {
    const x = a[column];
    const y = b[column];
    const byCode = a.code.localeCompare(b.code, 'en');
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byCode;
    if (typeof x === 'string' || typeof y === 'string')
      return sign * String(x).localeCompare(String(y), language);
    return sign * (x - y) || byCode;
  });
}
