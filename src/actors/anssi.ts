import { assign, emit, setup } from 'xstate';
import type { TAGS } from '../scenario/play/vocabulary.ts';
import type { ActorEffect } from './effects.ts';
import type { ActorEvent } from './events.ts';
import { delayOf } from './settings.ts';
import type { AnssiSettings } from './settings.ts';
import { learns, shiftRegion, startsAs } from './shared.ts';

interface AnssiContext extends AnssiSettings {
  /** The word given has already been contradicted by a fact: it costs trust once. */
  readonly contradicted: boolean;
}

/** The agency that says whether it is an attack or a failure, with a second case every night. */
export const anssi = setup({
  types: {} as {
    context: AnssiContext;
    input: AnssiSettings;
    events: ActorEvent;
    emitted: ActorEffect;
    tags: (typeof TAGS.anssi)[number];
  },
  delays: {
    liaisonStay: ({ context }) => delayOf(context.liaisonMinutes),
    secondCaseLimit: ({ context }) => delayOf(context.secondCaseMinutes),
    handover: ({ context }) => delayOf(context.handoverMinutes),
    bareHandover: ({ context }) => delayOf(context.bareHandoverMinutes),
  },
  guards: {
    learns,
    startsAs,
    attackAgainstWord: ({ context, event }) =>
      !context.contradicted && learns({ event }, 'cyberattack.suspected'),
    failureAgainstWord: ({ context, event }) =>
      !context.contradicted && learns({ event }, 'cyberattack.excluded'),
  },
  actions: {
    newWord: assign({ contradicted: false }),
    noteContradiction: assign({ contradicted: true }),
    wordContradicted: emit({
      type: 'trust',
      relation: 'publicToAdvice',
      step: -1,
      why: 'wordContradicted',
    }),
    factsLost: emit({ type: 'factsLost' }),
  },
}).createMachine({
  id: 'anssi',
  type: 'parallel',
  context: ({ input }) => ({ ...input, contradicted: false }),
  states: {
    case: {
      id: 'anssi.case',
      initial: 'none',
      on: { START: { guard: { type: 'startsAs', params: 'caseOpen' }, target: '.open' } },
      states: {
        none: { id: 'anssi.case.none', tags: ['caseNone'], on: { CASE_OPEN: 'open' } },
        open: { id: 'anssi.case.open', tags: ['caseOpen'], on: { CASE_CLOSE: 'closed' } },
        closed: { id: 'anssi.case.closed', tags: ['caseClosed'], on: { CASE_OPEN: 'open' } },
      },
    },
    word: {
      id: 'anssi.word',
      initial: 'none',
      states: {
        none: {
          id: 'anssi.word.none',
          tags: ['wordNone'],
          on: {
            WORD_SUSPECTED: 'suspected',
            WORD_LIKELY_FAILURE: 'likelyFailure',
            WORD_EXCLUDED: 'excluded',
          },
        },
        suspected: {
          id: 'anssi.word.suspected',
          tags: ['wordSuspected'],
          entry: 'newWord',
          on: {
            WORD_LIKELY_FAILURE: 'likelyFailure',
            WORD_EXCLUDED: 'excluded',
            WORD_WITHDRAWN: 'none',
            LEARN: { guard: 'failureAgainstWord', actions: ['noteContradiction', 'wordContradicted'] },
          },
        },
        // Said with its doubt, this one cannot be caught out.
        likelyFailure: {
          id: 'anssi.word.likelyFailure',
          tags: ['wordLikelyFailure'],
          on: { WORD_SUSPECTED: 'suspected', WORD_EXCLUDED: 'excluded', WORD_WITHDRAWN: 'none' },
        },
        excluded: {
          id: 'anssi.word.excluded',
          tags: ['wordExcluded'],
          entry: 'newWord',
          on: {
            WORD_SUSPECTED: 'suspected',
            WORD_LIKELY_FAILURE: 'likelyFailure',
            WORD_WITHDRAWN: 'none',
            LEARN: { guard: 'attackAgainstWord', actions: ['noteContradiction', 'wordContradicted'] },
          },
        },
      },
    },
    liaison: {
      id: 'anssi.liaison',
      initial: 'none',
      on: { START: { guard: { type: 'startsAs', params: 'liaisonSent' }, target: '.sent' } },
      states: {
        none: { id: 'anssi.liaison.none', tags: ['liaisonNone'], on: { LIAISON_SENT: 'sent' } },
        sent: {
          id: 'anssi.liaison.sent',
          tags: ['liaisonSent'],
          // Whoever is out stays for the time agreed, over the relief of those at home; the last to leave is the last back.
          on: { LIAISON_BACK: 'none', LIAISON_SENT: { target: 'sent', reenter: true } },
          after: { liaisonStay: 'none' },
        },
      },
    },
    secondCase: {
      id: 'anssi.secondCase',
      initial: 'served',
      states: {
        served: {
          id: 'anssi.secondCase.served',
          tags: ['secondCaseServed'],
          on: { SECOND_CASE_STARVED: 'starved' },
        },
        starved: {
          id: 'anssi.secondCase.starved',
          tags: ['secondCaseStarved'],
          on: { SECOND_CASE_SERVED: 'served' },
          after: { secondCaseLimit: 'lost' },
        },
        lost: {
          id: 'anssi.secondCase.lost',
          tags: ['secondCaseLost'],
          entry: emit({ type: 'secondCaseLost' }),
        },
      },
    },
    shift: shiftRegion('anssi'),
  },
});
