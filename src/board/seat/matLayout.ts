import { clamp, type Rect } from '../layout/geometry.ts';
import type { Fonts } from '../layout/regions.ts';
import type { MatBox } from './seatLayout.ts';

/** Where everything on one mat lies: pure, so that it can be tested for collisions. */
export interface MatLayout {
  readonly emblem: Rect;
  readonly title: Rect;
  /** Rows, as many as there is room for. */
  readonly ladders: readonly Rect[];
  readonly trust: readonly Rect[];
  readonly acts: readonly ActRow[];
  /** Where "and n more" stands when acts have no row. */
  readonly more: Rect | null;
  /** Lines for ended acts, where acts under way leave room. */
  readonly done: readonly Rect[];
  /** What is left under the acts: room for the seat's goals. */
  readonly goals: Rect;
  readonly pools: readonly PoolRow[];
  readonly tray: Rect;
  /** Lines of what is known of a mat that is not open. */
  readonly lines: Rect;
}

export interface ActRow {
  readonly rect: Rect;
  readonly name: Rect;
  readonly bar: Rect;
  /** Where its people stand: feet on the bottom edge, from the right. */
  readonly people: Rect;
}

export interface PoolRow {
  readonly rect: Rect;
  readonly name: Rect;
  /** Where its people at home stand: feet on the bottom edge, from the left. */
  readonly people: Rect;
}

/** Distance between two people of a pool in their row. */
export const placeStep = (rect: Rect, letter: number, people: number): number =>
  Math.min(pawnWidth(letter) + 1, (rect.width - 2) / Math.max(1, people));

/** What there is to lay out. */
export interface MatContents {
  readonly held: boolean;
  readonly ladders: number;
  readonly trust: number;
  readonly acts: number;
  readonly done: number;
  /** People of each pool. */
  readonly pools: readonly number[];
  readonly goals: number;
  /** People on the busiest act. */
  readonly crowd: number;
}

/** What the line of a seat at rest takes, in lines of goals. */
export const IDLE = 1.3;

const NOTHING: Rect = { x: 0, y: 0, width: 0, height: 0 };

/** A pawn's height and breadth for a size of letter. */
export const pawnHeight = (letter: number): number => Math.round(letter * 1.3);
export const pawnWidth = (letter: number): number => Math.round(letter * 0.8);

export function layoutMat(box: MatBox, font: Fonts, contents: MatContents): MatLayout {
  if (box.shape === 'chip') return chip(box.rect, font);
  return box.shape === 'broad' ? broad(box.rect, font, contents) : column(box.rect, font, contents);
}

function head(rect: Rect, font: Fonts, pad: number, width: number): Pick<MatLayout, 'emblem' | 'title'> {
  const size = Math.round(font.title * 1.35);
  return {
    emblem: { x: rect.x + pad, y: rect.y + pad, width: size, height: size },
    title: { x: rect.x + pad + size + 8, y: rect.y + pad, width: width - pad - size - 8, height: size },
  };
}

function chip(rect: Rect, font: Fonts): MatLayout {
  const size = Math.min(rect.height - 8, font.title * 1.35);
  const emblem = { x: rect.x + 6, y: rect.y + (rect.height - size) / 2, width: size, height: size };
  const after = emblem.x + size + 6;
  return {
    emblem,
    title: NOTHING,
    ladders: [],
    trust: [],
    acts: [],
    more: null,
    done: [],
    goals: NOTHING,
    pools: [],
    tray: NOTHING,
    lines: { x: after, y: rect.y + 4, width: rect.x + rect.width - after - 6, height: rect.height - 8 },
  };
}

/**
 * Rows of acts in a rectangle, keeping a line for those without a row. `stacked`: a narrow mat gives the name all its
 * width, and people stand under it.
 */
