import type { TableMat, TablePool } from '../../../view/tableModel.ts';
import { clockText } from '../../context.ts';
import type { Rect } from '../../layout/geometry.ts';
import { hatch, type Ink, mix, wrap } from '../../paint/canvas.ts';
import { type Hit, say, seatHue, type SeatContext } from '../context.ts';
import { IDLE, type MatContents, type MatLayout, placeStep } from '../matLayout.ts';
import type { MatBox } from '../seatLayout.ts';
import { paintEmblem, paintEnvelope } from './glyphs.ts';
import { nameIn } from './nameIn.ts';
import { paintTray } from './tray.ts';
import { face, fitted, line, lines } from './words.ts';

/** Ladders whose steps are answers, not heights: only the present one is marked. */
const ANSWERS: readonly string[] = ['word', 'secondCase'];
/** Steps that end a ladder: nothing on it is at work any more. */
const ENDED: readonly string[] = ['cicClosed', 'caseClosed'];

export const contentsOf = (mat: TableMat): MatContents => ({
  held: mat.held,
  ladders: mat.ladders.length,
  trust: mat.trust.length,
  acts: mat.acts.length,
  done: mat.done.length,
  pools: mat.pools.map(({ people }) => people),
  goals: mat.goals.length,
  crowd: Math.max(1, ...mat.acts.map(({ people }) => people)),
});

/** A mat with everything on it but what moves: people, progress, envelopes on their way. What answers to a pointer. */
export function paintMat(
  ink: Ink,
  context: SeatContext,
  box: MatBox,
  mat: TableMat,
  layout: MatLayout,
  focus: boolean,
): Hit[] {
  const { tokens } = context;
  const { rect, seat, shape } = box;
  const hue = seatHue(tokens, seat);
  const radius = shape === 'chip' ? 6 : 10;
  ink.beginPath();
  ink.roundRect(rect.x + 1, rect.y + 1, rect.width - 2, rect.height - 2, radius);
  ink.fillStyle = mat.held ? tokens.panel : mix(tokens.panel, tokens.edge, 0.35);
  ink.fill();
  if (!mat.held && shape === 'column') {
    // What one does not see is hatched here as it is on the map.
    const pattern = hatch(ink, tokens.faint, 9, context.ratio);
    if (pattern) {
      ink.globalAlpha = 0.55;
      ink.fillStyle = pattern;
      ink.fill();
      ink.globalAlpha = 1;
    }
  }
  ink.strokeStyle = hue;
  ink.lineWidth = focus ? 2 : 1.3;
  if (!mat.held) ink.setLineDash([5, 4]);
  ink.stroke();
  ink.setLineDash([]);
  const { emblem } = layout;
  paintEmblem(
    ink,
    tokens,
    seat,
    emblem.x + emblem.width / 2,
    emblem.y + emblem.height / 2,
    emblem.width * 0.86,
    mat.held,
  );
  if (shape === 'chip') {
    paintChip(ink, context, mat, layout);
    return [{ rect, pick: { kind: 'mat', key: seat, seat } }];
  }
  const { font } = context.layout;
  const name = nameIn(ink, context, layout.title.width, 'seats', seat, face(font.title, true));
  fitted(ink, name, layout.title, font.title, font.small, tokens.ink);
  const hits = mat.held
    ? paintOpen(ink, context, mat, layout, shape === 'broad')
    : paintClosed(ink, context, mat, layout);
  return [...hits, { rect, pick: { kind: 'mat', key: seat, seat } }];
}

