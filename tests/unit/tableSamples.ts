import scenario from '../../assets/scenarios/2021-06-02/scenario.json' with { type: 'json' };
import acts from '../../assets/play/acts.json' with { type: 'json' };
import seats from '../../assets/play/seats.json' with { type: 'json' };
import territory from '../../assets/territory/departements.json' with { type: 'json' };
import type { PlayInfo } from '../../src/scenario/play/info.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import type { TableInfo } from '../../src/view/buildTableModel.ts';
import type { ActView, AreaBelief, FactView, Gauge, SeatView } from '../../src/view/seatView.ts';

/** Made-up views of the four seats, typed as the contract has them: for tests and to look at the table. */
const MINUTE = 60_000;
export const clockOf = (text: string): number => {
  const [hours, minutes] = text.split(':').map(Number) as [number, number];
  return (hours * 60 + minutes) * MINUTE;
};

const FROM = clockOf('16:30');
export const sampleInfo: TableInfo = {
  scenario: {
    areas: (territory as { code: string; name: string; population: number; overseas: boolean }[]).map(
      (area, i) => ({
        ...area,
        technology: 'copper',
        home: scenario.network.servers[i % 6]!.id,
      }),
    ),
    servers: scenario.network.servers.map(({ id, name, site, partner }) => ({ id, name, site, partner })),
    clock: { from: FROM, trigger: clockOf('16:45'), windowEnd: clockOf('24:00'), to: clockOf('27:00') },
    chronology: scenario.chronology.map((moment) => ({
      at: clockOf(moment.at),
      key: moment.key,
      confidence: 'high' as never,
      source: '',
      ghost: moment.ghost,
    })),
  },
  play: {
    seats: seats.seats as unknown as PlayInfo['seats'],
    acts: acts.acts as unknown as PlayInfo['acts'],
  },
  focus: null,
  ghosts: true,
  selected: null,
};

const codes = sampleInfo.scenario.areas.map(({ code }) => code);

function act(
  id: number,
  name: string,
  pool: string,
  people: number,
  at: number,
  begun: number,
  minutes: number,
): ActView {
  const begunAt = at - begun * MINUTE;
  const endsAt = begunAt + minutes * MINUTE;
  return {
    id,
    act: name,
    pool,
    people,
    begunAt,
    endsAt,
    state: endsAt > at ? 'underWay' : 'ended',
    work: null,
    args: {},
    rests: [],
    found: [],
    results: [],
  };
}

const fact = (statement: number, of: number, source: FactView['source']): FactView => ({
  statement,
  type: 'emergency.affected',
  about: {},
  of,
  since: of + 8 * MINUTE,
  source,
  sources: [{ source, at: of }],
  confidence: 0.7,
  writtenDown: false,
  contradictedBy: [],
  superseded: false,
  replacedBy: [],
});

