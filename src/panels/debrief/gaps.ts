import type { DebriefModel, SeatId } from '../../session/playProtocol.ts';

/** A département counts as hit when more than this share of its attempts was not routed over the evening. */
export const HIT_SHARE = 0.05;

/** What a seat held of a département at the end. */
export type Belief = 'none' | 'hit' | 'clear' | 'contradicted';
/** What that was worth: texts under `debrief:screen.gaps`. */
export type Gap =
  | 'right'
  | 'unseen'
  | 'forgotten'
  | 'over'
  | 'wrongAlarm'
  | 'contradicted'
  | 'nothing'
  | 'tooFew';

export interface GapRow {
  readonly code: string;
  readonly belief: Belief;
  /** Share the seat believed lost; null when it had no figure. */
  readonly believed: number | null;
  readonly old: boolean;
  /** Share truly lost over the evening; null when there were too few attempts to say. */
  readonly truth: number | null;
  readonly gap: Gap;
}

/** What a seat believed of each département beside what was so, in the territory's order. */
export function gapRows(model: DebriefModel, seat: SeatId): GapRow[] {
  const shares = new Map(model.truth.map(({ code, share }) => [code, share]));
  const { areas = [], learnt = [] } = model.belief.find((each) => each.seat === seat) ?? {};
  const told = new Set(learnt);
  return areas.map(({ code, state, share, hit }) => {
    const belief: Belief =
      state === 'contradicted' ? state : state === 'unknown' ? 'none' : hit === false ? 'clear' : 'hit';
    const truth = shares.get(code) ?? null;
    return {
      code,
      belief,
      believed: share,
      old: state === 'old',
      truth,
      gap: gapOf(belief, truth, told.has(code)),
    };
  });
}

/** `told`: something named it to the seat as hit, at any time. "All is well everywhere" makes nobody know of a place. */
function gapOf(belief: Belief, truth: number | null, told: boolean): Gap {
  if (truth === null) return 'tooFew';
  const wasHit = truth >= HIT_SHARE;
  if (wasHit && !told) return 'unseen';
  if (belief === 'contradicted') return 'contradicted';
  if (belief === 'none') return wasHit ? 'forgotten' : 'nothing';
  if (belief === 'hit') return wasHit ? 'right' : 'wrongAlarm';
  // "Calm" is said of the end, the share is of the whole evening: the two do not contradict each other.
  return wasHit ? 'over' : 'right';
}

export interface GapCount {
  /** Départements hit, and those of them that the seat was told of as hit. */
  readonly hit: number;
  readonly known: number;
}

export function countGaps(rows: readonly GapRow[]): GapCount {
  const hit = rows.filter(({ truth }) => truth !== null && truth >= HIT_SHARE);
  return { hit: hit.length, known: hit.filter(({ gap }) => gap !== 'unseen').length };
}
