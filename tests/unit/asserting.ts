import { beforeEach, expect } from 'vitest';

/** A test that comes to its end without having asserted anything fails: a loop over nothing would pass unseen. */
beforeEach(() => {
  expect.hasAssertions();
});
