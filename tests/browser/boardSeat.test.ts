import { createServer, type ViteDevServer } from 'vite';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openPage, type Watched } from './browser.ts';
import type { SeatHarnessWindow } from './seatHarness.ts';

/** The seats' table by itself, fed with made-up views by `seatHarness.ts`. The last test prints its frames per second. */
const PORT = 5181;
let server: ViteDevServer;
let browser: Browser;

beforeAll(async () => {
  server = await createServer({
    configFile: false,
    appType: 'mpa',
    publicDir: false,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: PORT, strictPort: true, hmr: false, watch: null },
    optimizeDeps: { entries: ['tests/browser/seatHarness.html'] },
  });
  await server.listen();
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function openTable(query: string, options: Parameters<typeof openPage>[2] = {}): Promise<Watched> {
  const watched = await openPage(
    browser,
    `http://127.0.0.1:${PORT}/tests/browser/seatHarness.html?${query}`,
    options,
  );
  await watched.page.waitForSelector('body[data-ready]', { timeout: 60_000 });
  return watched;
}

/** Real ms that a reveal of 900 ms takes. */
async function duration(query: string): Promise<number> {
  const watched = await openTable(query, { viewport: { width: 800, height: 600 } });
  const took = await watched.page.evaluate(async () => {
    const began = performance.now();
    await (window as unknown as SeatHarnessWindow).reveal(900);
    return performance.now() - began;
  });
  expect(watched.troubles).toEqual([]);
  await watched.page.context().close();
  return took;
}

const picked = (watched: Watched): Promise<string | null> =>
  watched.page.evaluate(() => document.body.getAttribute('data-pick'));

describe('the seats’ table', () => {
  test.each([
    ['Orange beside a console', 'seats=orange', { width: 946, height: 700 }],
    ['Ministry, day, English', 'seats=ministry&theme=day&lang=en', { width: 1366, height: 768 }],
    ['Services on a telephone', 'seats=services&theme=contrast', { width: 390, height: 844 }],
    ['four seats at one table', 'seats=orange,ministry,anssi,services', { width: 1920, height: 1080 }],
    ['ANSSI without motion', 'seats=anssi&still=1', { width: 844, height: 390 }],
  ])('%s: drawn without a word from the browser', async (_name, query, viewport) => {
    const watched = await openTable(query, { viewport });
    await watched.page.waitForTimeout(600);
    const { size, hidden } = await watched.page.evaluate(() => {
      const canvas = document.querySelector('canvas');
      return {
        size: [canvas?.clientWidth, canvas?.clientHeight],
        hidden: canvas?.getAttribute('aria-hidden'),
      };
    });
    expect(size).toEqual([viewport.width, viewport.height]);
    expect(hidden).toBe('true');
    expect(watched.troubles).toEqual([]);
    await watched.page.context().close();
  });

  test('mats, people, acts, trays, the map and the rim answer to the pointer; new colours keep the table', async () => {
    const watched = await openTable('seats=orange&speed=0', { viewport: { width: 946, height: 700 } });
    const { page } = watched;
    const places = await page.evaluate(() => (window as unknown as SeatHarnessWindow).places());
    const kinds = ['area', 'server', 'mat', 'act', 'pool', 'tray', 'ladder', 'trust', 'token'];
    for (const kind of kinds) {
      const place = places.find((each) => each.kind === kind);
      if (!place) throw new Error(`no ${kind} on the table`);
      await page.mouse.click(place.x, place.y);
      await page.waitForFunction(
        (want) => document.body.getAttribute('data-pick') === want,
        `${place.kind} ${place.key}`,
      );
    }
    await page.evaluate(() => {
      const { board } = window as unknown as SeatHarnessWindow;
      board.setSound(true);
      board.setTheme('day');
      board.setLanguage('en');
      board.setReducedMotion(true);
    });
    await page.setViewportSize({ width: 800, height: 620 });
    await page.waitForFunction(() => document.querySelector('canvas')?.clientWidth === 800);
    expect(await picked(watched)).toMatch(/^token /);
    await page.evaluate(() => (window as unknown as SeatHarnessWindow).board.destroy());
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => document.querySelectorAll('canvas').length)).toBe(0);
    expect(watched.troubles).toEqual([]);
    await page.context().close();
  });

  test('the reveal lays the truth over the belief, slowly, and at once without motion', async () => {
    expect(await duration('seats=ministry&bare=1')).toBeGreaterThan(800);
    expect(await duration('seats=ministry&bare=1&still=1')).toBeLessThan(600);
  });

  test('frames per second with mats, people, envelopes and voice, without a GPU', async () => {
    const watched = await openTable('seats=orange,ministry,anssi,services&speed=12', {
      viewport: { width: 1280, height: 720 },
    });
    await watched.page.waitForTimeout(3_000);
    const measured = await watched.page.evaluate(async () => {
      const { board } = window as unknown as SeatHarnessWindow;
      const began = performance.now();
      let last = began;
      let frames = 0;
      while (last - began < 4_000) {
        last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        frames++;
      }
      return { fps: (1_000 * frames) / (last - began), renderer: board.stats().renderer };
    });
    process.stdout.write(`seats’ table: ${measured.fps.toFixed(1)} frames/s on ${measured.renderer}\n`);
    expect(measured.renderer).toBe('canvas');
    // A shared machine may be busy with other things: the figure is printed, the test only guards against a collapse.
    expect(measured.fps).toBeGreaterThan(20);
    expect(watched.troubles).toEqual([]);
    await watched.page.context().close();
  });
});
