import type { Point, Rect } from './geometry.ts';
import { clamp, contains, overlap } from './geometry.ts';
import type { Side, Track } from './track.ts';

/** A name to set beside its mark on the rim; sizes as measured. */
export interface LabelInput {
  readonly key: string;
  readonly at: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedLabel {
  readonly key: string;
  readonly side: Side;
  readonly rect: Rect;
  /** The mark, when the name stands away from it and a thin line must join them. */
  readonly leader: Point | null;
}

/** Distance between a mark and its name. */
const GAP = 5;
/** Least distance between two names, pixels. */
const AIR = 4;
/** A name left out costs more than any place. */
const LEFT_OUT = 1_000;
/** Enough to place an evening's names at their best; a crowd gets a good arrangement, not the best. */
const PATIENCE = 60_000;

/** Distance of a mark's centre from the inner edge of the rim, and half its size. */
export interface Mark {
  readonly depth: number;
  readonly size: number;
}

interface Candidate {
  readonly rect: Rect;
  /** The thin line to the mark, when the name stands away from it: no name may lie across it. */
  readonly stem: Rect | null;
  readonly cost: number;
}

function candidatesOf(
  side: Side,
  mark: Mark & Point,
  { width, height }: LabelInput,
  inner: Rect,
): Candidate[] {
  const { x, y } = mark;
  const low = inner.x + 4;
  const high = inner.x + inner.width - width - 4;
  const found: Candidate[] = [];
  const add = (left: number, top: number, cost: number): void => {
    const rect = { x: clamp(left, low, high), y: top, width, height };
    const up = Math.min(y, top + height);
    const down = Math.max(y, top);
    const away = y < top - 2 || y > top + height + 2;
    found.push({ rect, cost, stem: away ? { x: x - 2, y: up, width: 4, height: down - up } : null });
  };
  const before = x - mark.size - GAP - width;
  const after = x + mark.size + GAP;
  if (side === 'top' || side === 'bottom') {
    const away = side === 'top' ? 1 : -1;
    if (after <= high) add(after, y - height / 2, 0);
    if (before >= low) add(before, y - height / 2, 1);
    for (let row = 1; row <= 3; row++) {
      for (const [i, share] of [0.5, 0.12, 0.88].entries()) {
        add(x - width * share, y - height / 2 + away * row * (height + 3), 2 + 2 * row + i);
      }
    }
  } else {
    const left = side === 'right' ? before : after;
    [0, 0.3, -0.3, 0.6, -0.6, 0.9, -0.9, 1.3, -1.3, 1.8, -1.8, 2.4, -2.4].forEach((shift) => {
      add(left, y - height / 2 + shift * height, 4 * Math.abs(shift));
    });
  }
  return found;
}

const near = (a: Rect, b: Rect): boolean =>
  overlap({ x: a.x - AIR, y: a.y - AIR, width: a.width + 2 * AIR, height: a.height + 2 * AIR }, b);

const close = (a: Candidate, b: Candidate): boolean =>
  near(a.rect, b.rect) ||
  (a.stem !== null && overlap(a.stem, b.rect)) ||
  (b.stem !== null && overlap(b.stem, a.rect));

/** Names that can touch each other, directly or through others: each group is arranged by itself. */
function groupsOf(choices: readonly (readonly Candidate[])[]): number[][] {
  const group = choices.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (group[root] !== root) root = group[root];
    return root;
  };
  for (let i = 0; i < choices.length; i++) {
    for (let j = 0; j < i; j++) {
      if (choices[i].some((a) => choices[j].some((b) => close(a, b)))) group[rootOf(i)] = rootOf(j);
    }
  }
  const members = new Map<number, number[]>();
  choices.forEach((_, i) => members.set(rootOf(i), [...(members.get(rootOf(i)) ?? []), i]));
  return [...members.values()];
}

/** The cheapest choice for each name of a group, null for those left out: branch and bound. */
function arrange(choices: readonly (readonly Candidate[])[]): (Candidate | null)[] {
  // The least that the names still to place can cost: a branch that cannot win is not followed.
  const atLeast = [...choices.map(() => 0), 0];
  for (let i = choices.length - 1; i >= 0; i--) {
    atLeast[i] = atLeast[i + 1] + Math.min(LEFT_OUT, ...choices[i].map((choice) => choice.cost));
  }
  let best: (Candidate | null)[] = choices.map(() => null);
  let bestCost = Infinity;
  let steps = 0;
  const current: (Candidate | null)[] = [];
  const search = (i: number, cost: number): void => {
    if (cost + atLeast[i] >= bestCost || steps++ > PATIENCE) return;
    if (i === choices.length) {
      best = [...current];
      bestCost = cost;
      return;
    }
    for (const choice of choices[i]) {
      if (current.some((other) => other !== null && close(other, choice))) continue;
      current.push(choice);
      search(i + 1, cost + choice.cost);
      current.pop();
    }
    current.push(null);
    search(i + 1, cost + LEFT_OUT);
    current.pop();
  };
  search(0, 0);
  return best;
}

/**
 * Sets names beside the marks of the rim without any overlap, neither between them nor with what lies on the table:
 * the arrangement that leaves out fewest names, then keeps them nearest to their marks. A name for which there is no
 * room stays in the text beside the table.
 */
export function placeLabels(
  track: Track,
  inner: Rect,
  labels: readonly LabelInput[],
  obstacles: readonly Rect[],
  mark: Mark,
): PlacedLabel[] {
  const marks = labels.map((label) => {
    const { inner: edge, inward, side } = track.place(label.at);
    const x = edge.x + inward.x * mark.depth;
    const y = edge.y + inward.y * mark.depth;
    const size = mark.size + 2;
    return { label, side, x, y, rect: { x: x - size, y: y - size, width: 2 * size, height: 2 * size } };
  });
  const inside = (rect: Rect): boolean =>
    contains(inner, rect.x - 2, rect.y - 2) &&
    contains(inner, rect.x + rect.width + 2, rect.y + rect.height + 2);
  const choices = marks.map(({ label, side, x, y }, own) =>
    candidatesOf(side, { ...mark, x, y }, label, inner).filter(
      ({ rect }) =>
        inside(rect) &&
        obstacles.every((each) => !overlap(each, rect)) &&
        marks.every((other, i) => i === own || !overlap(other.rect, rect)),
    ),
  );
  const best = choices.map((): Candidate | null => null);
  for (const group of groupsOf(choices)) {
    arrange(group.map((i) => choices[i])).forEach((choice, k) => (best[group[k]] = choice));
  }
  const placed: PlacedLabel[] = [];
  best.forEach((choice, i) => {
    if (choice === null) return;
    const { label, side, x, y } = marks[i];
    const { rect } = choice;
    const beside = y > rect.y - 2 && y < rect.y + rect.height + 2;
    placed.push({ key: label.key, side, rect, leader: beside ? null : { x, y } });
  });
  return placed;
}
