/// <reference types="vite/client" />
/**
 * The seats' table alone, fed with made-up views: to look at it and to measure its frames.
 * Address: ?seats=orange,ministry&theme=night&lang=fr&at=18:12&speed=12&still=1&ghosts=1&bare=1
 */
import i18next from 'i18next';
import '@fontsource/b612/400.css';
import '@fontsource/b612/700.css';
import '@fontsource/b612-mono/400.css';
import '@fontsource/b612-mono/700.css';
import map from '../../assets/map/france.json' with { type: 'json' };
import enPlay from '../../locales/en/play.json' with { type: 'json' };
import enScenario from '../../locales/en/scenario.json' with { type: 'json' };
import en from '../../locales/en/table.json' with { type: 'json' };
import frPlay from '../../locales/fr/play.json' with { type: 'json' };
import frScenario from '../../locales/fr/scenario.json' with { type: 'json' };
import fr from '../../locales/fr/table.json' with { type: 'json' };
import type { Rect } from '../../src/board/layout/geometry.ts';
import { placeMarks } from '../../src/board/seat/marks.ts';
import { layoutMat } from '../../src/board/seat/matLayout.ts';
import { contentsOf } from '../../src/board/seat/paint/mat.ts';
import { createSeatLayout } from '../../src/board/seat/seatLayout.ts';
import { createSeatBoard } from '../../src/board/seat/index.ts';
import type { SeatBoard } from '../../src/board/seat/options.ts';
import type { ThemeName } from '../../src/client/tokens.ts';
import { CORE_SEATS, type SeatId } from '../../src/session/playProtocol.ts';
import { buildTableModel } from '../../src/view/buildTableModel.ts';
import { clockOf, sampleInfo, sampleView } from '../unit/tableSamples.ts';

const query = new URLSearchParams(location.search);
const language = query.get('lang') === 'en' ? 'en' : 'fr';
await i18next.init({
  lng: language,
  resources: {
    fr: { table: fr, play: frPlay, scenario: frScenario },
    en: { table: en, play: enPlay, scenario: enScenario },
  },
  interpolation: { escapeValue: false },
});

const seats: readonly SeatId[] = (query.get('seats') ?? 'orange')
  .split(',')
  .flatMap((each) => CORE_SEATS.filter((seat) => seat === each));
const speed = Number(query.get('speed') ?? 12);
const board = await createSeatBoard(document.getElementById('board') as HTMLElement, {
  map,
  scenario: sampleInfo.scenario,
  theme: (query.get('theme') ?? 'night') as ThemeName,
  reducedMotion: query.has('still'),
  language,
  t: (key, params) => i18next.t(key, params ?? {}),
  bare: query.has('bare'),
  onPick: (pick) => document.body.setAttribute('data-pick', `${pick.kind} ${pick.key}`),
  onHover: (pick) => document.body.setAttribute('data-hover', pick ? `${pick.kind} ${pick.key}` : ''),
  ...(query.get('renderer') ? { renderer: query.get('renderer') as 'canvas' | 'webgl' } : {}),
});

const start = clockOf(query.get('at') ?? '18:12');
let at = start;
const info = { ...sampleInfo, ghosts: query.get('ghosts') !== '0' };
/** The evening of the samples stands at its hour: only the clock, the acts and the messages go on. */
const show = (): void => {
  const model = buildTableModel(
    seats.map((seat) => ({ ...sampleView(seat, start), at })),
    { at, playing: speed > 0, speed },
    info,
  );
  if (model) board.apply(model);
};
if (!query.has('bare')) {
  show();
  setInterval(() => {
    at += 66 * speed;
    show();
  }, 66);
}

interface Place {
  readonly kind: string;
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

/** Where a pointer finds a thing of each kind, for tests: from the same layout as the board's. */
function places(): Place[] {
  const model = buildTableModel(
    seats.map((seat) => sampleView(seat, start)),
    { at, playing: false, speed },
    info,
  );
  if (!model) return [];
  const held = model.mats.filter((mat) => mat.held).map(({ seat }) => seat);
  const others = model.mats.map(({ seat }) => seat).filter((seat) => seat !== model.focus);
  const layout = createSeatLayout(
    map,
    sampleInfo.scenario.servers,
    sampleInfo.scenario.clock,
    {
      seats: [model.focus, ...others],
      held,
      lit: model.servers.some(({ state }) => state !== 'unseen'),
    },
    window.innerWidth,
    window.innerHeight,
  );
  const found: Place[] = [];
  const add = (kind: string, key: string, { x, y, width, height }: Rect): void => {
    found.push({ kind, key, x: x + width / 2, y: y + height / 2 });
  };
  for (const { key, mouth } of layout.lanterns) found.push({ kind: 'server', key, ...mouth });
  const area = map.areas.find(({ code }) => code === '51');
  if (area)
    found.push({
      kind: 'area',
      key: area.code,
      x: layout.map.x + layout.map.scale * area.label[0]!,
      y: layout.map.y + layout.map.scale * area.label[1]!,
    });
  const [mark] = placeMarks(layout, model.track.tokens);
  if (mark) found.push({ kind: 'token', key: mark.token.key, ...mark.at });
  for (const box of layout.mats) {
    const mat = model.mats.find(({ seat }) => seat === box.seat);
    if (!mat) continue;
    const laid = layoutMat(box, layout.font, contentsOf(mat));
    add('mat', box.seat, laid.emblem);
    if (!mat.held) continue;
    add('tray', box.seat, laid.tray);
    laid.acts.forEach(({ rect }, i) => add('act', String(mat.acts[i]!.key), rect));
    laid.pools.forEach(({ rect }, i) => add('pool', mat.pools[i]!.key, rect));
    laid.ladders.forEach((rect, i) => add('ladder', mat.ladders[i]!.id, rect));
    laid.trust.forEach((rect, i) => add('trust', mat.trust[i]!.relation, rect));
  }
  return found;
}

export interface SeatHarnessWindow {
  readonly board: SeatBoard;
  readonly places: typeof places;
  /** Belief of the first seat, and a made-up truth, for the reveal. */
  reveal(ms: number): Promise<void>;
}
const shared: SeatHarnessWindow = {
  board,
  places,
  reveal(ms) {
    return board.reveal(
      sampleView(seats[0] ?? 'orange', start).areas,
      sampleInfo.scenario.areas.map(({ code }, i) => ({ code, share: ((i * 29) % 60) / 100 })),
      ms,
    );
  },
};
Object.assign(window, shared);
document.body.setAttribute('data-ready', 'yes');
