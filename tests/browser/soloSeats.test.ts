import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildDebrief } from '../../src/debrief/buildDebrief.ts';
import { readLog } from '../../src/exercise/log/readLog.ts';
import { replay } from '../../src/exercise/log/replay.ts';
import { groundOf } from '../../src/session/ground.ts';
import type { SeatId } from '../../src/session/playProtocol.ts';
import { launchBrowser } from './browser.ts';
import { keyboard, NAMING, pointer, type Hand } from './hands.ts';
import { openAt, playClock, soon, textOf } from './playHelpers.ts';
import { plain, textsOf } from './texts.ts';

/**
 * Four evenings alone, one a seat, played through the real screens from the door to the debrief; two of them by
 * keyboard alone. The file each leaves is played again here, in Node, and its counts are those of the screen.
 */
interface Evening {
  readonly seat: SeatId;
  readonly locale: 'fr-FR' | 'en-GB';
  readonly hand: (page: Page) => Hand;
  readonly by: string;
  readonly scenario: '2021-06-02' | 'june-evening';
  readonly seed: number;
  /** An act of the seat, ordered first. */
  readonly act: string;
  /** When its letters are opened. */
  readonly at: string;
  /** To whom the seat writes. */
  readonly to: string;
  /** Stopped at that hour by FINEX; played to its last minute without. */
  readonly finex?: string;
}

const EVENINGS: readonly Evening[] = [
  {
    seat: 'services',
    locale: 'fr-FR',
    hand: keyboard,
    by: 'keyboard',
    scenario: '2021-06-02',
    seed: 5,
    act: 'compareCalls',
    at: '17:30',
    to: 'ministry',
    finex: '23:10',
  },
  {
    seat: 'ministry',
    locale: 'en-GB',
    hand: keyboard,
    by: 'keyboard',
    scenario: 'june-evening',
    seed: 11,
    act: 'readReports',
    at: '17:30',
    to: 'orange',
  },
  {
    seat: 'orange',
    locale: 'fr-FR',
    hand: pointer,
    by: 'pointer',
    scenario: 'june-evening',
    seed: 3,
    act: 'readAlarms',
    at: '17:30',
    to: 'anssi',
  },
  {
    seat: 'anssi',
    locale: 'en-GB',
    hand: pointer,
    by: 'pointer',
    scenario: '2021-06-02',
    seed: 8,
    act: 'ringOperators',
    at: '18:40',
    to: 'ministry',
    finex: '23:30',
  },
];

/** Beats played by hand before the rest is jumped over. */
const BEATS = 5;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(NAMING);
});
afterAll(() => browser.close());

test.each(EVENINGS)('an evening of $seat, in $locale, by $by', async (evening) => {
  const { page, troubles } = await openAt(browser, '', { locale: evening.locale });
  const hand = evening.hand(page);
  const t = textsOf(evening.locale);
  const count = (selector: string): Promise<number> => page.locator(selector).count();

  await takePlace(page, hand, evening, t);

  // The clock is held while one looks around.
  await expect
    .poll(() => page.locator('.clock-bar .play').innerText(), soon)
    .toContain(t('console:clock.play'));

  // An act, ordered with its reason.
  const act = t(`play:acts.${evening.seat}.${evening.act}.name`);
  await hand.pick(t('console:tabs.decide'));
  await hand.write(t('console:acts.search'), act);
  await hand.press(act);
  await hand.write(t('console:acts.why'), 'EXERCICE');
  await hand.press(t('console:acts.order'));
  await expect.poll(() => count('.act-form'), soon).toBe(0);
  await hand.pick(t('console:tabs.log'));
  await expect.poll(() => textOf(page, '.journal'), soon).toContain(act);

  // Later: letters are opened, one by one.
  await hand.write(t('console:clock.goTo'), evening.at, 'Enter');
  await expect.poll(() => playClock(page), soon).toBe(evening.at);
  await hand.pick(t('console:tabs.inTray'));
  const unopened = await count('.envelope');
  expect(unopened).toBeGreaterThan(0);
  for (let opened = 1; opened <= Math.min(2, unopened); opened++) {
    await hand.press(await nameOf(page, '.envelope'));
    await expect.poll(() => count('.envelope'), soon).toBe(unopened - opened);
  }

  // A message with what one holds.
  await hand.pick(t('console:tabs.say'));
  await hand.tick(t(`play:recipients.${evening.to}`));
  await hand.choose(t('console:compose.channel'), t('play:channels.email'));
  await hand.tick(await nameOf(page, '.fact-choice input'));
  await hand.write(t('console:compose.text'), `EXERCICE ${evening.at}`);
  await hand.press(t('console:compose.send.email'));
  await expect.poll(() => count('#sent-title'), soon).toBe(1);
  expect(await page.locator('.compose textarea').inputValue()).toBe('');

  const chosen = await playBeats(page, hand, t, BEATS);
  expect(chosen).toBeGreaterThan(0);

  // The end, at an hour of one's own or at midnight.
  await hand.write(t('console:clock.goTo'), evening.finex ?? '24:00', 'Enter');
  await expect.poll(() => playClock(page), soon).toBe(evening.finex ?? '24:00');
  if (evening.finex !== undefined) {
    await hand.press(t('console:clock.finish'));
    await hand.press(t('console:clock.finishYes'));
  }
  await expect.poll(() => count('.notice-finished'), soon).toBe(1);
  await hand.press(t('console:finished.debrief'));
  await expect.poll(() => page.url(), soon).toContain('/bilan');
  // The parts of the file are folded at first.
  await page.waitForSelector('.dossier', soon);
  await hand.press(t('debrief:screen.dossier.open'));
  const shown = await countsShown(page, t);

  // Home again: the evening is kept, and its file is the same evening in Node.
  await hand.press(t('common:nav.home'));
  await page.waitForSelector('.saved-list', soon);
  const [download] = await Promise.all([page.waitForEvent('download'), hand.press(t('home:saved.export'))]);
  const { counts, ghost, commands } = await playedAgain(await readFile(await download.path(), 'utf8'));
  expect(shown).toEqual([counts.unrouted, ghost.unrouted]);
  // The act, the letters, the message, the choices.
  expect(commands).toBeGreaterThanOrEqual(3 + chosen);
  expect(troubles).toEqual([]);
  await page.context().close();
});

