import type { FactType } from './vocabulary.ts';

/**
 * Instruments: everything a seat can see of the world by itself. A sensor gives facts of the types listed, true or
 * false, with a confidence of its own; what it shows at a moment is computed in `exercise`.
 */
export interface SensorSpec {
  /** Begins with the seat that has it: `orange.alarms`. */
  readonly id: string;
  readonly gives: readonly FactType[];
  /** Minutes between two looks without anybody's act; absent when somebody must look each time. */
  readonly everyMin?: number;
  /** Works on by itself, at this rhythm, once an act has switched it on. */
  readonly thenEveryMin?: number;
}

export const SENSORS = [
  // Orange ---------------------------------------------------------------------------------------------------------
  /** Alarms and memory of each call server: something is wrong with them, nothing of who calls. */
  { id: 'orange.alarms', gives: ['voice.degraded', 'equipment.callServers'], everyMin: 15 },
  /** Answer-seizure ratio of all calls together, emergency calls under one per cent of them. */
  { id: 'orange.voice', gives: ['voice.degraded', 'restored'], everyMin: 15 },
  /** The customer line's complaints set against the alarms: some are rooms that answer emergency calls. */
  { id: 'orange.complaints', gives: ['emergency.affected'] },
  /** The query on emergency numbers, once built: which numbers and areas fail. */
  { id: 'orange.emergencyQuery', gives: ['emergency.affected', 'extent.national'], thenEveryMin: 10 },
  /** Calls made by hand to chosen numbers from a chosen origin: a small sample, with its age. */
  { id: 'orange.testCalls', gives: ['emergency.affected', 'emergency.tested', 'workaround.tested'] },
  /** Records of lines: which ten-digit numbers are on copper; wrong in places. */
  { id: 'orange.inventory', gives: ['workaround.crosses'] },
  /** Log of the network operation and its commands. */
  { id: 'orange.operationLog', gives: ['cause.ourOperation', 'equipment.callServers'] },
  /** The vendor's support: whether the fault is known. */
  { id: 'orange.vendor', gives: ['cause.vendorBug', 'equipment.callServers'] },
  /** The repair teams' own idea of when it will be over. */
  { id: 'orange.repairOutlook', gives: ['restoration.eta'] },

  // Ministry -------------------------------------------------------------------------------------------------------
  /** Civil security's chain (CODIS, zone, COGIC): reports of fire rooms as they come, 20 to 40 minutes old. */
  { id: 'ministry.roomReports', gives: ['emergency.affected', 'voice.degraded'], everyMin: 15 },
  /** Health's chain (SAMU, ARS, CORRUSS). */
  { id: 'ministry.healthChain', gives: ['emergency.affected', 'extent.national'] },
  /** Police's and gendarmerie's chain: sees the 17 only, and some areas say nothing. */
  { id: 'ministry.policeChain', gives: ['emergency.affected'] },
  /** Five rooms rung by telephone: true for those five. */
  { id: 'ministry.fiveRooms', gives: ['emergency.affected', 'extent.national'] },
  /** Flash question to the prefects: wide, uneven. */
  {
    id: 'ministry.prefects',
    gives: ['emergency.affected', 'extent.national', 'workaround.number', 'restored'],
  },
  /** Media and social networks: quick, partly false. */
  {
    id: 'ministry.media',
    gives: ['emergency.affected', 'cyberattack.suspected', 'workaround.number'],
    everyMin: 20,
  },
  /** Lists of ten-digit numbers as the départements send them, with their errors. */
  { id: 'ministry.lists', gives: ['workaround.number'] },
  /** Test calls to the numbers of the lists. */
  { id: 'ministry.numbersTest', gives: ['workaround.tested', 'workaround.crosses'] },

  // ANSSI ----------------------------------------------------------------------------------------------------------
  /** Security teams of the other operators: they see failures towards one bridge only. */
  {
    id: 'anssi.otherOperators',
    gives: ['voice.degraded', 'emergency.affected', 'equipment.callServers', 'extent.national'],
  },
  /** Counterparts abroad: same equipment elsewhere? */
  { id: 'anssi.abroad', gives: ['cause.vendorBug', 'cyberattack.excluded'] },
  /** The vendor's security desk. */
  { id: 'anssi.vendorDesk', gives: ['equipment.callServers', 'cause.vendorBug'] },
  /** Claims, scans, fraud: public signals, mostly noise. */
  { id: 'anssi.signals', gives: ['cyberattack.suspected'], everyMin: 20 },
  /** The operator's logs, read in depth: attack or failure, nearly sure. */
  {
    id: 'anssi.logs',
    gives: ['cyberattack.excluded', 'cyberattack.suspected', 'cause.ourOperation', 'cause.vendorBug'],
  },
  /** The same, read in haste: right three times in five. */
  { id: 'anssi.logsQuick', gives: ['cyberattack.excluded', 'cyberattack.suspected'] },
  /** A claim of attack checked against what is known. */
  { id: 'anssi.claim', gives: ['cyberattack.suspected', 'cyberattack.excluded'] },
  /** The repair plan read in full: its flaw shows when there is one. */
  { id: 'anssi.plan', gives: ['restoration.eta', 'cause.vendorBug'] },
  /** Ten questions on the repair plan: a flaw shows half of the time. */
  { id: 'anssi.planQuick', gives: ['restoration.eta'] },
  /** A sample of ten-digit numbers tried from mobiles. */
  { id: 'anssi.numbersSample', gives: ['workaround.tested', 'workaround.crosses'] },

  // Emergency services of one département --------------------------------------------------------------------------
  /** Calls of the rooms against the usual for the hour: the calls that should have come. */
  { id: 'services.calls', gives: ['voice.degraded', 'emergency.affected', 'restored'], everyMin: 15 },
  /** Calls cut in conversation. */
  { id: 'services.cuts', gives: ['voice.degraded'], everyMin: 15 },
  /** Own exchange and lines, tested by the technician: the fault is outside. */
  { id: 'services.ownEquipment', gives: ['voice.degraded'] },
  /** Neighbouring rooms, asked: here only, or there too. */
  { id: 'services.neighbours', gives: ['emergency.affected', 'voice.degraded', 'workaround.number'] },
  /** The operator's customer line: what its ticket says. */
  { id: 'services.operatorTicket', gives: ['voice.degraded'] },
  /** Own ten-digit line, rung from a mobile and from a box. */
  {
    id: 'services.lineTest',
    gives: ['workaround.tested', 'workaround.crosses', 'emergency.tested', 'emergency.affected'],
  },
  /** Calls for help on social networks. */
  { id: 'services.socialMedia', gives: ['emergency.affected', 'workaround.number'] },

  // Other operators ------------------------------------------------------------------------------------------------
  /** Failures of their own customers' calls to emergency numbers. */
  {
    id: 'operators.ownCustomers',
    gives: ['voice.degraded', 'emergency.affected', 'extent.national'],
    everyMin: 15,
  },
] as const satisfies readonly SensorSpec[];

export type SensorId = (typeof SENSORS)[number]['id'];
export const SENSOR_IDS: readonly SensorId[] = SENSORS.map((sensor) => sensor.id);
