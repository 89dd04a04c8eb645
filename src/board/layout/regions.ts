import type { Point, Rect } from './geometry.ts';

export interface Fonts {
  readonly small: number;
  readonly body: number;
  readonly rim: number;
  readonly title: number;
}

export interface ClockBox {
  readonly x: number;
  readonly y: number;
  readonly cell: { readonly width: number; readonly height: number };
  readonly width: number;
}

export interface LanternBox {
  readonly key: string;
  /** The glass. */
  readonly rect: Rect;
  /** Where filaments pass. */
  readonly mouth: Point;
  readonly site: Point;
  readonly name: Rect;
  readonly percent: Rect;
  readonly align: 'left' | 'centre';
}

export interface CounterBox {
  readonly key: string;
  readonly rect: Rect;
  readonly digits: number;
  readonly cell: { readonly width: number; readonly height: number };
  readonly label: Rect;
}

/** Digits of each counter, left to right; what is lost stands together, over its dust. */
export const COUNTERS: readonly { readonly key: string; readonly digits: number }[] = [
  { key: 'waiting', digits: 4 },
  { key: 'answered', digits: 6 },
  { key: 'lost', digits: 5 },
  { key: 'lostReference', digits: 5 },
  { key: 'neverServed', digits: 5 },
];

/** Width of the gap between thousands, as a share of a flap's width. */
export const THOUSANDS_GAP = 0.34;

export const counterWidth = (digits: number, cell: number): number =>
  digits * cell + (digits > 3 ? cell * THOUSANDS_GAP : 0);

/** What each of the two arrangements decides. */
export interface Regions {
  readonly font: Fonts;
  readonly outer: Rect;
  readonly inner: Rect;
  readonly plaque: Rect;
  readonly date: Rect;
  readonly clock: ClockBox;
  readonly mapRect: Rect;
  /** Where the last moment of 2021 is named when the rim has no room for its name. */
  readonly lastName: Rect;
  /** `beside`: its name stands at its right, not under it. */
  readonly insets: readonly {
    readonly key: string;
    readonly rect: Rect;
    readonly label: Rect;
    readonly beside?: boolean;
  }[];
  readonly lanterns: readonly Omit<LanternBox, 'key' | 'site'>[];
  readonly counters: readonly CounterBox[];
  readonly dust: Rect;
  /** What a grain of the heap stands for, and opens: two lines beside it. */
  readonly heap: Rect;
  readonly heapAlign: 'left' | 'right';
  readonly legend: Rect;
  readonly bandX: number;
  readonly bandY: number;
  readonly mark: { readonly depth: number; readonly size: number };
}

export const INSETS: readonly string[] = ['ring', '971', '972', '973', '974', '976'];

/** Height of the legend in lines of text (a title of three lines, the scale, nine marks); of a line, in letters. */
export const LEGEND_LINES = 13.3;
export const LEGEND_LINE = 1.4;