/** From the door to the console, everything chosen by hand. */
async function takePlace(
  page: Page,
  hand: Hand,
  { seat, scenario, seed }: Evening,
  t: (key: string) => string,
): Promise<void> {
  await page.waitForSelector('.home-choices', soon);
  await hand.pick(t(`play:seats.${seat}.name`));
  await hand.pick(t('home:lengths.whole'));
  await hand.press(t('home:more.title'));
  await hand.pick(t(`home:scenarios.${scenario}.name`));
  await hand.write(t('common:settings.seed'), String(seed));
  await hand.press(t('home:choose.begin'));
  await page.waitForSelector('.before .button-main:not(:disabled)', soon);
  expect(plain(await page.locator('.before').innerText())).toContain(t(`play:seats.${seat}.you`));
  expect(page.url()).toContain(`seed=${seed}&seats=${seat}`);
  await hand.press(t('home:before.begin'));
  await page.waitForSelector('.console .tabs', soon);
}

/** How the first of those controls is called. */
const nameOf = async (page: Page, selector: string): Promise<string> =>
  plain(
    (await page
      .locator(selector)
      .first()
      .evaluate((element) => element.computedName, soon)) ?? '',
  );

/** From beat to beat; where a choice is open, its first side that is not refused is taken. Gives the choices made. */
async function playBeats(page: Page, hand: Hand, t: (key: string) => string, beats: number): Promise<number> {
  const questions = (): Promise<string[]> => page.locator('.dilemma h3').allInnerTexts();
  let chosen = 0;
  for (let beat = 0; beat < beats; beat++) {
    await hand.pick(t('console:tabs.decide'));
    const [question] = await questions();
    const sides = page.locator('.dilemma').first().locator('.choose[aria-disabled=false]');
    if (question !== undefined && (await sides.count()) > 0) {
      // Pressed once, it only asks.
      await hand.press(await nameOf(page, '.dilemma .choose[aria-disabled=false]'));
      await expect.poll(() => page.locator('.dilemma .choose.button-main').count(), soon).toBe(1);
      expect(await questions()).toContain(question);
      await hand.press(t('console:dilemma.confirm'));
      await expect.poll(questions, soon).not.toContain(question);
      chosen++;
    }
    const before = await playClock(page);
    await hand.press(t('console:clock.nextBeat'));
    await expect.poll(() => playClock(page), { timeout: 60_000 }).not.toBe(before);
  }
  return chosen;
}

/** Calls never routed, tonight and on the evening as in 2021, as the debrief shows them. */
async function countsShown(page: Page, t: (key: string) => string): Promise<readonly number[]> {
  const row = page.locator('.section:has(#debrief-counts-title) tr', {
    has: page.getByRole('rowheader', { name: t('debrief:screen.counts.rows.unrouted') }),
  });
  await row.first().waitFor({ timeout: 60_000, state: 'attached' });
  const cells = await row.first().locator('td').allTextContents();
  return cells.slice(0, 2).map((cell) => Number(cell.replace(/\D/g, '')));
}

/** Plays the file again, checks included, and counts. */
async function playedAgain(text: string) {
  const read = readLog(text);
  if (!read.ok) throw new Error(`the file is refused: ${JSON.stringify(read.error)}`);
  const open = groundOf(read.value.header.setup.scenario);
  if (!open.ok) throw new Error('the scenario does not open');
  const replayed = replay(read.value, open.value.ground);
  if (!replayed.ok) throw new Error(`Node plays another evening: ${JSON.stringify(replayed.error)}`);
  const { exercise, commands } = replayed.value;
  return { ...buildDebrief(exercise), commands };
}
