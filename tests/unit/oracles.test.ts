import { expect, test } from 'vitest';
import { SteadyRun } from './oraclesRun.ts';
import type { Measured, SteadyQueue } from './oraclesRun.ts';

/** How a closed form is put to the test: independent runs of so many queues, from a warm-up to an end. */
interface Trial {
  readonly queue: SteadyQueue;
  readonly queues: number;
  /** Mean services. */
  readonly warmUp: number;
  readonly until: number;
  readonly runs: number;
  readonly firstSeed: number;
}

/** [what is measured, its exact value, largest standard error tolerated over the value] */
type Expected = readonly [keyof Measured, number, number];

const trials: readonly (readonly [string, Trial, readonly Expected[]])[] = [
  [
    'Erlang B, c = 10, a = 8',
    {
      queue: { c: 10, lambda: 8, loss: true },
      queues: 20,
      warmUp: 20,
      until: 320,
      runs: 60,
      firstSeed: 1,
    },
    [
      ['refused', 0.12166106425295, 0.005],
      ['busy', 8 * (1 - 0.12166106425295), 0.002],
    ],
  ],
  [
    'Erlang B, c = 100, a = 84.06',
    {
      queue: { c: 100, lambda: 84.06, loss: true },
      queues: 2,
      warmUp: 20,
      until: 420,
      runs: 120,
      firstSeed: 1001,
    },
    [['refused', 0.0099917025880265, 0.016]],
  ],
  [
    'Erlang C, c = 14, a = 10',
    { queue: { c: 14, lambda: 10 }, queues: 16, warmUp: 40, until: 440, runs: 60, firstSeed: 2001 },
    [
      ['waits', 0.17413193359505, 0.008],
      ['waitPerAttempt', 0.0435329833988, 0.012],
    ],
  ],
  [
    'Erlang C, c = 50, a = 48',
    { queue: { c: 50, lambda: 48 }, queues: 2, warmUp: 500, until: 1500, runs: 30, firstSeed: 3001 },
    [['waits', 0.69445561119683, 0.012]],
  ],
  [
    'Erlang A, c = 50, a = 48, patience of two services',
    {
      queue: { c: 50, lambda: 48, theta: 0.5 },
      queues: 4,
      warmUp: 40,
      until: 440,
      runs: 60,
      firstSeed: 4001,
    },
    [
      ['waits', 0.467774068554, 0.008],
      ['abandons', 0.0309122491622, 0.012],
      ['queue', 2.96757591957, 0.012],
    ],
  ],
  [
    'M/M/1 with retrials',
    {
      queue: { c: 1, lambda: 0.5, loss: true, persistence: 1, nu: 1 },
      queues: 60,
      warmUp: 100,
      until: 1100,
      runs: 60,
      firstSeed: 5001,
    },
    [
      ['busy', 0.5, 0.002],
      ['orbit', 1, 0.006],
    ],
  ],
  [
    'M/M/5 with retrials',
    {
      queue: { c: 5, lambda: 4, loss: true, persistence: 1, nu: 0.5 },
      queues: 15,
      warmUp: 200,
      until: 1200,
      runs: 60,
      firstSeed: 6001,
    },
    [
      ['refusedPrimary', 0.439481666556, 0.004],
      ['orbit', 8.1319778666, 0.009],
    ],
  ],
  [
    'M/M/10 with retrials',
    {
      queue: { c: 10, lambda: 8, loss: true, persistence: 1, nu: 1 },
      queues: 10,
      warmUp: 150,
      until: 950,
      runs: 60,
      firstSeed: 7001,
    },
    [
      ['refusedPrimary', 0.279239586868, 0.006],
      ['orbit', 4.35379172234, 0.01],
    ],
  ],
  [
    'M/M/5/5 with persistence 0.7',
    {
      queue: { c: 5, lambda: 6, loss: true, persistence: 0.7, nu: 1 },
      queues: 15,
      warmUp: 50,
      until: 650,
      runs: 60,
      firstSeed: 8001,
    },
    [['lost', 0.285652280568, 0.003]],
  ],
  [
    'M/M/4+M with retrials: service 110 s, patience 90 s, 0.65 after 60 s',
    {
      queue: { c: 4, lambda: 5, theta: 110 / 90, persistence: 0.65, nu: 110 / 60 },
      queues: 15,
      warmUp: 50,
      until: 650,
      runs: 60,
      firstSeed: 9001,
    },
    [
      ['attemptsPerCaller', 1.45221533876, 0.002],
      ['lost', 0.243500567023, 0.004],
      ['waitPerAttempt', 43.1164923336 / 110, 0.003],
    ],
  ],
];

test.each(trials)('the engine agrees with %s within four standard errors', (_, trial, expected) => {
  const { queue, queues, warmUp, until, runs, firstSeed } = trial;
  const measured = Array.from({ length: runs }, (_, i) =>
    new SteadyRun(queue, queues, until, firstSeed + i).measure(warmUp, until),
  );
  for (const [name, exact, tight] of expected) {
    const values = measured.map((run) => run[name]);
    const mean = values.reduce((sum, value) => sum + value, 0) / runs;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const error = Math.sqrt(squares / (runs - 1) / runs);
    expect(error / exact, `${name}: standard error`).toBeLessThan(tight);
    expect(Math.abs(mean - exact) / error, `${name}: ${mean} for ${exact}`).toBeLessThan(4);
  }
});
