import { lossStep } from '../../../client/tokens.ts';
import type { TableArea } from '../../../view/tableModel.ts';
import type { TrueArea } from '../options.ts';
import { type DrawnArea, placeOf } from '../../paint/areas.ts';
import { hatch, type Ink } from '../../paint/canvas.ts';
import { seatHue, type SeatContext } from '../context.ts';
import { face, line } from './words.ts';
import { overlap, type Rect } from '../../layout/geometry.ts';
import { acrossCoast } from '../../layout/land.ts';
import type { SeatId } from '../../../session/playProtocol.ts';

/** Step of the loss scale that stands for "calls fail there, nobody knows how many". */
const HIT_STEP = 4;

/** Textures of the map, made once for a size and a theme. */
export interface Patterns {
  readonly unknown: CanvasPattern | null;
  readonly old: CanvasPattern | null;
  readonly dots: CanvasPattern | null;
}

export function makePatterns(ink: Ink, { tokens, ratio }: Pick<SeatContext, 'tokens' | 'ratio'>): Patterns {
  return {
    unknown: hatch(ink, tokens.faint, 6, ratio),
    old: hatch(ink, tokens.line, 11, ratio),
    dots: dots(ink, tokens.ground, 5, ratio),
  };
}

function dots(ink: Ink, colour: string, step: number, ratio: number): CanvasPattern | null {
  const size = Math.round(step * ratio);
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const t = tile.getContext('2d');
  if (!t) return null;
  t.fillStyle = colour;
  t.beginPath();
  t.arc(size / 2, size / 2, ratio * 0.95, 0, 2 * Math.PI);
  t.fill();
  const pattern = ink.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern;
}

type Colours = Pick<SeatContext, 'tokens'>;
type Fill = readonly { readonly style: string | CanvasPattern; readonly alpha: number }[];

/** What a value looks like: a class of the scale, or "fails, how much unknown" with its dots. */
function valueFill(
  { tokens }: Colours,
  patterns: Patterns,
  share: number | null,
  hit: boolean | null,
  alpha = 1,
): Fill {
  if (share !== null) return [{ style: tokens.loss[lossStep(share)]!, alpha }];
  if (hit === false) return [{ style: tokens.loss[0]!, alpha }];
  const base = { style: tokens.loss[HIT_STEP]!, alpha };
  return patterns.dots ? [base, { style: patterns.dots, alpha }] : [base];
}

function unknownFill({ tokens }: Colours, patterns: Patterns): Fill {
  const base = { style: tokens.unknown, alpha: 1 };
  return patterns.unknown ? [base, { style: patterns.unknown, alpha: 1 }] : [base];
}

function pour(ink: Ink, path: Path2D, fill: Fill): void {
  for (const { style, alpha } of fill) {
    ink.globalAlpha = alpha;
    ink.fillStyle = style;
    ink.fill(path);
  }
  ink.globalAlpha = 1;
}

function outline(ink: Ink, path: Path2D, colour: string, width: number): void {
  ink.strokeStyle = colour;
  ink.lineWidth = width;
  ink.lineJoin = 'round';
  ink.stroke(path);
}

