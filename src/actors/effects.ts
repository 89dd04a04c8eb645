import type { ActorId, Relation } from '../scenario/play/vocabulary.ts';

/** Times from the trigger that the debrief sets beside 2 June 2021. The first of a kind counts. */
export type ActorMilestone =
  | 'noticed'
  | 'emergencyImpactKnown'
  | 'firstPublicWord'
  | 'authoritiesTold'
  | 'cic'
  | 'firstNumberPublished'
  | 'operatorCell'
  | 'otherOperatorsTold'
  | 'adviceOnNumbers';

/** Domain effects that statecharts emit; the exercise carries them out on the world. */
export type ActorEffect =
  /** People come into a pool of the seat, or leave it. */
  | { readonly type: 'peopleJoin'; readonly pool: string; readonly people: number }
  | { readonly type: 'peopleLeave'; readonly pool: string; readonly people: number }
  | { readonly type: 'milestone'; readonly id: ActorMilestone }
  | { readonly type: 'levelChanged'; readonly level: 'watch' | 'yellow' | 'red' | 'black' }
  /** A checked event moved the trust between two sides by one step. */
  | {
      readonly type: 'trust';
      readonly relation: Relation;
      readonly step: -1;
      readonly why: 'questionOverdue' | 'endContradicted' | 'wordContradicted';
    }
  /** A shift left without a brief: what was not written down is lost. */
  | { readonly type: 'factsLost' }
  /** The second case of ANSSI's night was left alone for too long. */
  | { readonly type: 'secondCaseLost' }
  /** An answer asked of others has arrived. */
  | {
      readonly type: 'answer';
      readonly from: ActorId;
      readonly about: 'call' | 'poll' | 'list' | 'detour' | 'patch';
    }
  /** The number line of the room can be called: on that technology. */
  | { readonly type: 'lineOpen'; readonly technology: 'copper' | 'mobile' | 'ip' }
  /** Journalists ask all seats, or have stopped waiting and have an expert guess. */
  | { readonly type: 'pressAsks' }
  | { readonly type: 'pressGuesses' }
  /** Curious test calls, in percent of the usual traffic to emergency numbers; 0 when they end. */
  | { readonly type: 'curiousCalls'; readonly percent: number };
