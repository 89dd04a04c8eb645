import { useClientState, useFigures, useTexts } from '../../client/hooks.ts';

/** Attempts not routed that Orange published for 16:45 to 24:00 (findings of 11 June 2021), rounded by it. */
const PUBLISHED = 11_800;

/** The published total beside the one of the evening "as in 2021" of this draw: a draw is one evening among many. */
export function Published() {
  const t = useTexts();
  const figures = useFigures();
  const seed = useClientState((state) => state.seed);
  const trigger = useClientState((state) => state.scenario?.clock.trigger ?? 0);
  const series = useClientState((state) => state.slowView?.referenceSeries ?? null);
  if (series === null) return null;
  const lost = series.lost.filter((_, index) => series.start + index * series.step >= trigger);
  return (
    <p className="quiet">
      {t('panels:counters.published', {
        published: figures.count(PUBLISHED),
        seed: String(seed),
        computed: figures.count(lost.reduce((sum, step) => sum + step, 0)),
      })}
    </p>
  );
}