/** One département as it is believed. */
export function paintBelieved(
  ink: Ink,
  context: Colours,
  patterns: Patterns,
  area: TableArea,
  { shapes }: DrawnArea,
): void {
  const { tokens } = context;
  for (const { path, box } of shapes) {
    pour(ink, path, unknownFill(context, patterns));
    if (area.state === 'known') pour(ink, path, valueFill(context, patterns, area.share, area.hit));
    else if (area.state === 'old') {
      pour(ink, path, valueFill(context, patterns, area.share, area.hit, 0.5));
      if (patterns.old) pour(ink, path, [{ style: patterns.old, alpha: 0.5 }]);
    } else if (area.state === 'contradicted') {
      // Both versions, one on each side of an oblique line.
      const { x, y, width, height } = box;
      const slant = width * 0.18;
      const middle = x + width / 2;
      const half = (left: boolean): Path2D => {
        const side = new Path2D();
        const edge = left ? x - 2 : x + width + 2;
        side.moveTo(edge, y - 2);
        side.lineTo(middle + slant, y - 2);
        side.lineTo(middle - slant, y + height + 2);
        side.lineTo(edge, y + height + 2);
        side.closePath();
        return side;
      };
      for (const left of [true, false]) {
        ink.save();
        ink.clip(half(left));
        const hit = left ? area.hit : area.hit === null ? null : !area.hit;
        pour(ink, path, valueFill(context, patterns, left ? area.share : area.other, hit));
        ink.restore();
      }
      ink.save();
      ink.clip(path);
      ink.strokeStyle = tokens.ink;
      ink.lineWidth = 1.4;
      ink.beginPath();
      ink.moveTo(middle + slant, y);
      ink.lineTo(middle - slant, y + height);
      ink.stroke();
      ink.restore();
    }
    outline(ink, path, tokens.border, 0.9);
  }
}

/** The map as it is believed. */
export function paintBelief(
  ink: Ink,
  context: SeatContext,
  patterns: Patterns,
  drawn: ReadonlyMap<string, DrawnArea>,
  areas: readonly TableArea[],
  seat: SeatId | null,
): void {
  paintCoasts(ink, context, drawn);
  const known = new Map(areas.map((area) => [area.key, area]));
  for (const area of drawn.values()) {
    const believed = known.get(area.code);
    if (believed) paintBelieved(ink, context, patterns, believed, area);
    else
      for (const { path } of area.shapes) {
        pour(ink, path, unknownFill(context, patterns));
        outline(ink, path, context.tokens.border, 0.9);
      }
  }
  // Over its neighbours: the département whose rooms one holds, and both versions of what is contradicted.
  for (const { key, own, state } of areas) {
    const area = drawn.get(key);
    if (!area) continue;
    for (const { path } of area.shapes) {
      if (state === 'contradicted') outline(ink, path, context.tokens.ink, 1.1);
      if (!own) continue;
      outline(ink, path, context.tokens.edge, 4.4);
      outline(ink, path, seat === null ? context.tokens.accent : seatHue(context.tokens, seat), 2.4);
    }
  }
  const crowd = crowdOf(areas);
  for (const { key, badge } of areas)
    if (badge !== 'none' && badge !== crowd?.badge) paintBadges(ink, context, key, badge);
  if (crowd !== null) paintCrowd(ink, context, crowd);
}

/** More signs of one kind than this would hide the map: they are counted instead. */
const SIGNS = 15;

/** The kind of number that so many départements have that its sign would cover the map, and how many; null when none has. */
export function crowdOf(
  areas: readonly Pick<TableArea, 'badge'>[],
): { readonly badge: Exclude<TableArea['badge'], 'none'>; readonly count: number } | null {
  for (const badge of ['crosses', 'withdrawn', 'tested'] as const) {
    const count = areas.filter((area) => area.badge === badge).length;
    if (count > SIGNS) return { badge, count };
  }
  return null;
}

/** Where the count may stand, as shares of the map's width from its left: under the mainland, where there is no coast. */
const UNDER = [0.2, 0.12, 0.3, 0.04, 0.4];

