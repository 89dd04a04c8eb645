import type { RoomView } from './roomView.ts';

/** What an instrument of the seat shows by itself, now. */
export type Gauge =
  /** Orange: memory and state of each call server as its alarms show them. */
  | {
      readonly kind: 'servers';
      readonly at: number;
      readonly servers: readonly {
        readonly id: string;
        readonly fill: number;
        readonly modulesUp: number;
        readonly modules: number;
        readonly isolated: boolean;
        /** Share of the calls that it takes and then loses, by its own counters, in twentieths; 0 on a server that only fills or restarts. */
        readonly losing: number;
      }[];
    }
  /** Orange: share of all calls refused, emergencies not told apart, by five minutes. */
  | {
      readonly kind: 'voice';
      readonly start: number;
      readonly step: number;
      readonly refused: readonly number[];
    }
  /** Orange: tickets on the customer line an hour, against the usual. */
  | { readonly kind: 'complaints'; readonly perHour: number; readonly usual: number }
  /** Services: own rooms, now and against the usual for the hour. */
  | {
      readonly kind: 'rooms';
      readonly area: string;
      readonly rooms: readonly RoomView[];
      /** Arrivals of the three rooms together and the usual, by five minutes. */
      readonly start: number;
      readonly step: number;
      readonly arrived: readonly number[];
      readonly usual: readonly number[];
    }
  /** Ministry: reports received by chain, with the hour of the latest. */
  | {
      readonly kind: 'chains';
      readonly chains: readonly {
        readonly chain: 'civilSecurity' | 'health' | 'police' | 'prefects';
        readonly reports: number;
        readonly areas: readonly string[];
        readonly latest: number | null;
      }[];
    }
  /** ANSSI: its cases, the telecoms one among them once opened, and what the other one needs. */
  | {
      readonly kind: 'cases';
      readonly cases: readonly {
        readonly id: 'second' | 'telecoms';
        readonly people: number;
        /** Clock ms before which someone must be on it, if any. */
        readonly before: number | null;
        readonly state: 'open' | 'served' | 'starved' | 'lost' | 'closed';
      }[];
    }
  /** A sample of test calls, with its age. */
  | {
      readonly kind: 'sample';
      readonly statement: number;
      /** Calls. */
      readonly tries: number;
      readonly passed: number;
      /** Places whose substitute numbers were tried, and those where every call got through; null: of short numbers. */
      readonly numbers: { readonly tried: number; readonly good: number } | null;
      /** Losses still compatible with the result, 0..1 (95 %). */
      readonly low: number;
      readonly high: number;
      readonly at: number;
    };
