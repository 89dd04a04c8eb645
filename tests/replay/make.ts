import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { commandLine } from '../../src/server/commandLine.ts';
import type { PlayedScript } from '../../src/server/playCommand.ts';

/**
 * `npm run corpus`: plays every script of `scripts/` with the options of `exercises.json` and writes its log here. To be
 * run whenever the rules or the data change on purpose: `tests/unit/replay.test.ts` holds the logs against the engine.
 */
interface Entry {
  readonly name: string;
  readonly seat: string;
  readonly seed: number;
  readonly options: readonly string[];
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const entries = JSON.parse(readFileSync(here('exercises.json'), 'utf8')) as readonly Entry[];

for (const { name, seat, seed, options } of entries) {
  const line = ['play', '--seat', seat, '--script', here(`scripts/${name}.jsonl`), '--seed', String(seed)];
  const code = await commandLine(
    [...line, ...options, '--out', here(`${name}.jsonl`), '--json'],
    (text) => console.log(reportOf(name, JSON.parse(text) as PlayedScript)),
    (text) => console.error(`${name}: ${text}`),
  );
  if (code !== 0) process.exitCode = code;
}

function reportOf(name: string, { accepted, refused, outcomes, hash }: PlayedScript): string {
  const why = outcomes.flatMap(({ line, what, refusal }) =>
    refusal === null ? [] : [`  line ${line}: ${what} refused (${refusal.code})`],
  );
  return [`${name}: ${accepted} accepted, ${refused} refused, ${hash}`, ...why].join('\n');
}
