import type { Reason } from '../exercise/players.ts';
import type { DecisionRow } from './debriefModel.ts';

/** Why a machine acted, as a key under `play:why` and ids to be named: several in one are parted by a space. */
export function whyOf({ doors, why, facts, tags, after, measure }: Reason): DecisionRow['why'] {
  for (const door of doors) {
    if (door.kind === 'fact') return { key: 'doorFact', params: { facts: door.fact } };
    if (door.kind === 'person') return { key: 'doorPerson', params: { person: door.person } };
    return { key: 'doorAuthority', params: { authority: door.authority } };
  }
  switch (why) {
    case 'holds':
      return { key: why, params: { facts: facts.join(' ') } };
    case 'tags':
      return { key: why, params: { tags: tags.join(' ') } };
    case 'after':
      return { key: why, params: { act: after.join(' ') } };
    case 'measure':
      return { key: why, params: { measure: measure ?? '' } };
    case 'time':
      return { key: why, params: {} };
  }
}
