export const DEFAULT_SEED = 2021;
export const MAX_SEED = 4_294_967_295;

export function parseSeed(text: string): number | null {
  if (!/^\d{1,10}$/.test(text.trim())) return null;
  const seed = Number(text);
  return seed <= MAX_SEED ? seed : null;
}
