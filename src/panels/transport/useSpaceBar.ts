import { useEffect } from 'react';
import { useClient } from '../../client/hooks.ts';

/** Things on which the space bar already means something. */
const TAKEN = 'input, textarea, select, button, a, summary, [role="tab"], [role="slider"], [contenteditable]';

/** The space bar plays and pauses from anywhere it has no other meaning. */
export function useSpaceBar(): void {
  const client = useClient();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== ' ' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (event.target instanceof Element && event.target.closest(TAKEN) !== null) return;
      event.preventDefault();
      client.togglePlay();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [client]);
}
