/**
 * JSON with one spelling: keys sorted by UTF-16 code units, no spaces, -0 as 0. Two equal values give the same text,
 * so the text can be hashed. Throws a TypeError that names the path of anything JSON cannot hold faithfully.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$', []);
}

function write(value: unknown, path: string, above: readonly object[]): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (value - value !== 0) throw refusal(path, String(value));
    return value === 0 ? '0' : String(value);
  }
  if (typeof value !== 'object') throw refusal(path, typeof value);
  if (above.includes(value)) throw refusal(path, 'a cycle');
  const inside = [...above, value];
  if (Array.isArray(value)) {
    // Array.from also visits holes, which JSON would turn into null unseen.
    return `[${Array.from(value, (item, i) => write(item, `${path}[${i}]`, inside)).join(',')}]`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
    throw refusal(path, 'an object of a class');
  const record = value as Record<string, unknown>;
  const members = Object.keys(record)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${write(record[key], `${path}.${key}`, inside)}`);
  return `{${members.join(',')}}`;
}

function refusal(path: string, found: string): TypeError {
  return new TypeError(`not canonical JSON at ${path}: ${found}`);
}
