import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { expectAccessible, jumpTo, openAt, soon, turnTo } from './playHelpers.ts';
import { textsOf } from './texts.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Every theme once; all of axe's rules once a language, and with the third theme those it can change. */
const WALKS = [
  { locale: 'fr-FR', theme: 'night', rules: [] },
  { locale: 'en-GB', theme: 'day', rules: [] },
  { locale: 'fr-FR', theme: 'contrast', rules: ['color-contrast'] },
] as const;

test.each(WALKS)('axe finds nothing on any screen of a game: $locale, $theme', async (walk) => {
  const { locale, theme, rules } = walk;
  const t = textsOf(locale);
  const { page, troubles } = await openAt(browser, '#/exercice?seats=nobody', { locale });
  const accessible = (screen: string): Promise<void> => expectAccessible(page, screen, rules);

  // Home, everything unfolded, under the message of a wrong address and that of a wrong file.
  await page.waitForSelector('.home-choices', soon);
  await page.getByRole('button', { name: t('common:settings.open') }).click();
  await page.getByLabel(t('common:settings.theme')).selectOption(theme);
  await accessible('settings');
  await page.keyboard.press('Escape');
  const file = join(tmpdir(), `foreign-${process.pid}.jsonl`);
  await writeFile(file, '{"not":"a log"}\n');
  await page.locator('input[type=file]').setInputFiles(file);
  await expect.poll(() => page.locator('.problem').count(), soon).toBe(2);
  await page.getByText(t('home:more.title')).click();
  await page.getByText(t('home:preparations.budget')).click();
  await accessible('home');
  for (const left of [1, 0]) {
    await page.locator('.problem button').first().click();
    await expect.poll(() => page.locator('.problem').count(), soon).toBe(left);
  }

  // Before, with a word explained; the console as it opens, and frozen by a real event.
  await page.goto(page.url().replace(/#.*/, '#/exercice?seed=5&seats=ministry,orange'));
  await page.waitForSelector('.before .button-main:not(:disabled)', soon);
  await page.locator('.term-word').first().click();
  await accessible('before');
  await page.locator('.before .button-main').click();
  await page.waitForSelector('.console .tabs', soon);
  await page.getByRole('button', { name: t('console:clock.realEvent') }).click();
  await page.waitForSelector('.notice-real', soon);
  await accessible('real event');
  await page.getByRole('button', { name: t('console:real.resume') }).click();

  // A choice with its deputy, an act with its form.
  await jumpTo(page, '17:05');
  await turnTo(page, t('console:tabs.decide'));
  await page.waitForSelector('.dilemma', soon);
  await page
    .getByRole('button', { name: t('console:dilemma.deputy') })
    .first()
    .click();
  await page.locator('.act-head').nth(1).click();
  await page.waitForSelector('.act-form', soon);
  await accessible('choice and act');

  // Each part of the console, with something in it.
  await jumpTo(page, '18:40');
  await turnTo(page, t('console:tabs.inTray'));
  await page.locator('.held input').check();
  await page.locator('.envelope').first().click();
  await page.waitForSelector('.letter', soon);
  await accessible('recap and in-tray');
  await turnTo(page, t('console:tabs.know'));
  await accessible('know');
  await turnTo(page, t('console:tabs.people'));
  await accessible('people');
  await turnTo(page, t('console:tabs.log'));
  await page.getByRole('button', { name: t('console:report.make') }).click();
  await accessible('log and report');
  await turnTo(page, t('console:tabs.say'));
  await page.locator('.chip-check input').first().check();
  await page.locator('.fact-choice input').first().check();
  await page.locator('.compose textarea').fill('EXERCICE');
  await accessible('composing');

  // Behind the curtain.
  await page.getByLabel(t('console:seats.curtain')).check();
  await page.locator('.seat-switch input[type=radio]:not(:checked)').first().check();
  await page.waitForSelector('.curtain', soon);
  await accessible('curtain');
  await page.getByRole('button', { name: t('console:seats.take') }).click();

  // The end, and looking back once everything is computed.
  await page.getByRole('button', { name: t('console:clock.finish') }).click();
  await accessible('asked whether to finish');
  await page.getByRole('button', { name: t('console:clock.finishYes') }).click();
  await page.waitForSelector('.notice-finished', soon);
  await accessible('finished');
  await page.locator('.notice-finished .button-main').click();
  await page.waitForSelector('.dossier', { timeout: 60_000 });
  await accessible('debrief, folded');
  await page.getByRole('button', { name: t('debrief:screen.dossier.open') }).click();
  await page.waitForSelector('.section:has(#debrief-counts-title) tbody', { timeout: 60_000 });
  await accessible('debrief');

  // Home again: the exercise kept, and whether to delete it.
  await page.getByRole('link', { name: t('common:nav.home'), exact: true }).click();
  await page
    .getByRole('button', { name: t('home:saved.remove') })
    .first()
    .click();
  await accessible('saved');
  expect(troubles).toEqual([]);
  await page.context().close();
});
