/**
 * What is wrong with a scenario, a value set over it or an order: where, what was expected, what was found.
 * Data only; the sentence is `errors:<code>` in the locales, with the fields below as its values.
 */
export const SCENARIO_ERROR_CODES = [
  'notJson',
  'missing',
  'unknownField',
  'wrongType',
  'notOneOf',
  'outOfRange',
  'notInteger',
  'empty',
  'wrongLength',
  'badTime',
  'outsideClock',
  'wrongOrder',
  'wrongSum',
  'duplicate',
  'notCovered',
  'noSource',
  'ownPartner',
  'wrongUnit',
  'unknownParameter',
  'unknownServer',
  'unknownArea',
  'unknownRegion',
  'unknownActor',
] as const;
export type ScenarioErrorCode = (typeof SCENARIO_ERROR_CODES)[number];

/** For `wrongType`: what the place takes; texts under `errors:wrongType_<kind>`. */
export const KINDS = ['number', 'text', 'list', 'object', 'flag', 'switch', 'time'] as const;
export type Kind = (typeof KINDS)[number];

export interface ScenarioError {
  readonly code: ScenarioErrorCode;
  /** Place in the file: `network.servers[2].partner`; the name alone for a value set over it. */
  readonly path: string;
  /** A kind for `wrongType`, else a range, a list of words or a number. */
  readonly expected: string;
  readonly found: string;
  /** The known name that looks most like the one found. */
  readonly nearest?: string;
  /** Line of a JSON Lines text, from 1. */
  readonly line?: number;
}

/** The same, as the protocol and the locales take it. */
export function errorParams(error: ScenarioError): Readonly<Record<string, string | number>> {
  // i18next takes `errors:<code>_<context>` when there is one: the sentence of a kind, or with a suggestion.
  const suggestion = error.nearest === undefined ? undefined : 'nearest';
  const context = error.code === 'wrongType' ? error.expected : suggestion;

  return {
    // The whole value, as JSONPath writes it.
    path: error.path === '' ? '$' : error.path,
    expected: error.expected,
    found: error.found,
    ...(context === undefined ? {} : { context }),
    ...(error.nearest === undefined ? {} : { nearest: error.nearest }),
    ...(error.line === undefined ? {} : { line: error.line }),
  };
}

/** Short JSON of what was found, fit for one line. */
export function show(value: unknown): string {
  if (value === undefined) return '—';
  if (typeof value === 'number') return String(value);
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

export function joinPath(parent: string, key: string | number): string {
  if (typeof key === 'number') return `${parent}[${key}]`;
  return parent === '' ? key : `${parent}.${key}`;
}

/** The known name at the smallest edit distance, if it is near enough to have been meant. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  // Half of the letters wrong is another word.
  let least = Math.max(2, Math.floor(name.length / 2));
  for (const candidate of known) {
    // Two letters are near everything: "5" may mean "05", "16" does not mean "15".
    if (name.length <= 2 && !candidate.endsWith(name)) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least || (distance === least && best === undefined)) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}

/** An unknown name, with the nearest known one when there is one. */
export function unknownName(
  code: ScenarioErrorCode,
  path: string,
  name: string,
  known: readonly string[],
): ScenarioError {
  const nearest = nearestName(name, known);
  return {
    code,
    path,
    expected: known.length > 20 ? `${known.length}` : known.join(', '),
    found: name,
    ...(nearest === undefined ? {} : { nearest }),
  };
}
