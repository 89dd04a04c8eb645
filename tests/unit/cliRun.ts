import { commandLine } from '../../src/server/commandLine.ts';

export interface Said {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** One line of command in this process: what it said, and its exit code. */
export async function cli(...args: string[]): Promise<Said> {
  let out = '';
  let err = '';
  const status = await commandLine(
    args,
    (text) => (out += `${text}\n`),
    (text) => (err += `${text}\n`),
  );
  return { status, out, err };
}
