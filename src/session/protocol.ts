import type { Order } from '../callflow/orders.ts';
import type { EveningView, Selection, Story } from '../view/eveningView.ts';

/**
 * Frames between a client and the session that computes the evening (a worker here, a server's room later).
 * Every frame of a client is answered: by its report, by a view, or by an error that says what and where.
 */
export type Request =
  | {
      readonly type: 'start';
      readonly seed: number;
      readonly at: number;
      readonly set: Readonly<Record<string, number | string>>;
      /** Orders that replace the scenario's of the same type; null for the scenario's own ("as in 2021"). */
      readonly orders: readonly Order[] | null;
    }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  | { readonly type: 'speed'; readonly value: number }
  /** Forward or back: the evening is computed to that minute, whatever it was. */
  | { readonly type: 'jump'; readonly at: number }
  | { readonly type: 'select'; readonly selection: Selection | null }
  | { readonly type: 'story'; readonly attempt: number }
  /** The same callers with (this set, these orders) and without (the scenario as it is), seed after seed. */
  | {
      readonly type: 'compare';
      readonly set: Readonly<Record<string, number | string>>;
      readonly orders: readonly Order[] | null;
      readonly seeds: number;
    }
  | { readonly type: 'stopCompare' };

export interface ParameterInfo {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly status: 'sourced' | 'derived' | 'assumed' | 'fitted';
  /** Short reference, language-neutral ("Orange, 11 June 2021"); texts are under parameters.<name> in the locales. */
  readonly source: string;
  readonly group: string;
  /** May be changed from the drawer. */
  readonly main: boolean;
}

export interface ScenarioInfo {
  readonly id: string;
  readonly hash: string;
  readonly clock: {
    readonly from: number;
    readonly trigger: number;
    readonly windowEnd: number;
    readonly to: number;
  };
  readonly areas: readonly {
    readonly code: string;
    readonly name: string;
    readonly population: number;
    readonly technology: string;
    readonly home: string;
    readonly overseas: boolean;
  }[];
  readonly servers: readonly {
    readonly id: string;
    readonly name: string;
    readonly site: string;
    readonly partner: string;
  }[];
  readonly parameters: readonly ParameterInfo[];
  readonly chronology: readonly {
    readonly at: number;
    readonly key: string;
    readonly confidence: string;
    readonly source: string;
    /** Shown as a ghost on the rim. */
    readonly ghost: boolean;
  }[];
  readonly orders: readonly (Order & {
    readonly status: 'documented' | 'assumed';
    readonly source: string;
  })[];
}

/** A paired comparison so far: same callers with and without. Differences are with minus without. */
export interface Comparison {
  readonly seeds: number;
  readonly of: number;
  readonly measures: Readonly<
    Record<
      'unrouted' | 'neverServed' | 'servedLate' | 'seriousDelayed' | 'ordinaryRefused',
      {
        readonly without: number;
        readonly with: number;
        readonly difference: number;
        readonly low: number;
        readonly high: number;
      }
    >
  >;
}

export type Report =
  | { readonly type: 'ready'; readonly scenario: ScenarioInfo; readonly seed: number }
  | { readonly type: 'view'; readonly view: EveningView }
  | { readonly type: 'story'; readonly story: Story | null; readonly attempt: number }
  | { readonly type: 'comparison'; readonly comparison: Comparison; readonly done: boolean }
  /** `code` is a key under `errors` in the locales, `params` its values. */
  | {
      readonly type: 'error';
      readonly code: string;
      readonly params: Readonly<Record<string, string | number>>;
    };
