import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bench } from './benchmarks.ts';
import { benchDraws, benchEvening, benchHash, benchTenfold, benchWorkload } from './benchmarks.ts';
import { Complaint } from './complaint.ts';
import { readOptions } from './options.ts';
import { sayComplaint } from './readable.ts';
import { table } from './table.ts';
import { languageOf, startTexts } from './texts.ts';
import { readWorkload } from './workloadFile.ts';
import { chooseWorld, DEFAULT_SCENARIO } from './world.ts';

/** `npm run -s bench -- [--workload FILE] [--json]`: times in this process, one core; figures do not travel between machines. */
const args = process.argv.slice(2);
const t = await startTexts(languageOf(args));

/** Time and peak resident memory of a Node process of its own that computes one evening, from its start to its end. */
function benchProcess(): Bench {
  const script = fileURLToPath(new URL('./oneEvening.ts', import.meta.url));
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

function runAll(workload: string | undefined): Bench[] {
  const named =
    workload === undefined ? null : { name: basename(workload, '.json'), load: readWorkload(workload) };
  const { world } = chooseWorld({
    scenario: DEFAULT_SCENARIO,
    doctrine: 'as-in-2021',
    measures: 'as-in-2021',
    set: {},
    commands: [],
  });
  // The workload first, while the engine's code has met nothing else: as the reference program is measured.
  const first = named === null ? [] : [benchWorkload(named.name, named.load)];
  const evening = benchEvening(world);
  return [...first, evening, benchTenfold(world, evening), benchHash(world), benchDraws(), benchProcess()];
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
  const { texts, flags } = readOptions(args, { workload: 'text' }, 0);
  const benches = runAll(texts['workload']?.[0]);
  process.stdout.write(`${flags.has('json') ? JSON.stringify(benches) : readable(benches)}\n`);
} catch (error) {
  if (!(error instanceof Complaint)) throw error;
  process.stderr.write(`${sayComplaint(error, t)}\n`);
  process.exitCode = 2;
}
