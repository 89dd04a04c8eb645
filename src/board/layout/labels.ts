import type { Rect } from './geometry.ts';
import { clamp, overlap } from './geometry.ts';
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
}

/** Distance of a mark's centre from the inner edge of the rim, and half its size. */
export const MARK_DEPTH = 13;
export const MARK_SIZE = 6;
const GAP = 5;

/**
 * Sets names beside the marks of the rim without any overlap: on the long sides on the mark's own row, else on the
 * row behind; on the short sides one above the other. Marks of other names are obstacles too. A name for which
 * there is no room is left out (it stays in the text beside the table and under the pointer).
 */
export function placeLabels(
  track: Track,
  inner: Rect,
  labels: readonly LabelInput[],
  rows = 2,
): PlacedLabel[] {
  const marks = labels.map((label) => {
    const { inner: edge, inward, side } = track.place(label.at);
    const x = edge.x + inward.x * MARK_DEPTH;
    const y = edge.y + inward.y * MARK_DEPTH;
    const size = MARK_SIZE + 2;
    return { label, side, x, y, rect: { x: x - size, y: y - size, width: 2 * size, height: 2 * size } };
  });
  const placed: PlacedLabel[] = [];
  const free = (rect: Rect, own: number): boolean =>
    marks.every((mark, i) => i === own || !overlap(mark.rect, rect)) &&
    placed.every((other) => !overlap(other.rect, rect));

  marks.forEach(({ label, side, x, y }, own) => {
    const { key, width, height } = label;
    const candidates: Rect[] = [];
    if (side === 'top' || side === 'bottom') {
      const away = side === 'top' ? 1 : -1;
      for (let row = 0; row < rows; row++) {
        const top = y - height / 2 + away * row * (height + 3);
        const low = inner.x + 4;
        const high = inner.x + inner.width - width - 4;
        // After its mark, before it, then (behind) under it.
        if (row === 0) {
          candidates.push({ x: x + MARK_SIZE + GAP, y: top, width, height });
          candidates.push({ x: x - MARK_SIZE - GAP - width, y: top, width, height });
        } else {
          for (const share of [0.5, 0.15, 0.85]) {
            candidates.push({ x: clamp(x - width * share, low, high), y: top, width, height });
          }
        }
      }
    } else {
      const left = side === 'right' ? x - MARK_SIZE - GAP - width : x + MARK_SIZE + GAP;
      for (const shift of [0, 0.5, -0.5, 0.75, -0.75, 1, -1]) {
        candidates.push({ x: left, y: y - height / 2 + shift * height, width, height });
      }
    }
    const rect = candidates.find(
      (each) =>
        each.x >= inner.x + 2 &&
        each.x + each.width <= inner.x + inner.width - 2 &&
        each.y >= inner.y + 2 &&
        each.y + each.height <= inner.y + inner.height - 2 &&
        free(each, own),
    );
    if (rect) placed.push({ key, side, rect });
  });
  return placed;
}
