import { type BoardContext, MONO, SANS } from '../context.ts';
import type { LanternBox } from '../layout/regions.ts';
import { type Ink, roundedRect, wrap, write } from './canvas.ts';

/** What stands still around the map: names of the insets, hairlines to the towns, glass of the lanterns, names of the counters. */
export function paintFurniture(ink: Ink, context: BoardContext): void {
  const { layout, tokens, t, scenario } = context;
  const { font } = layout;
  write(
    ink,
    t('table:date'),
    layout.date.x,
    layout.date.y + layout.date.height / 2,
    `${font.body}px ${SANS}`,
    tokens.muted,
  );
  paintColon(ink, context);

  for (const inset of layout.insets) {
    const name =
      inset.key === 'ring' ? t('table:ring') : scenario.areas.find((area) => area.code === inset.key)?.name;
    const { label } = inset;
    ink.font = `${font.small}px ${SANS}`;
    const long =
      inset.key === 'ring' &&
      (layout.kind !== 'wide' || ink.measureText(name ?? '').width > label.width + 12);
    write(
      ink,
      long ? t('table:ringShort') : (name ?? inset.key),
      inset.beside ? label.x : label.x + label.width / 2,
      label.y + label.height / 2,
      `${font.small}px ${SANS}`,
      tokens.muted,
      inset.beside ? 'left' : 'center',
    );
  }
  for (const lantern of layout.lanterns) {
    paintLantern(ink, context, lantern);
    const name = scenario.servers.find((server) => server.id === lantern.key)?.name ?? lantern.key;
    const { x, y, width, height } = lantern.name;
    const left = lantern.align === 'left';
    const size = layout.compact ? font.small : font.body;
    write(
      ink,
      name,
      left ? x : x + width / 2,
      y + height / 2,
      `${size}px ${SANS}`,
      tokens.ink,
      left ? 'left' : 'center',
    );
  }
  const line = labelLine(context);
  for (const counter of layout.counters) {
    const { label } = counter;
    const loss = counter.key === 'lost';
    const face = `${font.small}px ${SANS}`;
    writeFitting(
      ink,
      t(`table:counter.${counter.key}`),
      label.x,
      label.y + line * 0.5,
      label.width,
      font.small,
      loss ? tokens.ember : tokens.ink,
    );
    // The note of the never served changes with its count: the counters' layer writes it.
    if (counter.key === 'neverServed') continue;
    const room = Math.round(label.height / line) - 1;
    wrap(ink, t(`table:counterNote.${counter.key}`), face, label.width)
      .slice(0, room)
      .forEach((text, i) =>
        writeFitting(ink, text, label.x, label.y + line * (i + 1.5), label.width, font.small, tokens.muted),
      );
  }
  // The floor on which dust lies.
  ink.strokeStyle = tokens.line;
  ink.lineWidth = 1;
  ink.beginPath();
  ink.moveTo(layout.dust.x, layout.dust.y + layout.dust.height + 0.5);
  ink.lineTo(layout.dust.x + layout.dust.width, layout.dust.y + layout.dust.height + 0.5);
  ink.stroke();
}

/** Height of a line of the counters' words. */
export const labelLine = ({ layout }: BoardContext): number =>
  layout.font.small * (layout.kind === 'wide' ? 1.25 : 1.2);

/** Every word counts here ("computed", "estimate"): a name too long is set smaller, never cut. */
function writeFitting(
  ink: Ink,
  text: string,
  x: number,
  y: number,
  width: number,
  size: number,
  colour: string,
): void {
  ink.font = `${size}px ${SANS}`;
  const fitted = size * Math.min(1, width / ink.measureText(text).width);
  write(ink, text, x, y, `${fitted}px ${SANS}`, colour);
}

/** What stands beside the heap: a grain's worth, and what it opens. */
export function paintHeap(ink: Ink, { layout, tokens, t }: BoardContext, callsPerGrain: number): void {
  const { heap, heapAlign, font } = layout;
  if (heap.width <= 0) return;
  const x = heapAlign === 'right' ? heap.x + heap.width : heap.x;
  const grain = t('table:legend.grain', { count: callsPerGrain });
  [grain, t('table:heap.opens')].forEach((text, i) => {
    ink.font = `${font.small}px ${SANS}`;
    const size = font.small * Math.min(1, heap.width / ink.measureText(text).width);
    const y = heap.y + (heap.height / 4) * (2 * i + 1);
    write(ink, text, x, y, `${size}px ${SANS}`, tokens.muted, heapAlign);
  });
}

function paintColon(ink: Ink, { layout, tokens }: BoardContext): void {
  const { x, y, cell, width } = layout.clock;
  write(
    ink,
    ':',
    x + width / 2,
    y + cell.height * 0.46,
    `bold ${cell.height * 0.6}px ${MONO}`,
    tokens.muted,
    'center',
  );
}

/** Hairline from the lantern to the town where it stands. */
function paintLantern(ink: Ink, { layout, tokens }: BoardContext, lantern: LanternBox): void {
  const { rect, site } = lantern;
  const compact = layout.compact;
  ink.strokeStyle = tokens.line;
  ink.globalAlpha = 0.5;
  ink.lineWidth = 1;
  ink.beginPath();
  if (compact) {
    const x = rect.x + rect.width / 2;
    const y = rect.y + rect.height + 6;
    ink.moveTo(x, y + 10 + layout.font.small * 4.2);
    ink.quadraticCurveTo(x, site.y - 20, site.x, site.y);
  } else {
    const y = rect.y + rect.height * 0.8;
    ink.moveTo(rect.x - 5, y);
    ink.bezierCurveTo(
      rect.x - 60,
      y,
      site.x + (rect.x - site.x) * 0.45,
      site.y + (y - site.y) * 0.25,
      site.x,
      site.y,
    );
  }
  ink.stroke();
  ink.globalAlpha = 1;
  ink.fillStyle = tokens.ink;
  ink.beginPath();
  ink.arc(site.x, site.y, 2, 0, 2 * Math.PI);
  ink.fill();

  // Cap, glass, foot.
  const cap = rect.width * 0.5;
  ink.fillStyle = tokens.line;
  ink.beginPath();
  ink.roundRect(rect.x + (rect.width - cap) / 2, rect.y - 6, cap, 4, 1.5);
  ink.roundRect(rect.x + rect.width * 0.1, rect.y + rect.height + 2.5, rect.width * 0.8, 3, 1.5);
  ink.fill();
  ink.beginPath();
  roundedRect(ink, rect, rect.width * 0.22);
  ink.fillStyle = tokens.glass;
  ink.fill();
  ink.strokeStyle = tokens.muted;
  ink.lineWidth = 1.4;
  ink.stroke();
}
