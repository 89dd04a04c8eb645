import type { TablePin } from '../../view/tableModel.ts';
import { overlap, type Point, type Rect } from '../layout/geometry.ts';
import { acrossCoast } from '../layout/land.ts';
import { INNER_RING, type MapAsset } from '../mapAsset.ts';
import type { SeatLayout } from './seatLayout.ts';

export interface PlacedPin {
  readonly pin: TablePin;
  /** The point it is stuck in: of its départements, the one nearest to the middle of them all. */
  readonly foot: Point;
  /** The others it speaks of. */
  readonly also: readonly Point[];
  /** Where its hour is written; null for an old report, and when there is no room: the pin stands without. */
  readonly time: Rect | null;
  /** So much older than the latest that it is only a stud in the map. */
  readonly old: boolean;
}

/** Width of an hour, in heights of letters. */
const HOUR = 3.05;
/** Hours beside pins, at most: more would be read by nobody. */
const MOST_HOURS = 10;
/** Reports that speak of a time so long before the latest, ms, have no hour any more: the map's hatching says that they are old. */
const HOURS_FOR = 60 * 60_000;
/** After so long, ms, a pin is only a stud. */
const STANDS_FOR = 100 * 60_000;
/** Height of a pin above its foot. */
export const PIN_HEIGHT = 11;

/** Where a département's pin is stuck: in its inset when it has one. */
export function footOf(layout: SeatLayout, map: MapAsset, key: string): Point | null {
  const area = map.areas.find(({ code }) => code === key);
  if (!area) return null;
  const inset =
    area.frame !== 'mainland'
      ? layout.insets.find((each) => each.key === area.frame)
      : INNER_RING.includes(key)
        ? layout.insets.find((each) => each.key === 'ring')
        : undefined;
  const place = inset?.place ?? layout.map;
  return { x: place.x + place.scale * area.label[0]!, y: place.y + place.scale * area.label[1]! };
}

/**
 * Sticks the pins in the map. Hours are written for the latest first, each where it covers no other hour, no other pin's
 * head and no coast; the rest keep their pins.
 */
export function placePins(layout: SeatLayout, map: MapAsset, pins: readonly TablePin[]): PlacedPin[] {
  const { small } = layout.font;
  const width = small * HOUR;
  const height = small * 1.1;
  const standing = pins.flatMap((pin) => {
    const feet = pin.areas.flatMap((code) => footOf(layout, map, code) ?? []);
    if (feet.length === 0) return [];
    const x = feet.reduce((sum, foot) => sum + foot.x, 0) / feet.length;
    const y = feet.reduce((sum, foot) => sum + foot.y, 0) / feet.length;
    const away = (foot: Point): number => (foot.x - x) ** 2 + (foot.y - y) ** 2;
    const foot = feet.reduce((best, each) => (away(each) < away(best) ? each : best));
    return [{ pin, foot, also: feet.filter((each) => each !== foot) }];
  });
  const latest = Math.max(...pins.map(({ at }) => at));
  const age = ({ at }: TablePin): number => latest - at;
  const heads = standing.map(({ foot }): Rect => ({
    x: foot.x - 4,
    y: foot.y - PIN_HEIGHT - 4,
    width: 8,
    height: PIN_HEIGHT + 4,
  }));
  const written: Rect[] = [];
  const { beliefs, clock, date, insets } = layout;
  const kept: readonly Rect[] = [
    { x: clock.x, y: clock.y, width: clock.width, height: clock.cell.height },
    date,
    ...insets.flatMap((inset) => [inset.label, inset.rect]),
  ];
  return standing.map(({ pin, foot, also }, own) => {
    const y = foot.y - PIN_HEIGHT - height / 2;
    const choices: Rect[] = [
      { x: foot.x + 6, y, width, height },
      { x: foot.x - 6 - width, y, width, height },
      { x: foot.x - width / 2, y: foot.y - PIN_HEIGHT - 5 - height, width, height },
      { x: foot.x - width / 2, y: foot.y + 3, width, height },
      { x: foot.x + 6, y: foot.y + 2, width, height },
      { x: foot.x - 6 - width, y: foot.y + 2, width, height },
      { x: foot.x + 6, y: y - height * 0.8, width, height },
      { x: foot.x - 6 - width, y: y - height * 0.8, width, height },
    ];
    const time =
      written.length >= MOST_HOURS || age(pin) > HOURS_FOR
        ? null
        : (choices.find(
            (rect) =>
              rect.x >= beliefs.x &&
              rect.x + rect.width <= beliefs.x + beliefs.width &&
              rect.y >= beliefs.y &&
              kept.every((other) => !overlap(other, rect)) &&
              !acrossCoast(layout, map, rect) &&
              written.every((other) => !overlap(other, rect)) &&
              heads.every((head, i) => i === own || !overlap(head, rect)),
          ) ?? null);
    if (time) written.push(time);
    return { pin, foot, also, time, old: age(pin) > STANDS_FOR };
  });
}
