import type { PlayState } from './playStore.ts';
import type { SavedExercise } from './saves.ts';

/** What was asked of the session and decides what its answer is. */
export type Asked =
  | { readonly kind: 'new'; readonly guided: boolean }
  | {
      readonly kind: 'kept';
      readonly record: SavedExercise;
      readonly debrief: boolean;
      readonly back?: Pick<PlayState, 'seat' | 'desks'>;
    }
  | { readonly kind: 'file'; readonly name: string }
  /** `earlier`: the try that it is taken up from. */
  | { readonly kind: 'branch'; readonly earlier: SavedExercise['earlier'] };
