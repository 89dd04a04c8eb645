import { useCallback, useEffect, useRef } from 'react';
import { usePlay, usePlayState } from '../../client/playHooks.ts';

/** A press so soon after the clock has stopped by itself was meant to stop it, wall ms. */
const SURPRISE_MS = 700;

/** Pause and play by one press: what was meant as a pause does not start again a clock that has just stopped by itself. */
export function useTogglePlay(): () => void {
  const client = usePlay();
  const playing = usePlayState((state) => state.clock?.playing === true);
  const was = useRef(playing);
  const byHand = useRef(false);
  const stoppedAt = useRef(-Infinity);
  useEffect(() => {
    if (was.current && !playing && !byHand.current) stoppedAt.current = performance.now();
    was.current = playing;
    byHand.current = false;
  }, [playing]);
  return useCallback(() => {
    if (!was.current && performance.now() - stoppedAt.current < SURPRISE_MS) return;
    byHand.current = true;
    client.togglePlay();
  }, [client]);
}
