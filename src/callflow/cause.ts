/** Why an attempt failed, or that it did not. The order is part of the log's format: what is new comes last. */
export const CAUSES = [
  'answered',
  'serverFull',
  'serverRebooting',
  'trunkBusy',
  'lineBusy',
  'wrongNumber',
  'abandoned',
  'cut',
  /** Still ringing, waiting or talking. */
  'open',
  /** Sent around the bridge, and refused by the operator that was to carry it. */
  'detourRefused',
] as const;
export type Cause = (typeof CAUSES)[number];
/** Causes that count as "not routed" (ten-digit emergency numbers included). */
export const UNROUTED: readonly Cause[] = ['serverFull', 'serverRebooting', 'detourRefused'];