function paintOpen(ink: Ink, context: SeatContext, mat: TableMat, layout: MatLayout, broad: boolean): Hit[] {
  const { tokens, t } = context;
  const { small } = context.layout.font;
  const { seat } = mat;
  const hue = seatHue(tokens, seat);
  const hits: Hit[] = [];
  layout.ladders.forEach((row, i) => {
    const ladder = mat.ladders[i]!;
    paintLadder(ink, context, row, ladder, hue, broad);
    hits.push({ rect: row, pick: { kind: 'ladder', key: ladder.id, seat } });
  });
  layout.trust.forEach((row, i) => {
    const { relation, step } = mat.trust[i]!;
    paintTrust(ink, context, row, relation, step);
    hits.push({ rect: row, pick: { kind: 'trust', key: relation, seat } });
  });
  layout.acts.forEach(({ rect, name, bar }, i) => {
    const act = mat.acts[i]!;
    line(ink, nameIn(ink, context, name.width, 'acts', act.act), name, face(small), tokens.ink);
    ink.fillStyle = tokens.faint;
    ink.beginPath();
    ink.roundRect(bar.x, bar.y, bar.width, bar.height, bar.height / 2);
    ink.fill();
    hits.push({ rect, pick: { kind: 'act', key: String(act.key), seat } });
  });
  if (layout.more)
    line(
      ink,
      t(layout.acts.length === 0 ? 'table:seat.mat.acts' : 'table:seat.mat.more', {
        count: mat.acts.length - layout.acts.length,
      }),
      layout.more,
      face(small),
      tokens.muted,
    );
  layout.done.forEach((row, i) => {
    const { act, at } = mat.done[i]!;
    // A narrow mat has no room for the hour: names say more.
    const dated = broad || row.width > small * 15;
    const hour = dated ? small * 3.2 : 0;
    if (dated) line(ink, clockText(at), { ...row, width: hour }, face(small), tokens.muted);
    line(
      ink,
      nameIn(ink, context, row.width - hour, 'acts', act),
      { ...row, x: row.x + hour, width: row.width - hour },
      face(small),
      tokens.muted,
    );
  });
  if (broad) paintGoals(ink, context, mat, layout.goals);
  layout.pools.forEach(({ rect, name }, i) => {
    const pool = mat.pools[i]!;
    paintPlaces(ink, context, layout.pools[i]!.people, pool.people);
    paintAway(ink, context, layout.pools[i]!.people, pool);
    if (name.width > 0)
      line(
        ink,
        nameIn(ink, context, name.width, 'pools', `${seat}.${pool.key}`),
        name,
        face(small),
        tokens.muted,
      );
    hits.push({ rect, pick: { kind: 'pool', key: pool.key, seat } });
  });
  paintTray(ink, context, mat, layout.tray, broad);
  hits.push({ rect: layout.tray, pick: { kind: 'tray', key: seat, seat } });
  return hits;
}

/** What the seat is there for, where acts leave room: who looks away from the console finds it again. */
function paintGoals(ink: Ink, context: SeatContext, mat: TableMat, rect: Rect): void {
  const { tokens, t, layout } = context;
  const { small } = layout.font;
  const row = small * 1.3;
  if (rect.height < row) return;
  let { y } = rect;
  const bottom = rect.y + rect.height;
  if (mat.acts.length === 0 && rect.height >= 2 * row) {
    line(ink, t('table:seat.mat.idle'), { ...rect, y, height: row }, face(small), tokens.ink);
    y += row * IDLE;
  }
  const width = rect.width - small;
  const told = mat.goals.map((goal) => t(`play:goals.${goal}`));
  const full = told.reduce((sum, text) => sum + wrap(ink, text, face(small), width).length, 0);
  const brief = mat.acts.length > 0 || y + full * row > bottom + 1;
  for (const [i, goal] of mat.goals.entries()) {
    if (y + row > bottom + 1) return;
    line(ink, '–', { ...rect, y, height: row }, face(small), tokens.muted);
    const own = { x: rect.x + small, y, width, height: bottom - y };
    if (brief) {
      const short = { ...own, height: row };
      const name = nameIn(ink, context, short.width, 'goals', goal).replace(/\.$/, '');
      line(ink, name, short, face(small), tokens.muted);
      y += row;
      continue;
    }
    y += row * lines(ink, told[i]!, own, small, tokens.muted, 3);
  }
}

