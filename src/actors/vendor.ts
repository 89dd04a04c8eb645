import { emit, setup } from 'xstate';
import type { OPTIONAL_TAGS } from '../scenario/play/vocabulary.ts';
import type { ActorEffect } from './effects.ts';
import type { ActorEvent } from './events.ts';
import { delayOf } from './settings.ts';
import type { VendorSettings } from './settings.ts';

/** The vendor of the call servers: someone to wake, an analysis, a patch that nobody has tested. */
export const vendor = setup({
  types: {} as {
    context: VendorSettings;
    input: VendorSettings;
    events: ActorEvent;
    emitted: ActorEffect;
    tags: (typeof OPTIONAL_TAGS.vendor)[number];
  },
  delays: {
    callBack: ({ context }) => delayOf(context.callBackMinutes),
    analysis: ({ context }) => delayOf(context.analysisMinutes),
    informedAnalysis: ({ context }) => delayOf(context.informedAnalysisMinutes),
  },
  actions: {
    calledBack: emit({ type: 'answer', from: 'vendor', about: 'call' }),
    patch: emit({ type: 'answer', from: 'vendor', about: 'patch' }),
  },
}).createMachine({
  id: 'vendor',
  type: 'parallel',
  context: ({ input }) => ({ ...input }),
  states: {
    help: {
      id: 'vendor.help',
      initial: 'asleep',
      states: {
        asleep: { id: 'vendor.help.asleep', tags: ['vendorAsleep'], on: { VENDOR_CALLED: 'called' } },
        called: {
          id: 'vendor.help.called',
          tags: ['vendorCalled'],
          after: { callBack: { target: 'analysing', actions: 'calledBack' } },
        },
        analysing: {
          id: 'vendor.help.analysing',
          tags: ['vendorAnalysing'],
          on: { VENDOR_EVIDENCE: 'informed' },
          after: { analysis: { target: 'patchReady', actions: 'patch' } },
        },
        // Evidence restarts the analysis on better ground.
        informed: {
          id: 'vendor.help.informed',
          tags: ['vendorAnalysing'],
          after: { informedAnalysis: { target: 'patchReady', actions: 'patch' } },
        },
        patchReady: {
          id: 'vendor.help.patchReady',
          tags: ['patchReady'],
          on: { PATCH_INSTALLED: 'patchInstalled', PATCH_REFUSED: 'patchRefused' },
        },
        // What was refused is not offered again: whoever wants it asks for it.
        patchRefused: {
          id: 'vendor.help.patchRefused',
          tags: ['patchRefused'],
          on: { VENDOR_CALLED: 'patchReady' },
        },
        patchInstalled: {
          id: 'vendor.help.patchInstalled',
          tags: ['patchInstalled'],
          on: { VENDOR_CALLED: 'called' },
        },
      },
    },
  },
});
