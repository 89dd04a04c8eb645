import { useSelector } from '@xstate/store-react';
import { createContext, useContext } from 'react';
import type { SeatView } from '../view/seatView.ts';
import type { PlayClient } from './playClient.ts';
import type { Desk, OpenExercise, PlayState } from './playStore.ts';

const PlayContext = createContext<PlayClient | null>(null);
export const PlayProvider = PlayContext.Provider;

export function usePlay(): PlayClient {
  const client = useContext(PlayContext);
  if (client === null) throw new Error('usePlay needs a PlayProvider above it');
  return client;
}

export function usePlayState<T>(select: (state: PlayState) => T): T {
  const { store } = usePlay();
  return useSelector(store, (snapshot) => select(snapshot.context));
}

/** The exercise on screen: only below a screen that has one. */
export function useExercise(): OpenExercise {
  const exercise = usePlayState((state) => state.exercise);
  if (exercise === null) throw new Error('there is no exercise on screen');
  return exercise;
}

/** Part of what the seat on screen sees: only below a screen that has a view. */
export function useSeatView<T>(select: (view: SeatView) => T): T {
  return usePlayState((state) => {
    const view = state.views[state.seat];
    if (view === undefined) throw new Error('the seat on screen has no view');
    return select(view);
  });
}

export function useDesk<T>(select: (desk: Desk) => T): T {
  return usePlayState((state) => select(state.desks[state.seat]));
}
