import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { expectAccessible, focused, jumpTo, openAt, playClock, said, soon, turnTo } from './playHelpers.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

declare global {
  interface Window {
    workers: { readonly url: string; readonly worker: Worker }[];
  }
}

/** Workers of the page are at hand from now on: a test can make one fail. */
const watchWorkers = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    window.workers = [];
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        window.workers.push({ url: String(url), worker: this });
      }
    };
  });
};
const fail = (page: Page, name: string): Promise<void> =>
  page.evaluate(
    (part) =>
      void window.workers
        .findLast(({ url }) => url.includes(part))!
        .worker.dispatchEvent(new ErrorEvent('error', { message: 'made to fail' })),
    name,
  );

test('when what holds the exercise fails it is said, nothing is lost, and one press goes on; so for the debrief', async () => {
  const { page, troubles } = await openAt(browser, '');
  await watchWorkers(page);
  await page.reload();
  await page.goto(`${page.url().replace(/#.*/, '')}#/exercice?seed=3&seats=services&length=first`);
  await page.locator('.before .button-main:not(:disabled)').click(soon);
  await page.waitForSelector('.console .tabs', soon);
  await turnTo(page, 'Décider');
  await page.getByRole('button', { name: /^Relever les appels coupés/ }).click();
  await page.getByRole('button', { name: 'Ordonner' }).click();
  await expect.poll(() => said(page), soon).toContain('Ordonné');
  await jumpTo(page, '17:03');
  await turnTo(page, 'Dire');
  await page.locator('.compose textarea').fill('Une phrase commencée');

  await fail(page, 'playWorker');
  await expect.poll(() => page.locator('.notice-stopped').innerText(), soon).toContain('Rien n’est perdu');
  await expect.poll(() => focused(page), soon).toContain('17:03');
  expect(await page.locator('.clock-bar .play').isDisabled()).toBe(true);
  await expectAccessible(page, 'stopped');
  await page.getByRole('button', { name: 'Reprendre l’exercice' }).click();
  await expect.poll(() => page.locator('.notice-stopped').count(), soon).toBe(0);
  expect(await playClock(page)).toBe('17:03');
  expect(await page.locator('.compose textarea').inputValue()).toBe('Une phrase commencée');
  await turnTo(page, 'Journal');
  await expect
    .poll(() => page.locator('.tab-panel .journal').first().innerText(), soon)
    .toContain('Relever les appels coupés');

  await jumpTo(page, '19:00');
  await page.locator('.notice-finished .button-main').click(soon);
  await page.waitForSelector('.debrief-progress', { timeout: 120_000 });
  await fail(page, 'debriefWorker');
  await expect
    .poll(() => page.locator('.debrief-stopped').first().innerText(), soon)
    .toContain('s’est arrêté');
  await page.getByRole('button', { name: 'Recommencer le calcul' }).first().click();
  await expect.poll(() => page.locator('.debrief-stopped').count(), soon).toBe(0);
  // The moments come, or that none weighed; nothing is left computing there.
  await expect
    .poll(() => page.locator('.section:has(#turning-title) .debrief-progress').count(), { timeout: 120_000 })
    .toBe(0);
  await page.waitForSelector('#turning-title', soon);
  expect(troubles).toEqual([]);
  await page.context().close();
});
