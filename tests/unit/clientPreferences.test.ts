import { expect, test } from 'vitest';
import { figures, lossShare } from '../../src/client/figures.ts';
import { placeFromKey, placeKey } from '../../src/client/places.ts';
import { loadPreferences, savePreferences } from '../../src/client/preferences.ts';

function memory(first: Record<string, string> = {}) {
  const kept = new Map(Object.entries(first));
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

test('choices come back, the sound never does', () => {
  const storage = memory();
  savePreferences(storage, { language: 'en', theme: 'contrast', motion: 'reduced', sound: true });
  expect(loadPreferences(storage, ['fr-FR'])).toEqual({
    language: 'en',
    theme: 'contrast',
    motion: 'reduced',
    sound: false,
  });
});

test('without choices the browser’s language counts, French otherwise; damage is forgotten', () => {
  expect(loadPreferences(memory(), ['de-DE', 'en-US']).language).toBe('en');
  expect(loadPreferences(memory(), ['de-DE']).language).toBe('fr');
  expect(loadPreferences(null, []).theme).toBe('system');
  const damaged = memory({ 'appels-perdus.preferences': '{"theme":"pink",' });
  expect(loadPreferences(damaged, ['fr']).theme).toBe('system');
  expect(loadPreferences(memory({ 'appels-perdus.preferences': '{"theme":"pink"}' }), ['fr']).theme).toBe(
    'system',
  );
});

test('figures are written as each language writes them', () => {
  expect(figures('fr').count(11_800)).toBe('11\u202f800');
  expect(figures('en').count(11_800)).toBe('11,800');
  expect(figures('fr').share(0.113, 1)).toBe('11,3\u00a0%');
  expect(figures('en').share(0.113, 1)).toBe('11.3%');
  expect(figures('fr').signed(-12.4)).toBe('\u221212');
  expect(figures('fr').signed(12)).toBe('+12');
  expect(figures('fr').typed(13_000_000.5)).toBe('13000000,5');
  expect(lossShare(0, 0)).toBeNull();
  expect(lossShare(1, 4)).toBe(0.25);
});

test('a place comes back from its key', () => {
  for (const place of [
    { kind: 'server', id: 'lyon1' },
    { kind: 'area', code: '2A' },
    { kind: 'centre', code: '69', room: '18-112' },
  ] as const)
    expect(placeFromKey(placeKey(place))).toEqual(place);
  expect(placeFromKey('')).toBeNull();
  expect(placeFromKey('centre:69:19')).toBeNull();
});
