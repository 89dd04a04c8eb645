/** Something a person must be told: a key under `errors` in the locales, and its values. */
export interface Problem {
  readonly id: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export const problem = (code: string, params: Problem['params'] = {}): Problem => ({
  id: `${code} ${JSON.stringify(params)}`,
  code,
  params,
});
