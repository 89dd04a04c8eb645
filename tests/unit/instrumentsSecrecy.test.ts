import { describe, expect, test } from 'vitest';
import { causeIndex } from '../../src/callflow/attemptLog.ts';
import type { Evening } from '../../src/callflow/evening.ts';
import { NUMBERS, OPERATORS, ROOM_OF_NUMBER } from '../../src/callflow/spec.ts';
import { INSTRUMENTS } from '../../src/exercise/instruments/index.ts';
import { MINUTE } from '../../src/kernel/time.ts';
import type { SensorId } from '../../src/scenario/play/sensors.ts';
import { HOME, at, look, worldOf } from './instrumentsWorlds.ts';

const FULL = causeIndex('serverFull');
const REBOOTING = causeIndex('serverRebooting');
const ANSWERED = causeIndex('answered');

/** The same evening at the same minute, with every attempt chosen told otherwise: lost ones routed, others lost. */
function changed(chosen: (evening: Evening, attempt: number) => boolean, time = '18:12'): Evening {
  const evening = at(time);
  const { log } = evening;
  for (let i = 0; i < log.count; i++) {
    if (!chosen(evening, i)) continue;
    const lost = log.cause(i) === FULL || log.cause(i) === REBOOTING;
    log.info[i] = (log.info[i]! & ~15) | (lost ? ANSWERED : FULL);
    log.answered[i] = lost ? log.at[i]! + 1 : 0;
  }
  return evening;
}

const usual = at('18:12');
function same(sensors: readonly SensorId[], other: Evening): void {
  for (const sensor of sensors)
    for (const looks of [0, 1, 2])
      expect(look(sensor, other, { looks }), sensor).toEqual(look(sensor, usual, { looks }));
}

/** What each instrument may touch of the evening, besides its frame (spec, seed). */
const LOG = ['log', 'callers', 'tries'];
const MACHINES = ['servers'];
/** What a call made by hand meets on its way, as any caller's would. */
const WAYS = [...MACHINES, 'detours', 'numbers', 'circumstances'];
const MAY_READ: Readonly<Record<SensorId, readonly string[]>> = {
  'orange.alarms': MACHINES,
  'orange.voice': MACHINES,
  'orange.complaints': [...LOG, ...MACHINES],
  'orange.emergencyQuery': LOG,
  'orange.testCalls': WAYS,
  'orange.inventory': ['numbers'],
  'orange.operationLog': MACHINES,
  'orange.vendor': MACHINES,
  'orange.repairOutlook': MACHINES,
  'ministry.roomReports': LOG,
  'ministry.healthChain': LOG,
  'ministry.policeChain': LOG,
  'ministry.fiveRooms': LOG,
  'ministry.prefects': [...LOG, 'numbers'],
  'ministry.media': [...LOG, 'numbers'],
  'ministry.lists': ['numbers'],
  'ministry.numbersTest': WAYS,
  'anssi.otherOperators': LOG,
  'anssi.abroad': MACHINES,
  'anssi.vendorDesk': MACHINES,
  'anssi.signals': MACHINES,
  'anssi.logs': MACHINES,
  'anssi.logsQuick': MACHINES,
  'anssi.claim': MACHINES,
  'anssi.plan': MACHINES,
  'anssi.planQuick': MACHINES,
  'anssi.numbersSample': WAYS,
  'services.calls': LOG,
  'services.cuts': LOG,
  'services.ownEquipment': LOG,
  'services.neighbours': [...LOG, 'numbers'],
  'services.operatorTicket': MACHINES,
  'services.lineTest': [...LOG, ...WAYS],
  'services.socialMedia': [...LOG, 'numbers'],
  'operators.ownCustomers': LOG,
};

test('each instrument touches nothing but what it may', () => {
  for (const time of ['17:00', '20:00'])
    for (const [sensor, instrument] of Object.entries(INSTRUMENTS)) {
      const touched = new Set<string>();
      const watched = new Proxy(at(time), {
        get(target, name): unknown {
          touched.add(String(name));
          return Reflect.get(target, name);
        },
      });
      for (const args of [{}, { number: '0247000000', areas: ['37', '59'] }])
        instrument(worldOf(watched, { args }));
      const allowed = [...MAY_READ[sensor as SensorId], 'spec', 'seed', 'now'];
      expect(
        [...touched].filter((name) => !allowed.includes(name)),
        sensor,
      ).toEqual([]);
    }
}, 60_000);

describe('the rest of the world may change, the reading stays', () => {
  test('Orange sees nothing of emergency calls without a query, a test or a complaint', () => {
    same(
      [
        'orange.alarms',
        'orange.voice',
        'orange.testCalls',
        'orange.inventory',
        'orange.operationLog',
        'orange.vendor',
        'orange.repairOutlook',
      ],
      changed(() => true),
    );
  });

  test('rooms do not see how the network lost a call', () => {
    const other = at('18:12');
    const { log } = other;
    // Lost calls lost elsewhere, of other people, by other numbers.
    for (let i = 0; i < log.count; i++)
      if (log.cause(i) === FULL || log.cause(i) === REBOOTING)
        log.info[i] = (log.info[i]! & ~0x701f) | (log.cause(i) === FULL ? REBOOTING : FULL);
    same(
      [
        'orange.complaints',
        'ministry.roomReports',
        'ministry.healthChain',
        'ministry.policeChain',
        'ministry.fiveRooms',
        'ministry.prefects',
        'ministry.media',
        'services.calls',
        'services.cuts',
        'services.ownEquipment',
        'services.neighbours',
      ],
      other,
    );
  });

  test('the services see their own département, and neighbours by asking', () => {
    const elsewhere = changed(({ callers, log }, i) => callers.area[log.caller[i]!] !== HOME);
    same(
      [
        'services.calls',
        'services.cuts',
        'services.ownEquipment',
        'services.operatorTicket',
        'services.lineTest',
        'services.socialMedia',
      ],
      elsewhere,
    );
    const own = changed(({ callers, log }, i) => callers.area[log.caller[i]!] === HOME);
    same(['services.neighbours'], own);
  });

  test('other operators see their own customers', () => {
    const orange = OPERATORS.indexOf('orange');
    const customers = changed(({ callers, log }, i) => callers.operator[log.caller[i]!] === orange);
    same(['operators.ownCustomers', 'anssi.otherOperators'], customers);
  });

  test.each([
    ['ministry.roomReports', 20, 2],
    ['ministry.healthChain', 15, 0],
    ['ministry.policeChain', 30, 1],
  ] as const)('%s is at least %i minutes old and knows one room', (sensor, minutes, room) => {
    const other = changed(({ log, now }, i) => {
      const dialled = log.dialled(i);
      const otherRoom = dialled < NUMBERS.length && ROOM_OF_NUMBER[dialled] !== room;
      return otherRoom || log.at[i]! >= now - minutes * MINUTE;
    });
    same([sensor], other);
  });
});

test('the true cause is read by those who look for it only', () => {
  const looking = [
    'orange.operationLog',
    'orange.vendor',
    'anssi.abroad',
    'anssi.vendorDesk',
    'anssi.signals',
    'anssi.logs',
    'anssi.logsQuick',
    'anssi.claim',
    'anssi.plan',
  ];
  for (const sensor of Object.keys(INSTRUMENTS) as SensorId[]) {
    if (looking.includes(sensor)) continue;
    expect(look(sensor, usual, { cause: 'attack' }), sensor).toEqual(look(sensor, usual, { cause: 'bug' }));
  }
});
