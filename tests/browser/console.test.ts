import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import {
  expectAccessible,
  focused,
  jumpTo,
  openAt,
  playClock,
  said,
  soon,
  tabTo,
  takeSeat,
  textOf,
  turnTo,
} from './playHelpers.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a solo evening of the emergency services, to midnight and beyond, by keyboard alone', async () => {
  const { page, troubles } = await openAt(browser, '');
  await page.waitForSelector('.home-choices', soon);

  // Two presses and one is in a seat.
  await tabTo(page, 'Première soirée');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page), soon).toBe('Avant de commencer');
  await page.waitForSelector('.before .button-main:not(:disabled)', soon);
  await tabTo(page, 'Commencer');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page), soon).toContain('Votre poste');
  expect(await page.locator('.guide').innerText()).toContain('1 sur 5');
  // The clock stands until somebody starts it.
  expect(await page.locator('.clock-bar .play').innerText()).toContain('Lecture');
  await tabTo(page, 'Passer les conseils');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.guide').count(), soon).toBe(0);
  await tabTo(page, 'Lecture');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('button', { name: 'Pause' }).count(), soon).toBe(1);

  // The rest of the evening instead of the first two hours.
  await page.goto(page.url().replace(/#.*/, '#/exercice?seed=5&seats=services'));
  await page.waitForSelector('.before .button-main:not(:disabled)', soon);
  await tabTo(page, 'Commencer');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.console .tabs', soon);

  // An act ordered, with its reason, and what it takes.
  await tabTo(page, 'Courrier');
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => page.getByRole('tab', { name: 'Décider' }).getAttribute('aria-selected'), soon)
    .toBe('true');
  await tabTo(page, /^Comparer à l’habitude/);
  await page.keyboard.press('Enter');
  await tabTo(page, 'Pourquoi');
  await page.keyboard.type('Le téléphone sonne moins que d’habitude');
  // Enter ends what is typed: only the button orders.
  await page.keyboard.press('Enter');
  expect(await focused(page)).toContain('Pourquoi');
  await tabTo(page, 'Ordonner');
  await page.keyboard.press('Enter');
  await expect.poll(() => said(page), soon).toContain('Ordonné : Comparer à l’habitude');
  await expect.poll(() => focused(page), soon).toContain('Comparer à l’habitude');

  // Refused, with the reason and its door.
  await tabTo(page, /^Comparer à l’habitude/, true);
  await page.keyboard.press('Enter');
  await tabTo(page, 'Ordonner');
  await page.keyboard.press('Enter');
  await expect.poll(() => said(page), soon).toContain('déjà en cours');
  await page.keyboard.press('Escape');

  // To midnight, from beat to beat; the recap takes the focus each time.
  for (let beats = 0; beats < 120 && (await page.locator('.notice-finished').count()) === 0; beats++) {
    const before = await playClock(page);
    await tabTo(page, 'Prochain temps fort');
    await page.keyboard.press('Enter');
    await expect.poll(() => playClock(page), { timeout: 60_000 }).not.toBe(before);
  }
  expect(await playClock(page)).toBe('24:00');
  await expect.poll(() => page.locator('.notice-finished').innerText(), soon).toContain('Fin de l’exercice');
  await tabTo(page, 'Comprendre la soirée');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url(), soon).toContain('/bilan');
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('a letter opened is read, answered with what is held, and the answer leaves', async () => {
  const { page, troubles } = await takeSeat(browser, 'seed=5&seats=ministry');
  await jumpTo(page, '18:40');
  await turnTo(page, 'Courrier');
  const unopened = await page.locator('.envelope').count();
  expect(unopened).toBeGreaterThan(0);
  await page.locator('.envelope').first().click();
  await expect.poll(() => page.locator('.envelope').count(), soon).toBe(unopened - 1);
  await page
    .getByRole('button', { name: /^Répondre/ })
    .first()
    .click();
  await expect.poll(() => page.locator('#compose-title').innerText(), soon).toContain('Répondre');
  await page.locator('.fact-choice input').first().check();
  await page.locator('.compose textarea').fill('Bien reçu.');
  await page.locator('.compose button[type=submit]').click();
  await expect.poll(() => page.locator('#sent-title').count(), soon).toBe(1);
  await expect.poll(() => page.locator('.compose textarea').inputValue(), soon).toBe('');
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('a closed tab resumes where it was; its file opens elsewhere as the same evening; an altered one is refused', async () => {
  const { page, troubles } = await takeSeat(browser, 'seed=9&seats=services');
  await turnTo(page, 'Décider');
  await page.getByRole('button', { name: /^Relever les appels coupés/ }).click();
  await page.getByRole('button', { name: 'Ordonner' }).click();
  // The form gives the focus back when its order is taken.
  await expect.poll(() => page.locator('.act-form').count(), soon).toBe(0);
  await jumpTo(page, '17:03');
  // What a tab shut within the same millisecond as its last order had not yet given to the disk is not asked for.
  await expect.poll(() => keptAt(page), soon).toBe(17 * 3_600_000 + 3 * 60_000);
  const kept = page.url();
  const context = page.context();
  await page.close();

  const again = await context.newPage();
  await again.goto(kept);
  await expect.poll(() => playClock(again), soon).toBe('17:03');
  await again.getByRole('tab', { name: 'Journal' }).click();
  await expect.poll(() => textOf(again, '.journal'), soon).toContain('Commencé : Relever les appels coupés');

  await again.goto(kept.replace(/#.*/, '#/'));
  const [download] = await Promise.all([
    again.waitForEvent('download'),
    again
      .getByRole('button', { name: /^Exporter/ })
      .first()
      .click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^EXERCICE-appels-perdus-.*-secours-9\.jsonl$/);
  const text = await readFile(await download.path(), 'utf8');
  await context.close();

  const elsewhere = await openAt(browser, '');
  const file = join(tmpdir(), `altered-${process.pid}.jsonl`);
  await writeFile(file, text.replace('services.readCuts', 'services.compareCalls'));
  await elsewhere.page.waitForSelector('.home-choices', soon);
  await elsewhere.page.locator('input[type=file]').setInputFiles(file);
  await expect.poll(() => elsewhere.page.getByRole('alert').first().innerText(), soon).not.toBe('');
  expect(await elsewhere.page.locator('.saved').count()).toBe(0);
  await writeFile(file, text);
  await elsewhere.page.locator('input[type=file]').setInputFiles(file);
  await expect.poll(() => playClock(elsewhere.page), soon).toBe('17:03');
  expect(elsewhere.troubles).toEqual([]);
  expect(troubles).toEqual([]);
  await elsewhere.page.context().close();
});

test('a link to an exercise that is not kept here says so, above a home that is ready', async () => {
  const { page, troubles } = await openAt(browser, '#/exercice/nowhere');
  await page.waitForSelector('.home-choices', soon);
  expect(await page.locator('.problem').innerText()).toContain('pas gardé sur cet appareil');
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('on a phone everything of a seat is there, its tabs under the thumb, and nothing is wider than the screen', async () => {
  const { page } = await takeSeat(browser, 'seed=5&seats=orange', { viewport: { width: 390, height: 844 } });
  for (const tab of ['Table', 'Courrier', 'Décider', 'Dire', 'Savoir', 'Équipes', 'Journal']) {
    await turnTo(page, tab);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    // Wherever the page stands, the tabs and the clock are seen, in the lower part of the screen.
    for (const scrolled of [0, 10_000]) {
      await page.evaluate((top) => scrollTo(0, top), scrolled);
      const places = await page.evaluate(() =>
        ['.console-tabs', '.clock-bar .play'].map((each) => {
          const { top, bottom } = document.querySelector(each)!.getBoundingClientRect();
          return { top, bottom };
        }),
      );
      for (const { top, bottom } of places) {
        expect(top).toBeGreaterThan(600);
        expect(bottom).toBeLessThanOrEqual(844);
      }
    }
  }
  await turnTo(page, 'Table');
  await expect.poll(() => page.locator('.seat-table canvas').count(), soon).toBe(1);
  await page.getByRole('button', { name: 'Plus' }).click();
  await expectAccessible(page, 'phone');
  await page.context().close();
});

test('a real event freezes the exercise until somebody resumes it', async () => {
  const { page } = await takeSeat(browser, 'seed=5&seats=anssi');
  await page.getByRole('button', { name: 'Événement réel' }).click();
  await expect.poll(() => page.locator('.notice-real').count(), soon).toBe(1);
  expect(await page.locator('.clock-bar .play').isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Reprendre l’exercice' }).click();
  await expect.poll(() => page.locator('.notice-real').count(), soon).toBe(0);
  expect(await page.locator('.clock-bar .play').isDisabled()).toBe(false);
  await page.context().close();
});

/** Where the clock of the one exercise kept in the browser stands on its disk, ms since midnight. */
const keptAt = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const asked = indexedDB.open('appels-perdus');
        asked.addEventListener('error', () => reject(asked.error));
        asked.addEventListener('success', () => {
          const records = asked.result.transaction('exercises').objectStore('exercises').getAll();
          records.addEventListener('success', () => {
            asked.result.close();
            resolve((records.result as { at: number }[])[0]?.at ?? 0);
          });
        });
      }),
  );
