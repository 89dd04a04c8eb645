import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { extname, resolve, sep } from 'node:path';
import { HEADERS } from './headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

interface Found {
  readonly path: string;
  readonly size: number;
}

/** The file of `root` an address names, or null; never one outside of it, nor a hidden one. */
function find(root: string, address: string): Found | null {
  let wanted: string;
  try {
    wanted = decodeURIComponent(address.split(/[?#]/, 1)[0]);
  } catch {
    return null;
  }
  if (wanted.includes('\0') || wanted.split(/[\\/]/).some((part) => part.startsWith('.'))) return null;
  const path = resolve(root, `.${wanted.endsWith('/') ? `${wanted}index.html` : wanted}`);
  if (!path.startsWith(root + sep)) return null;
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? { path, size: found.size } : null;
}

function answer(root: string, request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const found = find(root, request.url ?? '/');
  if (found === null) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('404\n');
    return;
  }
  response.writeHead(200, {
    'Content-Type': TYPES[extname(found.path).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': found.size,
    // Names of built files hold a hash of their content; the page that names them must be asked for each time.
    'Cache-Control': found.path.includes(`${sep}assets${sep}`)
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(found.path)
      .on('error', () => response.destroy())
      .pipe(response);
}

/** Serves the files of `folder` on this machine only. */
export function staticServer(folder: string): Server {
  const root = resolve(folder);
  return createServer((request, response) => answer(root, request, response));
}

/** Listens on `port`, or on the next free one among the twenty that follow; 0 takes any. Resolves with the port. */
export async function listen(server: Server, port: number, host = '127.0.0.1'): Promise<number> {
  for (let candidate = port; ; candidate++) {
    try {
      await new Promise<void>((done, failed) => {
        server.once('error', failed);
        server.listen(candidate, host, () => {
          server.off('error', failed);
          done();
        });
      });
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : candidate;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || candidate - port >= 20) throw error;
    }
  }
}
