import type * as v from 'valibot';
import { joinPath, type Kind, type ScenarioError, show, unknownName } from './errors.ts';
import { PARAMETER_NAMES } from './parameterCatalogue.ts';

type Issue = v.BaseIssue<unknown>;

const KIND_OF: Readonly<Record<string, Kind>> = {
  string: 'text',
  number: 'number',
  boolean: 'flag',
  array: 'list',
  strict_tuple: 'list',
  strict_object: 'object',
  object: 'object',
};

/** What valibot found, as our errors; several issues that say the same are one error. */
export function fromIssues(issues: readonly Issue[], root = ''): ScenarioError[] {
  const seen = new Set<string>();
  const errors: ScenarioError[] = [];
  for (const issue of issues) {
    const error = fromIssue(issue, root);
    const mark = `${error.code} ${error.path}`;
    if (seen.has(mark)) continue;
    seen.add(mark);
    errors.push(error);
  }
  return errors;
}

function fromIssue(issue: Issue, root: string): ScenarioError {
  const steps = issue.path ?? [];
  const last = steps.at(-1);
  const parent = steps.slice(0, -1).reduce((path, step) => joinPath(path, step.key as string | number), root);
  const path = last === undefined ? root : joinPath(parent, last.key as string | number);
  const found = show(issue.input);

  if (last !== undefined && issue.expected === 'never') {
    const key = String(last.key);
    if (parent === 'parameters') return unknownName('unknownParameter', path, key, PARAMETER_NAMES);
    return { code: 'unknownField', path, expected: '—', found: key };
  }
  if (last !== undefined && last.origin === 'key') {
    // A list where an object is due has all its keys missing: say the one thing that is wrong.
    if (Array.isArray(last.input))
      return { code: 'wrongType', path: parent, expected: 'object', found: show(last.input) };
    return { code: 'missing', path, expected: String(last.key), found: '—' };
  }
  switch (issue.type) {
    case 'check':
      return { code: 'badTime', path, expected: 'HH:MM', found };
    case 'min_value':
    case 'max_value':
      return {
        code: 'outOfRange',
        path,
        expected: (issue.expected ?? '').replace('>=', '≥ ').replace('<=', '≤ '),
        found,
      };
    case 'integer':
      return { code: 'notInteger', path, expected: '—', found };
    case 'non_empty':
      return { code: 'empty', path, expected: '—', found };
    case 'length':
    case 'min_length':
      return {
        code: 'wrongLength',
        path,
        expected: String(issue.requirement),
        found: String(issue.received),
      };
    case 'literal':
    case 'picklist':
      if (typeof issue.input === 'string') return unknownName('notOneOf', path, issue.input, options(issue));
      return { code: 'notOneOf', path, expected: options(issue).join(', '), found };
    default:
      return { code: 'wrongType', path, expected: kindOf(issue), found };
  }
}

function kindOf(issue: Issue): Kind {
  return issue.message === 'time' ? 'time' : (KIND_OF[issue.type] ?? 'object');
}

/** `("a" | "b")` to its words. */
function options(issue: Issue): string[] {
  return (issue.expected ?? '').replaceAll(/[()"]/g, '').split(' | ');
}
