import { useEffect } from 'react';

/** Things on which the space bar already means something. */
const TAKEN = 'input, textarea, select, button, a, summary, [role="tab"], [role="slider"], [contenteditable]';

/** The space bar plays and pauses from anywhere it has no other meaning. */
export function useSpaceBar(toggle: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== ' ' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (event.target instanceof Element && event.target.closest(TAKEN) !== null) return;
      event.preventDefault();
      toggle();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [toggle]);
}
