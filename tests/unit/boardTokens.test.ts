import { describe, expect, test } from 'vitest';
import { cssVariables, LOSS_LIMITS, lossStep, THEMES, TOKENS } from '../../src/client/tokens.ts';

type Rgb = readonly [number, number, number];
const rgb = (hex: string): Rgb =>
  [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255) as unknown as Rgb;
const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const luminance = ([r, g, b]: Rgb): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(rgb(a)), luminance(rgb(b))].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}
function oklab([r, g, b]: Rgb): Rgb {
  const [lr, lg, lb] = [linear(r), linear(g), linear(b)];
  const l = Math.cbrt(0.4122214708 * lr + 0.5363325363 * lg + 0.0514459929 * lb);
  const m = Math.cbrt(0.2119034982 * lr + 0.6806995451 * lg + 0.1073969566 * lb);
  const s = Math.cbrt(0.0883024619 * lr + 0.2817188376 * lg + 0.6299787005 * lb);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
const difference = (a: Rgb, b: Rgb): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
/** Viénot, Brettel and Mollon 1999: how a dichromat sees a colour, in linear light. */
const DICHROMATS: Readonly<Record<string, readonly number[]>> = {
  protan: [0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1],
  deutan: [0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1],
};
const gamma = (c: number): number =>
  c <= 0.0031308 ? 12.92 * c : 1.055 * Math.max(0, c) ** (1 / 2.4) - 0.055;
function seenBy(kind: string, colour: Rgb): Rgb {
  const [r, g, b] = colour.map(linear);
  const m = DICHROMATS[kind];
  return [0, 3, 6].map((i) => gamma(m[i] * r + m[i + 1] * g + m[i + 2] * b)) as unknown as Rgb;
}

describe.each(THEMES)('colours, %s', (theme) => {
  const t = TOKENS[theme];

  test.each([
    ['ink', 'ground'],
    ['ink', 'edge'],
    ['ink', 'panel'],
    ['ink', 'rim'],
    ['ink', 'rimPast'],
    ['muted', 'ground'],
    ['muted', 'edge'],
    ['muted', 'panel'],
    ['muted', 'rim'],
    ['muted', 'rimPast'],
    ['flapInk', 'flap'],
    ['ember', 'ground'],
    ['ember', 'panel'],
    ['accent', 'ground'],
    ['accent', 'panel'],
    ['ghost', 'ground'],
    ['order', 'ground'],
    ['seatOrange', 'panel'],
    ['seatMinistry', 'panel'],
    ['seatAnssi', 'panel'],
    ['seatServices', 'panel'],
    ['seatOrange', 'ground'],
    ['seatMinistry', 'ground'],
    ['seatAnssi', 'ground'],
    ['seatServices', 'ground'],
  ] as const)('text %s on %s reads (4.5:1)', (text, on) => {
    expect(contrast(t[text], t[on])).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    'line',
    'coast',
    'through',
    'broken',
    'refused',
    'ember',
    'dust',
    'town',
    'answered',
    'waiting',
    'memory',
  ] as const)('mark %s shows on the table (3:1)', (mark) => {
    expect(contrast(t[mark], t.ground)).toBeGreaterThanOrEqual(3);
  });

  test('hues of the seats stand apart from each other; shape and letter tell them to every eye', () => {
    const hues = [t.seatOrange, t.seatMinistry, t.seatAnssi, t.seatServices].map((hue) => oklab(rgb(hue)));
    hues.forEach((hue, i) => {
      for (const other of hues.slice(i + 1)) expect(difference(hue, other)).toBeGreaterThan(0.09);
    });
  });

  test('the strongest loss shows on the table, and the town lights on quiet land', () => {
    expect(contrast(t.loss[t.loss.length - 1], t.ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(t.town, t.loss[0])).toBeGreaterThanOrEqual(3);
    expect(contrast(t.memory, t.glass)).toBeGreaterThanOrEqual(3);
  });

  test('the loss scale has one class more than limits, even steps, one direction of lightness', () => {
    expect(t.loss).toHaveLength(LOSS_LIMITS.length + 1);
    const lab = t.loss.map((hex) => oklab(rgb(hex)));
    const steps = lab.slice(1).map((each, i) => difference(each, lab[i]));
    const mean = steps.reduce((a, b) => a + b) / steps.length;
    for (const step of steps) expect(Math.abs(step - mean)).toBeLessThan(0.15 * mean);
    const direction = Math.sign(lab[1][0] - lab[0][0]);
    lab.slice(1).forEach((each, i) => expect(Math.sign(each[0] - lab[i][0])).toBe(direction));
  });

  test.each(Object.keys(DICHROMATS))('the loss scale stays apart for a %s eye', (kind) => {
    const lab = t.loss.map((hex) => oklab(seenBy(kind, rgb(hex))));
    lab.slice(1).forEach((each, i) => expect(difference(each, lab[i])).toBeGreaterThan(0.05));
  });
});

test('classes of loss', () => {
  expect([null, 0, 0.0099, 0.01, 0.12, 0.5, 1].map(lossStep)).toEqual([-1, 0, 0, 1, 3, 6, 6]);
});

test('every token becomes a CSS variable', () => {
  const css = cssVariables('night');
  expect(css['--ap-rim-past']).toBe(TOKENS.night.rimPast);
  expect(css['--ap-loss-6']).toBe(TOKENS.night.loss[6]);
});
