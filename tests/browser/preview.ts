import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { HEADERS } from '../../src/server/headers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built product, with its final slash. */
    url: string;
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What the built folder is made from. */
const SOURCES = ['index.html', 'vite.config.ts', 'package-lock.json', 'src', 'locales', 'assets'];

function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}

function isStale(): boolean {
  const built = statSync(join(ROOT, 'dist/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return SOURCES.some((name) => newest(join(ROOT, name)) > built);
}

/** Serves the built product, with the headers of `npm start`, for the length of the browser tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Vitest sets it to test, which would build React's development bundle: not what users run.
  process.env['NODE_ENV'] = 'production';
  if (isStale()) await build({ root: ROOT, logLevel: 'error' });
  const server = await preview({
    root: ROOT,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 4179, strictPort: true, open: false, headers: HEADERS },
  });
  project.provide('url', server.resolvedUrls?.local[0] ?? 'http://127.0.0.1:4179/');
  return () => server.close();
}
