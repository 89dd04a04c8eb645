import { formatClock, parseClock } from './clockTime.ts';
import { problem, type Problem } from './problem.ts';

/** Where one is, as written after the # of the page's address. */
export type Address =
  | {
      readonly page: 'evening';
      readonly seed: number;
      readonly at: number;
      /** Changed orders and parameters, as one word (see sharedChanges.ts); none is the evening as in 2021. */
      readonly changes?: string;
    }
  | { readonly page: 'method' };

export const DEFAULT_SEED = 2021;
const MAX_SEED = 4_294_967_295;

/** The clock a shared address may point into, ms; the scenario's own once it is known. */
export interface ClockRange {
  readonly from: number;
  readonly to: number;
}
export const EVENING_RANGE: ClockRange = { from: 59_400_000, to: 86_400_000 };

export function parseSeed(text: string): number | null {
  if (!/^\d{1,10}$/.test(text.trim())) return null;
  const seed = Number(text);
  return seed <= MAX_SEED ? seed : null;
}

/** Reads the hash of the address; whatever cannot be read takes its default and is told. */
export function parseAddress(
  hash: string,
  range: ClockRange = EVENING_RANGE,
): { readonly address: Address; readonly problems: readonly Problem[] } {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const params = new URLSearchParams(query);
  if (path === '/methode') return { address: { page: 'method' }, problems: [] };

  const problems: Problem[] = [];
  if (path !== '' && path !== '/' && path !== '/soiree')
    problems.push(problem('address.page', { found: path }));

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
  const { seed, at, changes } = address;
  return `#/soiree?seed=${seed}&at=${formatClock(at)}${changes === undefined ? '' : `&changes=${changes}`}`;
}
