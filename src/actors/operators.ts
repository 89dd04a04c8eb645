import { assign, emit, setup } from 'xstate';
import type { OPTIONAL_TAGS } from '../scenario/play/vocabulary.ts';
import type { ActorEffect } from './effects.ts';
import type { ActorEvent } from './events.ts';
import { delayOf } from './settings.ts';
import type { OperatorsSettings } from './settings.ts';
import { learns } from './shared.ts';

interface OperatorsContext extends OperatorsSettings {
  /** What the step of trust makes of an agreement's delay, in tenths (exercise rules §3). */
  readonly agreementTenths: 10 | 15 | 25;
}

/** Other operators: they see their customers' failures towards one bridge, and can carry calls around it. */
export const operators = setup({
  types: {} as {
    context: OperatorsContext;
    input: OperatorsSettings;
    events: ActorEvent;
    emitted: ActorEffect;
    tags: (typeof OPTIONAL_TAGS.operators)[number];
  },
  delays: {
    agreement: ({ context }) => delayOf((context.agreementMinutes * context.agreementTenths) / 10),
  },
  guards: { learns },
  actions: { agreed: emit({ type: 'answer', from: 'operators', about: 'detour' }) },
}).createMachine({
  id: 'operators',
  type: 'parallel',
  context: ({ input }) => ({ ...input, agreementTenths: 10 }),
  on: {
    TRUST_GIVEN: { actions: assign({ agreementTenths: 10 }) },
    TRUST_WATCHED: { actions: assign({ agreementTenths: 15 }) },
    TRUST_LOST: { actions: assign({ agreementTenths: 25 }) },
  },
  states: {
    awareness: {
      id: 'operators.awareness',
      initial: 'unseen',
      states: {
        unseen: {
          id: 'operators.awareness.unseen',
          tags: ['failuresUnseen'],
          on: {
            FAILURES_SEEN: 'seen',
            LEARN: { guard: { type: 'learns', params: 'emergency.affected' }, target: 'seen' },
          },
        },
        seen: {
          id: 'operators.awareness.seen',
          tags: ['failuresSeen'],
          on: { ORANGE_WARNED: 'warned' },
        },
        warned: { id: 'operators.awareness.warned', tags: ['orangeWarned'] },
      },
    },
    detour: {
      id: 'operators.detour',
      initial: 'none',
      states: {
        none: { id: 'operators.detour.none', tags: ['detourNone'], on: { DETOUR_ASKED: 'asked' } },
        asked: {
          id: 'operators.detour.asked',
          tags: ['detourAsked'],
          on: { DETOUR_ENDED: 'none' },
          after: { agreement: { target: 'agreed', actions: 'agreed' } },
        },
        agreed: { id: 'operators.detour.agreed', tags: ['detourAgreed'], on: { DETOUR_ENDED: 'none' } },
      },
    },
  },
});
