import { MINUTE } from '../kernel/time.ts';
import type { ActorId } from '../scenario/play/vocabulary.ts';

/*
 * Delays (minutes) and switches of the statecharts. Values are defaults of the scenario (exercise rules, marked † there); measures
 * change them. Numbers of people follow the seats' table of the exercise rules §3.
 */

interface ShiftSettings {
  /** Handover of a shift with a brief, and without. */
  readonly handoverMinutes: number;
  readonly bareHandoverMinutes: number;
}

export interface OrangeSettings extends ShiftSettings {
  /** From the order to open the crisis cell to a staffed cell. */
  readonly cellMinutes: number;
  readonly cellPool: string;
  readonly cellPeople: number;
  /** The emergency-services branch opens with the cell. */
  readonly branchWithCell: boolean;
  /** Learning that emergency calls are hit raises the level to red by itself. */
  readonly emergencyRaisesLevel: boolean;
  /** Level red or black opens the crisis cell by itself. */
  readonly levelOpensCell: boolean;
  /** Watch after a repair before it counts as done. */
  readonly repairWatchMinutes: number;
  /** Silence to a question of the State beyond which trust drops. */
  readonly answerMinutes: number;
  /** After so long without a new one, a public word no longer counts as speaking. */
  readonly wordMinutes: number;
}

export interface MinistrySettings extends ShiftSettings {
  /** Similar reports that make a pattern. */
  readonly patternReports: number;
  readonly cicMinutes: number;
  readonly cicPool: string;
  readonly cicPeople: number;
  /** Compiling the lists of ten-digit numbers, from the order. */
  readonly listMinutes: number;
  readonly answerMinutes: number;
  readonly wordMinutes: number;
}

export interface AnssiSettings extends ShiftSettings {
  readonly liaisonMinutes: number;
  /** Time the second case can be left alone before it is lost. */
  readonly secondCaseMinutes: number;
}

export interface ServicesSettings extends ShiftSettings {
  /** Opening a ten-digit line, by technology. */
  readonly copperLineMinutes: number;
  readonly mobileLineMinutes: number;
  readonly ipLineMinutes: number;
  readonly recallMinutes: number;
  readonly staffPool: string;
  readonly recalledPeople: number;
}

export interface OperatorsSettings {
  /** Agreement to carry calls around the bridge, while trust is given. */
  readonly agreementMinutes: number;
}

export interface PrefectsSettings {
  readonly pollMinutes: number;
  readonly localListMinutes: number;
}

export interface VendorSettings {
  /** From the call to someone who can look: the duty desk of the vendor. */
  readonly callBackMinutes: number;
  /** Analysis on description alone, and with evidence kept. */
  readonly analysisMinutes: number;
  readonly informedAnalysisMinutes: number;
}

export interface MediaSettings {
  /** From the question of the press to an expert who guesses, if nobody answers. */
  readonly guessMinutes: number;
}

export interface PopulationSettings {
  readonly curiousMinutes: number;
  /** Curious test calls in percent of the usual, after an official word and without one. */
  readonly curiousPercent: number;
  readonly curiousUnadvisedPercent: number;
  readonly alarmMinutes: number;
}

export interface ActorSettings {
  readonly orange: OrangeSettings;
  readonly ministry: MinistrySettings;
  readonly anssi: AnssiSettings;
  readonly services: ServicesSettings;
  readonly operators: OperatorsSettings;
  readonly prefects: PrefectsSettings;
  readonly vendor: VendorSettings;
  readonly media: MediaSettings;
  readonly population: PopulationSettings;
}

const shift: ShiftSettings = { handoverMinutes: 10, bareHandoverMinutes: 3 };

/** The organisations as they were on 2 June 2021. */
export const SETTINGS_2021: ActorSettings = {
  orange: {
    ...shift,
    cellMinutes: 60,
    cellPool: 'crisis',
    cellPeople: 4,
    branchWithCell: false,
    emergencyRaisesLevel: false,
    levelOpensCell: false,
    repairWatchMinutes: 15,
    answerMinutes: 30,
    wordMinutes: 180,
  },
  ministry: {
    ...shift,
    patternReports: 2,
    cicMinutes: 30,
    cicPool: 'cic',
    cicPeople: 12,
    listMinutes: 45,
    answerMinutes: 30,
    wordMinutes: 180,
  },
  anssi: { ...shift, liaisonMinutes: 120, secondCaseMinutes: 90 },
  services: {
    ...shift,
    copperLineMinutes: 10,
    mobileLineMinutes: 35,
    ipLineMinutes: 15,
    recallMinutes: 45,
    staffPool: 'callTakers',
    recalledPeople: 4,
  },
  operators: { agreementMinutes: 30 },
  prefects: { pollMinutes: 20, localListMinutes: 40 },
  vendor: { callBackMinutes: 25, analysisMinutes: 120, informedAnalysisMinutes: 60 },
  media: { guessMinutes: 25 },
  population: { curiousMinutes: 40, curiousPercent: 3, curiousUnadvisedPercent: 12, alarmMinutes: 60 },
};

/** The settings with one of them changed, as a measure asks. Throws on a name or a kind of value that the machine does not have. */
export function withSetting(
  settings: ActorSettings,
  actor: ActorId,
  name: string,
  value: number | boolean,
): ActorSettings {
  const own = settings[actor];
  const known: unknown = Object.hasOwn(own, name) ? own[name as keyof typeof own] : undefined;
  if (typeof known !== typeof value) throw new Error(`no setting ${actor}.${name} takes ${value}`);
  if (typeof value === 'number' && !(value > 0)) throw new Error(`${actor}.${name} cannot be ${value}`);
  return { ...settings, [actor]: { ...own, [name]: value } };
}

/** Minutes of a setting, as the whole milliseconds a delay needs. */
export function delayOf(minutes: number): number {
  return Math.round(minutes * MINUTE);
}
