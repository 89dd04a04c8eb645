/** What a draw is for. A draw is a function of (seed, entity, purpose, index): the numbers below are part of the log's format. */
export const PURPOSE = {
  busyness: 1,
  count: 2,
  callTime: 3,
  callerKind: 4,
  cluster: 5,
  route: 6,
  redial: 7,
  channel: 8,
  patience: 9,
  cut: 10,
  callback: 11,
  initialFill: 12,
  fillNoise: 13,
  refusal: 14,
  numbers: 15,
  // From 32 on: imperfections of the instruments (`exercise/instruments`), by family.
  testCall: 32,
  complaint: 33,
  inventory: 34,
  vendorWord: 35,
  outlook: 36,
  report: 37,
  prefect: 38,
  media: 39,
  list: 40,
  abroad: 41,
  signal: 42,
  logs: 43,
  plan: 44,
  neighbour: 45,
  ticket: 46,
  socialMedia: 47,
  machine: 16,
  extraNumber: 17,
  // From 64 on: what an evening puts before people (`exercise/drawEvening.ts`).
  dilemma: 64,
  event: 65,
  eventTime: 66,
  eventOutcome: 67,
  /** Where the events of an evening happen. */
  place: 68,
  /** Which of several dilemmas comes first to a person. */
  dilemmaTurn: 69,
  /** Whose rooms are played, when nobody chose. */
  home: 70,
  /** Strikes of an attack, by number. */
  strike: 19,
  /** What the scenario draws of an evening: its cause, its places. */
  scenario: 20,
  /** Calls of a pocket, calls answered next door; how right each département's list is. */
  pocket: 21,
  aid: 23,
  listQuality: 25,
  // From 96 on: telephones, validations and neighbours (`exercise`).
  telephone: 96,
  validation: 97,
  spread: 98,
  throttled: 99,
  /** What another operator can really lend, and whose calls it refuses. */
  detour: 100,
  /** How long those who stay beyond their hours hold this evening. */
  stamina: 101,
} as const;
