/** What the browser keeps as long as the tab; null where it is forbidden. */
export function tabStore(): Pick<Storage, 'getItem' | 'setItem'> | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
