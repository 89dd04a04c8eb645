import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, openPage } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What has the focus, as a person would name it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return '';
    const labels =
      element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null;
    const label = element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent ?? '';
    return label.trim();
  });

/** Presses Tab until the focus is on `name`: what cannot be reached so is not there for the keyboard. */
async function tabTo(page: Page, name: string | RegExp, back = false): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 160; presses++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    const here = await focused(page);
    if (typeof name === 'string' ? here.startsWith(name) : name.test(here)) return;
    seen.push(here.slice(0, 40));
  }
  throw new Error(`the keyboard never reached ${String(name)}; it met ${seen.slice(-30).join(' | ')}`);
}

const clock = (page: Page): Promise<string> => page.locator('.transport-clock time').innerText();
/** Polling by the clock: a few hundred ms on a quiet machine, seconds on a busy one. */
const soon = { timeout: 20_000 };

test('the whole evening, by keyboard alone', async () => {
  const { page, troubles } = await openPage(browser, `${inject('url')}#/soiree`);
  await page.waitForSelector('#controls button:not(:disabled)');

  // The first key goes to the text, the second to the clock.
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Aller au texte de la table');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page), soon).toBe('La table en texte');

  // One clear button begins the evening.
  await tabTo(page, 'Lancer la soirée', true);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('button', { name: 'Pause' }).count(), soon).toBe(1);
  await expect.poll(() => clock(page), soon).not.toBe('16:30');

  // Speed, pause by the space bar, scrub by minutes and quarters of an hour, both ways.
  await tabTo(page, 'Vitesse');
  await page.keyboard.press('End');
  await expect.poll(() => page.locator('.speed select').inputValue(), soon).toBe('60');
  await tabTo(page, 'Heure de la soirée');
  await tabTo(page, 'Pause', true);
  await page.keyboard.press('Space');
  await expect.poll(() => page.getByRole('button', { name: 'Lecture' }).count(), soon).toBe(1);
  await tabTo(page, 'Heure de la soirée');
  await page.keyboard.press('Home');
  await expect.poll(() => clock(page), soon).toBe('16:30');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => clock(page), soon).toBe('16:46');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('PageDown');
  await expect.poll(() => clock(page), soon).toBe('16:30');

  // A typed minute; a wrong one is told and changes nothing.
  await tabTo(page, 'Aller à');
  await page.keyboard.type('18h12');
  await page.keyboard.press('Enter');
  await expect.poll(() => clock(page), soon).toBe('18:12');
  await page.keyboard.type('midi');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('#jump-error').innerText(), soon).toContain('midi');
  expect(await clock(page)).toBe('18:12');

  // From documented moment to documented moment, to the end of the evening; one voice says each.
  await tabTo(page, 'Moment documenté suivant');
  await page.keyboard.press('Enter');
  await expect.poll(() => clock(page), soon).toBe('18:30');
  await expect.poll(() => page.locator('[data-announcer]').innerText(), soon).toContain('18:30');
  for (let moments = 0; moments < 20 && (await clock(page)) !== '24:00'; moments++) {
    const before = await clock(page);
    await page.keyboard.press('Enter');
    await expect.poll(() => clock(page), soon).not.toBe(before);
  }
  expect(await clock(page)).toBe('24:00');
  expect(await focused(page)).toContain('Moment documenté suivant');
  expect(await page.locator('.next').getAttribute('aria-disabled')).toBe('true');
  await expect.poll(() => page.locator('.evening-end').innerText(), soon).toContain('un soir ordinaire');

  // A place: any département from a list, one of its rooms, its lost calls, the story of one.
  await tabTo(page, 'En texte');
  await page.keyboard.press('ArrowRight');
  await tabTo(page, 'Choisir un lieu');
  await page.keyboard.type('69');
  await expect.poll(() => page.locator('#place-title').innerText(), soon).toBe('Rhône');
  await tabTo(page, 'Tout le département');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.locator('#place-title').innerText(), soon).toContain('15');
  await tabTo(page, /^Suivre l’appel de .* Rhône, numéro 15/);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.attempts > li').count(), soon).toBeGreaterThan(0);

  // The orders: one more, applied; then the same callers with and without.
  await tabTo(page, /^Appel$/, true);
  await page.keyboard.press('ArrowRight');
  await tabTo(page, 'Ajouter un ordre');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page), soon).toContain('Ordre');
  await page.keyboard.type('Limitation');
  await tabTo(page, 'Heure');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('17:00');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.origin-added').count(), soon).toBe(1);
  await tabTo(page, 'Appliquer à la soirée');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.locator('.apply [role=status]').innerText(), soon)
    .toBe('La soirée affichée suit les ordres ci-dessus.');
  expect(await clock(page)).toBe('24:00');
  await tabTo(page, 'Nombre de tirages');
  await page.keyboard.press('Home');
  await tabTo(page, 'Comparer');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.locator('.verdict').innerText(), { timeout: 90_000 })
    .toContain('Selon le modèle');
  expect(await page.locator('.measures > li').count()).toBe(5);

  // How we count, and back.
  await tabTo(page, 'Comment nous comptons', true);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.method-title').innerText(), soon).toBe('Comment nous comptons');
  await tabTo(page, 'La soirée', true);
  await page.keyboard.press('Enter');
  await expect.poll(() => clock(page), soon).toBe('24:00');
  expect(troubles).toEqual([]);
  await page.context().close();
});
