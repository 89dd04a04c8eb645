import { assign, emit, setup } from 'xstate';
import type { OPTIONAL_TAGS } from '../scenario/play/vocabulary.ts';
import type { ActorEffect } from './effects.ts';
import type { ActorEvent } from './events.ts';
import { delayOf } from './settings.ts';
import type { PopulationSettings } from './settings.ts';
import { learns } from './shared.ts';

interface PopulationContext extends PopulationSettings {
  /** An official word has been said: curiosity stays small. */
  readonly advised: boolean;
}

/** The public: curious or alarmed, with a list of its own making or the official one. */
export const population = setup({
  types: {} as {
    context: PopulationContext;
    input: PopulationSettings;
    events: ActorEvent;
    emitted: ActorEffect;
    tags: (typeof OPTIONAL_TAGS.population)[number];
  },
  delays: {
    curiosity: ({ context }) => delayOf(context.curiousMinutes),
    alarm: ({ context }) => delayOf(context.alarmMinutes),
  },
  guards: { learns, unheard: ({ context }) => !context.advised },
  actions: {
    curiousStart: emit(({ context }) => ({
      type: 'curiousCalls',
      percent: context.advised ? context.curiousPercent : context.curiousUnadvisedPercent,
    })),
    curiousEnd: emit({ type: 'curiousCalls', percent: 0 }),
    heard: assign({ advised: true }),
  },
}).createMachine({
  id: 'population',
  type: 'parallel',
  context: ({ input }) => ({ ...input, advised: false }),
  states: {
    mood: {
      id: 'population.mood',
      initial: 'calm',
      on: { LEARN: { guard: { type: 'learns', params: 'restored' }, target: '.calm' } },
      states: {
        calm: {
          id: 'population.mood.calm',
          tags: ['publicCalm'],
          // The first official word sends some to try for themselves.
          on: {
            TESTIMONY: 'curious',
            BADLY_WORDED: 'curious',
            RUMOUR: 'alarmed',
            ADVISED: { guard: 'unheard', target: 'curious' },
          },
        },
        curious: {
          id: 'population.mood.curious',
          tags: ['publicCurious'],
          entry: 'curiousStart',
          exit: 'curiousEnd',
          on: { ADVISED: 'calm', RUMOUR: 'alarmed' },
          after: { curiosity: 'calm' },
        },
        alarmed: {
          id: 'population.mood.alarmed',
          tags: ['publicAlarmed'],
          on: { ADVISED: 'calm' },
          after: { alarm: 'calm' },
        },
      },
    },
    list: {
      id: 'population.list',
      initial: 'unknown',
      on: { ADVISED: { actions: 'heard' } },
      states: {
        unknown: {
          id: 'population.list.unknown',
          tags: ['listUnknown'],
          on: { HOME_LIST: 'homeMade', OFFICIAL_LIST: 'official' },
        },
        homeMade: {
          id: 'population.list.homeMade',
          tags: ['listHomeMade'],
          on: { OFFICIAL_LIST: 'official' },
        },
        official: {
          id: 'population.list.official',
          tags: ['listOfficial'],
          on: { HOME_LIST: 'homeMade' },
        },
      },
    },
  },
});
