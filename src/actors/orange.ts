import { assign, emit, raise, setup } from 'xstate';
import type { TAGS } from '../scenario/play/vocabulary.ts';
import type { ActorEffect } from './effects.ts';
import type { ActorEvent } from './events.ts';
import { delayOf } from './settings.ts';
import type { OrangeSettings } from './settings.ts';
import { learns, questionRegion, shiftRegion, startsAs } from './shared.ts';

interface OrangeContext extends OrangeSettings {
  /** Orange has announced the end: a relapse will cost it trust. */
  readonly endAnnounced: boolean;
}

/** The operator. In 2021 its levels look at extent and duration, and its crisis cell has no branch for emergency services. */
export const orange = setup({
  types: {} as {
    context: OrangeContext;
    input: OrangeSettings;
    events: ActorEvent;
    emitted: ActorEffect;
    tags: (typeof TAGS.orange)[number];
  },
  delays: {
    cellOpening: ({ context }) => delayOf(context.cellMinutes),
    repairWatch: ({ context }) => delayOf(context.repairWatchMinutes),
    wordLife: ({ context }) => delayOf(context.wordMinutes),
    answer: ({ context }) => delayOf(context.answerMinutes),
    handover: ({ context }) => delayOf(context.handoverMinutes),
    bareHandover: ({ context }) => delayOf(context.bareHandoverMinutes),
  },
  guards: {
    learns,
    startsAs,
    emergencyRaisesLevel: ({ context, event }) =>
      context.emergencyRaisesLevel && learns({ event }, 'emergency.affected'),
    levelOpensCell: ({ context }) => context.levelOpensCell,
    branchWithCell: ({ context }) => context.branchWithCell,
    endAnnounced: ({ context }) => context.endAnnounced,
  },
  actions: {
    noticed: emit({ type: 'milestone', id: 'noticed' }),
    levelWatch: emit({ type: 'levelChanged', level: 'watch' }),
    peopleJoin: emit(({ context }) => ({
      type: 'peopleJoin',
      pool: context.cellPool,
      people: context.cellPeople,
    })),
    peopleLeave: emit(({ context }) => ({
      type: 'peopleLeave',
      pool: context.cellPool,
      people: context.cellPeople,
    })),
    authoritiesTold: emit({ type: 'milestone', id: 'authoritiesTold' }),
    adviceOnNumbers: emit({ type: 'milestone', id: 'adviceOnNumbers' }),
    announceEnd: assign({ endAnnounced: true }),
    takeEndBack: assign({ endAnnounced: false }),
    endContradicted: emit({
      type: 'trust',
      relation: 'stateToOperator',
      step: -1,
      why: 'endContradicted',
    }),
    questionOverdue: emit({
      type: 'trust',
      relation: 'stateToOperator',
      step: -1,
      why: 'questionOverdue',
    }),
    factsLost: emit({ type: 'factsLost' }),
  },
}).createMachine({
  id: 'orange',
  type: 'parallel',
  context: ({ input }) => ({ ...input, endAnnounced: false }),
  states: {
    awareness: {
      id: 'orange.awareness',
      initial: 'unaware',
      states: {
        unaware: {
          id: 'orange.awareness.unaware',
          tags: ['unaware'],
          on: {
            LEARN: [
              {
                guard: { type: 'learns', params: 'emergency.affected' },
                target: 'emergencyKnown',
                actions: 'noticed',
              },
              {
                guard: { type: 'learns', params: 'voice.degraded' },
                target: 'degradedKnown',
                actions: 'noticed',
              },
            ],
          },
        },
        degradedKnown: {
          id: 'orange.awareness.degradedKnown',
          tags: ['degradedKnown'],
          on: {
            LEARN: { guard: { type: 'learns', params: 'emergency.affected' }, target: 'emergencyKnown' },
          },
        },
        emergencyKnown: {
          id: 'orange.awareness.emergencyKnown',
          tags: ['emergencyKnown'],
          entry: emit({ type: 'milestone', id: 'emergencyImpactKnown' }),
        },
      },
    },
    level: {
      id: 'orange.level',
      initial: 'watch',
      on: { START: { guard: { type: 'startsAs', params: 'levelYellow' }, target: '.yellow' } },
      states: {
        watch: {
          id: 'orange.level.watch',
          tags: ['levelWatch'],
          on: {
            LEVEL_YELLOW: 'yellow',
            LEVEL_RED: 'red',
            LEVEL_BLACK: 'black',
            LEARN: {
              guard: 'emergencyRaisesLevel',
              target: 'red',
              actions: raise({ type: 'LEVEL_RED' }),
            },
          },
        },
        yellow: {
          id: 'orange.level.yellow',
          tags: ['levelYellow'],
          entry: emit({ type: 'levelChanged', level: 'yellow' }),
          on: {
            LEVEL_WATCH: { target: 'watch', actions: 'levelWatch' },
            LEVEL_RED: 'red',
            LEVEL_BLACK: 'black',
            LEARN: {
              guard: 'emergencyRaisesLevel',
              target: 'red',
              actions: raise({ type: 'LEVEL_RED' }),
            },
          },
        },
        red: {
          id: 'orange.level.red',
          tags: ['levelRed'],
          entry: emit({ type: 'levelChanged', level: 'red' }),
          on: {
            LEVEL_WATCH: { target: 'watch', actions: 'levelWatch' },
            LEVEL_YELLOW: 'yellow',
            LEVEL_BLACK: 'black',
          },
        },
        black: {
          id: 'orange.level.black',
          tags: ['levelBlack'],
          entry: emit({ type: 'levelChanged', level: 'black' }),
          on: {
            LEVEL_WATCH: { target: 'watch', actions: 'levelWatch' },
            LEVEL_YELLOW: 'yellow',
            LEVEL_RED: 'red',
          },
        },
      },
    },
    cell: {
      id: 'orange.cell',
      initial: 'closed',
      on: { START: { guard: { type: 'startsAs', params: 'cellOpen' }, target: '.open' } },
      states: {
        closed: {
          id: 'orange.cell.closed',
          tags: ['cellClosed'],
          on: {
            CELL_OPEN: 'opening',
            LEVEL_RED: { guard: 'levelOpensCell', target: 'opening' },
            LEVEL_BLACK: { guard: 'levelOpensCell', target: 'opening' },
          },
        },
        opening: {
          id: 'orange.cell.opening',
          tags: ['cellOpening'],
          on: { CELL_CLOSE: 'closed' },
          after: {
            cellOpening: [
              { guard: 'branchWithCell', target: 'open', actions: raise({ type: 'BRANCH_OPEN' }) },
              { target: 'open' },
            ],
          },
        },
        open: {
          id: 'orange.cell.open',
          tags: ['cellOpen'],
          entry: ['peopleJoin', emit({ type: 'milestone', id: 'operatorCell' })],
          exit: 'peopleLeave',
          on: { CELL_CLOSE: 'closed' },
        },
      },
    },
    branch: {
      id: 'orange.branch',
      initial: 'none',
      on: { START: { guard: { type: 'startsAs', params: 'branchOpen' }, target: '.open' } },
      states: {
        none: { id: 'orange.branch.none', tags: ['branchNone'], on: { BRANCH_OPEN: 'open' } },
        open: { id: 'orange.branch.open', tags: ['branchOpen'], on: { CELL_CLOSE: 'none' } },
      },
    },
    state: {
      id: 'orange.state',
      initial: 'untold',
      states: {
        untold: {
          id: 'orange.state.untold',
          tags: ['stateUntold'],
          on: {
            STATE_TOLD: { target: 'told', actions: 'authoritiesTold' },
            // Advice on numbers tells them, by the way, that there is something to advise on.
            ADVICE_GIVEN: { target: 'told', actions: ['authoritiesTold', 'adviceOnNumbers'] },
          },
        },
        told: {
          id: 'orange.state.told',
          tags: ['stateTold'],
          on: { ADVICE_GIVEN: { actions: 'adviceOnNumbers' } },
        },
      },
    },
    operators: {
      id: 'orange.operators',
      initial: 'untold',
      on: { START: { guard: { type: 'startsAs', params: 'operatorsTold' }, target: '.told' } },
      states: {
        untold: {
          id: 'orange.operators.untold',
          tags: ['operatorsUntold'],
          on: { OPERATORS_TOLD: 'told' },
        },
        told: {
          id: 'orange.operators.told',
          tags: ['operatorsTold'],
          entry: emit({ type: 'milestone', id: 'otherOperatorsTold' }),
        },
      },
    },
    repair: {
      id: 'orange.repair',
      initial: 'none',
      states: {
        none: {
          id: 'orange.repair.none',
          tags: ['repairNone'],
          on: { REPAIR_LOOK: 'looking', REPAIR_ACT: 'acting', RELAPSE: 'looking' },
        },
        looking: {
          id: 'orange.repair.looking',
          tags: ['repairLooking'],
          on: { REPAIR_ACT: 'acting', REPAIR_STOP: 'none' },
        },
        acting: {
          id: 'orange.repair.acting',
          tags: ['repairActing'],
          // Who looks for the cause while a repair goes on does not stop it.
          on: {
            REPAIR_WATCH: 'watching',
            FALSE_DAWN: 'watching',
            REPAIR_STOP: 'none',
          },
        },
        watching: {
          id: 'orange.repair.watching',
          tags: ['repairWatching'],
          on: {
            REPAIR_ACT: 'acting',
            RELAPSE: 'looking',
            REPAIR_STOP: 'none',
          },
          after: { repairWatch: 'none' },
        },
      },
    },
    communication: {
      id: 'orange.communication',
      initial: 'silent',
      on: {
        END_ANNOUNCED: { target: '.speaking', actions: 'announceEnd' },
        RELAPSE: { guard: 'endAnnounced', actions: ['takeEndBack', 'endContradicted'] },
      },
      states: {
        silent: { id: 'orange.communication.silent', tags: ['silent'], on: { SPEAK: 'speaking' } },
        speaking: {
          id: 'orange.communication.speaking',
          tags: ['speaking'],
          entry: emit({ type: 'milestone', id: 'firstPublicWord' }),
          on: { SPEAK: { target: 'speaking', reenter: true } },
          after: { wordLife: 'silent' },
        },
      },
    },
    question: questionRegion('orange'),
    shift: shiftRegion('orange'),
  },
});