function actRows(
  into: Rect,
  font: Fonts,
  count: number,
  crowd: number,
  stacked: boolean,
): { rows: ActRow[]; more: Rect | null; free: Rect } {
  const line = Math.round(font.small * 1.3);
  const height = stacked ? line + pawnHeight(font.small) + 5 : Math.round(font.small * 2.35);
  const moreHeight = font.small * 1.35;
  let shown = Math.min(count, Math.max(0, Math.floor((into.height + 2) / height)));
  while (shown > 0 && shown < count && shown * height + moreHeight > into.height) shown--;
  const standing = clamp(crowd, 1, 4) * pawnWidth(font.small) + 4;
  const rows = Array.from({ length: shown }, (_, i): ActRow => {
    const rect = { x: into.x, y: into.y + i * height, width: into.width, height: height - 4 };
    const people = {
      x: rect.x + rect.width - standing,
      y: stacked ? rect.y + line : rect.y,
      width: standing,
      height: stacked ? rect.height - line : rect.height,
    };
    const beside = rect.width - standing - 6;
    return {
      rect,
      name: { x: rect.x, y: rect.y, width: stacked ? rect.width : beside, height: line },
      bar: { x: rect.x, y: rect.y + line + (stacked ? 7 : 2), width: beside, height: 5 },
      people,
    };
  });
  const more =
    count > shown && shown * height + moreHeight <= into.height
      ? { x: into.x, y: into.y + shown * height, width: into.width, height: moreHeight }
      : null;
  const used = shown * height + (more ? more.height : 0);
  return {
    rows,
    more,
    free: { x: into.x, y: into.y + used, width: into.width, height: Math.max(0, into.height - used) },
  };
}

function doneRows(into: Rect, font: Fonts, count: number): Rect[] {
  const height = font.small * 1.34;
  const top = into.y + font.small * 0.3;
  const fits = Math.max(0, Math.floor((into.y + into.height - top) / height));
  return Array.from({ length: Math.min(count, fits) }, (_, i) => ({
    x: into.x,
    y: top + i * height,
    width: into.width,
    height,
  }));
}

/** The own mat: who one is and where one stands, what is under way, people at home, the tray. */
function broad(rect: Rect, font: Fonts, contents: MatContents): MatLayout {
  const pad = Math.round(font.small * 0.8);
  const room = rect.width - 5 * pad;
  const trayWidth = Math.round(clamp(room * 0.125, font.small * 7.6, font.small * 9));
  const peopleWidth = Math.round(room * 0.225);
  const standWidth = Math.round(room * 0.3);
  const actWidth = room - trayWidth - peopleWidth - standWidth;
  const top = rect.y + pad;
  const height = rect.height - 2 * pad;
  const { emblem, title } = head(rect, font, pad, standWidth + pad);
  const rowHeight = Math.round(font.small * 1.38);
  const below = emblem.y + emblem.height + 6;
  const rows = Math.max(0, Math.floor((top + height - below) / rowHeight));
  const trustRows = Math.min(contents.trust, Math.max(0, rows - Math.min(contents.ladders, 2)));
  const ladderRows = Math.min(contents.ladders, rows - trustRows);
  const row = (i: number): Rect => ({
    x: rect.x + pad,
    y: below + i * rowHeight,
    width: standWidth,
    height: rowHeight - 2,
  });
  const actsX = rect.x + 2 * pad + standWidth;
  // The goals keep their lines, however much is under way or was done.
  const goalLine = font.small * 1.3;
  const kept = contents.acts > 0 ? Math.min(height * 0.42, contents.goals * goalLine + 2) : 0;
  const {
    rows: acts,
    more,
    free,
  } = actRows(
    // Who stands on an act must not seem to belong to the team named beside it.
    { x: actsX, y: top, width: actWidth - Math.round(pad * 0.7), height: height - kept },
    font,
    contents.acts,
    contents.crowd,
    false,
  );
  const still = contents.acts > 0 ? 0 : (contents.goals + IDLE) * goalLine;
  const done = doneRows(
    { ...free, height: Math.max(0, free.height - still) },
    font,
    Math.min(3, contents.done),
  );
  const lastDone = done.at(-1);
  const goalsY = kept > 0 ? top + height - kept : lastDone ? lastDone.y + lastDone.height : free.y;
  const peopleX = actsX + actWidth + pad;
  const poolHeight = Math.min(font.small * 3.1, height / Math.max(1, contents.pools.length));
  const inline = poolHeight < font.small * 2.45;
  const pools = contents.pools.map((size, i): PoolRow => {
    const y = top + i * poolHeight;
    const own = { x: peopleX, y, width: peopleWidth, height: poolHeight - 3 };
    if (inline) {
      // The name takes what its people leave.
      const standing = Math.min(own.width * 0.5, size * (pawnWidth(font.small) + 1) + 2);
      const named = own.width - standing;
      return {
        rect: own,
        name: { ...own, width: named - 4 },
        people: { ...own, x: own.x + named, width: standing },
      };
    }
    const line = font.small * 1.1;
    return {
      rect: own,
      name: { ...own, height: line },
      people: { ...own, y: y + line, height: own.height - line },
    };
  });
  return {
    emblem,
    title,
    ladders: Array.from({ length: ladderRows }, (_, i) => row(i)),
    trust: Array.from({ length: trustRows }, (_, i) => row(ladderRows + i)),
    acts,
    more,
    done,
    goals: { x: free.x, y: goalsY, width: free.width, height: Math.max(0, top + height - goalsY) },
    pools,
    tray: { x: peopleX + peopleWidth + pad, y: top, width: trayWidth, height },
    lines: NOTHING,
  };
}

