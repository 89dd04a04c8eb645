import type { TableInstrument, TableModel } from '../../../view/tableModel.ts';
import { share } from '../../hash.ts';
import { fit, type Placement, type Point, type Rect } from '../../layout/geometry.ts';
import type { Ink } from '../../paint/canvas.ts';
import type { SeatContext } from '../context.ts';
import { face, line, ROW } from './words.ts';

/** Calls a mark of a room stands for, at most. */
const MOST_A_MARK = 4;

function pathOf(rings: readonly (readonly number[])[], place: Placement): Path2D {
  const path = new Path2D();
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const x = place.x + place.scale * ring[i]!;
      const y = place.y + place.scale * ring[i + 1]!;
      if (i === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    path.closePath();
  }
  return path;
}

function pour(ink: Ink, path: Path2D, colour: string): void {
  ink.fillStyle = colour;
  ink.fill(path);
}

/** A room's quarter of an hour: calls that came as full marks, those that a usual evening brings and did not, empty. */
export function paintRoom(
  ink: Ink,
  context: SeatContext,
  rect: Rect,
  room: Extract<TableInstrument, { kind: 'room' }>,
): number {
  const { tokens, t, layout } = context;
  const { small } = layout.font;
  const row = small * ROW;
  ink.font = face(small, true);
  // One width for the three, that of the longest.
  const nameWidth = Math.max(small * 3.7, ink.measureText('18-112').width + small * 0.6);
  line(ink, room.key, { ...rect, width: nameWidth, height: row }, face(small, true), tokens.ink);
  const x = rect.x + nameWidth;
  const words =
    room.waiting > 0
      ? t('table:seat.instrument.waiting', { count: room.waiting })
      : t('table:seat.instrument.cut', { count: room.cut });
  ink.font = face(small);
  const tail = Math.min(rect.width * 0.42, Math.max(small * 5.4, ink.measureText(words).width + 1));
  const width = rect.width - nameWidth - tail - 6;
  const most = Math.max(1, room.usual, room.arrived);
  const radius = small * 0.2;
  const pitch = radius * 2 + 2.5;
  const slots = Math.max(1, Math.floor(width / pitch));
  const worth = Math.max(1, Math.ceil(most / slots));
  if (worth > MOST_A_MARK) {
    // Marks that stand for many calls each say less than the two figures.
    const counts = { arrived: Math.round(room.arrived), usual: Math.round(room.usual) };
    const beside = { ...rect, x: rect.x + nameWidth, width: rect.width - nameWidth, height: row };
    const full = t('table:seat.instrument.ofUsual', counts);
    ink.font = face(small);
    const fits = ink.measureText(full).width <= beside.width;
    const figures = fits ? full : t('table:seat.instrument.ofUsualShort', counts);
    line(ink, figures, beside, face(small), tokens.ink, 'right');
    return row;
  }
  line(
    ink,
    words,
    { x: rect.x + rect.width - tail, y: rect.y, width: tail, height: row },
    face(small),
    tokens.muted,
    'right',
  );
  const came = Math.round(room.arrived / worth);
  const should = Math.max(came, Math.round(room.usual / worth));
  for (let i = 0; i < Math.min(slots, should); i++) {
    ink.beginPath();
    ink.arc(x + pitch * (i + 0.5), rect.y + row / 2, i < came ? radius : radius - 0.4, 0, 2 * Math.PI);
    if (i < came) {
      ink.fillStyle = tokens.town;
      ink.fill();
    } else {
      ink.strokeStyle = tokens.muted;
      ink.lineWidth = 1;
      ink.stroke();
    }
  }
  return row;
}

/** The département itself, with a mark for each call of the last 15 minutes and an empty one for each that is missing. */
export function paintOutlines(
  ink: Ink,
  context: SeatContext,
  rect: Rect,
  { area, arrived, usual, repeated }: NonNullable<TableModel['arrivals']>,
  hue: string,
): void {
  const { map, tokens, layout, t } = context;
  const shape = map.areas.find(({ code }) => code === area);
  if (!shape) return;
  const { small } = layout.font;
  const row = small * ROW;
  const words =
    repeated === 0
      ? t('table:seat.instrument.insistedNone')
      : t('table:seat.instrument.insisted', { count: repeated });
  line(
    ink,
    words,
    { ...rect, y: rect.y + rect.height - row, height: row },
    face(small, repeated > 0),
    repeated > 0 ? tokens.ink : tokens.muted,
    'center',
  );
  const into = { x: rect.x + 4, y: rect.y + 4, width: rect.width - 8, height: rect.height - row - 8 };
  const place = fit(shape.bbox, into);
  const path = pathOf(shape.rings, place);
  pour(ink, path, tokens.unknown);
  ink.strokeStyle = hue;
  ink.lineWidth = 1.8;
  ink.lineJoin = 'round';
  ink.stroke(path);
  const total = Math.max(arrived, usual);
  const worth = Math.max(1, Math.ceil(total / 90));
  const marks = Math.round(total / worth);
  const came = Math.round(arrived / worth);
  const radius = Math.max(
    2.4,
    Math.min(4.6, Math.sqrt((into.width * into.height) / Math.max(1, marks)) * 0.17),
  );
  const [x0, y0, x1, y1] = shape.bbox as [number, number, number, number];
  const taken: Point[] = [];
  // The same places every time: a call that comes fills the next outline, wherever it lies.
  for (let i = 0; taken.length < marks && i < marks * 40; i++) {
    const x = place.x + place.scale * (x0 + (x1 - x0) * share(i, 11));
    const y = place.y + place.scale * (y0 + (y1 - y0) * share(i, 12));
    // Apart from each other as long as there is room.
    const apart = i < marks * 30 ? 2.3 * radius : 0;
    if (taken.some((other) => (other.x - x) ** 2 + (other.y - y) ** 2 < apart * apart)) continue;
    if (!insideShape(shape.rings, (x - place.x) / place.scale, (y - place.y) / place.scale)) continue;
    ink.beginPath();
    ink.arc(x, y, radius, 0, 2 * Math.PI);
    if (taken.length < came) {
      ink.fillStyle = tokens.town;
      ink.fill();
    } else {
      ink.strokeStyle = tokens.muted;
      ink.lineWidth = 1.1;
      ink.stroke();
    }
    taken.push({ x, y });
  }
}

function insideShape(rings: readonly (readonly number[])[], x: number, y: number): boolean {
  const ring = rings[0] ?? [];
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const ay = ring[j + 1]!;
    const by = ring[i + 1]!;
    if (ay > y !== by > y && x < ((ring[i]! - ring[j]!) * (y - ay)) / (by - ay) + ring[j]!) inside = !inside;
  }
  return inside;
}
