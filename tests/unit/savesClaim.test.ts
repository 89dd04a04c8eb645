import { expect, test } from 'vitest';
import { indexedSaves } from '../../src/client/indexedSaves.ts';

/** Locks of one browser, as its tabs share them: whoever asks for one that is held gets none, and never a held one back. */
function locksOfBrowser(): LockManager {
  const held = new Set<string>();
  const request = async (
    name: string,
    _: LockOptions,
    use: (lock: Lock | null) => Promise<unknown> | undefined,
  ): Promise<unknown> => {
    if (held.has(name)) return use(null);
    held.add(name);
    return use({ name, mode: 'exclusive' });
  };
  return { request } as unknown as LockManager;
}

const nowhere = {} as IDBFactory;

test('a page that comes back to an exercise it holds goes on with it; another page does not have it', async () => {
  const locks = locksOfBrowser();
  const page = indexedSaves(nowhere, locks);
  const other = indexedSaves(nowhere, locks);
  expect(await page.claim('first')).toBe(true);
  // Taken up again from its debrief: an exercise of its own, and back.
  expect(await page.claim('again')).toBe(true);
  expect(await page.claim('first')).toBe(true);
  expect(await other.claim('first')).toBe(false);
  // Refused once is not held.
  expect(await other.claim('first')).toBe(false);
  expect(await other.claim('second')).toBe(true);
});
