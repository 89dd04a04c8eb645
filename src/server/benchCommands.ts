import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import type { Bench } from './benchmarks.ts';
import { findChromium } from './chromium.ts';
import { listen, staticServer } from './staticFiles.ts';
import { median } from './statistics.ts';

/** A frame of a screen of 60 Hz, ms: what the times of commands are ratios of. */
const FRAME = 1000 / 60;
const SEATS = ['orange', 'ministry', 'anssi', 'services'];
/** Letters opened, then acts ordered, in each seat. */
const LETTERS = 4;
const ACTS = 4;

/**
 * Runs in the page, before its own scripts: notes when a command leaves for the worker, when its answer is there, and
 * when what it changes is on the page (a microtask later: React draws in one).
 */
const WATCH = `
  const times = (window.commandTimes = []);
  let sent = null;
  const { postMessage, addEventListener } = Worker.prototype;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message?.type === 'command') sent = performance.now();
    return postMessage.call(this, message, ...rest);
  };
  Worker.prototype.addEventListener = function (type, listener, ...rest) {
    if (type !== 'message') return addEventListener.call(this, type, listener, ...rest);
    return addEventListener.call(this, type, (event) => {
      const answered = performance.now();
      listener.call(this, event);
      if (sent === null || ![event.data].flat().some((report) => report.type === 'accepted')) return;
      const from = sent;
      sent = null;
      queueMicrotask(() => queueMicrotask(() => times.push([answered - from, performance.now() - from])));
    }, ...rest);
  };
`;

type Times = readonly (readonly [answered: number, shown: number])[];

/** Opens letters and orders acts at 17:20 as a person would, the clock standing. */
async function commands(page: Page, address: string): Promise<Times> {
  await page.goto(address);
  await page.locator('.before .button-main:not(:disabled)').click();
  await page.waitForSelector('.console .tabs');
  await page.locator('.clock-bar .jump input').fill('17:20');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.recap');
  const answers = (): Promise<number> => page.evaluate('commandTimes.length');
  const answered = async (press: () => Promise<void>): Promise<void> => {
    const before = await answers();
    await press();
    // Until whatever follows it, the table and the focus, is over as well.
    for (let turns = 0; turns < 20 && (await answers()) === before; turns++) await page.waitForTimeout(300);
  };
  await page.locator('[role=tab]').nth(0).click();
  for (let n = 0; n < LETTERS && (await page.locator('.envelope').count()) > 0; n++)
    await answered(() => page.locator('.envelope').first().click());
  await page.locator('[role=tab]').nth(1).click();
  const free = page.locator('.act-head:not(:has(.act-refused))');
  for (let n = 0, row = 0; n < ACTS && row < (await free.count()); row++) {
    await free.nth(row).click();
    const order = page.locator('.act-form button[type=submit][aria-disabled=false]');
    // Some acts ask for more than a press.
    if ((await order.count()) === 0 || (await page.locator('.act-form fieldset').count()) > 0) continue;
    await answered(() => order.click());
    n++;
    row--;
  }
  return page.evaluate<Times>('commandTimes');
}

const row = (name: string, ms: readonly number[]): Bench => ({
  name,
  msMedian: median(ms),
  msMin: Math.min(...ms),
  runs: ms.length,
  events: ms.length,
  ratio: Math.round((median(ms) / FRAME) * 100) / 100,
});

/**
 * Commands in this machine's Chromium, the product built as users get it: until their answer is there, and until it is
 * on the page; ratios are of a frame. Chromium holds back what workers say while it draws the frame of a press (up to
 * some 10 ms): `prompt` is without that wait, what the product itself takes.
 */
export async function benchCommands(): Promise<Bench[]> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium: "npm test" finds or installs one');
  const root = fileURLToPath(new URL('../..', import.meta.url));
  await build({ root, logLevel: 'error' });
  const server = staticServer(`${root}/dist`);
  const port = await listen(server, 0);
  const run = async (flags: readonly string[]): Promise<Times> => {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', ...flags] });
    try {
      const all: Times[] = [];
      for (const seat of SEATS) {
        const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1366, height: 768 } });
        const page = await context.newPage();
        await page.addInitScript(WATCH);
        all.push(await commands(page, `http://127.0.0.1:${port}/#/exercice?seed=5&seats=${seat}`));
        await context.close();
      }
      return all.flat();
    } finally {
      await browser.close();
    }
  };
  try {
    const usual = await run([]);
    const prompt = await run(['--disable-features=DeferRendererTasksAfterInput']);
    return [
      row(
        'command answered',
        usual.map(([answered]) => answered),
      ),
      row(
        'command in the view',
        usual.map(([, shown]) => shown),
      ),
      row(
        'command answered, prompt',
        prompt.map(([answered]) => answered),
      ),
      row(
        'command in the view, prompt',
        prompt.map(([, shown]) => shown),
      ),
    ];
  } finally {
    server.close();
  }
}
