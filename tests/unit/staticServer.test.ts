import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen, staticServer } from '../../src/server/staticFiles.ts';

const folder = mkdtempSync(join(tmpdir(), 'appels-perdus-'));
const root = join(folder, 'dist');
const server = staticServer(root);
let port = 0;

beforeAll(async () => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'dist-secret'));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'dist-secret', 'secret.txt'), 'secret');
  writeFileSync(join(root, '.hidden'), 'secret');
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>é</title>');
  writeFileSync(join(root, 'assets', 'main-abc.js'), 'export {};');
  writeFileSync(join(root, 'assets', 'font.woff2'), 'font');
  port = await listen(server, 0);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request whose address is sent as it is written: fetch would tidy "..". */
function ask(path: string, method = 'GET'): Promise<Answer> {
  return new Promise((done, failed) => {
    request({ host: '127.0.0.1', port, path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => (body += text));
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, body }));
    })
      .on('error', failed)
      .end();
  });
}

describe('the static server', () => {
  test('serves the page for the root and says never to keep it without asking', async () => {
    const page = await ask('/?lang=fr');
    expect(page).toMatchObject({ status: 200, body: '<!doctype html><title>é</title>' });
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    });
  });

  test('names the type of what it serves, and lets hashed files be kept', async () => {
    const script = await ask('/assets/main-abc.js');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.headers['cache-control']).toContain('immutable');
    expect((await ask('/assets/font.woff2')).headers['content-type']).toBe('font/woff2');
  });

  test('lets a page load nothing from elsewhere, on every answer', async () => {
    for (const path of ['/', '/nothing']) {
      const policy = (await ask(path)).headers['content-security-policy'];
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("connect-src 'self'");
      expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    }
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/../dist-secret/secret.txt',
    '/..\\secret.txt',
    '/.hidden',
    '/%00',
    '/%E0%A4%A',
    '/assets',
    '/assets/',
    '/missing.js',
  ])('answers 404 to %s', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  });

  test('answers HEAD without a body and refuses to be written to', async () => {
    expect(await ask('/', 'HEAD')).toMatchObject({ status: 200, body: '' });
    expect(await ask('/', 'POST')).toMatchObject({ status: 405, body: '' });
  });

  test('takes the next free port when its own is taken', async () => {
    const other = staticServer(root);
    const taken = await listen(other, port);
    other.close();
    expect(taken).toBeGreaterThan(port);
  });
});
