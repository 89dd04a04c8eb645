import { useMemo } from 'react';
import { useDesk, useExercise, usePlayState, useSeatView } from '../../client/playHooks.ts';
import { guideStep, type GuideStep } from './guideSteps.ts';

/** Where the first evening of the seat on screen stands; null when nobody is led, or no longer. */
export function useGuide(): GuideStep | null {
  const { guided, play } = useExercise();
  // Where nobody is led, what comes and goes redraws nothing.
  const view = useSeatView((whole) => (guided ? whole : null));
  const seat = usePlayState((state) => state.seat);
  const minute = usePlayState((state) => Math.floor((state.clock?.at ?? 0) / 60_000));
  const stopped = usePlayState((state) => state.stopped !== null || state.clock?.finished === true);
  const passed = useDesk((desk) => desk.guide);
  const lines = play.seats.find((each) => each.seat === seat)?.lines;
  return useMemo(
    () =>
      view === null || stopped || passed === null || lines === undefined
        ? null
        : guideStep(lines, view, minute * 60_000, passed),
    [stopped, passed, lines, view, minute],
  );
}

/** Whether the first evening points at the element of this id. */
export function usePointedAt(id: string): boolean {
  const step = useGuide();
  return step?.kind === 'do' && step.target === id;
}
