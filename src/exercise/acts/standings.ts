import type { Standing } from '../../scenario/play/vocabulary.ts';
import { hasTurnsLeft } from './oneByOne.ts';
import { isolatedServers } from './serversNamed.ts';
import { knownEntries } from '../knowledge/entries.ts';
import type { Exercise } from '../exercise.ts';
import { hasListedFaulty } from '../messages/givenOut.ts';
import type { Holding } from '../knowledge/knowledge.ts';
import { knowsNumber } from '../knowledge/numbersKnown.ts';
import type { HolderId } from '../seat.ts';

/** Whether what an act needs stands for its holder: its own orders, its own level, what it knows. */
export function stands(exercise: Exercise, holder: HolderId, what: Standing): boolean {
  switch (what) {
    case 'isolated':
      return isolatedServers(exercise).length > 0;
    case 'restartsLeft':
      return hasTurnsLeft(exercise, holder);
    case 'stateHosts':
      // Machines send theirs at the documented hour, and wait there for the cell.
      return !exercise.isPerson(holder) || !exercise.tagsOf('ministry').has('postureWatch');
    case 'throttled': {
      const { evening } = exercise;
      return evening.servers.throttled[0]! > 0 || evening.agenda.has(({ kind }) => kind === 'throttle');
    }
    case 'levelRaised':
      return !exercise.tagsOf(holder).has('levelWatch');
    case 'numbersKnown':
      return knowsNumber(exercise, holder);
    case 'listedFaulty':
      return hasListedFaulty(exercise, holder);
    case 'numbersTested':
      return hasTested(exercise, holder);
  }
}

/** By what a holder holds: whether any of it was a test passed, and how much was held when that was read. */
const tested = new WeakMap<readonly Holding[], { readonly read: number; readonly any: boolean }>();

/** Asked each time that a machine thinks: read again only when more is held. */
function hasTested(exercise: Exercise, holder: HolderId): boolean {
  const held = exercise.knowledge.held[holder];
  const before = tested.get(held);
  if (before?.read === held.length) return before.any;
  const any = knownEntries(exercise, holder, 'tested', exercise.ownAreas(holder)).length > 0;
  tested.set(held, { read: held.length, any });
  return any;
}
