import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { openPage, type Watched } from './browser.ts';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Polling by the clock: a few hundred ms on a quiet machine, seconds on a busy one. */
export const soon = { timeout: 30_000 };

/** A page of its own on one of the product's addresses ("#/", "#/exercice?seats=orange&seed=3"). */
export function openAt(
  browser: Browser,
  hash: string,
  options: Parameters<typeof openPage>[2] = {},
): Promise<Watched> {
  return openPage(browser, `${inject('url')}${hash}`, options);
}

/** In a seat: the screen before has been left by its one button. */
export async function takeSeat(
  browser: Browser,
  wish: string,
  options: Parameters<typeof openPage>[2] = {},
): Promise<Watched> {
  const watched = await openAt(browser, `#/exercice?${wish}`, options);
  await watched.page.locator('.before .button-main:not(:disabled)').click(soon);
  await watched.page.waitForSelector('.console .tabs', soon);
  return watched;
}

/** Axe finds nothing on what is shown: all of its rules, or those named. */
export async function expectAccessible(
  page: Page,
  screen: string,
  rules: readonly string[] = [],
): Promise<void> {
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

/** What has the focus, as a person would name it. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return '';
    const labels =
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement
        ? element.labels
        : null;
    const label = element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent ?? '';
    return label.trim();
  });

/** Presses Tab until the focus is on `name`: what cannot be reached so is not there for the keyboard. */
export async function tabTo(page: Page, name: string | RegExp, back = false): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 160; presses++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    const here = await focused(page);
    if (typeof name === 'string' ? here.startsWith(name) : name.test(here)) return;
    seen.push(here.slice(0, 40));
  }
  throw new Error(`the keyboard never reached ${String(name)}; it met ${seen.slice(-30).join(' | ')}`);
}

export const playClock = (page: Page): Promise<string> => page.locator('.transport-clock time').innerText();

/** Text on the page, its spaces that do not break written as others. */
export const textOf = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).first().innerText()).replace(/[\u00a0\u202f]/g, ' ');

/** What the one voice of the page said last. */
export const said = (page: Page): Promise<string> => textOf(page, '[data-announcer]');

/** Jumps to a minute of the exercise, by the field of the clock, and waits for it. */
export async function jumpTo(page: Page, time: string): Promise<void> {
  await page.locator('.clock-bar .jump input').fill(time);
  await page.keyboard.press('Enter');
  await expect.poll(() => playClock(page), soon).toBe(time);
}

/** Turns to a tab of the console, by its name. */
export async function turnTo(page: Page, tab: string): Promise<void> {
  await page.getByRole('tab', { name: tab }).click();
  await expect
    .poll(() => page.getByRole('tab', { name: tab }).getAttribute('aria-selected'), soon)
    .toBe('true');
}
