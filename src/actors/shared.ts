import type { FactType, OptionalTag, Tag } from '../scenario/play/vocabulary.ts';
import type { ActorEvent } from './events.ts';

/** Guards shared by the machines. */
export const learns = ({ event }: { event: ActorEvent }, fact: FactType): boolean =>
  event.type === 'LEARN' && event.fact === fact;

export const startsAs = ({ event }: { event: ActorEvent }, tag: Tag | OptionalTag): boolean =>
  event.type === 'START' && event.tag === tag;

/**
 * Relief of a shift, with a brief or without. The machine names the delays `handover` and `bareHandover` and the action `factsLost`.
 * Facts not written down are lost when the shift goes without a brief.
 */
export const shiftRegion = <const Seat extends string>(seat: Seat) =>
  ({
    id: `${seat}.shift`,
    initial: 'first',
    states: {
      first: {
        id: `${seat}.shift.first`,
        tags: ['shiftFirst'],
        on: { RELIEF: 'briefed', RELIEF_BARE: 'bare' },
      },
      briefed: {
        id: `${seat}.shift.briefed`,
        tags: ['shiftHandover'],
        on: { RELIEF_BARE: 'bare' },
        after: { handover: 'second' },
      },
      bare: {
        id: `${seat}.shift.bare`,
        tags: ['shiftHandover'],
        after: { bareHandover: { target: 'second', actions: 'factsLost' } },
      },
      second: { id: `${seat}.shift.second`, tags: ['shiftSecond'] },
    },
  }) as const;

/**
 * A question of others, pending. Silence beyond the delay `answer` costs trust once (action `questionOverdue`); the question stays.
 */
export const questionRegion = <const Seat extends string>(seat: Seat) =>
  ({
    id: `${seat}.question`,
    initial: 'none',
    states: {
      none: { id: `${seat}.question.none`, tags: ['noQuestion'], on: { QUESTION_ASKED: 'pending' } },
      pending: {
        id: `${seat}.question.pending`,
        tags: ['questionPending'],
        on: { QUESTION_ANSWERED: 'none' },
        after: { answer: { target: 'overdue', actions: 'questionOverdue' } },
      },
      overdue: {
        id: `${seat}.question.overdue`,
        tags: ['questionPending'],
        on: { QUESTION_ANSWERED: 'none' },
      },
    },
  }) as const;