/** A mat beside the map: open, the same things in a column; closed, what is known of it. */
function column(rect: Rect, font: Fonts, contents: MatContents): MatLayout {
  const pad = Math.round(font.small * 0.6);
  const width = rect.width - 2 * pad;
  const { emblem, title } = head(rect, font, pad, width + pad);
  const x = rect.x + pad;
  const below = emblem.y + emblem.height + 6;
  const bottom = rect.y + rect.height - pad;
  const none = {
    ladders: [],
    trust: [],
    acts: [],
    more: null,
    done: [],
    goals: NOTHING,
    pools: [],
    tray: NOTHING,
  };
  if (!contents.held)
    return { ...none, emblem, title, lines: { x, y: below, width, height: bottom - below } };
  const rowHeight = Math.round(font.small * 1.45);
  const footHeight = Math.max(pawnHeight(font.small), font.small * 1.5) + 2;
  const footY = bottom - footHeight;
  const ladderRows = Math.min(
    contents.ladders,
    clamp(Math.floor((footY - below - Math.min(contents.acts, 2) * font.small * 2.35) / rowHeight), 1, 3),
  );
  const actsY = below + ladderRows * rowHeight + 2;
  const {
    rows: acts,
    more,
    free,
  } = actRows({ x, y: actsY, width, height: footY - 4 - actsY }, font, contents.acts, contents.crowd, true);
  const trayWidth = font.small * 3.2;
  const share = (width - trayWidth - 6) / Math.max(1, contents.pools.length);
  const pools = contents.pools.map((_, i): PoolRow => {
    const own = { x: x + i * share, y: footY, width: share - 4, height: footHeight };
    return { rect: own, name: NOTHING, people: own };
  });
  return {
    emblem,
    title,
    ladders: Array.from({ length: ladderRows }, (_, i) => ({
      x,
      y: below + i * rowHeight,
      width,
      height: rowHeight - 2,
    })),
    trust: [],
    acts,
    more,
    done: doneRows(free, font, contents.done),
    goals: NOTHING,
    pools,
    tray: { x: x + width - trayWidth, y: footY, width: trayWidth, height: footHeight },
    lines: NOTHING,
  };
}
