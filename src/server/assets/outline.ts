/**
 * Plane geometry for the map's generation: simplification that keeps neighbours' borders common, label points.
 * A ring is a flat array x0, y0, x1, y1… without its first point repeated.
 */
export type Ring = number[];

export function bboxOf(rings: readonly Ring[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      box[0] = Math.min(box[0], ring[i]);
      box[1] = Math.min(box[1], ring[i + 1]);
      box[2] = Math.max(box[2], ring[i]);
      box[3] = Math.max(box[3], ring[i + 1]);
    }
  }
  return box;
}

export function areaOf(ring: Ring): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    twice += ring[j] * ring[i + 1] - ring[i] * ring[j + 1];
  }
  return Math.abs(twice) / 2;
}

function distanceToSegment(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length2));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}

/** Distance to the ring, negative outside. */
function depthIn(ring: Ring, x: number, y: number): number {
  let inside = false;
  let distance = Infinity;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const ax = ring[j];
    const ay = ring[j + 1];
    const bx = ring[i];
    const by = ring[i + 1];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    distance = Math.min(distance, distanceToSegment(x, y, ax, ay, bx, by));
  }
  return inside ? distance : -distance;
}

/** The point of the ring farthest from its edge (to about 1 % of its size): where a label sits best. */
export function labelPoint(ring: Ring): [number, number] {
  const [x0, y0, x1, y1] = bboxOf([ring]);
  let step = Math.max(x1 - x0, y1 - y0) / 24;
  let best: [number, number] = [(x0 + x1) / 2, (y0 + y1) / 2];
  let depth = depthIn(ring, best[0], best[1]);
  const look = (fromX: number, fromY: number, toX: number, toY: number): void => {
    for (let x = fromX; x <= toX; x += step) {
      for (let y = fromY; y <= toY; y += step) {
        const d = depthIn(ring, x, y);
        if (d > depth) {
          depth = d;
          best = [x, y];
        }
      }
    }
  };
  look(x0, y0, x1, y1);
  for (let round = 0; round < 3; round++) {
    const [bx, by] = best;
    const reach = step;
    step /= 4;
    look(bx - reach, by - reach, bx + reach, by + reach);
  }
  return best;
}

/** Douglas-Peucker on an open line of points, ends kept. */
function simplifyLine(line: readonly number[], tolerance: number): number[] {
  const n = line.length / 2;
  const keep = new Uint8Array(n);
  keep[0] = 1;
  keep[n - 1] = 1;
  const stack: [number, number][] = [[0, n - 1]];
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [from, to] = span;
    let far = -1;
    let distance = tolerance;
    for (let i = from + 1; i < to; i++) {
      const d = distanceToSegment(
        line[2 * i],
        line[2 * i + 1],
        line[2 * from],
        line[2 * from + 1],
        line[2 * to],
        line[2 * to + 1],
      );
      if (d > distance) {
        distance = d;
        far = i;
      }
    }
    if (far >= 0) {
      keep[far] = 1;
      stack.push([from, far], [far, to]);
    }
  }
  return line.filter((_, i) => keep[i >> 1] === 1);
}

const keyOf = (x: number, y: number): string => `${x.toFixed(2)},${y.toFixed(2)}`;
const count = (mark: string): number => mark.split('+').length;

/**
 * Simplifies rings that share borders. Points where the set of neighbours changes are kept and each border between
 * two of them is simplified once, in a direction that does not depend on the side it is read from: no gap, no overlap.
 */
export function simplifyTogether(shapes: readonly (readonly Ring[])[], tolerance: number): Ring[][] {
  const owners = new Map<string, Set<number>>();
  shapes.forEach((rings, shape) => {
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i += 2) {
        const key = keyOf(ring[i], ring[i + 1]);
        const set = owners.get(key) ?? new Set<number>();
        set.add(shape);
        owners.set(key, set);
      }
    }
  });
  const signature = (ring: Ring, i: number): string =>
    [...(owners.get(keyOf(ring[2 * i], ring[2 * i + 1])) ?? [])].sort((a, b) => a - b).join('+');

  const simplifyRing = (ring: Ring): Ring => {
    const n = ring.length / 2;
    const marks = Array.from({ length: n }, (_, i) => signature(ring, i));
    const fixed: number[] = [];
    for (let i = 0; i < n; i++) {
      const before = marks[(i + n - 1) % n];
      const after = marks[(i + 1) % n];
      // Where three shapes meet, and at both ends of a border with one neighbour.
      if (count(marks[i]) > 2 || (count(marks[i]) > 1 && (before !== marks[i] || after !== marks[i])))
        fixed.push(i);
    }
    if (fixed.length < 2) {
      // An island, or a hole's filling: two far points stand for the ends.
      const key = (i: number): string => keyOf(ring[2 * i], ring[2 * i + 1]);
      let first = 0;
      for (let i = 1; i < n; i++) if (key(i) < key(first)) first = i;
      fixed.length = 0;
      fixed.push(...[first, (first + (n >> 1)) % n].sort((a, b) => a - b));
    }
    const out: Ring = [];
    fixed.forEach((from, k) => {
      const to = fixed[(k + 1) % fixed.length];
      const line: number[] = [];
      for (let i = from; ; i = (i + 1) % n) {
        line.push(ring[2 * i], ring[2 * i + 1]);
        if (i === to && line.length > 2) break;
      }
      const backwards = keyOf(line[0], line[1]) > keyOf(line[line.length - 2], line[line.length - 1]);
      const simple = backwards
        ? reversed(simplifyLine(reversed(line), tolerance))
        : simplifyLine(line, tolerance);
      out.push(...simple.slice(0, -2));
    });
    return out;
  };
  return shapes.map((rings) => rings.map(simplifyRing));
}

function reversed(line: readonly number[]): number[] {
  const out: number[] = [];
  for (let i = line.length - 2; i >= 0; i -= 2) out.push(line[i], line[i + 1]);
  return out;
}
