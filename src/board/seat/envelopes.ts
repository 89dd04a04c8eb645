import type { Channel } from '../../session/playProtocol.ts';
import type { TableEnvelope } from '../../view/tableModel.ts';
import { share } from '../hash.ts';
import type { Point, Rect } from '../layout/geometry.ts';
import type { SeatLayout } from './seatLayout.ts';

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

/** Who has no mat, in the order of their gates along the head of the table. */
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

const centre = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });

/**
 * Where messages of an actor leave and arrive: the middle of its mat, or a gate at the head of the table for who has
 * none.
 */
export function homeOf(layout: SeatLayout, actor: string): Point {
  const mat = layout.mats.find(({ seat }) => seat === actor);
  if (mat) return centre(mat.rect);
  const { lanternRow, inner } = layout;
  const gate = Math.max(0, GATES.indexOf(actor));
  return {
    x: lanternRow.x + (lanternRow.width * (gate + 1)) / (GATES.length + 1),
    y: inner.y + 12,
  };
}

/** From and to, with the bend that keeps two messages of one way apart. */
export interface Way {
  readonly from: Point;
  readonly bend: Point;
  readonly to: Point;
}

export function wayOf(layout: SeatLayout, envelope: Pick<TableEnvelope, 'key' | 'from' | 'to'>): Way {
  const from = homeOf(layout, envelope.from);
  const to = homeOf(layout, envelope.to);
  const lean = (share(seedOf(envelope.key), 5) - 0.5) * 0.5;
  return {
    from,
    to,
    bend: {
      x: (from.x + to.x) / 2 - (to.y - from.y) * lean,
      y: (from.y + to.y) / 2 + (to.x - from.x) * lean,
    },
  };
}

export function along({ from, bend, to }: Way, t: number): Point {
  const a = (1 - t) * (1 - t);
  const b = 2 * t * (1 - t);
  const c = t * t;
  return { x: a * from.x + b * bend.x + c * to.x, y: a * from.y + b * bend.y + c * to.y };
}
