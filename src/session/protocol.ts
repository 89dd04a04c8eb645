import type { Order } from '../callflow/orders.ts';
import type { ParameterInfo, ScenarioInfo } from '../scenario/info.ts';
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
      /** Every order of the evening; null for the scenario's own ("as in 2021"). */
      readonly orders: readonly Order[] | null;
    }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  | { readonly type: 'speed'; readonly value: number }
  /** Forward or back: the evening is computed to that minute, whatever it was. */
  | { readonly type: 'jump'; readonly at: number }
  | { readonly type: 'select'; readonly selection: Selection | null }
  | { readonly type: 'story'; readonly attempt: number }
  /** Asks for the hash of the evening as it stands: two machines that computed the same have the same. */
  | { readonly type: 'hash' }
  /** The same callers with (this set, these orders) and without (the scenario as it is), seed after seed. */
  | {
      readonly type: 'compare';
      readonly set: Readonly<Record<string, number | string>>;
      readonly orders: readonly Order[] | null;
      readonly seeds: number;
    }
  | { readonly type: 'stopCompare' };

export type { ParameterInfo, ScenarioInfo };

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
  | { readonly type: 'hash'; readonly at: number; readonly hash: string }
  | { readonly type: 'comparison'; readonly comparison: Comparison; readonly done: boolean }
  /** `code` is a key under `errors` in the locales, `params` its values. */
  | {
      readonly type: 'error';
      readonly code: string;
      readonly params: Readonly<Record<string, string | number>>;
    };