/** Ladders, pools, acts, gauges by seat at a busy hour. */
function partsOf(
  seat: SeatId,
  at: number,
): Pick<SeatView, 'ladders' | 'pools' | 'acts' | 'gauges' | 'trust'> {
  const step = 5 * MINUTE;
  const count = Math.max(1, Math.floor((at - FROM) / step));
  const curve = Array.from({ length: count }, (_, i) =>
    Math.min(0.34, Math.max(0.004, (i - 3) * 0.04 - 0.002 * (i % 4))),
  );
  switch (seat) {
    case 'orange':
      return {
        ladders: [
          { id: 'level', steps: ['levelWatch', 'levelYellow', 'levelRed', 'levelBlack'], step: 'levelRed' },
          { id: 'cell', steps: ['cellClosed', 'cellOpening', 'cellOpen'], step: 'cellOpening' },
          {
            id: 'repair',
            steps: ['repairNone', 'repairLooking', 'repairActing', 'repairWatching'],
            step: 'repairActing',
          },
          { id: 'state', steps: ['stateUntold', 'stateTold'], step: 'stateUntold' },
        ],
        pools: [
          { id: 'supervision', people: 3, free: 0, routine: 1, away: [] },
          { id: 'experts', people: 2, free: 0, routine: 0, away: [] },
          { id: 'relations', people: 1, free: 1, routine: 0, away: [] },
          { id: 'communication', people: 1, free: 1, routine: 0, away: [] },
        ],
        acts: [
          act(3, 'orange.restartOneByOne', 'experts', 1, at, 6, 30),
          act(4, 'orange.testCalls', 'supervision', 1, at, 9, 12),
          act(5, 'orange.callVendor', 'experts', 1, at, 2, 15),
          act(2, 'orange.rollBack', 'experts', 2, at, 60, 12),
          act(1, 'orange.readAlarms', 'supervision', 1, at, 90, 4),
        ],
        trust: [{ relation: 'stateToOperator', step: 'watched' }],
        gauges: [
          {
            kind: 'servers',
            at,
            servers: sampleInfo.scenario.servers.map(({ id }, i) => ({
              id,
              fill: [0.92, 1, 0.64, 0.8, 1, 0.37][i]!,
              modulesUp: [8, 0, 8, 5, 8, 8][i]!,
              modules: 8,
              isolated: i === 4,
              losing: i === 3 ? 0.35 : 0,
            })),
          },
          { kind: 'voice', start: FROM, step, refused: curve },
          { kind: 'complaints', perHour: 4_210, usual: 380 },
        ],
      };
    case 'ministry':
      return {
        ladders: [
          {
            id: 'posture',
            steps: ['postureWatch', 'postureReinforced', 'cicOpening', 'cicOpen'],
            step: 'cicOpen',
          },
          {
            id: 'lists',
            steps: ['listsNone', 'listsOrdered', 'listsReady', 'listsPublished'],
            step: 'listsOrdered',
          },
          { id: 'voice', steps: ['silent', 'speaking', 'advising'], step: 'silent' },
        ],
        pools: [
          { id: 'watch', people: 3, free: 1, routine: 1, away: [] },
          { id: 'communication', people: 2, free: 1, routine: 0, away: [] },
          { id: 'cic', people: 12, free: 8, routine: 0, away: [] },
        ],
        acts: [
          act(3, 'ministry.pollPrefects', 'cic', 3, at, 4, 20),
          act(4, 'ministry.orderLists', 'cic', 1, at, 1, 8),
          act(5, 'ministry.advise', 'communication', 1, at, 3, 10),
        ],
        trust: [
          { relation: 'stateToOperator', step: 'lost' },
          { relation: 'servicesToState', step: 'watched' },
          { relation: 'publicToAdvice', step: 'given' },
        ],
        gauges: [
          {
            kind: 'chains',
            chains: [
              { chain: 'civilSecurity', reports: 14, areas: codes.slice(0, 9), latest: at - 12 * MINUTE },
              { chain: 'health', reports: 6, areas: codes.slice(20, 24), latest: at - 31 * MINUTE },
              { chain: 'police', reports: 0, areas: [], latest: null },
              { chain: 'prefects', reports: 3, areas: codes.slice(40, 43), latest: at - 4 * MINUTE },
            ],
          },
        ],
      };
    case 'anssi':
      return {
        ladders: [
          { id: 'case', steps: ['caseNone', 'caseOpen', 'caseClosed'], step: 'caseOpen' },
          {
            id: 'word',
            steps: ['wordNone', 'wordSuspected', 'wordLikelyFailure', 'wordExcluded'],
            step: 'wordSuspected',
          },
        ],
        pools: [
          { id: 'watch', people: 2, free: 1, routine: 1, away: [] },
          { id: 'experts', people: 3, free: 1, routine: 1, away: [] },
          { id: 'liaison', people: 1, free: 0, routine: 0, away: [] },
        ],
        acts: [
          act(1, 'anssi.analyse', 'experts', 1, at, 12, 40),
          act(2, 'anssi.liaisonToCic', 'liaison', 1, at, 3, 25),
        ],
        trust: [],
        gauges: [
          {
            kind: 'cases',
            cases: [
              { id: 'second', people: 0, before: at + 25 * MINUTE, state: 'starved' },
              { id: 'telecoms', people: 1, before: null, state: 'open' },
            ],
          },
          {
            kind: 'sample',
            statement: 12,
            tries: 20,
            passed: 14,
            numbers: null,
            low: 0.12,
            high: 0.54,
            at: at - 6 * MINUTE,
          },
        ],
      };
    case 'services':
      return {
        ladders: [
          { id: 'rooms', steps: ['usual', 'abnormal', 'degraded'], step: 'degraded' },
          {
            id: 'line',
            steps: ['lineNone', 'lineOpening', 'lineOpen', 'linePublished'],
            step: 'lineOpening',
          },
          { id: 'staff', steps: ['staffUsual', 'staffRecalled', 'staffDoubled'], step: 'staffRecalled' },
        ],
        pools: [
          { id: 'heads', people: 3, free: 1, routine: 1, away: [] },
          { id: 'technical', people: 1, free: 0, routine: 0, away: [] },
          { id: 'callTakers', people: 6, free: 2, routine: 2, away: [] },
        ],
        acts: [
          act(1, 'services.openMobileLine', 'technical', 1, at, 7, 30),
          act(2, 'services.callBack', 'callTakers', 2, at, 3, 20),
          act(3, 'services.radioNeighbours', 'heads', 1, at, 1, 6),
        ],
        trust: [{ relation: 'servicesToState', step: 'given' }],
        gauges: [
          {
            kind: 'rooms',
            area: '69',
            rooms: [
              {
                room: '15',
                usual15: 38,
                arrived15: 21,
                repeated15: 2,
                waiting: 3,
                longestWait: 90_000,
                delay15: 2_000,
                gaveUp15: 0,
                talking: 9,
                takers: 10,
                cut15: 4,
                toCallBack: 3,
              },
              {
                room: '17',
                usual15: 26,
                arrived15: 17,
                repeated15: 2,
                waiting: 0,
                longestWait: 0,
                delay15: 2_000,
                gaveUp15: 0,
                talking: 4,
                takers: 8,
                cut15: 2,
                toCallBack: 1,
              },
              {
                room: '18-112',
                usual15: 31,
                arrived15: 14,
                repeated15: 2,
                waiting: 1,
                longestWait: 20_000,
                delay15: 2_000,
                gaveUp15: 0,
                talking: 6,
                takers: 8,
                cut15: 6,
                toCallBack: 6,
              },
            ],
            start: FROM,
            step,
            arrived: Array.from({ length: count }, (_, i) => 30 - Math.min(13, Math.max(0, i - 3)) + (i % 3)),
            usual: Array.from({ length: count }, (_, i) => 30 + (i % 4)),
          },
        ] satisfies Gauge[],
      };
  }
}

