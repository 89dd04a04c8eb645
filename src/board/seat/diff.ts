import type { TableModel } from '../../view/tableModel.ts';

/** What changed between two models, part by part: what is painted again. */
export interface TableDiff {
  /** Another evening, the clock gone back, or far ahead: nothing walks or flies there. */
  readonly jumped: boolean;
  readonly map: boolean;
  readonly lanterns: boolean;
  readonly instruments: boolean;
  readonly marks: boolean;
  /** Seats whose mats changed. */
  readonly mats: readonly string[];
  readonly selected: boolean;
}

/** More than this (ms of exercise) between two models is a jump. */
const JUMP = 8 * 60_000;

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** A figure as finely as it is drawn. */
const drawnServer = ({
  key,
  state,
  fill,
  losing,
  modulesUp,
  modules,
}: TableModel['servers'][number]): string =>
  `${key} ${state} ${Math.round(fill * 100)} ${Math.round(losing * 100)} ${modulesUp}/${modules}`;

export function diffTable(before: TableModel | null, after: TableModel): TableDiff {
  const fresh = before === null || before.focus !== after.focus;
  return {
    jumped: before === null || after.at < before.at || after.at - before.at > JUMP,
    map: fresh || !same(before.areas, after.areas) || !same(before.pins, after.pins),
    lanterns: fresh || !same(before.servers.map(drawnServer), after.servers.map(drawnServer)),
    instruments:
      fresh || !same(before.instruments, after.instruments) || !same(before.arrivals, after.arrivals),
    marks:
      before === null ||
      before.track.tokens.length !== after.track.tokens.length ||
      after.track.tokens.some((token, i) => {
        const old = before.track.tokens[i];
        return old?.key !== token.key || old.passed !== token.passed;
      }),
    mats: after.mats
      .filter((mat) => {
        const old = before?.mats.find(({ seat }) => seat === mat.seat);
        return fresh || !same(old, mat);
      })
      .map(({ seat }) => seat),
    selected: before === null || before.selected !== after.selected,
  };
}

/** Steps of the ladders of who plays, and the three acts of the evening: a bell rings when one is passed. */
export function phaseOf(model: TableModel): string {
  const own = model.mats.find(({ seat }) => seat === model.focus);
  const minutes = model.at / 60_000;
  const act = minutes < 18 * 60 + 45 ? 1 : minutes < 20 * 60 + 30 ? 2 : 3;
  return `${act} ${model.focus} ${own?.ladders.map(({ at }) => at).join(' ') ?? ''}`;
}
