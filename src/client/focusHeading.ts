/** What is above may still be loading: for this long the heading is kept where it was brought. */
const SETTLING_MS = 2500;
const HANDS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** Gives the focus to the heading of a `Section`, so that reading goes on from there. */
export function focusHeading(id: string): void {
  const heading = document.getElementById(`${id}-title`);
  if (heading === null) return;
  heading.scrollIntoView({ block: 'start' });
  heading.focus({ preventScroll: true });
  hold(heading);
}

let release = (): void => undefined;

/** Brings the heading back as long as what comes late moves it, until a hand says otherwise. */
function hold(heading: HTMLElement): void {
  release();
  const column = heading.closest('.tab-panel > *, main');
  if (column === null) return;
  const observer = new ResizeObserver(() => heading.scrollIntoView({ block: 'start' }));
  for (const part of [column, ...column.children]) observer.observe(part);
  const timer = setTimeout(() => release(), SETTLING_MS);
  release = () => {
    observer.disconnect();
    clearTimeout(timer);
    for (const hand of HANDS) removeEventListener(hand, release, true);
  };
  for (const hand of HANDS) addEventListener(hand, release, { capture: true, passive: true });
}