/** A place for each person of a pool: who is away is seen to be. */
function paintPlaces(ink: Ink, { tokens, layout }: SeatContext, rect: Rect, people: number): void {
  const step = placeStep(rect, layout.font.small, people);
  ink.fillStyle = tokens.faint;
  for (let i = 0; i < people; i++) {
    ink.beginPath();
    ink.ellipse(rect.x + step * (i + 0.5), rect.y + rect.height - 2, step * 0.32, 1.6, 0, 0, 2 * Math.PI);
    ink.fill();
  }
}

/** Who is away, why, and until when the first of them: at the end of the row, where there is room. */
function paintAway(ink: Ink, { tokens, t, layout }: SeatContext, rect: Rect, pool: TablePool): void {
  const { small } = layout.font;
  const [first] = pool.away;
  if (first === undefined) return;
  const count = pool.away.reduce((sum, { people }) => sum + people, 0);
  const taken = placeStep(rect, small, pool.people) * pool.people + 4;
  const beside = { ...rect, x: rect.x + taken, width: rect.width - taken };
  ink.font = face(small);
  const time = clockText(first.until);
  const { why, ref } = first;
  const side =
    why === 'stay' || ref === ''
      ? t(`table:seat.mat.awayFor.${why}`)
      : t(`play:recipients.${ref}`, { defaultValue: ref });
  const words = [
    // The reason of one is not the reason of all.
    ...(pool.away.every((each) => each.why === why && each.ref === ref)
      ? [t('table:seat.mat.awayWhy', { count, time, why: side })]
      : []),
    t('table:seat.mat.away', { count, time }),
    t('table:seat.mat.awayShort', { count, time }),
  ];
  const text = words.find((each) => ink.measureText(each).width <= beside.width);
  if (text !== undefined) line(ink, text, beside, face(small), tokens.muted, 'right');
}

/** A ladder's present step in words, its height as steps filled from the left. */
function paintLadder(
  ink: Ink,
  context: SeatContext,
  row: Rect,
  ladder: TableMat['ladders'][number],
  hue: string,
  broad: boolean,
): void {
  const { tokens } = context;
  const { small } = context.layout.font;
  const pip = small * (broad ? 0.56 : 0.34);
  const gap = broad ? 3 : 2;
  const width = ladder.steps.length * (pip + gap);
  const x = row.x + row.width - width;
  const tag = ladder.steps[ladder.at];
  line(
    ink,
    tag === undefined ? '' : nameIn(ink, context, row.width - width - 5, 'tags', tag),
    { ...row, width: row.width - width - 5 },
    face(small),
    ladder.at > 0 ? tokens.ink : tokens.muted,
  );
  const ended = tag !== undefined && ENDED.includes(tag);
  const full = (i: number): boolean => {
    if (ended) return false;
    return ANSWERS.includes(ladder.id) ? i === ladder.at : i <= ladder.at;
  };
  ladder.steps.forEach((_, i) => {
    // Steps rise: the picture of a ladder, whatever the colour.
    const height = small * (0.42 + (0.5 * (i + 1)) / ladder.steps.length);
    ink.beginPath();
    ink.roundRect(x + i * (pip + gap), row.y + row.height - 4 - height, pip, height, 1.5);
    ink.fillStyle = full(i) ? hue : tokens.panel;
    ink.fill();
    ink.strokeStyle = full(i) ? hue : tokens.line;
    ink.lineWidth = 1;
    ink.stroke();
  });
  if (!ended) return;
  // Struck through: it was there, and is over.
  ink.beginPath();
  ink.moveTo(x - 1, row.y + row.height - 4 - small * 0.3);
  ink.lineTo(x + width - 2, row.y + row.height - 4 - small * 0.3);
  ink.strokeStyle = tokens.muted;
  ink.lineWidth = 1.4;
  ink.stroke();
}

