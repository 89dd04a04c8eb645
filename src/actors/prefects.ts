import { emit, setup } from 'xstate';
import type { OPTIONAL_TAGS } from '../scenario/play/vocabulary.ts';
import type { ActorEffect } from './effects.ts';
import type { ActorEvent } from './events.ts';
import { delayOf } from './settings.ts';
import type { PrefectsSettings } from './settings.ts';
import { startsAs } from './shared.ts';

/** Prefects and departmental cells: polled, asked for local lists, sent the words to use. */
export const prefects = setup({
  types: {} as {
    context: PrefectsSettings;
    input: PrefectsSettings;
    events: ActorEvent;
    emitted: ActorEffect;
    tags: (typeof OPTIONAL_TAGS.prefects)[number];
  },
  delays: {
    poll: ({ context }) => delayOf(context.pollMinutes),
    localList: ({ context }) => delayOf(context.localListMinutes),
  },
  guards: { startsAs },
  actions: {
    pollAnswered: emit({ type: 'answer', from: 'prefects', about: 'poll' }),
    listReady: emit({ type: 'answer', from: 'prefects', about: 'list' }),
  },
}).createMachine({
  id: 'prefects',
  type: 'parallel',
  context: ({ input }) => ({ ...input }),
  states: {
    poll: {
      id: 'prefects.poll',
      initial: 'none',
      states: {
        none: { id: 'prefects.poll.none', tags: ['pollNone'], on: { POLL: 'asked' } },
        asked: {
          id: 'prefects.poll.asked',
          tags: ['pollAsked'],
          after: { poll: { target: 'answered', actions: 'pollAnswered' } },
        },
        answered: { id: 'prefects.poll.answered', tags: ['pollAnswered'], on: { POLL: 'asked' } },
      },
    },
    list: {
      id: 'prefects.list',
      initial: 'none',
      on: { START: { guard: { type: 'startsAs', params: 'localListReady' }, target: '.ready' } },
      states: {
        none: { id: 'prefects.list.none', tags: ['localListNone'], on: { LISTS_ASKED: 'compiling' } },
        compiling: {
          id: 'prefects.list.compiling',
          tags: ['localListCompiling'],
          after: { localList: { target: 'ready', actions: 'listReady' } },
        },
        ready: { id: 'prefects.list.ready', tags: ['localListReady'] },
      },
    },
    words: {
      id: 'prefects.words',
      initial: 'own',
      on: { START: { guard: { type: 'startsAs', params: 'wordsAligned' }, target: '.aligned' } },
      states: {
        own: { id: 'prefects.words.own', tags: ['wordsOwn'], on: { WORDS_SENT: 'aligned' } },
        aligned: { id: 'prefects.words.aligned', tags: ['wordsAligned'] },
      },
    },
  },
});
