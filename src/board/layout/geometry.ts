/** Plain geometry of the table, in CSS pixels from the top left corner of its parent. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a drawing's own frame lies: point = origin + scale × own point. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export const contains = (a: Rect, x: number, y: number): boolean =>
  x >= a.x && x <= a.x + a.width && y >= a.y && y <= a.y + a.height;

export const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, value));

/** Fits a box (x0, y0, x1, y1 of its own frame) in the middle of a rectangle. */
export function fit(box: readonly number[], into: Rect): Placement {
  const scale = Math.min(into.width / (box[2] - box[0]), into.height / (box[3] - box[1]));
  return {
    scale,
    x: into.x + (into.width - scale * (box[2] - box[0])) / 2 - scale * box[0],
    y: into.y + (into.height - scale * (box[3] - box[1])) / 2 - scale * box[1],
  };
}
