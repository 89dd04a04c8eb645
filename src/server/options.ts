import { parseArgs } from 'node:util';
import { nearestName } from '../scenario/errors.ts';
import { Complaint } from './complaint.ts';
import { LANGUAGES } from './texts.ts';

type Kind = 'text' | 'texts' | 'flag';
/** Options of a command, by long name. `--lang` and `--json` are common to all. */
export type OptionKinds = Readonly<Record<string, Kind>>;

export interface Options {
  readonly texts: Readonly<Record<string, readonly string[]>>;
  readonly flags: ReadonlySet<string>;
  readonly positionals: readonly string[];
}

/** Reads the arguments of one command; unknown, repeated or valueless options are complaints. */
export function readOptions(args: readonly string[], own: OptionKinds, positionals: number): Options {
  const kinds: OptionKinds = { ...own, lang: 'text', json: 'flag', help: 'flag' };
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(kinds).map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' }]),
    ),
  });
  const texts: Record<string, string[]> = {};
  const flags = new Set<string>();
  const found: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') found.push(token.value);
    if (token.kind !== 'option') continue;
    const kind = kinds[token.name];
    if (kind === undefined || !Object.hasOwn(kinds, token.name))
      throw unknownOption(token.rawName, Object.keys(kinds));
    if (kind === 'flag') {
      if (token.value !== undefined)
        throw new Complaint('cli:error.noValueWanted', { option: token.rawName });
      flags.add(token.name);
      continue;
    }
    // "--seeds --json" reads the next option as a value: nobody means that.
    if (token.value === undefined || (!token.inlineValue && token.value.startsWith('--'))) {
      throw new Complaint('cli:error.valueWanted', { option: token.rawName });
    }
    const values = (texts[token.name] ??= []);
    if (values.length > 0 && kind === 'text')
      throw new Complaint('cli:error.twice', { option: token.rawName });
    values.push(token.value);
  }
  const lang = texts['lang']?.[0];
  if (lang !== undefined && !LANGUAGES.some((language) => language === lang)) {
    throw new Complaint('cli:error.language', { value: lang });
  }
  if (found.length > positionals) throw new Complaint('cli:error.unexpected', { value: found[positionals] });
  return { texts, flags, positionals: found };
}

function unknownOption(option: string, known: readonly string[]): Complaint {
  const nearest = nearestName(option.replace(/^-+/, ''), known);
  return nearest === undefined
    ? new Complaint('cli:error.unknownOption', { option })
    : new Complaint('cli:error.unknownOptionNearest', { option, nearest: `--${nearest}` });
}

const MOST_SEEDS = 100_000;

/** "1..200" (both ends in), or "7". */
export function readSeeds(text: string): number[] {
  const match = /^(\d{1,10})(?:\.\.(\d{1,10}))?$/.exec(text);
  if (match === null) throw new Complaint('cli:error.seeds', { value: text });
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  if (last < first || last > 0xffffffff) throw new Complaint('cli:error.seeds', { value: text });
  if (last - first >= MOST_SEEDS)
    throw new Complaint('cli:error.tooManySeeds', { value: text, most: MOST_SEEDS });
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Each "name=value" of `--set`; a name given twice is a complaint. */
export function readSet(pairs: readonly string[]): Record<string, string> {
  const set: Record<string, string> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1 || at === pair.length - 1) throw new Complaint('cli:error.set', { value: pair });
    const name = pair.slice(0, at);
    if (Object.hasOwn(set, name)) throw new Complaint('cli:error.setTwice', { name });
    set[name] = pair.slice(at + 1);
  }
  return set;
}
