import type { Standing } from '../scenario/play/vocabulary.ts';
import { isolatedServers } from './effects.ts';
import { knownEntries } from './entries.ts';
import type { Exercise } from './exercise.ts';
import { numbersKnown } from './numbersKnown.ts';
import type { HolderId } from './seat.ts';

/** Whether what an act needs stands for its holder: its own orders, its own level, what it knows. */
export function stands(exercise: Exercise, holder: HolderId, what: Standing): boolean {
  switch (what) {
    case 'isolated':
      return isolatedServers(exercise).length > 0;
    case 'throttled': {
      const { evening } = exercise;
      return evening.servers.throttled[0]! > 0 || evening.agenda.has(({ kind }) => kind === 'throttle');
    }
    case 'levelRaised':
      return !exercise.tagsOf(holder).has('levelWatch');
    case 'numbersKnown':
      return numbersKnown(exercise, holder).length > 0;
    case 'numbersTested':
      return knownEntries(exercise, holder, 'tested', exercise.ownAreas(holder)).length > 0;
  }
}
