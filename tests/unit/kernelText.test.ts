import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/kernel/canonicalJson.ts';
import { Hasher, hashText, hashWords } from '../../src/kernel/hash.ts';
import { err, ok } from '../../src/kernel/result.ts';
import { clock, clockMinutes, clockText, HOUR, MINUTE, SECOND } from '../../src/kernel/time.ts';

describe('canonical JSON', () => {
  test('sorts keys by code unit, writes no space, and -0 as 0', () => {
    expect(canonicalJson({ b: [1, -0, 'é"'], a: { Z: null, A: true } })).toBe(
      '{"a":{"A":true,"Z":null},"b":[1,0,"é\\""]}',
    );
  });

  test('is read back as the same value and does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });

  const cycle: { inner?: unknown } = {};
  cycle.inner = [cycle];
  test.each([
    ['$.a.b[1]', { a: { b: [0, NaN] } }],
    ['$.x', { x: Infinity }],
    ['$.x', { x: undefined }],
    ['$[0]', [() => 1]],
    ['$', 10n],
    ['$.when', { when: new Date(0) }],
    ['$.inner[0]', cycle],
    ['$[1]', Array.from({ length: 2 }, (_, i) => (i === 0 ? 1 : undefined))],
  ])('names the path of what it refuses: %s', (path, value) => {
    expect(() => canonicalJson(value)).toThrow(`not canonical JSON at ${path}:`);
  });

  test('allows the same object twice when it is not inside itself', () => {
    const shared = { a: 1 };
    expect(canonicalJson([shared, shared])).toBe('[{"a":1},{"a":1}]');
  });
});

describe('the hash', () => {
  test('gives these digests in every engine', () => {
    expect(hashText('')).toBe('9f4146a821ff15726db708b6ddb2e6fc');
    expect(hashText('Appels perdus, 2 juin 2021 à 16 h 45')).toBe('223c17ebfbc0a6694a9d1ca56fa3ab40');
    expect(hashWords(Int32Array.from({ length: 1001 }, (_, i) => i * i))).toBe(
      'e2eeca99016602b8550107ae91e12f28',
    );
    expect(
      new Hasher()
        .text('a')
        .words(Uint32Array.of(1, 0xffffffff))
        .bytes(Uint8Array.of(1, 2, 3))
        .digest(),
    ).toBe('01fb919e21e867cd62b4b0a8b80aec61');
  });

  test('reads a word the same signed or not', () => {
    expect(hashWords(Int32Array.of(-1, 5))).toBe(hashWords(Uint32Array.of(0xffffffff, 5)));
  });

  test('changes with any one bit, with length and with the place of boundaries', () => {
    fc.assert(
      fc.property(
        fc.int32Array({ minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.nat(31),
        (words, place, bit) => {
          const before = hashWords(words);
          const changed = words.slice();
          changed[place % words.length] ^= 1 << bit;
          expect(hashWords(changed)).not.toBe(before);
          expect(hashWords(words.slice(1))).not.toBe(before);
          const split = place % words.length;
          expect(new Hasher().words(words.slice(0, split)).words(words.slice(split)).digest()).not.toBe(
            before,
          );
        },
      ),
    );
    expect(hashText('ab')).not.toBe(hashText('ab\0'));
    expect(new Hasher().text('ab').text('c').digest()).not.toBe(new Hasher().text('a').text('bc').digest());
    expect(hashWords(new Int32Array(4))).not.toBe(hashWords(new Int32Array(5)));
  });

  test('has no collision among 200,000 short inputs', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 200_000; i++) seen.add(hashWords(Int32Array.of(i)));
    expect(seen.size).toBe(200_000);
  });
});

describe('time', () => {
  test('clock reads HH:MM, past midnight too', () => {
    expect(clock('18:12')).toBe(18 * HOUR + 12 * MINUTE);
    expect(clock('24:30')).toBe(88_200_000);
    for (const bad of ['8:12', '18:60', '18h12', '', '18:12:00'])
      expect(() => clock(bad)).toThrow(RangeError);
  });

  test('minutes between two times are those between the clocks that show them', () => {
    const [from, to] = [clock('16:45'), clock('18:47')];
    for (const seconds of [0, 29, 30, 59]) expect(clockMinutes(from, to + seconds * SECOND)).toBe(122);
    expect(clockMinutes(from + 40 * SECOND, to)).toBe(122);
  });

  test('clockText is the inverse of clock, rounding down to the minute', () => {
    fc.assert(
      fc.property(fc.nat(48 * 60 - 1), fc.nat(59_999), (minutes, rest) => {
        expect(clock(clockText(minutes * MINUTE + rest))).toBe(minutes * MINUTE);
      }),
    );
    expect(clockText(clock('16:45') + 59 * SECOND)).toBe('16:45');
    expect(() => clockText(-1)).toThrow(RangeError);
  });
});

test('a result is ok with a value or not ok with an error', () => {
  expect(ok(1)).toEqual({ ok: true, value: 1 });
  expect(err('full')).toEqual({ ok: false, error: 'full' });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
