/**
 * Every scalar a scenario must give: its unit and the limits of what the model can compute.
 * The plausible range, the value and their source are the scenario's own (`min`, `max` of each entry).
 */
export const UNITS = [
  'calls_per_day',
  'calls',
  'calls_per_minute',
  'share',
  'factor',
  'count',
  'seconds',
  'minutes',
  'switch',
] as const;
export type Unit = (typeof UNITS)[number];

/** Chapters of the page "How we count". */
export const GROUPS = [
  'volumes',
  'callers',
  'serious',
  'conversation',
  'redial',
  'servers',
  'interventions',
  'measures',
  'rooms',
  'ten_digit',
] as const;

export interface ParameterRule {
  readonly unit: Unit;
  /** Limits of the model: beyond, the value has no meaning or the evening does not fit in memory. */
  readonly lowest: number;
  readonly highest: number;
  readonly integer?: true;
}

const share: ParameterRule = { unit: 'share', lowest: 0, highest: 1 };
const callsPerDay: ParameterRule = { unit: 'calls_per_day', lowest: 0, highest: 2_000_000 };
/** A mean duration: never 0, which would make the exponential law degenerate. */
const seconds: ParameterRule = { unit: 'seconds', lowest: 0.1, highest: 7200 };
const gap: ParameterRule = { unit: 'seconds', lowest: 0, highest: 3600 };
const minutes: ParameterRule = { unit: 'minutes', lowest: 0, highest: 600 };

export const PARAMETERS = {
  calls_per_day_15: callsPerDay,
  calls_per_day_17: callsPerDay,
  calls_per_day_18_112: callsPerDay,
  share_112: share,
  worried_factor: { unit: 'factor', lowest: 1, highest: 10 },
  busyness_cv: { unit: 'factor', lowest: 0, highest: 1 },
  cluster_share: share,
  cluster_size: { unit: 'calls', lowest: 1, highest: 50 },

  share_mobile: share,
  share_copper: share,
  operator_share_sfr: share,
  operator_share_bouygues: share,
  operator_share_free: share,

  serious_share_15: share,
  serious_share_17: share,
  serious_share_18: share,
  serious_share_112: share,
  serious_delay: minutes,

  talk_mean_15: seconds,
  talk_mean_17: seconds,
  talk_mean_18_112: seconds,
  talk_sigma: { unit: 'factor', lowest: 0, highest: 2 },
  patience_mean: seconds,
  cut_share: share,
  callback_share: share,
  callback_delay_mean: seconds,

  redial_1: share,
  redial_2: share,
  redial_later: share,
  redial_gap_min: gap,
  redial_gap_mean: seconds,
  requeue_gap_min: gap,
  requeue_gap_mean: seconds,
  max_attempts: { unit: 'count', lowest: 1, highest: 12, integer: true },
  fallback_112: share,
  fallback_other: share,
  neighbour_phone: share,
  go_there: share,
  go_there_delay: minutes,

  modules: { unit: 'count', lowest: 1, highest: 16, integer: true },
  slots: { unit: 'count', lowest: 1, highest: 100_000, integer: true },
  bug: { unit: 'switch', lowest: 0, highest: 1, integer: true },
  leak: share,
  initial_fill_max: share,
  refuse_max: gap,
  reboot: { unit: 'minutes', lowest: 0.1, highest: 120 },
  overflow: share,
  ordinary_calls: { unit: 'calls', lowest: 0, highest: 1_000_000_000 },
  ordinary_overflow: share,

  operation_interrupt: minutes,
  operation_spacing: minutes,
  rollback_interrupt: minutes,
  warm_restart: minutes,
  cold_restart: minutes,
  pair_window: minutes,
  patch_interrupt: minutes,

  throttle_max: share,
  throttle_delay: minutes,
  go_around_set_up: minutes,
  go_around_per_area: minutes,
  go_around_capacity: { unit: 'calls_per_minute', lowest: 0, highest: 1000 },

  staffing_beta: { unit: 'factor', lowest: 0, highest: 10 },
  min_takers: { unit: 'count', lowest: 1, highest: 200, integer: true },
  lines_per_taker: { unit: 'factor', lowest: 1, highest: 100 },
  recall_delay: minutes,

  trunk_share: share,
  uptake_max: share,
  uptake_ramp: { unit: 'minutes', lowest: 0.1, highest: 600 },
  first_use: share,
  error_rate: share,
  copper_share: share,
  advice_share: share,
} as const satisfies Readonly<Record<string, ParameterRule>>;

export type ParameterName = keyof typeof PARAMETERS;
export const PARAMETER_NAMES = Object.keys(PARAMETERS) as readonly ParameterName[];

export function isParameterName(name: string): name is ParameterName {
  return Object.hasOwn(PARAMETERS, name);
}

export function ruleOf(name: ParameterName): ParameterRule {
  return PARAMETERS[name];
}
