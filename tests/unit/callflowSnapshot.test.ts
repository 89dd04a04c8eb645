import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEvening } from '../../src/callflow/evening.ts';
import { hashEvening, loadEvening, saveEvening } from '../../src/callflow/snapshot.ts';
import { clock } from '../../src/kernel/time.ts';
import { moments, orderLists, seeds } from './callflowArbitrary.ts';
import { operation, smallCountry } from './callflowWorlds.ts';

const small = smallCountry();
const orders = [
  operation(),
  { ...operation(), at: clock('20:00'), by: 'préfet du Cœur — 東京 🚒 "\\' },
  { ...operation(), at: clock('22:00') },
];

function halfway() {
  const evening = createEvening(small, 5, orders);
  evening.runTo(clock('18:00'));
  return evening;
}
const saved = saveEvening(halfway());

/** The code of the refusal, or the hash of what was loaded. */
function outcome(bytes: Uint8Array, spec = small): string {
  const loaded = loadEvening(spec, bytes);
  return loaded.ok ? hashEvening(loaded.value) : loaded.error.code;
}

/** The saved bytes with another head. */
function withHead(change: (head: Record<string, unknown>) => unknown): Uint8Array {
  const length = new DataView(saved.buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder('latin1').decode(saved.subarray(4, 4 + length))) as Record<
    string,
    unknown
  >;
  const text = new TextEncoder().encode(JSON.stringify(change(head)));
  const bytes = new Uint8Array(4 + text.length + saved.length - 4 - length);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  bytes.set(saved.subarray(4 + length), 4 + text.length);
  return bytes;
}

test('what is loaded is what was saved, names in any writing included', () => {
  expect(outcome(saved)).toBe(hashEvening(halfway()));
  fc.assert(
    fc.property(seeds, moments(small), orderLists(small), (seed, at, others) => {
      const evening = createEvening(small, seed, others);
      evening.runTo(at);
      expect(outcome(saveEvening(evening))).toBe(hashEvening(evening));
    }),
    { numRuns: 30, seed: 1 },
  );
});

test('bytes within a larger buffer are read where they are', () => {
  const larger = new Uint8Array(saved.length + 7);
  larger.set(saved, 3);
  expect(outcome(larger.subarray(3, 3 + saved.length))).toBe(outcome(saved));
});

describe('bytes that are no save of this world give an error and never throw', () => {
  test('cut anywhere', () => {
    fc.assert(
      fc.property(fc.nat(saved.length - 1), (length) => {
        expect(outcome(saved.subarray(0, length))).toBe('truncated');
      }),
      { numRuns: 60, seed: 1, examples: [[0], [3], [4], [saved.length - 1]] },
    );
  });

  test('followed by more', () => {
    const longer = new Uint8Array(saved.length + 1);
    longer.set(saved);
    expect(['truncated', 'notASave']).toContain(outcome(longer));
  });

  test('anything else', () => {
    const codes = ['truncated', 'notASave', 'otherFormat', 'otherWorld'];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(codes).toContain(outcome(bytes));
      }),
      { numRuns: 300, seed: 1 },
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        const text = new TextEncoder().encode(json);
        // Long enough to be read as a head with something after it.
        const bytes = new Uint8Array(4 + text.length + 64);
        new DataView(bytes.buffer).setUint32(0, text.length, true);
        bytes.set(text, 4);
        expect(codes).toContain(outcome(bytes));
      }),
      { numRuns: 300, seed: 1, examples: [['null'], ['[]'], ['1'], ['"x"'], ['{}'], ['{"format":1}']] },
    );
  });

  test('one byte changed anywhere', () => {
    fc.assert(
      fc.property(fc.nat(saved.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const bytes = saved.slice();
        bytes[place] ^= change;
        expect(['truncated', 'notASave', 'otherFormat', 'otherWorld']).toContain(outcome(bytes));
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  test.each([
    ['another format', { format: 2 }, 'otherFormat'],
    ['another world', { world: 'x' }, 'otherWorld'],
    ['another seed', { seed: 6 }, 'notASave'],
    ['a seed that is no number', { seed: '5' }, 'notASave'],
    ['a time that is none', { now: 'noon' }, 'notASave'],
    ['a time before the start', { now: 0 }, 'notASave'],
    ['attempts without number', { attempts: null }, 'notASave'],
    ['more attempts than memory', { attempts: 1e15 }, 'notASave'],
    ['attempts below zero', { attempts: -1 }, 'notASave'],
    ['no sizes', { sizes: undefined }, 'notASave'],
    ['sizes of something else', { sizes: [1, 2, 3] }, 'notASave'],
    ['no agenda', { agenda: undefined }, 'notASave'],
    ['an agenda of nonsense', { agenda: [null, 3] }, 'notASave'],
  ])('%s', (_, change, code) => {
    expect(outcome(withHead((head) => ({ ...head, ...change })))).toBe(code);
  });

  test('the save of another world', () => {
    expect(outcome(saved, smallCountry({ leak: 0.01 }))).toBe('otherWorld');
  });
});
