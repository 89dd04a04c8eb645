import { aggregate } from '../debrief/aggregate.ts';
import { nearestName } from '../scenario/errors.ts';
import { Complaint } from './complaint.ts';
import { readOptions, readSeeds, readSet } from './options.ts';
import type { OptionKinds, Options } from './options.ts';
import { computeEvenings } from './pool.ts';
import { Progress } from './progress.ts';
import { sayComplaint, sensitivityText, simulationText } from './readable.ts';
import { computeSensitivity } from './sensitivity.ts';
import { languageOf, startTexts } from './texts.ts';
import { validateFile } from './validate.ts';
import { documentedTimes } from '../scenario/info.ts';
import { chooseWorld, DEFAULT_SCENARIO } from './world.ts';
import type { ChosenWorld } from './world.ts';

/** `npm run -s cli -- <command> …`: results on the standard output, all else on the error output; 2 for bad input. */
interface Command {
  readonly options: OptionKinds;
  readonly positionals: number;
  readonly run: (options: Options) => Promise<void> | void;
}

const world: OptionKinds = { scenario: 'text', set: 'texts', seeds: 'text' };
const args = process.argv.slice(2);
const language = languageOf(args);
const t = await startTexts(language);

const COMMANDS: Readonly<Record<string, Command>> = {
  simulate: {
    options: { ...world, doctrine: 'text', measures: 'text', command: 'texts' },
    positionals: 0,
    run: async (options) => {
      const seeds = seedsOf(options);
      const chosen = worldOf(options);
      const progress = new Progress(seeds.length);
      const [summaries] = await computeEvenings([chosen.world], seeds, progress);
      progress.end();
      const report = aggregate(summaries, documentedTimes(chosen.file));
      print(options.flags.has('json') ? JSON.stringify(report) : simulationText(report, t, language));
    },
  },
  validate: {
    options: {},
    positionals: 1,
    run: ({ positionals: [path], flags }) => {
      if (path === undefined) throw new Complaint('cli:error.fileWanted');
      const { text, valid } = validateFile(path, flags.has('json'), t);
      print(text);
      if (!valid) process.exitCode = 2;
    },
  },
  sensitivity: {
    options: world,
    positionals: 0,
    run: async (options) => {
      const seeds = seedsOf(options);
      const found = await computeSensitivity(worldOf(options), seeds);
      print(
        options.flags.has('json') ? JSON.stringify(found) : sensitivityText(found, seeds.length, t, language),
      );
    },
  },
};

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function seedsOf({ texts }: Options): number[] {
  return readSeeds(texts['seeds']?.[0] ?? '1..20');
}

function worldOf({ texts }: Options): ChosenWorld {
  return chooseWorld({
    scenario: texts['scenario']?.[0] ?? DEFAULT_SCENARIO,
    doctrine: texts['doctrine']?.[0] ?? 'as-in-2021',
    measures: texts['measures']?.[0] ?? 'as-in-2021',
    set: readSet(texts['set'] ?? []),
    commands: texts['command'] ?? [],
  });
}

async function run(): Promise<void> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    print(t('cli:help'));
    return;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const names = Object.keys(COMMANDS);
    throw new Complaint('cli:error.unknownCommand', {
      value: name,
      known: nearestName(name, names) ?? names.join(', '),
    });
  }
  const options = readOptions(rest, command.options, command.positionals);
  if (options.flags.has('help')) print(t('cli:help'));
  else await command.run(options);
}

try {
  await run();
} catch (error) {
  if (!(error instanceof Complaint)) throw error;
  process.stderr.write(`${sayComplaint(error, t)}\n`);
  process.exitCode = 2;
}