function beliefsOf(seat: SeatId): AreaBelief[] {
  return codes.map((code, i): AreaBelief => {
    const none = { code, state: 'unknown', share: null, hit: null, other: null, statement: null } as const;
    const dense = seat === 'ministry' ? 2 : seat === 'orange' ? 3 : 6;
    if (seat === 'services')
      return code === '69'
        ? { code, state: 'known', share: 0.44, hit: true, other: null, statement: 1 }
        : code === '42'
          ? { code, state: 'contradicted', share: 0, hit: true, other: null, statement: 2 }
          : none;
    if (i % dense !== 0) return none;
    const statement = i;
    if (i % 11 === 0) return { code, state: 'contradicted', share: 0.4, hit: true, other: 0.02, statement };
    if (i % 7 === 0) return { code, state: 'old', share: 0.22, hit: true, other: null, statement };
    if (i % 5 === 0) return { code, state: 'known', share: null, hit: i % 2 === 0, other: null, statement };
    return { code, state: 'known', share: ((i * 37) % 60) / 100, hit: true, other: null, statement };
  });
}

/** What a seat would see at that time of a made-up evening. */
export function sampleView(seat: SeatId, at: number, changes: Partial<SeatView> = {}): SeatView {
  const areas = beliefsOf(seat);
  return {
    seat,
    at,
    finished: false,
    tags: [],
    ...partsOf(seat, at),
    queue: [],
    offers: [],
    choices: [],
    inTray: [
      {
        id: 9,
        from: 'ministry',
        channel: 'phone',
        key: null,
        text: '',
        arrivedAt: at - 2 * MINUTE,
        readAt: null,
        statements: [],
        asks: ['restoration.eta'],
        answered: false,
        answeredByAct: false,
        beside: false,
      },
      {
        id: 8,
        from: 'vendor',
        channel: 'email',
        key: null,
        text: '',
        arrivedAt: at - 6 * MINUTE,
        readAt: null,
        statements: [],
        asks: [],
        answered: false,
        answeredByAct: false,
        beside: false,
      },
      {
        id: 7,
        from: 'anssi',
        channel: 'crisis',
        key: null,
        text: 'Nous ouvrons un dossier : gardez les journaux avant tout redémarrage.',
        arrivedAt: at - 25 * MINUTE,
        readAt: at - 20 * MINUTE,
        statements: [],
        asks: [],
        answered: true,
        answeredByAct: false,
        beside: false,
      },
      {
        id: 6,
        from: 'services',
        channel: 'email',
        key: 'play:events.quietRoom',
        text: '',
        arrivedAt: at - 45 * MINUTE,
        readAt: at - 33 * MINUTE,
        statements: [],
        asks: [],
        answered: false,
        answeredByAct: false,
        beside: false,
      },
    ]
      .filter(({ from }) => from !== seat)
      .map((message) => ({ ...message, answers: null })) as SeatView['inTray'],
    sent: [
      {
        id: 4,
        to: [seat === 'ministry' ? 'prefects' : 'ministry'],
        channel: 'crisis',
        key: null,
        text: '',
        statements: [],
        sentAt: at - 1 * MINUTE,
        arrivedAt: null,
        failed: false,
        failures: [],
        answered: false,
      },
      {
        id: 5,
        to: ['operators'],
        channel: 'email',
        key: null,
        text: '',
        statements: [],
        sentAt: at - 7 * MINUTE,
        arrivedAt: null,
        failed: false,
        failures: [],
        answered: false,
      },
      {
        id: 6,
        to: [seat === 'services' ? 'orange' : 'services'],
        channel: 'phone',
        key: null,
        text: '',
        statements: [],
        sentAt: at - 2 * MINUTE,
        arrivedAt: null,
        failed: true,
        failures: [],
        answered: false,
      },
      {
        id: 1,
        to: [seat === 'anssi' ? 'orange' : 'anssi'],
        channel: 'phone',
        key: null,
        text: '',
        statements: [],
        sentAt: at - 40 * MINUTE,
        arrivedAt: at - 40 * MINUTE,
        failed: false,
        failures: [],
        answered: true,
      },
    ],
    facts: areas.flatMap(({ statement }, i) =>
      statement === null
        ? []
        : [
            fact(
              statement,
              at - ((i * 7) % 60) * MINUTE,
              seat === 'ministry'
                ? { kind: 'message', from: 'prefects', message: i }
                : seat === 'anssi'
                  ? { kind: 'act', act: 'anssi.ringOperators' }
                  : { kind: 'instrument', sensor: 'x' },
            ),
          ],
    ),
    areas,
    numbers: codes
      .filter((_, i) => i % 13 === 4)
      .map((area, i) => ({
        area,
        state: (['heard', 'tested', 'crosses', 'withdrawn'] as const)[i % 4]!,
        statement: 200 + i,
      })),
    waiting: { on: [], by: [{ who: 'ministry', since: at, message: 1 }], next: null },
    journal: [
      {
        at: clockOf('17:05'),
        kind: 'tag',
        ref: seat === 'orange' ? 'levelYellow' : 'patternSeen',
        params: {},
        statements: [],
        text: '',
      },
      {
        at: clockOf('17:48'),
        kind: 'tag',
        ref: seat === 'orange' ? 'levelRed' : 'postureReinforced',
        params: {},
        statements: [],
        text: '',
      },
    ],
    publicWords: [
      {
        by: 'ministry',
        at: clockOf('17:55'),
        key: 'play:acts.ministry.advise',
        text: '',
        wording: 'landline',
      },
    ],
    beats: [],
    ...changes,
  };
}