/** Trust: three marks, as many full as it has steps left, and its word. */
function paintTrust(
  ink: Ink,
  { tokens, t, layout }: SeatContext,
  row: Rect,
  relation: TableMat['trust'][number]['relation'],
  step: TableMat['trust'][number]['step'],
): void {
  const { small } = layout.font;
  const full = { given: 3, watched: 2, lost: 1 }[step];
  const radius = small * 0.26;
  const pitch = radius * 2 + 4;
  const x = row.x + row.width - 3 * pitch;
  line(
    ink,
    t(`table:seat.trust.${relation}`),
    { ...row, width: row.width - 3 * pitch - 6 },
    face(small),
    step === 'given' ? tokens.muted : tokens.ink,
  );
  for (let i = 0; i < 3; i++) {
    ink.beginPath();
    ink.arc(x + pitch * (i + 0.5), row.y + row.height / 2, radius, 0, 2 * Math.PI);
    ink.fillStyle = i < full ? (step === 'lost' ? tokens.ember : tokens.ink) : tokens.panel;
    ink.fill();
    ink.strokeStyle = i < full && step === 'lost' ? tokens.ember : tokens.muted;
    ink.lineWidth = 1.2;
    ink.stroke();
  }
}

/** What is known of a mat that is not open: its latest public word, what it said, how much was exchanged. */
function paintClosed(ink: Ink, context: SeatContext, mat: TableMat, layout: MatLayout): Hit[] {
  const { tokens, t } = context;
  const { small } = context.layout.font;
  const { lines: room } = layout;
  const step = small * 1.3;
  const { heard, word, exchanged } = mat;
  let y = room.y;
  const left = (): number => Math.max(0, room.y + room.height - step - y);
  const told = (title: string, text: string): void => {
    if (left() < step) return;
    line(ink, title, { x: room.x, y, width: room.width, height: step }, face(small), tokens.muted);
    y += step;
    y +=
      step *
      lines(
        ink,
        text,
        { x: room.x, y, width: room.width, height: left() },
        small,
        tokens.ink,
        word && heard ? 2 : 3,
      );
    y += 5;
  };
  if (word) told(t('table:seat.mat.word', { time: clockText(word.at) }), say(context, word));
  if (heard) told(t('table:seat.mat.heard', { time: clockText(heard.at) }), say(context, heard));
  if (!word && !heard)
    lines(ink, t('table:seat.mat.nothing'), { ...room, height: left() }, small, tokens.muted, 3);
  const foot = { x: room.x, y: room.y + room.height - step, width: room.width, height: step };
  line(ink, t('table:seat.mat.exchanged', exchanged), foot, face(small), tokens.muted);
  return [];
}

function paintChip(
  ink: Ink,
  { tokens, t, layout }: SeatContext,
  mat: TableMat,
  { lines: room }: MatLayout,
): void {
  const { small } = layout.font;
  const name = t(`play:seats.${mat.seat}.name`);
  const figure = mat.tray === null ? mat.exchanged.from : mat.tray.unopened;
  const width = small * 1.3;
  const count = String(figure);
  const tail = width + 4 + small * 0.7 * count.length;
  // A name that would be cut says less than the emblem alone.
  ink.font = face(small);
  if (ink.measureText(name).width <= room.width - tail - 4)
    line(ink, name, { ...room, width: room.width - tail - 4 }, face(small), tokens.ink);
  const x = room.x + room.width - tail;
  const y = room.y + room.height / 2;
  paintEnvelope(
    ink,
    figure > 0 ? tokens.flapInk : tokens.muted,
    tokens.flap,
    x + width / 2,
    y,
    width,
    figure === 0,
  );
  line(
    ink,
    count,
    { x: x + width + 3, y: room.y, width: tail - width, height: room.height },
    face(small),
    figure > 0 ? tokens.ink : tokens.muted,
  );
}
