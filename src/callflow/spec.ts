/**
 * The world an evening is computed from: plain numbers, already validated and compiled by `scenario`.
 *
 * Units: times and durations are integer milliseconds (clock times since local midnight of the day of the
 * exercise, mainland time, so 24:30 is 88 200 000), shares and probabilities are in 0..1.
 */

/** The four short numbers, in the order used by every array indexed by number. */
export const NUMBERS = ['15', '17', '18', '112'] as const;
export type EmergencyNumber = (typeof NUMBERS)[number];

/** The three rooms of a département that answer: 15 (SAMU), 17 (police, gendarmerie), 18-112 (fire). */
export const ROOMS = ['15', '17', '18-112'] as const;
export type Room = (typeof ROOMS)[number];
/** Room that answers each number, by index into ROOMS. Most 112 calls are answered by fire rooms. */
export const ROOM_OF_NUMBER: readonly number[] = [0, 1, 2, 2];

/** What a caller dials from. A box phone looks like a landline and is not one. */
export const ORIGINS = ['mobile', 'box', 'copper'] as const;
export type Origin = (typeof ORIGINS)[number];

export const OPERATORS = ['orange', 'sfr', 'bouygues', 'free'] as const;
export type Operator = (typeof OPERATORS)[number];

/** What a line of an answering point is made of. Only copper is behind the call servers. */
export const TECHNOLOGIES = ['copper', 'ip', 'mobile'] as const;
export type Technology = (typeof TECHNOLOGIES)[number];

export interface AreaSpec {
  /** Official code of the département: "01".."95", "2A", "2B", "971".. */
  readonly code: string;
  readonly name: string;
  /** Inhabitants, official count. */
  readonly population: number;
  readonly overseas: boolean;
  /** Hours to add to mainland time, for the daily shape of demand. */
  readonly hourShift: number;
  /** Technology of the rooms' own lines (those the short numbers lead to). */
  readonly technology: Technology;
  /** Index of the home call server, and probability that a refused call overflows to its partner. */
  readonly home: number;
  readonly overflow: number;
}

export interface ServerSpec {
  readonly id: string;
  readonly name: string;
  /** City where it stands. */
  readonly site: string;
  /** Relative share of the ordinary voice traffic. */
  readonly weight: number;
  /** Duration of one reboot of a module when its memory is full. */
  readonly reboot: number;
  /** Index of the server that takes the overflow and with which it synchronises. */
  readonly partner: number;
  /** Orders reach it by somebody who goes there, from the first. */
  readonly outOfReach?: boolean;
}

export interface DemandSpec {
  /** First calls per day over the whole country, by number (NUMBERS), people in real need only. */
  readonly perDay: readonly number[];
  /** Share of the day's calls in each hour 0..23, local time; sums to 1. */
  readonly hourly: readonly number[];
  /** All first attempts over first attempts of people in need (>= 1): worried or doubled calls, other numbers. */
  readonly worriedFactor: number;
  /** Coefficient of variation of the busyness of an area on one evening. */
  readonly busynessCv: number;
  /** Share of calls that come in bursts about one event, and mean calls per burst. */
  readonly clusterShare: number;
  readonly clusterSize: number;
  /** Cumulative thresholds are computed by the engine; these are shares that sum to 1. */
  readonly originShares: readonly number[];
  readonly operatorShares: readonly number[];
  /** Share of calls whose delay would matter, by number. */
  readonly seriousShares: readonly number[];
  /** Mean talk time by room (ms) and sigma of its lognormal law. */
  readonly talkMean: readonly number[];
  readonly talkSigma: number;
}

export interface BehaviourSpec {
  /** Probability of trying again after the 1st, 2nd, later failures. */
  readonly redial: readonly [number, number, number];
  /** Wait before a new try: at least, plus exponential of this mean (ms); after dead air, after giving up in a queue. */
  readonly gapMin: number;
  readonly gapMean: number;
  readonly requeueGapMin: number;
  readonly requeueGapMean: number;
  /** Share of new tries made to 112, to another service, from a neighbour's phone. */
  readonly fallback112: number;
  readonly fallbackOther: number;
  readonly neighbour: number;
  /** Among those who stop trying, share who go there in person (served late). */
  readonly goThere: number;
  readonly goThereDelay: number;
  readonly patienceMean: number;
  /** Share of conversations cut when the equipment they cross goes down; share of the cut that the room calls back. */
  readonly cutShare: number;
  readonly callbackShare: number;
  readonly callbackDelayMean: number;
  readonly maxAttempts: number;
  /** A serious call first answered later than this counts as delayed. */
  readonly seriousDelay: number;
}

