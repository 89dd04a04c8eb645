import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createEvening } from '../../src/callflow/evening.ts';
import { hashEvening } from '../../src/callflow/snapshot.ts';
import { clock } from '../../src/kernel/time.ts';
import { openWorld } from '../../src/session/world.ts';
import { launchBrowser } from './browser.ts';

const ASSETS = fileURLToPath(new URL('../../dist/assets', import.meta.url));
/** The built worker of the session: what users run, not the sources. */
const worker = (): string => readdirSync(ASSETS).find((name) => /^worker-.*\.js$/.test(name))!;
const CASES = [
  { seed: 1, at: clock('18:12') },
  { seed: 1, at: clock('24:00') },
  { seed: 20_210_602, at: clock('24:00') },
];

function hashInNode(seed: number, at: number): string {
  const world = openWorld({}, null);
  if (!world.ok) throw new Error('the scenario does not open');
  const evening = createEvening(world.value.spec, seed, world.value.orders);
  evening.runTo(at);
  return hashEvening(evening);
}

/** Runs in a page: starts the built worker, goes to a minute by steps of its own, and asks for the hash. */
const IN_PAGE = `async (address, seed, at) => {
  const session = new Worker(address, { type: 'module' });
  const next = (type) => new Promise((resolve, reject) => {
    session.addEventListener('message', function listen(event) {
      if (event.data.type === 'error') reject(new Error(JSON.stringify(event.data)));
      if (event.data.type !== type) return;
      session.removeEventListener('message', listen);
      resolve(event.data);
    });
  });
  const ready = next('view');
  session.postMessage({ type: 'start', seed, at: 60000 * 1010, set: {}, orders: null });
  await ready;
  const jumped = next('view');
  session.postMessage({ type: 'jump', at });
  await jumped;
  const hashed = next('hash');
  session.postMessage({ type: 'hash' });
  const { hash } = await hashed;
  session.terminate();
  return hash;
}`;

describe('an evening has the same hash in every engine', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('Chromium computes what Node computes', async () => {
    const page = await browser.newPage();
    await page.goto(inject('url'));
    for (const { seed, at } of CASES) {
      const call = `(${IN_PAGE})(${JSON.stringify(`./assets/${worker()}`)}, ${seed}, ${at})`;
      expect(await page.evaluate(call), `seed ${seed}`).toBe(hashInNode(seed, at));
    }
  });

  // Firefox is too much to install for this alone: it is asked where it is there.
  it.runIf(existsSync('/usr/bin/firefox-esr'))('Firefox computes what Node computes', async () => {
    const [{ seed, at }] = CASES as [(typeof CASES)[number]];
    expect(await hashInFirefox(seed, at)).toBe(hashInNode(seed, at));
  });
});

/** No driver: a page of ours sends what it computed back to the server that served it. */
async function hashInFirefox(seed: number, at: number): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const built = await fetch(new URL(`assets/${worker()}`, inject('url'))).then((answer) => answer.text());
  const told = Promise.withResolvers<string>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname === '/told') told.resolve(searchParams.get('hash') ?? '');
    const page = `<!doctype html><script type="module">
      const say = (hash) => fetch('/told?hash=' + encodeURIComponent(hash));
      (${IN_PAGE})('/worker.js', ${seed}, ${at}).then(say, (error) => say(String(error)));</script>`;
    response.setHeader('content-type', pathname === '/worker.js' ? 'text/javascript' : 'text/html');
    response.end(pathname === '/worker.js' ? built : pathname === '/' ? page : '');
  });
  await new Promise<void>((resolve) => server.listen(4178, '127.0.0.1', resolve));
  const firefox = spawn(
    '/usr/bin/firefox-esr',
    ['--headless', '--no-remote', '--profile', profile, 'http://127.0.0.1:4178/'],
    {
      stdio: 'ignore',
      env: { ...process.env, HOME: profile, MOZ_DISABLE_CONTENT_SANDBOX: '1' },
    },
  );
  try {
    return await told.promise;
  } finally {
    firefox.kill('SIGKILL');
    server.closeAllConnections();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
