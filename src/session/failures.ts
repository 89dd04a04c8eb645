import { errorParams } from '../scenario/errors.ts';
import type { ScenarioError } from '../scenario/errors.ts';
import type { PlayReport } from './playProtocol.ts';

/** `code`: a key under `errors` in the locales. */
export const failure = (
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): PlayReport => ({
  type: 'error',
  code,
  params,
});

/** One report an error: each says what and where. */
export const scenarioFailures = (errors: readonly ScenarioError[]): PlayReport[] =>
  errors.map((error) => failure(error.code, errorParams(error)));
