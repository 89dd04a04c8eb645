import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser, openPage } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const EVENING = '#/soiree?seed=2021&at=18:12';
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Ready when the clock can be used; the table may still be on its way. */
async function open(hash: string, options: Parameters<typeof openPage>[2] = {}) {
  const watched = await openPage(browser, `${inject('url')}${hash}`, options);
  await watched.page.waitForSelector('#controls button:not(:disabled), .method .table-scroll');
  return watched;
}

async function expectAccessible(page: Page, screen: string, rules: readonly string[] = []): Promise<void> {
  const axe = new AxeBuilder({ page });
  const asked = rules.length > 0 ? axe.withRules([...rules]) : axe.withTags(STANDARDS);
  const { violations } = await asked.analyze();
  const found = violations.map(({ id, nodes }) => ({
    screen,
    id,
    where: nodes.map(({ html }) => html.slice(0, 160)),
  }));
  expect(found).toEqual([]);
}

const LANGUAGES = [
  { locale: 'fr-FR', tabs: ['Lieu', 'Appel', 'Ordres'], settings: 'Réglages', add: 'Ajouter un ordre' },
  { locale: 'en-GB', tabs: ['Place', 'Call', 'Orders'], settings: 'Settings', add: 'Add an order' },
] as const;

describe.each(LANGUAGES)('axe finds nothing in $locale', ({ locale, tabs, settings, add }) => {
  const [place, call, orders] = tabs;

  test('on the evening, in text, with its charts', async () => {
    const { page, troubles } = await open(EVENING, { locale });
    await page.locator('#charts-title').scrollIntoViewIfNeeded();
    await page.waitForSelector('.chart-drawing svg');
    await page.waitForSelector('.board-canvas canvas');
    await expectAccessible(page, 'text');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('on a place, a call, the orders and the settings', async () => {
    const { page, troubles } = await open(EVENING, { locale });
    await page.getByRole('tab', { name: place }).click();
    await page.locator('.place-panel select').selectOption('area:69');
    await page.locator('#place-losses-title').scrollIntoViewIfNeeded();
    await page.waitForSelector('.place-panel .chart-drawing svg');
    await expectAccessible(page, 'place');
    await page.locator('.place-panel select').selectOption('server:lyon1');
    await expectAccessible(page, 'server');

    await page.locator('.place-panel tbody .link').first().click();
    await page.waitForSelector('.attempts');
    await expectAccessible(page, 'call');
    expect(await page.getByRole('tab', { name: call }).getAttribute('aria-selected')).toBe('true');

    await page.getByRole('tab', { name: orders }).click();
    await page.getByRole('button', { name: add }).click();
    await expectAccessible(page, 'orders');
    await page.getByRole('button', { name: settings }).click();
    await expectAccessible(page, 'settings');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test('on "How we count"', async () => {
    const { page, troubles } = await open('#/methode', { locale });
    await expectAccessible(page, 'method');
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

test.each(['day', 'contrast'])('axe finds nothing in the theme %s', async (theme) => {
  const { page } = await open(EVENING);
  await page.getByRole('button', { name: 'Réglages' }).click();
  await page.getByLabel('Couleurs').selectOption(theme);
  await page.keyboard.press('Escape');
  await page.locator('#charts-title').scrollIntoViewIfNeeded();
  await page.waitForSelector('.chart-drawing svg');
  // Only colours change with the theme.
  await expectAccessible(page, theme, ['color-contrast']);
  await page.getByRole('tab', { name: 'Ordres' }).click();
  await expectAccessible(page, `${theme}, orders`, ['color-contrast']);
  await page.context().close();
});

test('axe finds nothing on a phone, and nothing is wider than the screen', async () => {
  const { page } = await open(EVENING, { viewport: { width: 390, height: 844 } });
  await expectAccessible(page, 'phone');
  for (const hash of [EVENING, '#/methode']) {
    await page.goto(`${inject('url')}${hash}`);
    await page.waitForSelector('#controls button:not(:disabled), .method .table-scroll');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
  await page.context().close();
});

test('without the fault, what is not given says so; a reload keeps it, one press gives 2021 back', async () => {
  const { page, troubles } = await open(EVENING);
  const status = page.locator('.apply [role=status]');
  await page.getByRole('tab', { name: 'Ordres' }).click();
  await page.getByText('Principaux paramètres').click();
  await page.getByLabel('Défaut logiciel').uncheck();
  await page.getByRole('button', { name: 'Appliquer à la soirée' }).click();
  await expect
    .poll(() => status.innerText())
    .toContain('Sans le défaut, 18 ordres de 2021 ne sont pas donnés');
  await expect.poll(() => page.url()).toContain('changes=');
  await page.reload();
  await page.waitForSelector('#controls button:not(:disabled)');
  await page.getByRole('tab', { name: 'Ordres' }).click();
  expect(await status.innerText()).toContain('Sans le défaut');
  expect(await page.locator('.order-absent').count()).toBe(18);
  await page.getByRole('button', { name: 'Revenir à 2021' }).click();
  await expect.poll(() => status.innerText()).toBe('La soirée affichée suit les ordres de 2021.');
  await expect.poll(() => page.url()).not.toContain('changes=');

  // A field that cannot be read is no dead end either.
  await page.getByText('Principaux paramètres').click();
  await page.getByLabel('Fuite de mémoire').fill('beaucoup');
  await page.getByRole('button', { name: 'Revenir à 2021' }).click();
  expect(await page.getByLabel('Fuite de mémoire').inputValue()).not.toBe('beaucoup');
  expect(troubles).toEqual([]);
  await page.context().close();
});

test('on a phone, the whole of an error is seen, a wide table says so, and a place comes into view', async () => {
  const { page } = await open(EVENING, { viewport: { width: 390, height: 844 } });
  await page.locator('.jump input').fill('midi');
  await page.keyboard.press('Enter');
  const error = await page.locator('#jump-error').boundingBox();
  expect(error).not.toBeNull();
  expect(error!.x).toBeGreaterThanOrEqual(0);
  expect(error!.x + error!.width).toBeLessThanOrEqual(390);
  expect(error!.y + error!.height).toBeLessThanOrEqual(844);
  await page.getByRole('button', { name: 'Départements', exact: true }).click();
  const heading = page.locator('#areas-title');
  const top = async () => (await heading.boundingBox())?.y ?? -1;
  await page.waitForTimeout(3000);
  expect(await top()).toBeGreaterThan(60);
  expect(await top()).toBeLessThan(200);
  expect(await page.locator('.table-cue').count()).toBeGreaterThan(0);
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForSelector('.board-canvas canvas');
  // The canvas is there a little before the table answers the hand.
  const pressed = async () => {
    const before = await page.evaluate(() => scrollY);
    if (before === 0) await page.locator('.board-canvas').click({ position: { x: 195, y: 330 } });
    return before;
  };
  await expect.poll(pressed, { timeout: 20_000, interval: 500 }).toBeGreaterThan(300);
  expect(await page.locator('[role=tab][aria-selected=true]').innerText()).toBe('Lieu');
  await page.context().close();
});

test('a wrong address is told, in words, and the evening is there all the same', async () => {
  const { page } = await open('#/soiree?seed=douze&at=09:00');
  const alert = page.getByRole('alert').first();
  await expect.poll(() => alert.innerText()).toContain('seed=douze');
  expect(await alert.innerText()).toContain('at=09:00');
  await expectAccessible(page, 'wrong address');
  expect(await page.locator('.transport-clock time').innerText()).toBe('16:30');
  await page.getByRole('button', { name: 'Masquer ce message' }).first().click();
  expect(await alert.innerText()).not.toContain('seed=douze');
  await page.context().close();
});

test('the text and the clock can be used before the table and its library are there', async () => {
  const { page } = await openPage(browser, 'about:blank');
  await page.route(/phaser/, () => undefined);
  await page.goto(`${inject('url')}${EVENING}`);
  await page.waitForSelector('#controls button:not(:disabled)');
  await page.keyboard.press('Space');
  const clock = page.locator('.transport-clock time');
  await expect.poll(() => clock.innerText(), { timeout: 20_000 }).not.toBe('18:12');
  expect(await page.locator('.text-twin table').count()).toBeGreaterThan(3);
  expect(await page.locator('.board-canvas canvas').count()).toBe(0);
  await page.context().close();
});

test('without the library of the table, a message says so and the text stays', async () => {
  const { page } = await openPage(browser, 'about:blank');
  await page.route(/phaser/, (route) => route.abort());
  await page.goto(`${inject('url')}${EVENING}`);
  await expect
    .poll(() => page.getByRole('alert').first().innerText(), { timeout: 20_000 })
    .toContain('Tout reste disponible en texte');
  expect(await page.locator('.text-twin table').count()).toBeGreaterThan(3);
  await page.context().close();
});
