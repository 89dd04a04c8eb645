/** Gives the focus to the heading of a `Section`, so that reading goes on from there. */
export function focusHeading(id: string): void {
  const heading = document.getElementById(`${id}-title`);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
