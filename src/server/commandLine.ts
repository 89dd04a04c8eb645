import type { TFunction } from 'i18next';
import { actsThatMatter } from '../debrief/actsAtOnce.ts';
import { nearestName } from '../scenario/errors.ts';
import { Complaint } from './complaint.ts';
import { choicesReport, choicesText, worthRows, worthText } from './figures.ts';
import type { FiguresPlan, SeedFigures } from './figures.ts';
import { readGround } from './ground.ts';
import { readOptions, readSeeds, readSet } from './options.ts';
import type { OptionKinds, Options } from './options.ts';
import { play, PLAY_OPTIONS } from './playCommand.ts';
import { computeExercises, computeFigures } from './pool.ts';
import { Progress } from './progress.ts';
import { sayComplaint, sensitivityText, simulationText } from './readable.ts';
import { playedText, replayedText } from './readablePlay.ts';
import { REHEARSE_OPTIONS, rehearsedText, rehearseSeats } from './rehearseCommand.ts';
import { replayComplaint, replayFile } from './replayCommand.ts';
import { computeSensitivity } from './sensitivity.ts';
import { SETUP_OPTIONS, setupOf } from './setupOptions.ts';
import { readPlan } from './simulationPlan.ts';
import { playReport } from './simulationReport.ts';
import { languageOf, startTexts } from './texts.ts';
import type { Language } from './texts.ts';
import { validateFile } from './validate.ts';
import { chooseWorld, DEFAULT_SCENARIO } from './world.ts';

/** What a command says, and in which language. */
interface Voice {
  readonly t: TFunction;
  readonly language: Language;
  readonly print: (text: string) => void;
}

interface Command {
  readonly options: OptionKinds;
  readonly positionals: number;
  /** Prints its result; false when what it was asked to look at is not sound. */
  readonly run: (options: Options, voice: Voice) => Promise<boolean> | boolean;
}

/** Options of the commands whose figures take many evenings a seed. */
const FIGURES_OPTIONS: OptionKinds = { scenario: 'text', home: 'text', set: 'texts', seeds: 'text' };

const COMMANDS: Readonly<Record<string, Command>> = {
  simulate: {
    options: { ...SETUP_OPTIONS, seeds: 'text', command: 'texts' },
    positionals: 0,
    run: async (options, { t, language, print }) => {
      const seeds = seedsOf(options);
      const plan = readPlan(options, readGround(scenarioOf(options)));
      const progress = new Progress(seeds.length);
      const report = playReport(plan, await computeExercises(plan, seeds, progress));
      progress.end();
      print(options.flags.has('json') ? JSON.stringify(report) : simulationText(report, t, language));
      return true;
    },
  },
  play: {
    options: PLAY_OPTIONS,
    positionals: 0,
    run: (options, { t, language, print }) => {
      const played = play(options);
      print(options.flags.has('json') ? JSON.stringify(played) : playedText(played, t, language));
      return true;
    },
  },
  replay: {
    options: {},
    positionals: 1,
    run: ({ positionals, flags }, { t, print }) => {
      const path = fileOf(positionals, 'cli:error.logWanted');
      const report = replayFile(path);
      if (flags.has('json')) print(JSON.stringify(report));
      else if (report.ok) print(replayedText(report, t));
      else throw replayComplaint(report, path);
      return report.ok;
    },
  },
  validate: {
    options: {},
    positionals: 1,
    run: ({ positionals, flags }, { t, print }) => {
      const { text, valid } = validateFile(fileOf(positionals, 'cli:error.fileWanted'), flags.has('json'), t);
      print(text);
      return valid;
    },
  },
  choices: {
    options: { ...FIGURES_OPTIONS, acts: 'flag', only: 'text' },
    positionals: 0,
    run: async (options, { t, language, print }) => {
      const only = namedActs(options);
      // Acts that are named are asked for by themselves.
      const seats = only === null ? await figures(options, 'seats') : [];
      const acts = only !== null || options.flags.has('acts') ? await figures(options, 'acts', only) : [];
      const report = choicesReport(seedsOf(options).length, seats, acts);
      print(options.flags.has('json') ? JSON.stringify(report) : choicesText(report, t, language));
      return true;
    },
  },
  worth: {
    options: { ...FIGURES_OPTIONS, doctrine: 'text', measures: 'text' },
    positionals: 0,
    run: async (options, { t, language, print }) => {
      const evenings = seedsOf(options).length;
      if (evenings < 2) throw new Complaint('cli:error.twoSeeds');
      const rows = worthRows(await figures(options, 'worth'));
      const isJson = options.flags.has('json');
      print(isJson ? JSON.stringify({ evenings, rows }) : worthText(rows, evenings, t, language));
      return true;
    },
  },
  rehearse: {
    options: REHEARSE_OPTIONS,
    positionals: 0,
    run: (options, { t, language, print }) => {
      const report = rehearseSeats(options);
      print(options.flags.has('json') ? JSON.stringify(report) : rehearsedText(report, t, language));
      return true;
    },
  },
  sensitivity: {
    options: { scenario: 'text', set: 'texts', seeds: 'text' },
    positionals: 0,
    run: async (options, { t, language, print }) => {
      const seeds = seedsOf(options);
      const chosen = chooseWorld({ scenario: scenarioOf(options), set: readSet(options.texts['set'] ?? []) });
      const found = await computeSensitivity(chosen, seeds);
      const isJson = options.flags.has('json');
      print(isJson ? JSON.stringify(found) : sensitivityText(found, seeds.length, t, language));
      return true;
    },
  },
};

