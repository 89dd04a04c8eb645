import { useSelector } from '@xstate/store-react';
import { createContext, useContext } from 'react';
import type { FactView, SeatView } from '../view/seatView.ts';
import type { PlayClient } from './playClient.ts';
import type { Desk, OpenExercise, PlayState } from './playStore.ts';

const PlayContext = createContext<PlayClient | null>(null);
export const PlayProvider = PlayContext.Provider;

export function usePlay(): PlayClient {
  const client = useContext(PlayContext);
  if (client === null) throw new Error('usePlay needs a PlayProvider above it');
  return client;
}

/** `same`: whether what is selected anew says what was there; identity without it. */
export function usePlayState<T>(
  select: (state: PlayState) => T,
  same?: (before: T | undefined, next: T) => boolean,
): T {
  const { store } = usePlay();
  return useSelector(store, (snapshot) => select(snapshot.context), same);
}

/** The exercise on screen: only below a screen that has one. */
export function useExercise(): OpenExercise {
  const exercise = usePlayState((state) => state.exercise);
  if (exercise === null) throw new Error('there is no exercise on screen');
  return exercise;
}

/** Part of what the seat on screen sees: only below a screen that has a view. */
export function useSeatView<T>(
  select: (view: SeatView) => T,
  same?: (before: T | undefined, next: T) => boolean,
): T {
  return usePlayState((state) => {
    const view = state.views[state.seat];
    if (view === undefined) throw new Error('the seat on screen has no view');
    return select(view);
  }, same);
}

const sameItems = <T>(before: readonly T[] | undefined, next: readonly T[]): boolean =>
  before?.length === next.length && before.every((item, i) => item === next[i]);

/** What the seat holds of these statements, in the order in which it holds facts; the same list until one of them changes. */
export function useFactsOf(statements: readonly number[]): readonly FactView[] {
  return useSeatView(
    (view) => view.facts.filter(({ statement }) => statements.includes(statement)),
    sameItems,
  );
}

export function useDesk<T>(select: (desk: Desk) => T): T {
  return usePlayState((state) => select(state.desks[state.seat]));
}
