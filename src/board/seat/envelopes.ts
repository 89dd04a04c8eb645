import type { Channel } from '../../session/playProtocol.ts';
import type { TableEnvelope } from '../../view/tableModel.ts';
import { share } from '../hash.ts';
import { clamp, overlap, type Point, type Rect } from '../layout/geometry.ts';
import type { MatBox, SeatLayout } from './seatLayout.ts';

const MINUTE = 60_000;
/** How long a message is usually on its way, exercise ms: how far along it is drawn, which nobody knows. */
const USUAL: Readonly<Record<Channel, number>> = {
  phone: 4 * MINUTE,
  bridge: 10 * MINUTE,
  email: 15 * MINUTE,
  crisis: 3 * MINUTE,
  radio: 3 * MINUTE,
  public: 15 * MINUTE,
};

/** Share of its way a message on its way has gone: always less than all of it, for who sent it cannot see it arrive. */
export function gone({ channel, at }: Pick<TableEnvelope, 'channel' | 'at'>, now: number): number {
  const elapsed = Math.max(0, now - at);
  return 0.12 + 0.76 * (elapsed / (elapsed + 0.6 * USUAL[channel]));
}

/** Who has no mat, in the order of their gates along the head of the map. */
const GATES: readonly string[] = [
  'primeMinister',
  'vendor',
  'prefects',
  'customers',
  'operators',
  'public',
  'neighbours',
  'press',
  'hospitals',
];

/** A number that depends on a text alone. */
export function seedOf(text: string): number {
  let seed = 7;
  for (let i = 0; i < text.length; i++) seed = (Math.imul(seed, 31) + text.charCodeAt(i)) | 0;
  return seed;
}

/** Half of what is carried, and a little air. */
const halfOf = (layout: SeatLayout): number => Math.round(layout.font.small * 0.95) + 3;
/** As high as messages go: below the lanterns, their names and their figures, over the map alone. */
const highest = (layout: SeatLayout): number =>
  layout.lanternRow.y + layout.lanternRow.height + halfOf(layout);
/** Places along a mat's edge, the middle first. */
const ALONG = [0.5, 0.75, 0.25, 0.9, 0.1];

/**
 * Where messages of a mat leave and arrive: outside it, before the edge that faces the map, where no words lie if there
 * is such a place.
 */
function dockOf(layout: SeatLayout, { rect, shape }: MatBox): Point {
  const half = halfOf(layout);
  const { beliefs, insets, legend, instruments, mats } = layout;
  const top = highest(layout);
  const below = shape === 'chip';
  const above = shape === 'broad' || (!below && rect.y >= beliefs.y + beliefs.height);
  const places = ALONG.map((share): Point => {
    if (above || below) {
      const x = shape === 'broad' ? beliefs.x + beliefs.width * share : rect.x + rect.width * share;
      return { x, y: above ? rect.y - half : Math.max(top, rect.y + rect.height + half) };
    }
    const left = rect.x < beliefs.x;
    return {
      x: left ? rect.x + rect.width + half : rect.x - half,
      y: Math.max(top, rect.y + rect.height * share),
    };
  });
  const words: readonly Rect[] = [
    ...insets.flatMap(({ rect: inset, label }) => [inset, label]),
    ...hoursOf(layout),
    legend,
    instruments,
    ...mats.map((mat) => mat.rect),
  ];
  // How much of what is written it would cover there.
  const covered = ({ x, y }: Point): number =>
    words.reduce((sum, other) => {
      const wide = Math.min(x + half, other.x + other.width) - Math.max(x - half, other.x);
      const high = Math.min(y + half, other.y + other.height) - Math.max(y - half, other.y);
      return sum + Math.max(0, wide) * Math.max(0, high);
    }, 0);
  const costs = places.map(covered);
  return places[costs.indexOf(Math.min(...costs))]!;
}

/** Where messages of an actor leave and arrive: beside its mat, or a gate at the head of the map for who has none. */
export function homeOf(layout: SeatLayout, actor: string): Point {
  const mat = layout.mats.find(({ seat }) => seat === actor);
  if (mat) return dockOf(layout, mat);
  const { lanternRow } = layout;
  const half = halfOf(layout);
  const y = highest(layout);
  // Beside the hour, where that stands at the head of the map.
  const from = hoursOf(layout).reduce(
    (x, hour) =>
      hour.y < y + half && y - half < hour.y + hour.height ? Math.max(x, hour.x + hour.width) : x,
    lanternRow.x,
  );
  const width = lanternRow.x + lanternRow.width - from - 2 * half;
  const gate = Math.max(0, GATES.indexOf(actor));
  return { x: from + half + (width * (gate + 0.5)) / GATES.length, y };
}

/** What day and hour it is, as written on the map. */
const hoursOf = ({ clock, date }: SeatLayout): readonly Rect[] => [
  { x: clock.x, y: clock.y, width: clock.width, height: clock.cell.height },
  date,
];

/** From and to, with the bend that keeps two messages of one way apart. */
export interface Way {
  readonly from: Point;
  readonly bend: Point;
  readonly to: Point;
}

/** Where along a way what it lies on is looked at. */
const LOOKS = Array.from({ length: 20 }, (_, i) => 0.12 + 0.04 * i);

export function wayOf(layout: SeatLayout, envelope: Pick<TableEnvelope, 'key' | 'from' | 'to'>): Way {
  const from = homeOf(layout, envelope.from);
  const to = homeOf(layout, envelope.to);
  const lean = (share(seedOf(envelope.key), 5) - 0.5) * 0.5;
  const { beliefs } = layout;
  const half = halfOf(layout);
  // Over the map all the way: a curve stays between its points, and no mat lies there.
  const bent = (x: number, y: number): Way => ({
    from,
    to,
    bend: {
      x: clamp(x, beliefs.x + half, beliefs.x + beliefs.width - half),
      y: clamp(y, highest(layout), beliefs.y + beliefs.height - half),
    },
  });
  const leaning = (by: number): Way =>
    bent((from.x + to.x) / 2 - (to.y - from.y) * by, (from.y + to.y) / 2 + (to.x - from.x) * by);
  // The way that lies least on what is written, the straightest among equals.
  const ways = [
    leaning(lean),
    leaning(-lean),
    bent(to.x, from.y),
    bent(from.x, to.y),
    bent(beliefs.x + beliefs.width * 0.7, (from.y + to.y) / 2),
    bent(beliefs.x + beliefs.width, (from.y + to.y) / 2),
  ];
  const written = writtenOn(layout);
  const over = ways.map(
    (way) =>
      LOOKS.filter((t) => {
        const { x, y } = along(way, t);
        const icon = { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
        return written.some((words) => words.width > 0 && overlap(icon, words));
      }).length,
  );
  return ways[over.indexOf(Math.min(...over))]!;
}

/** Words and figures on the map. */
const writtenOn = (layout: SeatLayout): readonly Rect[] => [
  ...layout.insets.map(({ label }) => label),
  ...hoursOf(layout),
];

export function along({ from, bend, to }: Way, t: number): Point {
  const a = (1 - t) * (1 - t);
  const b = 2 * t * (1 - t);
  const c = t * t;
  return { x: a * from.x + b * bend.x + c * to.x, y: a * from.y + b * bend.y + c * to.y };
}
