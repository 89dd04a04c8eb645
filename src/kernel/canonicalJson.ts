/**
 * JSON with one spelling: keys sorted by UTF-16 code units, no spaces, -0 as 0. Two equal values give the same text,
 * so the text can be hashed. Throws a TypeError that names the path of anything JSON cannot hold faithfully.
 */
export function canonicalJson(value: unknown): string {
  return write(value, [], []);
}

/** `steps` lead to the value from the top, `above` holds what it lies in: written to on the way down, undone on the way up. */
function write(value: unknown, steps: (string | number)[], above: object[]): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') {
    if (value - value !== 0) throw refusal(steps, String(value));
    return value === 0 ? '0' : String(value);
  }
  if (typeof value !== 'object') throw refusal(steps, typeof value);
  if (above.includes(value)) throw refusal(steps, 'a cycle');
  above.push(value);
  const text = Array.isArray(value) ? writeArray(value, steps, above) : writeRecord(value, steps, above);
  above.pop();
  return text;
}

function writeArray(items: readonly unknown[], steps: (string | number)[], above: object[]): string {
  // Lists of names are most of what is written; of strings there is one spelling.
  if (areTexts(items)) return JSON.stringify(items);
  let text = '[';
  // By index, so that holes are visited: JSON would turn them into null unseen.
  for (let i = 0; i < items.length; i++) {
    steps.push(i);
    text += (i === 0 ? '' : ',') + write(items[i], steps, above);
    steps.pop();
  }
  return `${text}]`;
}

function areTexts(items: readonly unknown[]): boolean {
  for (let i = 0; i < items.length; i++) if (typeof items[i] !== 'string') return false;
  return true;
}

function writeRecord(value: object, steps: (string | number)[], above: object[]): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
    throw refusal(steps, 'an object of a class');
  const record = value as Record<string, unknown>;
  let text = '{';
  for (const key of Object.keys(record).sort()) {
    steps.push(key);
    text += `${text.length === 1 ? '' : ','}${JSON.stringify(key)}:${write(record[key], steps, above)}`;
    steps.pop();
  }
  return `${text}}`;
}

function refusal(steps: readonly (string | number)[], found: string): TypeError {
  const path = steps.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return new TypeError(`not canonical JSON at $${path}: ${found}`);
}
