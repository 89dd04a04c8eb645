/**
 * The colours of every screen, as plain data: the table reads them as they are, the panels as CSS variables.
 * Contrasts (text 4.5:1, marks 3:1) and the even steps of the loss scale are held by `boardTokens.test.ts`.
 */
export const THEMES = ['day', 'night', 'contrast'] as const;
export type ThemeName = (typeof THEMES)[number];

export interface Tokens {
  /** The table under the light, and at its edge. */
  readonly ground: string;
  readonly edge: string;
  readonly panel: string;
  /** Text, secondary text, hairlines that carry meaning, hairlines that do not. */
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly faint: string;
  /** Focus, selection, links. */
  readonly accent: string;
  readonly rim: string;
  readonly rimPast: string;
  readonly coast: string;
  readonly border: string;
  /** Too few calls to say. */
  readonly unknown: string;
  /** Share lost, from none to more than half: LOSS_LIMITS. Even in lightness, one direction. */
  readonly loss: readonly string[];
  /** Filaments by fate. */
  readonly through: string;
  readonly broken: string;
  readonly refused: string;
  /** What is lost: embers, dust, the figures that count it. */
  readonly ember: string;
  readonly dust: string;
  /** A town whose calls get through. */
  readonly town: string;
  /** The lanterns' light: an ornament, the level beside it carries the figure. */
  readonly flame: string;
  readonly glass: string;
  readonly memory: string;
  readonly memoryDown: string;
  readonly flap: string;
  readonly flapInk: string;
  readonly flapEdge: string;
  readonly ghost: string;
  readonly order: string;
  /** Series of the charts. */
  readonly answered: string;
  readonly waiting: string;
  /** Hues of the seats; each mat bears a shape and a letter as well. */
  readonly seatOrange: string;
  readonly seatMinistry: string;
  readonly seatAnssi: string;
  readonly seatServices: string;
}

/** Upper limits of the classes of the loss scale but the last (shares of attempts not routed). */
export const LOSS_LIMITS: readonly number[] = [0.01, 0.05, 0.1, 0.2, 0.35, 0.5];

/** Class of a loss in the scale, -1 when unknown. */
export function lossStep(loss: number | null): number {
  if (loss === null) return -1;
  let step = 0;
  while (step < LOSS_LIMITS.length && loss >= LOSS_LIMITS[step]) step++;
  return step;
}

export const TOKENS: Readonly<Record<ThemeName, Tokens>> = {
  night: {
    ground: '#142230',
    edge: '#060b12',
    panel: '#131d27',
    ink: '#f1eee7',
    muted: '#a6b3bd',
    line: '#667785',
    faint: '#2b3946',
    accent: '#60ceef',
    rim: '#16222d',
    rimPast: '#23374c',
    coast: '#718391',
    border: '#141b24',
    unknown: '#1d2731',
    loss: ['#283441', '#484347', '#68514b', '#885f4f', '#aa6d51', '#cc7b51', '#f08950'],
    through: '#f7e7bb',
    broken: '#e77140',
    refused: '#a99ec0',
    ember: '#f0824f',
    dust: '#b85a34',
    town: '#ffd986',
    flame: '#ffd986',
    glass: '#0b131b',
    memory: '#4d7389',
    memoryDown: '#8a3a22',
    flap: '#1a2733',
    flapInk: '#f1eee7',
    flapEdge: '#2b3946',
    ghost: '#a6b3bd',
    order: '#60ceef',
    answered: '#f0d48a',
    waiting: '#8fb4d8',
    seatOrange: '#ee9346',
    seatMinistry: '#86abf0',
    seatAnssi: '#93cfa8',
    seatServices: '#dcc257',
  },
  day: {
    ground: '#f8f6f1',
    edge: '#e6e3da',
    panel: '#fbfaf7',
    ink: '#1d252d',
    muted: '#4a545d',
    line: '#727c86',
    faint: '#cfcbc1',
    accent: '#0e5794',
    rim: '#dedad2',
    rimPast: '#b9cad8',
    coast: '#5b646f',
    border: '#f8f6f1',
    unknown: '#f4f2ec',
    loss: ['#ebe8df', '#ddc7bb', '#cda897', '#bd8874', '#ac6a52', '#9a4a30', '#862803'],
    through: '#1d4d87',
    broken: '#aa3606',
    refused: '#66548a',
    ember: '#aa3606',
    dust: '#b5552c',
    town: '#8a5c05',
    flame: '#f5c451',
    glass: '#ffffff',
    memory: '#5b8dab',
    memoryDown: '#9a4a30',
    flap: '#22303c',
    flapInk: '#f8f6f1',
    flapEdge: '#22303c',
    ghost: '#4a545d',
    order: '#0e5794',
    answered: '#8a5c05',
    waiting: '#1d4d87',
    seatOrange: '#a5480a',
    seatMinistry: '#2a559c',
    seatAnssi: '#1f6b45',
    seatServices: '#7a5e06',
  },
  contrast: {
    ground: '#000000',
    edge: '#000000',
    panel: '#000000',
    ink: '#ffffff',
    muted: '#e4e4e4',
    line: '#c4c4c4',
    faint: '#5c5c5c',
    accent: '#5fe3ff',
    rim: '#000000',
    rimPast: '#2c2c2c',
    coast: '#ffffff',
    border: '#000000',
    unknown: '#000000',
    loss: ['#242424', '#433f2e', '#665c36', '#8a7a3b', '#af983d', '#d5b83d', '#fbda38'],
    through: '#5fe3ff',
    broken: '#ff8a5c',
    refused: '#d9b8ff',
    ember: '#ff8a5c',
    dust: '#ff8a5c',
    town: '#ffffff',
    flame: '#fbda38',
    glass: '#000000',
    memory: '#8f8f8f',
    memoryDown: '#b3401a',
    flap: '#000000',
    flapInk: '#ffffff',
    flapEdge: '#8a8a8a',
    ghost: '#ffffff',
    order: '#5fe3ff',
    answered: '#fbda38',
    waiting: '#5fe3ff',
    seatOrange: '#ff9d4d',
    seatMinistry: '#8fb8ff',
    seatAnssi: '#8ff0b4',
    seatServices: '#ffe14d',
  },
};

/** The tokens of a theme as CSS custom properties: `--ap-ground`, `--ap-loss-0`… */
export function cssVariables(theme: ThemeName): Readonly<Record<string, string>> {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(TOKENS[theme])) {
    const kebab = `--ap-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (typeof value === 'string') out[kebab] = value;
    else value.forEach((each: string, i: number) => (out[`${kebab}-${i}`] = each));
  }
  return out;
}
