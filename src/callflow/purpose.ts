/** What a draw is for. A draw is a function of (seed, entity, purpose, index): the numbers below are part of the log's format. */
export const PURPOSE = {
  busyness: 1,
  count: 2,
  callTime: 3,
  callerKind: 4,
  cluster: 5,
  route: 6,
  redial: 7,
  channel: 8,
  patience: 9,
  cut: 10,
  callback: 11,
  initialFill: 12,
  fillNoise: 13,
  refusal: 14,
  numbers: 15,
} as const;
