import type { Instruments } from './reading.ts';
import * as anssi from './anssi.ts';
import * as ministry from './ministry.ts';
import * as operators from './operators.ts';
import * as orange from './orange.ts';
import * as services from './services.ts';

/**
 * Every instrument, by sensor: what a seat can see of the world by itself, as pure functions of the world and of the
 * evening's draws. Each reads only what that seat's real instrument would. `about` is plain JSON of these shapes:
 *
 * | type | about |
 * |---|---|
 * | `voice.degraded` | `areas?` codes or `servers?` ids, `share?`, of what: `measure?: 'modules' \| 'calls'`; `where: 'outside'` (own equipment tested); `ticket: 'individual' \| 'network'` |
 * | `emergency.affected` | `numbers`, `areas`, `share?`; from test calls also `origin`, `tries`, `passed` |
 * | `emergency.tested` | `numbers`, `areas`, `failed?`: those of them where a call failed, `origin`, `tries`, `passed` |
 * | `extent.national` | `areas`: how many, in tens from ten on |
 * | `equipment.callServers` | `servers`: ids, empty when only "behind one bridge" is known |
 * | `cause.ourOperation`, `cause.vendorBug` | nothing |
 * | `cyberattack.suspected`, `.excluded` | `evidence`: `media`, `signal`, `claim`, `logs`, `logsQuick`, `abroad` |
 * | `workaround.number` | `area`, or `areas` when several (a list is one statement, not a hundred) |
 * | `workaround.tested` | `area` or `areas`, `origin`, `tries`, `passed` (in each area) |
 * | `workaround.crosses` | `area` or `areas`, `answer: 'yes' \| 'no' \| 'unknown'`, `by`: who says so |
 * | `restoration.eta` | `at`: clock ms in quarters of an hour, or null: no hour can be given |
 * | `restored` | `areas?` (absent: everywhere, as far as that instrument sees), `measure?: 'calls' \| 'callers'`: what no longer shows |
 *
 * An area's number "crosses" when one of the numbers open there is on copper. Shares and confidences go in steps of
 * 0.05. Arguments of acts that look: `areas` (codes or 'all') or `area`, `number`, `origin`.
 */
export const INSTRUMENTS: Instruments = {
  'orange.alarms': orange.alarms,
  'orange.voice': orange.voice,
  'orange.complaints': orange.complaints,
  'orange.emergencyQuery': orange.emergencyQuery,
  'orange.testCalls': orange.testCalls,
  'orange.inventory': orange.inventory,
  'orange.operationLog': orange.operationLog,
  'orange.vendor': orange.vendor,
  'orange.repairOutlook': orange.repairOutlook,
  'ministry.roomReports': ministry.roomReports,
  'ministry.healthChain': ministry.healthChain,
  'ministry.policeChain': ministry.policeChain,
  'ministry.fiveRooms': ministry.fiveRooms,
  'ministry.prefects': ministry.prefects,
  'ministry.media': ministry.media,
  'ministry.lists': ministry.lists,
  'ministry.numbersTest': ministry.numbersTest,
  'anssi.otherOperators': anssi.otherOperators,
  'anssi.abroad': anssi.abroad,
  'anssi.vendorDesk': anssi.vendorDesk,
  'anssi.signals': anssi.signals,
  'anssi.logs': anssi.logs,
  'anssi.logsQuick': anssi.logsQuick,
  'anssi.claim': anssi.claim,
  'anssi.plan': anssi.plan,
  'anssi.planQuick': anssi.planQuick,
  'anssi.numbersSample': anssi.numbersSample,
  'services.calls': services.calls,
  'services.cuts': services.cuts,
  'services.ownEquipment': services.ownEquipment,
  'services.neighbours': services.neighbours,
  'services.operatorTicket': services.operatorTicket,
  'services.lineTest': services.lineTest,
  'services.socialMedia': services.socialMedia,
  'operators.ownCustomers': operators.ownCustomers,
};
