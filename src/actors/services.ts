import { emit, setup } from 'xstate';
import type { TAGS } from '../scenario/play/vocabulary.ts';
import type { ActorEffect } from './effects.ts';
import type { ActorEvent } from './events.ts';
import { delayOf } from './settings.ts';
import type { ServicesSettings } from './settings.ts';
import { learns, shiftRegion, startsAs } from './shared.ts';

/** The three rooms of one département: 15, 17, 18-112. */
export const services = setup({
  types: {} as {
    context: ServicesSettings;
    input: ServicesSettings;
    events: ActorEvent;
    emitted: ActorEffect;
    tags: (typeof TAGS.services)[number];
  },
  delays: {
    copperLine: ({ context }) => delayOf(context.copperLineMinutes),
    mobileLine: ({ context }) => delayOf(context.mobileLineMinutes),
    ipLine: ({ context }) => delayOf(context.ipLineMinutes),
    recall: ({ context }) => delayOf(context.recallMinutes),
    handover: ({ context }) => delayOf(context.handoverMinutes),
    bareHandover: ({ context }) => delayOf(context.bareHandoverMinutes),
  },
  guards: { learns, startsAs },
  actions: {
    peopleJoin: emit(({ context }) => ({
      type: 'peopleJoin',
      pool: context.staffPool,
      people: context.recalledPeople,
    })),
    peopleLeave: emit(({ context }) => ({
      type: 'peopleLeave',
      pool: context.staffPool,
      people: context.recalledPeople,
    })),
    copperReady: emit({ type: 'lineOpen', technology: 'copper' }),
    mobileReady: emit({ type: 'lineOpen', technology: 'mobile' }),
    ipReady: emit({ type: 'lineOpen', technology: 'ip' }),
    factsLost: emit({ type: 'factsLost' }),
  },
}).createMachine({
  id: 'services',
  type: 'parallel',
  context: ({ input }) => ({ ...input }),
  states: {
    situation: {
      id: 'services.situation',
      initial: 'usual',
      states: {
        usual: {
          id: 'services.situation.usual',
          tags: ['usual'],
          on: {
            SILENCE_NOTICED: 'abnormal',
            RELAPSE: 'degraded',
            LEARN: [
              { guard: { type: 'learns', params: 'emergency.affected' }, target: 'degraded' },
              { guard: { type: 'learns', params: 'voice.degraded' }, target: 'abnormal' },
            ],
          },
        },
        abnormal: {
          id: 'services.situation.abnormal',
          tags: ['abnormal'],
          on: {
            RELAPSE: 'degraded',
            LEARN: [
              { guard: { type: 'learns', params: 'emergency.affected' }, target: 'degraded' },
              { guard: { type: 'learns', params: 'restored' }, target: 'usual' },
            ],
          },
        },
        degraded: {
          id: 'services.situation.degraded',
          tags: ['degraded'],
          on: {
            FALSE_DAWN: 'abnormal',
            LEARN: { guard: { type: 'learns', params: 'restored' }, target: 'usual' },
          },
        },
      },
    },
    line: {
      id: 'services.line',
      initial: 'none',
      on: { START: { guard: { type: 'startsAs', params: 'lineOpen' }, target: '.open' } },
      states: {
        none: {
          id: 'services.line.none',
          tags: ['lineNone'],
          on: {
            LINE_OPEN: 'openingCopper',
            LINE_OPEN_MOBILE: 'openingMobile',
            LINE_OPEN_IP: 'openingIp',
          },
        },
        openingCopper: {
          id: 'services.line.openingCopper',
          tags: ['lineOpening'],
          on: { LINE_CLOSE: 'none' },
          after: { copperLine: { target: 'open', actions: 'copperReady' } },
        },
        openingMobile: {
          id: 'services.line.openingMobile',
          tags: ['lineOpening'],
          on: { LINE_CLOSE: 'none' },
          after: { mobileLine: { target: 'open', actions: 'mobileReady' } },
        },
        openingIp: {
          id: 'services.line.openingIp',
          tags: ['lineOpening'],
          on: { LINE_CLOSE: 'none' },
          after: { ipLine: { target: 'open', actions: 'ipReady' } },
        },
        open: {
          id: 'services.line.open',
          tags: ['lineOpen'],
          on: { LINE_PUBLISHED: 'published', LINE_CLOSE: 'none' },
        },
        published: {
          id: 'services.line.published',
          tags: ['linePublished'],
          entry: emit({ type: 'milestone', id: 'firstNumberPublished' }),
          on: { LINE_CLOSE: 'none' },
        },
      },
    },
    staff: {
      id: 'services.staff',
      initial: 'usual',
      on: { START: { guard: { type: 'startsAs', params: 'staffDoubled' }, target: '.doubled' } },
      states: {
        usual: { id: 'services.staff.usual', tags: ['staffUsual'], on: { STAFF_DOUBLE: 'recalled' } },
        recalled: {
          id: 'services.staff.recalled',
          tags: ['staffRecalled'],
          on: { STAFF_RELEASE: 'usual' },
          after: { recall: 'doubled' },
        },
        doubled: {
          id: 'services.staff.doubled',
          tags: ['staffDoubled'],
          entry: 'peopleJoin',
          exit: 'peopleLeave',
          on: { STAFF_RELEASE: 'usual' },
        },
      },
    },
    reporting: {
      id: 'services.reporting',
      initial: 'unreported',
      states: {
        unreported: {
          id: 'services.reporting.unreported',
          tags: ['unreported'],
          on: { REPORT: 'reported' },
        },
        reported: { id: 'services.reporting.reported', tags: ['reported'] },
      },
    },
    crews: {
      id: 'services.crews',
      initial: 'in',
      states: {
        in: { id: 'services.crews.in', tags: ['crewsIn'], on: { CREWS_OUT: 'out' } },
        out: { id: 'services.crews.out', tags: ['crewsOut'], on: { CREWS_IN: 'in' } },
      },
    },
    shift: shiftRegion('services'),
  },
});
