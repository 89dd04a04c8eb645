import { formatClock, parseClock } from './clockTime.ts';
import { problem, type Problem } from './problem.ts';
import { DEFAULT_SEED, drawSeed, MAX_SEED, parseSeed } from './seed.ts';
import { formatWish, parseWish, WISH_WORDS, type Wish } from './wish.ts';

/** Where one is, as written after the # of the page's address. */
export type Address =
  | { readonly page: 'home'; readonly wish?: Wish }
  /** An exercise that begins with this wish. */
  | { readonly page: 'exercise'; readonly wish: Wish }
  /** One kept on this device, or its debrief. */
  | { readonly page: 'exercise'; readonly id: string; readonly debrief: boolean }
  | {
      readonly page: 'evening';
      readonly seed: number;
      readonly at: number;
      /** Changed orders and parameters, as one word (see sharedChanges.ts); none is the evening as in 2021. */
      readonly changes?: string;
    }
  | { readonly page: 'method' };

/** The clock a shared address may point into, ms; the scenario's own once it is known. */
export interface ClockRange {
  readonly from: number;
  readonly to: number;
}
export const EVENING_RANGE: ClockRange = { from: 59_400_000, to: 86_400_000 };

const EVENING_WORDS: readonly string[] = ['seed', 'at', 'changes'];

interface Parsed {
  readonly address: Address;
  readonly problems: readonly Problem[];
}

/**
 * Reads the hash of the address; whatever cannot be read takes its default and is told. A link to an exercise that names
 * no seed is given one by `draw`.
 */
export function parseAddress(
  hash: string,
  range: ClockRange = EVENING_RANGE,
  draw: () => number = drawSeed,
): Parsed {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  if (path === '/methode') return { address: { page: 'method' }, problems: [] };
  if (path === '/soiree') return parseEvening(query, range);
  const kept = /^\/exercice\/([a-z0-9-]{1,40})(\/bilan)?$/.exec(path);
  if (kept !== null)
    return { address: { page: 'exercise', id: kept[1], debrief: kept[2] !== undefined }, problems: [] };
  if (path === '/exercice') return parseNew(query, draw);
  if (path === '' || path === '/') {
    if (query === '') return { address: { page: 'home' }, problems: [] };
    const { wish, problems } = readWish(query, draw);
    return { address: { page: 'home', wish }, problems };
  }
  return { address: { page: 'home' }, problems: [problem('address.page', { found: path })] };
}

/** A new exercise needs a seat: without one, the choice is made at home. */
function parseNew(query: string, draw: () => number): Parsed {
  const { wish, problems } = readWish(query, draw);
  const ready = wish.seats.length > 0 && problems.length === 0;
  return { address: ready ? { page: 'exercise', wish } : { page: 'home', wish }, problems };
}

function readWish(
  query: string,
  draw: () => number,
): { readonly wish: Wish; readonly problems: readonly Problem[] } {
  const { wish, faults } = parseWish(query, draw);
  return {
    wish,
    problems: [
      ...faults.map(({ name, found }) => problem('address.wish', { name, found })),
      ...unknownWords(query, WISH_WORDS),
    ],
  };
}

/** Words that this page has no use for: told, or somebody would believe that they count. */
function unknownWords(query: string, known: readonly string[]): Problem[] {
  return [...new URLSearchParams(query)]
    .filter(([name]) => !known.includes(name))
    .map(([name, found]) => problem('address.unknown', { name, found }));
}

function parseEvening(query: string, range: ClockRange): Parsed {
  const params = new URLSearchParams(query);
  const problems = unknownWords(query, EVENING_WORDS);

  let seed = DEFAULT_SEED;
  const seedText = params.get('seed');
  if (seedText !== null) {
    const parsed = parseSeed(seedText);
    if (parsed === null) problems.push(problem('address.seed', { found: seedText, max: MAX_SEED }));
    else seed = parsed;
  }

  let at = range.from;
  const atText = params.get('at');
  if (atText !== null) {
    const parsed = parseClock(atText);
    const limits = { from: formatClock(range.from), to: formatClock(range.to) };
    if (parsed === null) problems.push(problem('address.time', { found: atText, ...limits }));
    else if (parsed < range.from || parsed > range.to)
      problems.push(problem('address.timeRange', { found: atText, ...limits }));
    else at = parsed;
  }
  const changes = params.get('changes');
  const address = { page: 'evening', seed, at } as const;
  return { address: changes === null ? address : { ...address, changes }, problems };
}

export function formatAddress(address: Address): string {
  if (address.page === 'method') return '#/methode';
  if (address.page === 'home') return address.wish === undefined ? '#/' : `#/?${formatWish(address.wish)}`;
  if (address.page === 'exercise') {
    if ('wish' in address) return `#/exercice?${formatWish(address.wish)}`;
    return `#/exercice/${address.id}${address.debrief ? '/bilan' : ''}`;
  }
  const { seed, at, changes } = address;
  return `#/soiree?seed=${seed}&at=${formatClock(at)}${changes === undefined ? '' : `&changes=${changes}`}`;
}
