import { commandLine } from './commandLine.ts';

/** `npm run -s cli -- <command> …`: results on the standard output, all else on the error output; 2 for bad input. */
process.exitCode = await commandLine(
  process.argv.slice(2),
  (text) => process.stdout.write(`${text}\n`),
  (text) => process.stderr.write(`${text}\n`),
);
