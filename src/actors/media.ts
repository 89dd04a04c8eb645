import { emit, setup } from 'xstate';
import type { OPTIONAL_TAGS } from '../scenario/play/vocabulary.ts';
import type { ActorEffect } from './effects.ts';
import type { ActorEvent } from './events.ts';
import { delayOf } from './settings.ts';
import type { MediaSettings } from './settings.ts';
import { learns } from './shared.ts';

/** The press: it asks, and if nobody speaks, an expert guesses. */
export const media = setup({
  types: {} as {
    context: MediaSettings;
    input: MediaSettings;
    events: ActorEvent;
    emitted: ActorEffect;
    tags: (typeof OPTIONAL_TAGS.media)[number];
  },
  delays: { patience: ({ context }) => delayOf(context.guessMinutes) },
  guards: { learns },
}).createMachine({
  id: 'media',
  type: 'parallel',
  context: ({ input }) => ({ ...input }),
  states: {
    coverage: {
      id: 'media.coverage',
      initial: 'calm',
      on: { LEARN: { guard: { type: 'learns', params: 'restored' }, target: '.calm' } },
      states: {
        calm: {
          id: 'media.coverage.calm',
          tags: ['pressCalm'],
          on: {
            PRESS_HEARD: 'asking',
            LEARN: { guard: { type: 'learns', params: 'emergency.affected' }, target: 'asking' },
          },
        },
        asking: {
          id: 'media.coverage.asking',
          tags: ['pressAsking'],
          entry: emit({ type: 'pressAsks' }),
          on: { PRESS_ANSWERED: 'covering' },
          after: { patience: 'guessing' },
        },
        covering: {
          id: 'media.coverage.covering',
          tags: ['pressCovering'],
          on: { PRESS_HEARD: 'asking' },
        },
        guessing: {
          id: 'media.coverage.guessing',
          tags: ['pressGuessing'],
          entry: emit({ type: 'pressGuesses' }),
          on: { PRESS_ANSWERED: 'covering' },
        },
      },
    },
  },
});
