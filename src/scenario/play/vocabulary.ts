/** Words shared by the catalogue of acts, the statecharts and the rules of knowledge. Closed sets: data may use no other. */

export const CORE_SEATS = ['orange', 'ministry', 'anssi', 'services'] as const;
export type SeatId = (typeof CORE_SEATS)[number];

/** Functions inside a seat: they own instruments and acts; the head signs the gravest. */
export const FUNCTIONS = {
  orange: ['technique', 'stateRelations', 'communication', 'direction'],
  ministry: ['situation', 'decision', 'communication', 'anticipation'],
  anssi: ['analysis', 'liaison', 'watch'],
  services: ['room15', 'room17', 'room18', 'head'],
} as const satisfies Record<SeatId, readonly string[]>;

/** Statements a seat may hold, with time, source and confidence. They can be false and can contradict each other. */
export const FACTS = [
  'voice.degraded',
  'emergency.affected',
  'emergency.tested',
  'extent.national',
  'equipment.callServers',
  'cause.ourOperation',
  'cause.vendorBug',
  'cyberattack.suspected',
  'cyberattack.excluded',
  'cyberattack.unlikely',
  'cyberattack.withdrawn',
  'workaround.number',
  'workaround.tested',
  'workaround.crosses',
  'workaround.withdrawn',
  'advice.public',
  'restoration.eta',
  'restored',
] as const;
export type FactType = (typeof FACTS)[number];

/** What an act costs beyond people and minutes: every act declares at least one. */
export const COSTS = [
  'irreversible',
  'evidenceLost',
  'callsCut',
  'capacityTaken',
  'trust',
  'loadCreated',
  'windowMissed',
  'othersPeople',
] as const;
export type Cost = (typeof COSTS)[number];

export const CHANNELS = ['phone', 'bridge', 'email', 'crisis', 'radio', 'public'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Relations that carry trust, in three steps, moved by checked events only. */
export const RELATIONS = ['stateToOperator', 'servicesToState', 'publicToAdvice'] as const;
export type Relation = (typeof RELATIONS)[number];
export const TRUST_STEPS = ['given', 'watched', 'lost'] as const;
export type TrustStep = (typeof TRUST_STEPS)[number];

/** What an organisation is, as its statechart's tags say: acts require them, views show them. */
export const TAGS = {
  orange: [
    'unaware',
    'degradedKnown',
    'emergencyKnown',
    'levelWatch',
    'levelYellow',
    'levelRed',
    'levelBlack',
    'cellClosed',
    'cellOpening',
    'cellOpen',
    'branchNone',
    'branchOpen',
    'stateUntold',
    'stateTold',
    'operatorsUntold',
    'operatorsTold',
    'repairNone',
    'repairLooking',
    'repairActing',
    'repairWatching',
    'silent',
    'speaking',
    'noQuestion',
    'questionPending',
    'shiftFirst',
    'shiftHandover',
    'shiftSecond',
  ],
  ministry: [
    'unaware',
    'patternSeen',
    'nationalKnown',
    'postureWatch',
    'postureReinforced',
    'cicOpening',
    'cicOpen',
    'cicClosed',
    'listsNone',
    'listsOrdered',
    'listsReady',
    'listsPublished',
    'silent',
    'speaking',
    'advising',
    'noQuestion',
    'questionPending',
    'shiftFirst',
    'shiftHandover',
    'shiftSecond',
  ],
  anssi: [
    'caseNone',
    'caseOpen',
    'caseClosed',
    'wordNone',
    'wordSuspected',
    'wordLikelyFailure',
    'wordExcluded',
    'liaisonNone',
    'liaisonSent',
    'secondCaseServed',
    'secondCaseStarved',
    'secondCaseLost',
    'shiftFirst',
    'shiftHandover',
    'shiftSecond',
  ],
  services: [
    'usual',
    'abnormal',
    'degraded',
    'lineNone',
    'lineOpening',
    'lineOpen',
    'linePublished',
    'staffUsual',
    'staffRecalled',
    'staffDoubled',
    'unreported',
    'reported',
    'crewsIn',
    'crewsOut',
    'shiftFirst',
    'shiftHandover',
    'shiftSecond',
  ],
} as const satisfies Record<SeatId, readonly string[]>;
export type Tag = (typeof TAGS)[SeatId][number];

/** Optional seats and what is played by machines alone: smaller statecharts beside those of the core seats. */
export const OPTIONAL_ACTORS = ['operators', 'prefects', 'vendor', 'media', 'population'] as const;
export type OptionalActorId = (typeof OPTIONAL_ACTORS)[number];
export type ActorId = SeatId | OptionalActorId;

export const OPTIONAL_TAGS = {
  operators: ['failuresUnseen', 'failuresSeen', 'orangeWarned', 'detourNone', 'detourAsked', 'detourAgreed'],
  prefects: [
    'pollNone',
    'pollAsked',
    'pollAnswered',
    'localListNone',
    'localListCompiling',
    'localListReady',
    'wordsOwn',
    'wordsAligned',
  ],
  vendor: ['vendorAsleep', 'vendorCalled', 'vendorAnalysing', 'patchReady', 'patchRefused', 'patchInstalled'],
  media: ['pressCalm', 'pressAsking', 'pressCovering', 'pressGuessing'],
  population: ['publicCalm', 'publicCurious', 'publicAlarmed', 'listUnknown', 'listHomeMade', 'listOfficial'],
} as const satisfies Record<OptionalActorId, readonly string[]>;
export type OptionalTag = (typeof OPTIONAL_TAGS)[OptionalActorId][number];

/**
 * What an act may need to stand, and without which it would change nothing: a server isolated, ordinary traffic lowered,
 * a level declared, a substitute number that the seat knows. Each has a text under `play:standings`.
 */
export const STANDINGS = [
  'isolated',
  'restartsLeft',
  'stateHosts',
  'throttled',
  'levelRaised',
  'numbersKnown',
  'numbersTested',
  'listedFaulty',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** Who has crews stand outside already: why an act would only double them. Each has a text under `play:standings`. */
export const DOUBLED = ['crewsOfState', 'crewsOurs'] as const;
export type Doubled = (typeof DOUBLED)[number];
