import type { SeatId } from './vocabulary.ts';

/**
 * Events of the seats' statecharts that an act may send. The machines live above this room and may not be imported
 * from here: a test holds this list against what they understand.
 */
export const MACHINE_EVENTS = {
  orange: [
    'LEVEL_YELLOW',
    'LEVEL_RED',
    'LEVEL_BLACK',
    'LEVEL_CLEAR',
    'CELL_OPEN',
    'CELL_CLOSE',
    'BRANCH_OPEN',
    'STATE_TOLD',
    'OPERATORS_TOLD',
    'REPAIR_LOOK',
    'REPAIR_ACT',
    'REPAIR_WATCH',
    'REPAIR_END',
    'SPEAK',
  ],
  ministry: [
    'REINFORCE',
    'CIC_OPEN',
    'CIC_CLOSE',
    'LIST_ORDERED',
    'LIST_READY',
    'LIST_PUBLISHED',
    'LIST_WITHDRAWN',
    'SPEAK',
    'ADVISE',
  ],
  anssi: [
    'CASE_OPEN',
    'CASE_CLOSE',
    'WORD_SUSPECTED',
    'WORD_LIKELY_FAILURE',
    'WORD_EXCLUDED',
    'LIAISON_SENT',
    'SECOND_CASE_SERVED',
    'SECOND_CASE_STARVED',
  ],
  services: [
    'REPORTED',
    'LINE_OPENING',
    'LINE_OPEN',
    'LINE_PUBLISHED',
    'LINE_CLOSED',
    'STAFF_RECALL',
    'STAFF_DOUBLE',
    'STAFF_USUAL',
    'CREWS_OUT',
    'CREWS_IN',
  ],
} as const satisfies Record<SeatId, readonly string[]>;
