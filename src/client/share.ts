/** The same with some of its parts changed; in these as well, what says the same stays the same object. */
export const withChanges = <T extends object>(before: T, changes: Partial<T>): T => ({
  ...before,
  ...Object.fromEntries(
    Object.entries(changes).map(([part, value]) => [part, shareUnchanged(before[part as keyof T], value)]),
  ),
});

/**
 * The next value with every part that says the same as before replaced by the one before: what did not change stays
 * the same object, so that a screen redraws only what moved. Both are plain JSON.
 */
export function shareUnchanged<T>(before: unknown, next: T): T {
  if (Object.is(before, next)) return next;
  if (Array.isArray(next)) {
    if (!Array.isArray(before)) return next;
    let same = before.length === next.length;
    const shared = next.map((each: unknown, i) => {
      const kept = shareUnchanged(before[i], each);
      if (kept !== before[i]) same = false;
      return kept;
    });
    return (same ? before : shared) as T;
  }
  if (typeof next !== 'object' || next === null) return next;
  if (typeof before !== 'object' || before === null || Array.isArray(before)) return next;
  const old = before as Readonly<Record<string, unknown>>;
  const names = Object.keys(next);
  let same = names.length === Object.keys(old).length;
  const shared: Record<string, unknown> = {};
  for (const name of names) {
    const kept = shareUnchanged(old[name], (next as Readonly<Record<string, unknown>>)[name]);
    if (kept !== old[name] || !Object.hasOwn(old, name)) same = false;
    shared[name] = kept;
  }
  return (same ? before : shared) as T;
}
