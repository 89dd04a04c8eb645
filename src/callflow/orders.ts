import type { Room, Technology } from './spec.ts';

/**
 * Orders: what people change in the world. Each acts on a mechanism (memory, routes, staff, knowledge),
 * never on a result. `at` is a clock time in ms; `by` names who gave it (kept for the log, not computed with).
 */
export type ServerChoice = 'all' | readonly string[];
export type AreaChoice = 'all' | readonly string[];

export type OrderBody =
  /** The network operation itself: interrupts each server once, one after another, and wakes the bug. */
  | {
      readonly type: 'operation';
      readonly args: { readonly servers: ServerChoice; readonly spacingMin: number };
    }
  | { readonly type: 'rollback'; readonly args: { readonly servers: ServerChoice } }
  | { readonly type: 'warmRestart'; readonly args: { readonly servers: ServerChoice } }
  | { readonly type: 'coldRestart'; readonly args: { readonly servers: ServerChoice } }
  /** Restarts one at a time, in the order given, waiting `watchMin` after each before the next. */
  | {
      readonly type: 'restartOneByOne';
      readonly args: {
        readonly servers: ServerChoice;
        readonly kind: 'warm' | 'cold';
        readonly watchMin: number;
      };
    }
  | { readonly type: 'isolate'; readonly args: { readonly servers: ServerChoice; readonly on: boolean } }
  /** Refuses this share of ordinary voice upstream (capped by the scenario), after the scenario's delay. 0 lifts it. */
  | { readonly type: 'throttle'; readonly args: { readonly share: number } }
  | { readonly type: 'goAround'; readonly args: { readonly areas: AreaChoice } }
  /** Closes the remote access of servers: nobody commands them from afar any more, their own operator included. */
  | { readonly type: 'cutAccess'; readonly args: { readonly servers: ServerChoice } }
  | { readonly type: 'patch'; readonly args: { readonly servers: ServerChoice } }
  /** Opens substitute ten-digit numbers; technology 'inventory' follows the scenario's copper share by area. */
  | {
      readonly type: 'openNumbers';
      readonly args: {
        readonly areas: AreaChoice;
        readonly rooms: readonly Room[];
        readonly technology: Technology | 'inventory';
      };
    }
  /** Publishes the open numbers; an untested list keeps its wrong entries and its copper numbers. */
  | {
      readonly type: 'publishNumbers';
      readonly args: {
        readonly areas: AreaChoice;
        readonly tested: boolean;
        readonly reach: number;
        /** Only the numbers given out that do not hold: the others of their areas stay as they are. */
        readonly faulty?: true;
      };
    }
  | { readonly type: 'withdrawNumbers'; readonly args: { readonly areas: AreaChoice } }
  /** Advice to the public: which phone to call from. */
  | {
      readonly type: 'advise';
      readonly args: { readonly wording: 'mobile' | 'landline' | 'any' | 'goThere' };
    }
  /** Call-takers of the rooms become factor x usual, after the recall delay when the factor rises. */
  | {
      readonly type: 'staff';
      readonly args: { readonly areas: AreaChoice; readonly rooms: readonly Room[]; readonly factor: number };
    };

export type Order = OrderBody & { readonly at: number; readonly by: string };
export type OrderType = Order['type'];
