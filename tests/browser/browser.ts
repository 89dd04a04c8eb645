import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { findChromium } from '../../src/server/chromium.ts';
import { watchRawTexts } from './rawTexts.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** This machine's Chromium, without a GPU: what a school or an office without one would see. */
export async function launchBrowser(extraFlags: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium: run "npm test", which finds or installs one');
  return chromium.launch({ executablePath, args: [...FLAGS, ...extraFlags] });
}

/** What went wrong on a page: requests to another host, errors, refusals of the security policy. */
export interface Watched {
  readonly page: Page;
  readonly troubles: string[];
}

/** Said by the software renderer about itself; nothing to mend. */
const HARMLESS = /GPU stall due to ReadPixels|GL Driver Message|Automatic fallback to software WebGL/;

/** A page of its own context on which nothing may go wrong unseen: end the test with `expect(troubles).toEqual([])`. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 1280, height: 720 },
    ...options,
  });
  await context.addInitScript(watchRawTexts);
  const page = await context.newPage();
  const troubles: string[] = [];
  const { host } = new URL(url);
  page.on('request', (request) => {
    const address = new URL(request.url());
    if (address.protocol.startsWith('http') && address.host !== host)
      troubles.push(`request to ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`);
  });
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const said = message.text();
    if (['error', 'warning'].includes(message.type()) && !HARMLESS.test(said))
      troubles.push(`${message.type()}: ${said}`);
  });
  await page.goto(url);
  return { page, troubles };
}
