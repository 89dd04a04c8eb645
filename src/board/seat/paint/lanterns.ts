import type { TableServer } from '../../../view/tableModel.ts';
import { hex } from '../../context.ts';
import type { Rect } from '../../layout/geometry.ts';
import type { LanternBox } from '../../layout/regions.ts';
import type { Ink } from '../../paint/canvas.ts';
import type { SeatContext } from '../context.ts';
import { fitted, lines } from './words.ts';

/** The six call servers for who has their alarms; dashed and unlit for who has not. */
export function paintLanterns(ink: Ink, context: SeatContext, servers: readonly TableServer[]): void {
  const { layout, tokens, t } = context;
  for (const server of servers) {
    const box = layout.lanterns.find(({ key }) => key === server.key);
    if (!box) continue;
    if (server.state === 'unseen') paintUnseen(ink, context, box);
    else paintSeen(ink, context, box, server);
  }
  if (servers.some(({ state }) => state !== 'unseen')) return;
  const { lanternRow: row } = layout;
  const last = layout.lanterns.at(-1);
  const x = last ? last.rect.x + last.rect.width + 10 : row.x;
  const glass = last?.rect ?? row;
  const words = { x, y: glass.y, width: row.x + row.width - x, height: row.y + row.height - glass.y };
  lines(ink, t('table:seat.lantern.unseen'), words, layout.font.small, tokens.muted, 2);
}

function paintUnseen(ink: Ink, { tokens }: SeatContext, { rect }: LanternBox): void {
  ink.beginPath();
  ink.roundRect(rect.x, rect.y, rect.width, rect.height, rect.width * 0.22);
  ink.strokeStyle = tokens.line;
  ink.lineWidth = 1.2;
  ink.setLineDash([3, 3]);
  ink.stroke();
  ink.setLineDash([]);
}

function paintSeen(ink: Ink, context: SeatContext, box: LanternBox, server: TableServer): void {
  const { tokens, layout, scenario, t, language } = context;
  const { rect } = box;
  const cap = rect.width * 0.5;
  ink.fillStyle = tokens.line;
  ink.beginPath();
  ink.roundRect(rect.x + (rect.width - cap) / 2, rect.y - 5, cap, 3.5, 1.5);
  ink.roundRect(rect.x + rect.width * 0.1, rect.y + rect.height + 2, rect.width * 0.8, 2.5, 1.2);
  ink.fill();
  ink.beginPath();
  ink.roundRect(rect.x, rect.y, rect.width, rect.height, rect.width * 0.22);
  ink.fillStyle = tokens.glass;
  ink.fill();
  ink.strokeStyle = tokens.muted;
  ink.lineWidth = 1.4;
  ink.stroke();

  const dark = server.state === 'down' || server.state === 'isolated';
  const x = rect.x + 3;
  const y = rect.y + 3;
  const width = rect.width - 6;
  const height = rect.height - 6;
  const fill = Math.max(0, Math.min(1, server.fill));
  if (dark) {
    ink.strokeStyle = tokens.ember;
    ink.lineWidth = 1.6;
    ink.beginPath();
    ink.moveTo(x + 2, y + 2);
    ink.lineTo(x + width - 2, y + height - 2);
    if (server.state === 'down') {
      ink.moveTo(x + width - 2, y + 2);
      ink.lineTo(x + 2, y + height - 2);
    }
    ink.stroke();
  } else {
    const free = height * (1 - fill);
    const light = server.modules > 0 ? server.modulesUp / server.modules : 0;
    const rgb = hex(tokens.flame);
    const glow = (alpha: number): string => `rgba(${rgb >> 16},${(rgb >> 8) & 255},${rgb & 255},${alpha})`;
    if (free > 1) {
      const flame = ink.createRadialGradient(
        x + width / 2,
        y + free * 0.62,
        0,
        x + width / 2,
        y + free * 0.62,
        Math.max(width, free) * 0.75,
      );
      flame.addColorStop(0, glow(0.3 + 0.7 * light));
      flame.addColorStop(1, glow(0.06));
      ink.fillStyle = flame;
      ink.beginPath();
      ink.roundRect(x, y, width, free, [3, 3, 0, 0]);
      ink.fill();
    }
    if (fill > 0.01) {
      ink.fillStyle = tokens.memory;
      ink.beginPath();
      ink.roundRect(x, y + free, width, height - free, [0, 0, 3, 3]);
      ink.fill();
      ink.strokeStyle = tokens.ink;
      ink.lineWidth = 1.4;
      ink.beginPath();
      ink.moveTo(x, y + free);
      ink.lineTo(x + width, y + free);
      ink.stroke();
    }
  }
  const loses = !dark && server.losing > 0;
  if (loses) paintLosing(ink, tokens, rect);
  paintModules(ink, context, box, server);
  const name = scenario.servers.find(({ id }) => id === server.key)?.name ?? server.key;
  const size = layout.font.small;
  fitted(ink, name, box.name, size, size * 0.88, tokens.muted, false, 'center');
  const percent = (value: number): string =>
    `${Math.round(value * 100)}${language === 'fr' ? '\u00a0' : ''}%`;
  fitted(
    ink,
    dark ? t(`table:lantern.${server.state}`) : loses ? `−${percent(server.losing)}` : percent(fill),
    box.percent,
    size,
    size * 0.88,
    dark || loses ? tokens.ember : tokens.ink,
    true,
    'center',
  );
}

/** A server that takes calls and loses them: the glass is cracked, and embers fall from it. */
export function paintLosing(
  ink: Ink,
  tokens: Pick<SeatContext['tokens'], 'ember' | 'edge'>,
  glass: Rect,
): void {
  const { x, y, width, height } = glass;
  const crack = (): void => {
    ink.beginPath();
    ink.moveTo(x + width * 0.3, y + height - 2);
    ink.lineTo(x + width * 0.55, y + height * 0.66);
    ink.lineTo(x + width * 0.36, y + height * 0.5);
    ink.lineTo(x + width * 0.66, y + height * 0.2);
    ink.stroke();
  };
  ink.lineJoin = 'round';
  ink.strokeStyle = tokens.edge;
  ink.lineWidth = 4;
  crack();
  ink.strokeStyle = tokens.ember;
  ink.lineWidth = 2;
  crack();
  ink.fillStyle = tokens.ember;
  for (const [across, down] of [
    [0.2, 3.5],
    [0.5, 5.5],
    [0.8, 3],
  ] as const) {
    ink.beginPath();
    ink.arc(x + width * across, y + height + down, 1.7, 0, 2 * Math.PI);
    ink.fill();
  }
}

/** A tick a module, beside the glass: full when it serves. */
function paintModules(
  ink: Ink,
  { tokens }: SeatContext,
  { rect }: LanternBox,
  { modules, modulesUp, state }: TableServer,
): void {
  const step = rect.height / Math.max(1, modules);
  for (let i = 0; i < modules; i++) {
    const x = rect.x + rect.width + 4;
    const y = rect.y + rect.height - (i + 1) * step + 0.8;
    const height = Math.max(1.6, step - 1.6);
    if (i < modulesUp && state !== 'isolated') {
      ink.fillStyle = tokens.town;
      ink.fillRect(x, y, 5, height);
    } else {
      ink.strokeStyle = tokens.line;
      ink.lineWidth = 1;
      ink.strokeRect(x + 0.5, y + 0.5, 4, Math.max(1, height - 1));
    }
  }
}
