import { basename } from 'node:path';
import type { LogError } from '../exercise/log/logErrors.ts';

/** Bad input: one line for the person (a text and its values) and exit code 2. */
export class Complaint extends Error {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(key: string, params: Readonly<Record<string, string | number>> = {}) {
    super(key);
    this.key = key;
    this.params = params;
  }
}

/** An error of a file of commands or of a log: `errors:<code>` with its values, and the file. */
export function logComplaint({ code, params }: LogError, path: string): Complaint {
  return new Complaint('cli:error.file', { ...params, code, file: basename(path) });
}
