/** A computation this much further than where it was first heard of tells how long the rest of it takes. */
const TELLING = 0.1;
/** Said by steps, so that it does not flicker, seconds. */
const STEP = 5;

/**
 * Seconds left of computations that tell their share, 0 to 1, by what has passed of each; null as long as that cannot be
 * told. `now`: ms of any clock.
 */
export function timeLeft(now: () => number): (name: string, share: number) => number | null {
  const begun = new Map<string, { readonly at: number; readonly share: number }>();
  return (name, share) => {
    const first = begun.get(name);
    // Less than before: it was begun anew.
    if (first === undefined || share <= first.share) {
      begun.set(name, { at: now(), share });
      return null;
    }
    const done = share - first.share;
    if (done < TELLING) return null;
    const seconds = ((now() - first.at) / 1000 / done) * (1 - share);
    return STEP * Math.max(1, Math.round(seconds / STEP));
  };
}
