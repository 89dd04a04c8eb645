import type { FactType } from '../scenario/play/vocabulary.ts';
import type { Exercise } from './exercise.ts';
import { holding } from './knowledge.ts';
import type { HolderId } from './seat.ts';

/** Latest statements a holder holds of the given types. */
export function heldOf({ knowledge }: Exercise, holder: HolderId, facts: readonly FactType[]): number[] {
  return facts.flatMap((fact) => {
    const held = holding(knowledge, holder, fact);
    return held ? [held.statement] : [];
  });
}
