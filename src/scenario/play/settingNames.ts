import type { ActorId } from './vocabulary.ts';

/**
 * Delays (minutes) and switches of the statecharts that a measure may change, by machine. The machines live above this
 * room and may not be imported from here: a test holds this list against theirs.
 */
export const SETTING_NAMES: Readonly<Record<ActorId, readonly string[]>> = {
  orange: [
    'handoverMinutes',
    'bareHandoverMinutes',
    'cellMinutes',
    'cellPool',
    'cellPeople',
    'branchWithCell',
    'emergencyRaisesLevel',
    'levelOpensCell',
    'repairWatchMinutes',
    'answerMinutes',
    'wordMinutes',
  ],
  ministry: [
    'handoverMinutes',
    'bareHandoverMinutes',
    'patternReports',
    'cicMinutes',
    'cicPool',
    'cicPeople',
    'listMinutes',
    'answerMinutes',
    'wordMinutes',
  ],
  anssi: ['handoverMinutes', 'bareHandoverMinutes', 'liaisonMinutes', 'secondCaseMinutes'],
  services: [
    'handoverMinutes',
    'bareHandoverMinutes',
    'copperLineMinutes',
    'mobileLineMinutes',
    'ipLineMinutes',
    'recallMinutes',
    'staffPool',
    'recalledPeople',
  ],
  operators: ['agreementMinutes'],
  prefects: ['pollMinutes', 'localListMinutes'],
  vendor: ['callBackMinutes', 'analysisMinutes', 'informedAnalysisMinutes'],
  media: ['guessMinutes'],
  population: ['curiousMinutes', 'curiousPercent', 'curiousUnadvisedPercent', 'alarmMinutes'],
};
