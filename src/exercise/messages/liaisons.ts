import type { Exercise } from '../exercise.ts';
import type { HolderId } from '../seat.ts';

/** Acts that seat somebody in another's cell: a door of the machine there, from then on. */
const IN_CELL_OF: Readonly<Record<string, HolderId>> = {
  'orange.sendLiaison': 'ministry',
  'anssi.liaisonToCic': 'ministry',
  'anssi.sendExpert': 'orange',
  'anssi.sendGeneralist': 'orange',
  'ministry.sendOfficials': 'orange',
};

/** An act has ended: if it was to send a liaison, the liaison is there. */
export function liaisonComes(exercise: Exercise, act: string): void {
  const host = IN_CELL_OF[act];
  if (host === undefined) return;
  exercise.contacts[host]['liaison'] = exercise.now;
  exercise.touch(host);
}
