/** Seed of the watched evening, which shows one draw of 2 June 2021 to everybody. */
export const DEFAULT_SEED = 2021;
export const MAX_SEED = 4_294_967_295;

export function parseSeed(text: string): number | null {
  if (!/^\d{1,10}$/.test(text.trim())) return null;
  const seed = Number(text);
  return seed <= MAX_SEED ? seed : null;
}

/** A seed for a new exercise: short enough to be said aloud, and unlike the last one. */
export const drawSeed = (): number => crypto.getRandomValues(new Uint16Array(1))[0]!;
