/** Something a person must be told: a key under `errors` in the locales, and its values. */
export interface Problem {
  readonly id: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Name of the file it is about; empty when it is about none. */
  readonly file: string;
}

export const problem = (code: string, params: Problem['params'] = {}, file = ''): Problem => ({
  id: `${code} ${JSON.stringify(params)} ${file}`,
  code,
  params,
  file,
});

const OF_PLACE: readonly string[] = ['saves.gone', 'saves.elsewhere', 'saves.unreadable'];

/** Whether it is about what was asked for here, an address or a file: it means nothing any more once one goes elsewhere. */
export const isOfPlace = ({ code, file }: Problem): boolean =>
  file !== '' || code.startsWith('address.') || OF_PLACE.includes(code);