/** The figures of every seed asked for, machines in all seats. */
async function figures(
  options: Options,
  kind: FiguresPlan['kind'],
  only: readonly string[] | null = null,
): Promise<SeedFigures[]> {
  const ground = readGround(scenarioOf(options));
  const seeds = seedsOf(options);
  const progress = new Progress(seeds.length);
  const found = await computeFigures(
    { kind, setup: setupOf(options, ground, 0, 'as-in-2021'), ground, ...(only === null ? {} : { only }) },
    seeds,
    progress,
  );
  progress.end();
  return found;
}

/** Acts of `--only`, separated by commas; null when it is not given. */
function namedActs(options: Options): string[] | null {
  const named = options.texts['only']?.[0];
  if (named === undefined) return null;
  const known = actsThatMatter(readGround(scenarioOf(options))).map(({ id }) => id);
  return named.split(',').map((id) => {
    if (known.includes(id)) return id;
    throw new Complaint('cli:error.act', { value: id, nearest: nearestName(id, known) ?? '' });
  });
}

function seedsOf({ texts }: Options): number[] {
  return readSeeds(texts['seeds']?.[0] ?? '1..20');
}

function scenarioOf({ texts }: Options): string {
  return texts['scenario']?.[0] ?? DEFAULT_SCENARIO;
}

function fileOf([path]: readonly string[], missing: string): string {
  if (path === undefined) throw new Complaint(missing);
  return path;
}

async function run([name, ...rest]: readonly string[], voice: Voice): Promise<boolean> {
  const { t, print } = voice;
  if (name === undefined || name === '--help' || name === 'help') {
    print(t('cli:help'));
    return true;
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
  if (!options.flags.has('help')) return command.run(options, voice);
  print(t('cli:help'));
  return true;
}

/**
 * One line of command: results through `print`, one line of complaint about bad input through `complain`. Resolves with
 * the exit code: 2 for bad input, and for a file that was looked at and is not sound.
 */
export async function commandLine(
  args: readonly string[],
  print: (text: string) => void,
  complain: (text: string) => void,
): Promise<0 | 2> {
  const language = languageOf(args);
  const t = await startTexts(language);
  try {
    return (await run(args, { t, language, print })) ? 0 : 2;
  } catch (error) {
    if (!(error instanceof Complaint)) throw error;
    complain(sayComplaint(error, t));
    return 2;
  }
}
