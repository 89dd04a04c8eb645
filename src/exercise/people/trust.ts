import type { ActorEvent } from '../../actors/events.ts';
import type { Relation, TrustStep } from '../../scenario/play/vocabulary.ts';
import { TRUST_STEPS } from '../../scenario/play/vocabulary.ts';
import type { Exercise } from '../exercise.ts';
import { note } from '../journal.ts';
import type { HolderId } from '../seat.ts';

/** Who feels a relation change: the two sides of it. */
export const SIDES: Readonly<Record<Relation, readonly HolderId[]>> = {
  stateToOperator: ['orange', 'ministry', 'anssi'],
  servicesToState: ['services', 'ministry'],
  publicToAdvice: ['ministry'],
};

const TOLD: Readonly<Record<TrustStep, ActorEvent>> = {
  given: { type: 'TRUST_GIVEN' },
  watched: { type: 'TRUST_WATCHED' },
  lost: { type: 'TRUST_LOST' },
};

/** What moved it: a key of what the journal says. */
export type TrustCause =
  | 'act'
  | 'questionOverdue'
  | 'endContradicted'
  | 'wordContradicted'
  | 'estimateMissed'
  | 'estimateCorrected'
  | 'adviceContradicted'
  | 'adviceCorrected'
  | 'numbersWrong'
  | 'numbersCorrected'
  | 'surveyed';

/** Moves a relation by one step. Its effects follow: delays of agreements, share of the public that follows. */
export function moveTrust(exercise: Exercise, relation: Relation, step: -1 | 1, why: TrustCause): void {
  const { trust } = exercise;
  const at = TRUST_STEPS.indexOf(trust[relation]);
  const next = TRUST_STEPS[Math.max(0, Math.min(2, at - step))]!;
  exercise.state.corrections[relation] = 0;
  if (next === trust[relation]) return;
  trust[relation] = next;
  for (const side of SIDES[relation]) {
    note(exercise, side, 'trust', relation, { params: { step, why } });
    exercise.touch(side);
  }
  if (relation === 'stateToOperator') exercise.tell('operators', TOLD[next]);
  if (relation === 'publicToAdvice') heedAdvice(exercise);
}

/** An honest correction: so many of them weigh as much as being caught once. */
export function corrected(exercise: Exercise, relation: Relation, why: TrustCause): void {
  const { corrections } = exercise.state;
  corrections[relation]++;
  if (corrections[relation] >= exercise.ground.play.rules.trust.corrections)
    moveTrust(exercise, relation, -1, why);
}

/** The public follows advice and numbers less when it trusts less, and when two voices have said the opposite. */
export function heedAdvice({ evening, ground, state, trust }: Exercise): void {
  const { trust: figures, contradiction } = ground.play.rules;
  const share = figures.share[TRUST_STEPS.indexOf(trust.publicToAdvice)]!;
  evening.heed[0] = share * (state.contradictions.length > 0 ? contradiction.share : 1);
}
