import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { expectAccessible, focused, jumpTo, playClock, soon, takeSeat, textOf } from './playHelpers.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Other evenings are computed meanwhile. */
const computed = { timeout: 120_000 };

test.each([
  { locale: 'fr-FR', title: 'La soirée, après coup', open: 'Tout déplier', mark: 'EXERCICE' },
  { locale: 'en-GB', title: 'The evening, looking back', open: 'Unfold all', mark: 'EXERCISE' },
])(
  'a first evening ends on three screens, the file behind them, and one may try again ($locale)',
  async ({ locale, title, open, mark }) => {
    const { page, troubles } = await takeSeat(browser, 'seed=5&seats=services&length=first', { locale });
    await jumpTo(page, '19:00');
    await page.locator('.notice-finished .button-main').click(soon);
    await expect.poll(() => focused(page), soon).toBe(title);
    await page.waitForSelector('#reveal-title', computed);
    expect(await textOf(page, '.debrief-caution')).toContain(mark);
    await page.locator('.debrief-twin > summary').first().click();
    expect(await page.locator('.debrief-twin tbody tr').count()).toBe(101);

    // Folded at first: the titles are the contents.
    expect(await page.locator('.fold[open]').count()).toBe(0);

    // Printed as it is, folded, a curve is on the sheet: it is drawn as soon as the browser says that it prints.
    const drawn = (): Promise<number> =>
      page.evaluate(() => {
        dispatchEvent(new Event('beforeprint'));
        const { length } = document.querySelectorAll('.chart-drawing svg');
        dispatchEvent(new Event('afterprint'));
        return length;
      });
    await expect.poll(drawn, soon).toBe(2);
    // On A4, whatever the printer's own paper.
    const sheet = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(sheet).toMatch(/\/MediaBox \[0 0 59[45]\S* 84[12]/);
    await page.getByRole('button', { name: open }).click();
    for (const part of ['counts', 'verdicts', 'times', 'knowledge', 'decisions', 'choices', 'losses'])
      expect(await page.locator(`#debrief-${part}-title`).count(), part).toBe(1);
    await page.waitForSelector('.chart-drawing svg', soon);
    await expectAccessible(page, 'debrief');

    // Printed, a table's head is words, which each sheet repeats; a button is drawn once.
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect.poll(() => page.locator('.debrief thead button').count(), soon).toBe(0);
    expect(await page.locator('.debrief-twin thead').innerText()).not.toBe('');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect.poll(() => page.locator('.debrief thead button').count(), soon).toBeGreaterThan(0);

    await page.waitForSelector('.turning', computed);
    const again = page.locator('.turning .button').first();
    const time = /\d\d:\d\d/.exec(await again.innerText())![0];
    await again.click();
    await page.waitForSelector('.console .tabs', computed);
    await expect.poll(() => playClock(page), soon).toBe(time);
    expect(await page.locator('.notice-finished').count()).toBe(0);

    // Back, the evening that was looked back on is there as it was: this page has held it all the time.
    await page.goBack();
    await page.waitForSelector('#reveal-title', computed);
    expect((await page.getByRole('alert').allInnerTexts()).join('')).toBe('');
    expect(troubles).toEqual([]);
    await page.context().close();
  },
);
