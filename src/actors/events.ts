import type { ActorId, FactType, OptionalTag, Tag } from '../scenario/play/vocabulary.ts';

/**
 * Named events of each statechart: the closed list that `{ op: 'machine', event }` may name, by the machine they are sent to.
 * An event the machine's present state does not take changes nothing; `can` says so beforehand.
 */
export const ACTOR_EVENTS = {
  orange: [
    'LEVEL_WATCH',
    'LEVEL_YELLOW',
    'LEVEL_RED',
    'LEVEL_BLACK',
    'CELL_OPEN',
    'CELL_CLOSE',
    'BRANCH_OPEN',
    'STATE_TOLD',
    'ADVICE_GIVEN',
    'OPERATORS_TOLD',
    'REPAIR_LOOK',
    'REPAIR_ACT',
    'REPAIR_WATCH',
    'REPAIR_STOP',
    'FALSE_DAWN',
    'RELAPSE',
    'SPEAK',
    'END_ANNOUNCED',
    'QUESTION_ASKED',
    'QUESTION_ANSWERED',
    'RELIEF',
    'RELIEF_BARE',
  ],
  ministry: [
    'PATTERN_SEEN',
    'REINFORCE',
    'STAND_DOWN',
    'CIC_OPEN',
    'CIC_CLOSE',
    'LIST_ORDERED',
    'LIST_READY',
    'LIST_PUBLISHED',
    'LIST_WITHDRAWN',
    'SPEAK',
    'ADVISE',
    'END_ANNOUNCED',
    'RELAPSE',
    'QUESTION_ASKED',
    'QUESTION_ANSWERED',
    'RELIEF',
    'RELIEF_BARE',
  ],
  anssi: [
    'CASE_OPEN',
    'CASE_CLOSE',
    'WORD_SUSPECTED',
    'WORD_LIKELY_FAILURE',
    'WORD_EXCLUDED',
    'WORD_WITHDRAWN',
    'LIAISON_SENT',
    'LIAISON_BACK',
    'SECOND_CASE_STARVED',
    'SECOND_CASE_SERVED',
    'RELIEF',
    'RELIEF_BARE',
  ],
  services: [
    'SILENCE_NOTICED',
    'FALSE_DAWN',
    'RELAPSE',
    'LINE_OPEN',
    'LINE_OPEN_MOBILE',
    'LINE_OPEN_IP',
    'LINE_PUBLISHED',
    'LINE_CLOSE',
    'STAFF_DOUBLE',
    'STAFF_RELEASE',
    'REPORT',
    'CREWS_OUT',
    'CREWS_IN',
    'RELIEF',
    'RELIEF_BARE',
  ],
  operators: [
    'FAILURES_SEEN',
    'ORANGE_WARNED',
    'DETOUR_ASKED',
    'DETOUR_ENDED',
    'TRUST_GIVEN',
    'TRUST_WATCHED',
    'TRUST_LOST',
  ],
  prefects: ['POLL', 'LISTS_ASKED', 'WORDS_SENT'],
  vendor: ['VENDOR_CALLED', 'VENDOR_EVIDENCE', 'PATCH_INSTALLED', 'PATCH_REFUSED'],
  media: ['PRESS_HEARD', 'PRESS_ANSWERED'],
  population: ['TESTIMONY', 'BADLY_WORDED', 'RUMOUR', 'ADVISED', 'HOME_LIST', 'OFFICIAL_LIST'],
} as const satisfies Record<ActorId, readonly string[]>;

/** Any named event of any machine. */
export type MachineEvent = (typeof ACTOR_EVENTS)[ActorId][number];

/** Events every machine may be sent: a fact newly held, an act ended, a tag that a measure gives from the start. */
export const COMMON_EVENTS = ['LEARN', 'ACT', 'START'] as const;

type Named = { readonly [K in MachineEvent]: { readonly type: K } }[MachineEvent];
export type ActorEvent =
  | Named
  | { readonly type: 'LEARN'; readonly fact: FactType }
  | { readonly type: 'ACT'; readonly act: string }
  | { readonly type: 'START'; readonly tag: Tag | OptionalTag };

/** Common events that a machine takes no notice of, on purpose. What an act changes arrives as a named event. */
export const IGNORED: Readonly<Record<ActorId, readonly ActorEvent['type'][]>> = {
  orange: ['ACT'],
  ministry: ['ACT'],
  anssi: ['ACT'],
  services: ['ACT'],
  operators: ['ACT', 'START'],
  prefects: ['LEARN', 'ACT'],
  vendor: ['LEARN', 'ACT', 'START'],
  media: ['ACT', 'START'],
  population: ['ACT', 'START'],
};

/** Tags an evening may start with, in place of the usual ones: what a measure prepared. */
export const START_TAGS = {
  orange: ['levelYellow', 'cellOpen', 'branchOpen', 'operatorsTold'],
  ministry: ['postureReinforced', 'cicOpen', 'listsReady'],
  anssi: ['caseOpen', 'liaisonSent'],
  services: ['lineOpen', 'staffDoubled'],
  operators: [],
  prefects: ['localListReady', 'wordsAligned'],
  vendor: [],
  media: [],
  population: [],
} as const satisfies Record<ActorId, readonly (Tag | OptionalTag)[]>;
