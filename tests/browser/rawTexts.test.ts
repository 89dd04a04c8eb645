import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { openAt, soon } from './playHelpers.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a page that shows a placeholder or the key of a text is a trouble; its own texts are none', async () => {
  const { page, troubles } = await openAt(browser, '#/methode');
  await page.waitForSelector('h1', soon);
  expect(troubles).toEqual([]);
  const show = (text: string): Promise<void> =>
    page.evaluate((shown) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = shown;
      document.body.append(paragraph);
    }, text);
  await show('Une préfecture ({{places}}) a perdu sa visioconférence.');
  await show('events.frozenBridge.text');
  await show('Voir www.senat.fr, 17 h 15.');
  await expect.poll(() => troubles.length, soon).toBe(2);
  await page.context().close();
});
