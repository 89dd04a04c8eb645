/**
 * Every number that judges, in one place, with its meaning; `docs/MODEL.md` §7 tells them to people. None is a fact
 * about 2 June 2021: they are conventions of the debrief.
 */
export const THRESHOLDS = {
  /** When a statement about the world counts as true. */
  truth: {
    /** Reports may speak of what happened so long ago. */
    reportsOldMin: 60,
    /** National: so many départements lose this share of their attempts over so long. */
    nationalAreas: 10,
    nationalShare: 0.05,
    nationalOverMin: 30,
    /** Restored: under this share over so long after the statement. */
    restoredShare: 0.015,
    restoredOverMin: 30,
    /** An hour given for the end is kept when the end comes so little after it. */
    etaSlackMin: 15,
  },
  orange: {
    /** Restored so much earlier than on the ghost's evening, minutes. */
    restoreMet: 30,
    restorePartly: 10,
    /** Authorities told with numbers, places and time, minutes after the trigger. */
    tellMet: 60,
    tellPartly: 120,
    /** Other operators told, minutes after the trigger, for the goal to be met. */
    tellOperators: 120,
    /** Conversations cut, as a share of the ghost's. */
    protectMet: 0.85,
    protectPartly: 1.05,
  },
  ministry: {
    /** Share of the people of hit départements who had a right number outside the call servers. */
    knowMet: 0.5,
    knowPartly: 0.15,
    /** Different wordings in force said to the public. */
    voiceMet: 1,
    voicePartly: 2,
    /** Minutes of rooms' people that questions took. */
    roomsMet: 20,
    roomsPartly: 60,
    /** A public word counts as resting on evidence when what it says was held at least so surely. */
    evidence: 0.5,
  },
  anssi: {
    /** The right word, on evidence, at the latest: minutes after the trigger (20:00, the television news). */
    wordMet: 195,
    /** People's minutes of the operator that proof took. */
    delayMet: 20,
    delayPartly: 60,
  },
  services: {
    /** People of the département never served, as a share of the ghost's. */
    searchMet: 0.85,
    searchPartly: 1,
    /** Fewer on the ghost's evening than this: nothing to compare. */
    searchLeast: 5,
    /** Acts of search under which it is not the search that found them. */
    searchActs: 2,
    /** Answered within this time of the attempt, seconds, and the share of calls that were. */
    waitSeconds: 60,
    waitMet: 0.9,
    waitPartly: 0.8,
    /** Ways opened at the same time. */
    doorsMet: 2,
    doorsPartly: 3,
  },
} as const;
