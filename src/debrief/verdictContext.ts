import type { Act } from '../exercise/acts/acts.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { EffectSpec } from '../scenario/play/types.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import type { MilestoneRow, VerdictRow } from './debriefModel.ts';
import type { Tally } from './tally.ts';
import type { Truth } from './truth.ts';

/** All that a verdict is made from: the exercise at its end, the ghost beside it, both counted. */
export interface VerdictContext {
  readonly exercise: Exercise;
  readonly ghost: Exercise;
  readonly tonight: Tally;
  readonly ghostTally: Tally;
  readonly truth: Truth;
  readonly ghostTruth: Truth;
  readonly milestones: readonly MilestoneRow[];
  /** Areas of the services' seat as it was held tonight: the same places are judged whoever plays it in another try. */
  readonly own: readonly number[];
}

type Of = Pick<VerdictContext, 'exercise'>;

export type Verdict = Pick<VerdictRow, 'grade' | 'params'> & Partial<Pick<VerdictRow, 'notes' | 'acts'>>;

/** What a verdict says before there is anything to judge. */
export const UNKNOWN: Verdict = { grade: 'unknown', params: {} };

/** Grade of a figure that is better when smaller. */
export function atMost(value: number, met: number, partly: number): VerdictRow['grade'] {
  return value <= met ? 'met' : value <= partly ? 'partly' : 'missed';
}

/** Grade of a figure that is better when larger. */
export function atLeast(value: number, met: number, partly: number): VerdictRow['grade'] {
  return atMost(-value, -met, -partly);
}

/** Acts of a seat that were carried through, or have launched what goes on without them, of these ids or of all. */
export function doneBy({ exercise }: Of, seat: SeatId, ids?: readonly string[]): Act[] {
  return exercise.acts.filter(
    (act) =>
      act.seat === seat &&
      (act.ended || act.work !== undefined) &&
      !act.stopped &&
      (ids === undefined || ids.includes(act.spec)),
  );
}

/** Acts of a seat whose effects bear on something, carried through or not: what was begun too late or stopped bears on it too. */
export function bearingOn({ exercise }: Of, seat: SeatId, bears: (effect: EffectSpec) => boolean): Act[] {
  return exercise.acts.filter(
    (act) => act.seat === seat && (exercise.actSpec(act.spec)?.effects ?? []).some(bears),
  );
}

/** Acts as a verdict names them. */
export const idsOf = (acts: readonly Act[]): number[] => acts.map(({ id }) => id);

/** People's minutes of one seat that another's acts took, and those acts. */
export function minutesTaken(
  context: Of,
  by: SeatId,
  from: SeatId,
): { readonly minutes: number; readonly acts: number[] } {
  let minutes = 0;
  const acts: number[] = [];
  for (const act of doneBy(context, by))
    for (const effect of context.exercise.actSpec(act.spec)?.effects ?? [])
      if (effect.op === 'occupy' && effect.seat === from) {
        minutes += effect.people * effect.minutes;
        if (!acts.includes(act.id)) acts.push(act.id);
      }
  return { minutes, acts };
}

export const percent = (share: number): number => Math.round(100 * share);
