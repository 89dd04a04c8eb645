import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import type { Bench } from './benchmarks.ts';
import { benchCommands } from './benchCommands.ts';
import { bundled } from './bundle.ts';
import { Complaint } from './complaint.ts';
import { readOptions } from './options.ts';
import { WORKER_YOUNG } from './pool.ts';
import { sayComplaint } from './readable.ts';
import { table } from './table.ts';
import { languageOf, startTexts } from './texts.ts';
import { readWorkload } from './workloadFile.ts';

/**
 * `npm run -s bench -- [--workload FILE] [--browser] [--json]`: times, one core each, of the engine bundled as browsers
 * get it, or with `--browser` of commands in a Chromium instead; figures do not travel between machines.
 */
const args = process.argv.slice(2);
const t = await startTexts(languageOf(args));

/** Time and peak resident memory of a Node process of its own that computes one evening, from its start to its end. */
function benchProcess(script: string): Bench {
  const ms: number[] = [];
  let last = { events: 0, peakMemoryMB: 0 };
  for (let run = 0; run < 3; run++) {
    const from = performance.now();
    const { stdout } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
    ms.push(Math.round(performance.now() - from));
    last = JSON.parse(stdout) as typeof last;
  }
  ms.sort((a, b) => a - b);
  return { name: 'process', msMedian: ms[1], msMin: ms[0], runs: ms.length, ...last };
}

/**
 * As `simulate` gives to its workers (`WORKER_YOUNG`): what an evening throws away at once is then not moved to the old
 * heap first, some 8 % of its time.
 */
const NURSERY = [`--max-semi-space-size=${WORKER_YOUNG / 3}`, `--min-semi-space-size=${WORKER_YOUNG / 3}`];

/** A bench in a process of its own: see `benchPart.ts`. */
function benchPart(script: string, ...args: readonly string[]): Bench[] {
  const { stdout, stderr } = spawnSync(process.execPath, [...NURSERY, script, ...args], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Bench[];
}

async function runAll(workload: string | undefined): Promise<Bench[]> {
  // Read here as well, so that a bad file is complained of before anything is run.
  if (workload !== undefined) readWorkload(workload);
  const script = await bundled('benchPart');
  const evening = await bundled('oneEvening');
  const first =
    workload === undefined ? [] : benchPart(script, 'workload', basename(workload, '.json'), workload);
  const bare = benchPart(script, 'evening');
  const machines = benchPart(script, 'machines').map((bench) => ({
    ...bench,
    ratio: Math.round((bench.msMedian / bare[0]!.msMedian) * 100) / 100,
  }));
  return [
    ...first,
    ...bare,
    ...machines,
    ...benchPart(script, 'hash'),
    ...benchPart(script, 'draws'),
    benchProcess(evening),
  ];
}

function readable(benches: readonly Bench[]): string {
  const timed = benches.map(({ name, msMedian, msMin, runs, events, ratio, peakMemoryMB }) => [
    name,
    msMedian.toFixed(2),
    msMin.toFixed(2),
    String(runs),
    String(events),
    ratio === undefined ? '' : `× ${ratio}`,
    peakMemoryMB === undefined ? '' : `${peakMemoryMB} MB`,
  ]);
  const statistics = benches.flatMap(({ statistics: found }) =>
    Object.entries(found ?? {}).map(([name, { mean, se }]) => [name, mean.toFixed(3), `± ${se.toFixed(3)}`]),
  );
  const times = table([['', 'msMedian', 'msMin', 'runs', 'events'], ...timed]);
  return statistics.length === 0 ? times : `${times}\n\n${table(statistics)}`;
}

try {
  const { texts, flags } = readOptions(args, { workload: 'text', browser: 'flag' }, 0);
  const benches = flags.has('browser') ? await benchCommands() : await runAll(texts['workload']?.[0]);
  process.stdout.write(`${flags.has('json') ? JSON.stringify(benches) : readable(benches)}\n`);
} catch (error) {
  if (!(error instanceof Complaint)) throw error;
  process.stderr.write(`${sayComplaint(error, t)}\n`);
  process.exitCode = 2;
}
