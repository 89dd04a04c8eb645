/// <reference types="vite/client" />
/**
 * The table alone, fed with made-up models: to look at it and to measure its frames.
 * Address: ?theme=night&lang=fr&at=18:12&flight=1000&renderer=canvas&still=1&phase=quiet
 */
import i18next from 'i18next';
import '@fontsource/b612/400.css';
import '@fontsource/b612/700.css';
import '@fontsource/b612-mono/400.css';
import '@fontsource/b612-mono/700.css';
import map from '../../assets/map/france.json' with { type: 'json' };
import scenario from '../../assets/scenarios/2021-06-02/scenario.json' with { type: 'json' };
import territory from '../../assets/territory/departements.json' with { type: 'json' };
import en from '../../locales/en/table.json' with { type: 'json' };
import fr from '../../locales/fr/table.json' with { type: 'json' };
import { createBoard } from '../../src/board/index.ts';
import { tokenPlace } from '../../src/board/hitTest.ts';
import { createLayout } from '../../src/board/layout/layout.ts';
import type { Board, BoardOptions } from '../../src/board/options.ts';
import type { ThemeName } from '../../src/client/tokens.ts';
import type { BoardFlow, BoardModel, BoardToken } from '../../src/view/boardModel.ts';

const MINUTE = 60_000;
const query = new URLSearchParams(location.search);
const minutesOf = (text: string): number => {
  const [hours, minutes] = text.split(':').map(Number);
  return hours * 60 + minutes;
};
const from = minutesOf('16:30') * MINUTE;
const to = minutesOf('24:00') * MINUTE;
const inFlight = Number(query.get('flight') ?? 120);
const speed = Number(query.get('speed') ?? 12);
const language = query.get('lang') === 'en' ? 'en' : 'fr';

await i18next.init({
  lng: language,
  resources: { fr: { table: fr }, en: { table: en } },
  interpolation: { escapeValue: false },
});

const areas = (territory as { code: string; name: string; population: number; overseas: boolean }[]).map(
  (area) => ({
    ...area,
    technology: 'copper',
    home: 'paris1',
  }),
);
const servers = scenario.network.servers.map(({ id, name, site, partner }) => ({ id, name, site, partner }));
const options: BoardOptions = {
  map,
  scenario: {
    areas,
    servers,
    clock: { from, trigger: minutesOf('16:45') * MINUTE, windowEnd: to, to: to + 180 * MINUTE },
  },
  theme: (query.get('theme') ?? 'night') as ThemeName,
  reducedMotion: query.has('still'),
  language,
  t: (key, params) => i18next.t(key, params ?? {}),
  onPick: (pick) => document.body.setAttribute('data-pick', `${pick.kind} ${pick.key}`),
  onHover: (pick) => document.body.setAttribute('data-hover', pick ? `${pick.kind} ${pick.key}` : ''),
  ...(query.get('renderer') ? { renderer: query.get('renderer') as 'canvas' | 'webgl' } : {}),
};
const board = await createBoard(document.getElementById('board') as HTMLElement, options);

let random = 12_345;
const draw = (): number => {
  random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
  return random / 4_294_967_296;
};
const ghosts = scenario.chronology.filter((moment) => moment.ghost);
const serverOf = areas.map((area) =>
  area.overseas ? 0 : Math.abs(Math.imul(Number.parseInt(area.code, 10), 2_654_435_761)) % 6,
);
const lyon = new Set(['69', '01', '42', '38', '26', '07']);
let attempt = 0;
let carry = 0;