/** What ails the servers when it is not the bug. Servers are indexes, times are clock ms. */
export type FaultSpec =
  /** Strikes on a server and its partner from `from` to `until`, every `every` ms on average; each lasts `down` ms. */
  | {
      readonly kind: 'attack';
      readonly from: number;
      readonly until: number;
      readonly every: number;
      readonly down: number;
    }
  /** These servers, once the operation has been through them, lose up to `share` of the calls they take. */
  | { readonly kind: 'lossy'; readonly servers: readonly number[]; readonly share: number }
  /** Nothing reaches these servers; the others bear so many times the traffic of their own busiest hour. */
  | {
      readonly kind: 'cut';
      readonly servers: readonly number[];
      readonly from: number;
      readonly until: number;
      readonly headroom: number;
    };

/** Remote access to the servers: time to cut it, and time to send somebody where it does not lead, ms. */
export interface AccessSpec {
  readonly cutDelay: number;
  readonly onSite: number;
}

export interface NetworkSpec {
  readonly servers: readonly ServerSpec[];
  /** Parallel modules of a server and slots of memory of a module. */
  readonly modules: number;
  readonly slots: number;
  /** 1 when the software bug exists, 0 for the same evening without it. */
  readonly bug: number;
  /** Probability that one call leaves a slot taken while the bug is awake. */
  readonly leak: number;
  readonly initialFillMax: number;
  readonly refuseMax: number;
  /** Ordinary voice calls offered to copper over the window (trigger to windowEnd), all servers. */
  readonly ordinaryCalls: number;
  /** [clock ms, relative intensity] points, linear between them. */
  readonly ordinaryProfile: readonly (readonly [number, number])[];
  readonly ordinaryOverflow: number;
  readonly operationInterrupt: number;
  readonly rollbackInterrupt: number;
  readonly warmRestart: number;
  readonly coldRestart: number;
  readonly patchInterrupt: number;
  /** False when the vendor's patch changes nothing to the fault. */
  readonly patchCures?: boolean;
  /** A cold restart holds only if the partner's falls within this time. */
  readonly pairWindow: number;
  readonly throttleMax: number;
  readonly throttleDelay: number;
  readonly goAroundSetUp: number;
  readonly goAroundPerArea: number;
  /** Emergency calls per minute that an agreed detour takes for one area. */
  readonly goAroundCapacity: number;
  /** Absent when the bug is all there is. */
  readonly fault?: FaultSpec;
  /** Absent when remote access is no matter of this world. */
  readonly access?: AccessSpec;
}

export interface RoomsSpec {
  /** Call-takers = offered load + beta x sqrt(offered load) at the busiest hour, at least `minTakers`. */
  readonly staffingBeta: number;
  readonly minTakers: number;
  readonly linesPerTaker: number;
  readonly recallDelay: number;
}

export interface TenDigitSpec {
  /** Lines of a substitute number as a share of the room's usual lines. */
  readonly trunkShare: number;
  /** Highest share of callers who use a published number after a failure, and the time to get there. */
  readonly uptakeMax: number;
  readonly uptakeRamp: number;
  /** Share of those who know it and dial it first. */
  readonly firstUse: number;
  /** Share of wrong entries in an untested list. */
  readonly errorRate: number;
  /** Share of substitute numbers on copper in a list made without technical advice. */
  readonly copperShare: number;
  /** Share of callers reached by an advice of the authorities who follow it. */
  readonly adviceShare: number;
}

export interface WorldSpec {
  /** Hash of the scenario and of every value set over it: two equal ids compute the same evening. */
  readonly id: string;
  readonly clock: {
    /** Callers exist from here (warm-up). */
    readonly start: number;
    readonly trigger: number;
    readonly windowEnd: number;
    readonly end: number;
  };
  readonly areas: readonly AreaSpec[];
  readonly demand: DemandSpec;
  readonly behaviour: BehaviourSpec;
  readonly network: NetworkSpec;
  readonly rooms: RoomsSpec;
  readonly tenDigit: TenDigitSpec;
}
