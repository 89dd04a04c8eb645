/** A text as it is searched: without accents, hyphens, apostrophes or capitals. */
export const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\s'’-]+/g, ' ')
    .trim()
    .toLowerCase();

/** A sentence as it goes on from a colon: without its capital. */
export const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
