import { assign, emit, setup } from 'xstate';
import type { TAGS } from '../scenario/play/vocabulary.ts';
import type { ActorEffect } from './effects.ts';
import type { ActorEvent } from './events.ts';
import { delayOf } from './settings.ts';
import type { MinistrySettings } from './settings.ts';
import { learns, questionRegion, shiftRegion, startsAs } from './shared.ts';

interface MinistryContext extends MinistrySettings {
  /** Reports of hit emergency calls read so far, up to a pattern. */
  readonly reports: number;
  readonly endAnnounced: boolean;
}

/** The Interior in the lead: its watch, reinforced or not, then the interministerial crisis cell (CIC). */
export const ministry = setup({
  types: {} as {
    context: MinistryContext;
    input: MinistrySettings;
    events: ActorEvent;
    emitted: ActorEffect;
    tags: (typeof TAGS.ministry)[number];
  },
  delays: {
    cicOpening: ({ context }) => delayOf(context.cicMinutes),
    listCompiling: ({ context }) => delayOf(context.listMinutes),
    wordLife: ({ context }) => delayOf(context.wordMinutes),
    answer: ({ context }) => delayOf(context.answerMinutes),
    handover: ({ context }) => delayOf(context.handoverMinutes),
    bareHandover: ({ context }) => delayOf(context.bareHandoverMinutes),
  },
  guards: {
    learns,
    startsAs,
    makesPattern: ({ context, event }) =>
      learns({ event }, 'emergency.affected') && context.reports + 1 >= context.patternReports,
    endAnnounced: ({ context }) => context.endAnnounced,
  },
  actions: {
    countReport: assign({ reports: ({ context }) => context.reports + 1 }),
    peopleJoin: emit(({ context }) => ({
      type: 'peopleJoin',
      pool: context.cicPool,
      people: context.cicPeople,
    })),
    peopleLeave: emit(({ context }) => ({
      type: 'peopleLeave',
      pool: context.cicPool,
      people: context.cicPeople,
    })),
    firstPublicWord: emit({ type: 'milestone', id: 'firstPublicWord' }),
    announceEnd: assign({ endAnnounced: true }),
    takeEndBack: assign({ endAnnounced: false }),
    endContradicted: emit({
      type: 'trust',
      relation: 'publicToAdvice',
      step: -1,
      why: 'endContradicted',
    }),
    questionOverdue: emit({
      type: 'trust',
      relation: 'servicesToState',
      step: -1,
      why: 'questionOverdue',
    }),
    factsLost: emit({ type: 'factsLost' }),
  },
}).createMachine({
  id: 'ministry',
  type: 'parallel',
  context: ({ input }) => ({ ...input, reports: 0, endAnnounced: false }),
  states: {
    awareness: {
      id: 'ministry.awareness',
      initial: 'unaware',
      states: {
        unaware: {
          id: 'ministry.awareness.unaware',
          tags: ['unaware'],
          on: {
            PATTERN_SEEN: 'patternSeen',
            LEARN: [
              { guard: { type: 'learns', params: 'extent.national' }, target: 'nationalKnown' },
              { guard: 'makesPattern', target: 'patternSeen' },
              { guard: { type: 'learns', params: 'emergency.affected' }, actions: 'countReport' },
            ],
          },
        },
        patternSeen: {
          id: 'ministry.awareness.patternSeen',
          tags: ['patternSeen'],
          on: { LEARN: { guard: { type: 'learns', params: 'extent.national' }, target: 'nationalKnown' } },
        },
        nationalKnown: { id: 'ministry.awareness.nationalKnown', tags: ['nationalKnown'] },
      },
    },
    posture: {
      id: 'ministry.posture',
      initial: 'watch',
      on: {
        START: [
          { guard: { type: 'startsAs', params: 'postureReinforced' }, target: '.reinforced' },
          { guard: { type: 'startsAs', params: 'cicOpen' }, target: '.cicOpen' },
        ],
      },
      states: {
        watch: {
          id: 'ministry.posture.watch',
          tags: ['postureWatch'],
          on: { REINFORCE: 'reinforced', CIC_OPEN: 'cicOpening' },
        },
        reinforced: {
          id: 'ministry.posture.reinforced',
          tags: ['postureReinforced'],
          on: { STAND_DOWN: 'watch', CIC_OPEN: 'cicOpening' },
        },
        cicOpening: {
          id: 'ministry.posture.cicOpening',
          tags: ['cicOpening'],
          on: { CIC_CLOSE: 'cicClosed' },
          after: { cicOpening: 'cicOpen' },
        },
        cicOpen: {
          id: 'ministry.posture.cicOpen',
          tags: ['cicOpen'],
          entry: ['peopleJoin', emit({ type: 'milestone', id: 'cic' })],
          exit: 'peopleLeave',
          on: { CIC_CLOSE: 'cicClosed' },
        },
        cicClosed: {
          id: 'ministry.posture.cicClosed',
          tags: ['cicClosed'],
          on: { CIC_OPEN: 'cicOpening', REINFORCE: 'reinforced', STAND_DOWN: 'watch' },
        },
      },
    },
    lists: {
      id: 'ministry.lists',
      initial: 'none',
      on: { START: { guard: { type: 'startsAs', params: 'listsReady' }, target: '.ready' } },
      states: {
        none: {
          id: 'ministry.lists.none',
          tags: ['listsNone'],
          on: { LIST_ORDERED: 'ordered', LIST_READY: 'ready', LIST_PUBLISHED: 'published' },
        },
        ordered: {
          id: 'ministry.lists.ordered',
          tags: ['listsOrdered'],
          // Lists may be published before they are complete: a choice of the evening.
          on: { LIST_READY: 'ready', LIST_PUBLISHED: 'published' },
          after: { listCompiling: 'ready' },
        },
        ready: {
          id: 'ministry.lists.ready',
          tags: ['listsReady'],
          on: { LIST_ORDERED: 'ordered', LIST_PUBLISHED: 'published' },
        },
        published: {
          id: 'ministry.lists.published',
          tags: ['listsPublished'],
          entry: emit({ type: 'milestone', id: 'firstNumberPublished' }),
          on: { LIST_WITHDRAWN: 'ready' },
        },
      },
    },
    communication: {
      id: 'ministry.communication',
      initial: 'silent',
      on: {
        END_ANNOUNCED: { target: '.speaking', actions: 'announceEnd' },
        RELAPSE: { guard: 'endAnnounced', actions: ['takeEndBack', 'endContradicted'] },
      },
      states: {
        silent: {
          id: 'ministry.communication.silent',
          tags: ['silent'],
          on: { SPEAK: 'speaking', ADVISE: 'advising' },
        },
        speaking: {
          id: 'ministry.communication.speaking',
          tags: ['speaking'],
          entry: 'firstPublicWord',
          on: { SPEAK: { target: 'speaking', reenter: true }, ADVISE: 'advising' },
          after: { wordLife: 'silent' },
        },
        // Advice stands until it is replaced: it is what people are told to do, not news.
        advising: {
          id: 'ministry.communication.advising',
          tags: ['advising'],
          entry: 'firstPublicWord',
        },
      },
    },
    question: questionRegion('ministry'),
    shift: shiftRegion('ministry'),
  },
});