/** One sign and a count at sea under the mainland: letters lie on no coast, no inset. Without room nothing is said. */
function paintCrowd(
  ink: Ink,
  context: SeatContext,
  { badge, count }: NonNullable<ReturnType<typeof crowdOf>>,
): void {
  const { layout, map } = context;
  const { mapRect, beliefs, insets, font } = layout;
  const height = font.small * 1.4;
  const text = context.t(`table:seat.crowd.${badge}`, { count });
  ink.font = face(font.small);
  const width = 18 + ink.measureText(text).width;
  const y = Math.min(mapRect.y + mapRect.height - height * 0.4, beliefs.y + beliefs.height - height);
  const place = UNDER.map((share): Rect => ({ x: mapRect.x + mapRect.width * share, y, width, height })).find(
    (rect) =>
      rect.x + width <= beliefs.x + beliefs.width &&
      !acrossCoast(layout, map, rect) &&
      insets.every((inset) => !overlap(inset.rect, rect) && !overlap(inset.label, rect)),
  );
  if (place === undefined) return;
  paintBadge(ink, context, badge, place.x + 6, y + height / 2);
  line(ink, text, { ...place, x: place.x + 16, width: width - 16 }, face(font.small), context.tokens.ink);
}

/** The map as it was: the scale of the loss everywhere there were calls enough to say. */
export function paintTruth(
  ink: Ink,
  context: SeatContext,
  patterns: Patterns,
  drawn: ReadonlyMap<string, DrawnArea>,
  areas: readonly TrueArea[],
): void {
  const { tokens } = context;
  paintCoasts(ink, context, drawn);
  const losses = new Map(areas.map(({ code, share }) => [code, share]));
  for (const { code, shapes } of drawn.values()) {
    const loss = losses.get(code) ?? null;
    for (const { path } of shapes) {
      pour(
        ink,
        path,
        loss === null ? unknownFill(context, patterns) : [{ style: tokens.loss[lossStep(loss)]!, alpha: 1 }],
      );
      outline(ink, path, tokens.border, 0.9);
    }
  }
}

function paintCoasts(ink: Ink, { tokens }: SeatContext, drawn: ReadonlyMap<string, DrawnArea>): void {
  for (const { shapes } of drawn.values())
    for (const { path } of shapes) outline(ink, path, tokens.coast, 2.4);
}

function paintBadges(
  ink: Ink,
  context: SeatContext,
  key: string,
  badge: Exclude<TableArea['badge'], 'none'>,
): void {
  const area = context.map.areas.find(({ code }) => code === key);
  if (!area) return;
  for (const { place, enlarged } of placeOf(context, area)) {
    // Paris and its neighbours have theirs in their own inset.
    if (!enlarged && ['92', '93', '94'].includes(key)) continue;
    paintBadge(
      ink,
      context,
      badge,
      place.x + place.scale * area.label[0]!,
      place.y + place.scale * area.label[1]!,
    );
  }
}

/** A ten-digit number as believed: a ring; filled once tested; barred when it crosses the servers; a cross, withdrawn. */
export function paintBadge(
  ink: Ink,
  { tokens }: Colours,
  badge: Exclude<TableArea['badge'], 'none'>,
  x: number,
  y: number,
): void {
  // Hearing of a number is little: a whole country of them must stay quiet.
  const r = badge === 'heard' ? 2.3 : 4.2;
  const sign = (): void => {
    ink.beginPath();
    if (badge === 'withdrawn') {
      ink.moveTo(x - r * 0.8, y - r * 0.8);
      ink.lineTo(x + r * 0.8, y + r * 0.8);
      ink.moveTo(x + r * 0.8, y - r * 0.8);
      ink.lineTo(x - r * 0.8, y + r * 0.8);
    } else {
      ink.arc(x, y, r, 0, 2 * Math.PI);
      if (badge === 'crosses') {
        ink.moveTo(x - r * 1.3, y + r * 1.3);
        ink.lineTo(x + r * 1.3, y - r * 1.3);
      }
    }
    ink.stroke();
  };
  ink.strokeStyle = tokens.edge;
  ink.lineWidth = badge === 'heard' ? 2.2 : 3.4;
  sign();
  ink.strokeStyle = tokens.ink;
  ink.lineWidth = badge === 'heard' ? 0.9 : 1.5;
  sign();
  if (badge !== 'tested') return;
  ink.beginPath();
  ink.arc(x, y, 1.9, 0, 2 * Math.PI);
  ink.fillStyle = tokens.ink;
  ink.fill();
}
