import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

let printing = false;
const listeners = new Set<() => void>();
const turn = (on: boolean) => (): void => {
  // The browser prints what is there as soon as it has been told.
  flushSync(() => {
    printing = on;
    for (const listener of listeners) listener();
  });
};
const before = turn(true);
const after = turn(false);

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
  };
}

/** Whether the page is being printed: then everything folded is unfolded. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => printing);
}
