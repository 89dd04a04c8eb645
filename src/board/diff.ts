import { lossStep } from '../client/tokens.ts';
import type {
  BoardArea,
  BoardCounter,
  BoardFlow,
  BoardModel,
  BoardServer,
  BoardToken,
} from '../view/boardModel.ts';

/** What changed between two models, by key: all that the picture is told. */
export interface BoardDiff {
  /** The clock went back, or too far ahead to be watched: what is in flight goes, figures are set at once. */
  readonly jumped: boolean;
  /** Départements whose class of loss changed. */
  readonly recoloured: readonly BoardArea[];
  /** Départements whose warmth or badge changed enough to be seen. */
  readonly towns: readonly BoardArea[];
  readonly servers: readonly BoardServer[];
  readonly flows: readonly BoardFlow[];
  readonly counters: readonly BoardCounter[];
  /** Any mark of the rim added, removed or passed. */
  readonly tokens: readonly BoardToken[] | null;
  readonly light: number | null;
  readonly callsPerFlow: number | null;
  readonly selected: string | null | undefined;
}

/** Steps of the light from the centre: it dims by steps too small to be noticed one by one. */
export const LIGHT_STEPS = 12;
/** More than this (ms of exercise) between two models is a jump. */
const JUMP = 15 * 60_000;

/** 0..LIGHT_STEPS for a share lost over the country; full dimness at 25 %. */
export const lightStep = (loss: number): number => Math.round(Math.min(1, loss / 0.25) * LIGHT_STEPS);
export const warmthStep = (warmth: number): number => Math.round(warmth * 10);
const fillStep = (fill: number): number => Math.round(fill * 100);

const sameServer = (a: BoardServer, b: BoardServer): boolean =>
  fillStep(a.fill) === fillStep(b.fill) &&
  a.modulesUp === b.modulesUp &&
  a.modules === b.modules &&
  a.state === b.state;

const sameTokens = (a: readonly BoardToken[], b: readonly BoardToken[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every((token, i) => token.key === b[i].key && token.passed === b[i].passed && token.at === b[i].at));

function byKey<T extends { readonly key: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.key, item]));
}

export function diffBoard(before: BoardModel | null, after: BoardModel): BoardDiff {
  const areas = byKey(before?.areas ?? []);
  const servers = byKey(before?.servers ?? []);
  const counters = byKey(before?.counters ?? []);
  const flown = new Set(before?.flows.map((flow) => flow.key));
  const recoloured: BoardArea[] = [];
  const towns: BoardArea[] = [];
  for (const area of after.areas) {
    const old = areas.get(area.key);
    if (!old || lossStep(old.loss) !== lossStep(area.loss)) recoloured.push(area);
    if (!old || warmthStep(old.warmth) !== warmthStep(area.warmth) || old.badge !== area.badge)
      towns.push(area);
  }
  const jumped = before === null || after.at < before.at || after.at - before.at > JUMP;
  return {
    jumped,
    recoloured,
    towns,
    servers: after.servers.filter((server) => {
      const old = servers.get(server.key);
      return !old || !sameServer(old, server);
    }),
    // A model applied twice (a resize, a pause) must not send its calls twice.
    flows: after.flows.filter((flow) => !flown.has(flow.key)),
    counters: after.counters.filter((counter) => {
      const old = counters.get(counter.key);
      return !old || old.value !== counter.value || old.ordinary !== counter.ordinary;
    }),
    tokens: before && sameTokens(before.track.tokens, after.track.tokens) ? null : after.track.tokens,
    light: before && lightStep(before.lossNow) === lightStep(after.lossNow) ? null : lightStep(after.lossNow),
    callsPerFlow: before?.callsPerFlow === after.callsPerFlow ? null : after.callsPerFlow,
    selected: before && before.selected === after.selected ? undefined : after.selected,
  };
}