function model(at: number, step: number): BoardModel {
  const t = (at - from) / (to - from);
  const bad =
    query.get('phase') === 'quiet' ? 0 : Math.max(0, Math.min(1, (t - 0.03) * 20)) * Math.max(0.05, 1 - t);
  const lossOf = (i: number): number =>
    bad *
    (lyon.has(areas[i].code)
      ? 0.62 - 0.05 * (i % 5)
      : areas[i].code === '25'
        ? 0
        : 0.02 + (0.3 * ((i * 37) % 17)) / 17);
  carry += (inFlight / 1.72) * (step / 1000);
  const flows: BoardFlow[] = [];
  for (; carry >= 1; carry--) {
    const area = Math.floor(draw() * areas.length);
    const lost = draw() < lossOf(area);
    const direct = draw() < 0.15;
    flows.push({
      key: String(++attempt),
      area,
      server: direct && !lost ? -1 : serverOf[area],
      fate: lost ? 'broken' : draw() < 0.03 ? 'refused' : 'through',
      phase: draw(),
    });
  }
  const lost = Math.round(11_800 * bad * t * 1.6);
  const tokens: BoardToken[] = [
    ...ghosts.map((moment) => ({
      key: `ghost:${moment.key}`,
      at: minutesOf(moment.at) * MINUTE,
      kind: 'ghost' as const,
      labelKey: moment.key,
      passed: minutesOf(moment.at) * MINUTE <= at,
    })),
    ...['16:44', '17:25', '18:10', '19:05', '20:30', '21:45', '23:10'].map((time, i) => ({
      key: `order:${i}`,
      at: minutesOf(time) * MINUTE,
      kind: 'order' as const,
      labelKey: 'table:legend.order',
      passed: minutesOf(time) * MINUTE <= at,
    })),
  ];
  return {
    at,
    track: { from, to, tokens },
    servers: servers.map(({ id }, i) => {
      const state =
        query.get('phase') === 'quiet'
          ? 'up'
          : (['up', 'partly', 'up', 'partly', 'down', 'isolated'] as const)[i];
      return {
        key: id,
        fill: state === 'down' ? 1 : (at / MINUTE / 40 + i * 0.31) % 1,
        modulesUp: { up: 8, partly: 5, down: 0, isolated: 8 }[state],
        modules: 8,
        state,
        loss: 0.1,
      };
    }),
    areas: areas.map(({ code }, i) => ({
      key: code,
      loss: i % 23 === 5 || t < 0.01 ? null : lossOf(i),
      warmth: Math.max(0, Math.min(1, 0.75 - lossOf(i) + 0.25 * (((i * 7) % 11) / 11))),
      waiting: 1,
      badge:
        at > minutesOf('19:00') * MINUTE
          ? i % 9 === 0
            ? 'around'
            : i % 2 === 0
              ? 'tenDigit'
              : 'none'
          : 'none',
    })),
    flows,
    callsPerFlow: Number(query.get('calls') ?? 1),
    counters: [
      { key: 'lost', value: lost },
      { key: 'lostReference', value: Math.round(lost * 1.1) },
      { key: 'neverServed', value: Math.round(lost * 0.58), ordinary: Math.round(lost * 0.3) },
      { key: 'answered', value: Math.round(104_000 * t) },
      { key: 'waiting', value: Math.round(300 + 100 * bad) },
    ],
    lossNow: bad * 0.18,
    selected: query.get('selected'),
  };
}

let at = minutesOf(query.get('at') ?? '18:12') * MINUTE;
const STEP = 66;
board.apply(model(at, 0));
setInterval(() => {
  at = Math.min(to, at + STEP * speed);
  board.apply(model(at, STEP));
}, STEP);
/** Where a pointer finds each département, lantern and mark of the rim, for tests. */
function places(): { kind: 'area' | 'server' | 'token'; key: string; x: number; y: number }[] {
  const layout = createLayout(
    map,
    servers.map(({ id }) => id),
    options.scenario.clock,
    window.innerWidth,
    window.innerHeight,
  );
  const found: { kind: 'area' | 'server' | 'token'; key: string; x: number; y: number }[] = [];
  for (const { code, frame, label } of map.areas) {
    const place = frame === 'mainland' ? layout.map : layout.insets.find((each) => each.key === frame)?.place;
    if (place)
      found.push({
        kind: 'area',
        key: code,
        x: place.x + place.scale * label[0],
        y: place.y + place.scale * label[1],
      });
  }
  for (const { key, mouth } of layout.lanterns) found.push({ kind: 'server', key, x: mouth.x, y: mouth.y });
  for (const token of model(at, 0).track.tokens) {
    const mark = tokenPlace(layout, token);
    if (mark) found.push({ kind: 'token', key: token.key, ...mark });
  }
  return found;
}

export interface HarnessWindow {
  readonly board: Board;
  readonly places: typeof places;
}
const shared: HarnessWindow = { board, places };
Object.assign(window, shared);
document.body.setAttribute('data-ready', 'yes');
