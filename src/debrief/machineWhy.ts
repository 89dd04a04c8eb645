import type { OpenDoor, Reason } from '../exercise/machines/players.ts';
import { clock } from '../kernel/time.ts';
import type { RuleSpec } from '../scenario/play/types.ts';
import type { DecisionRow } from './debriefModel.ts';

/**
 * Why a machine acted, as a key under `play:why` and what it is made of, several in one parted by a space: what its rule
 * asked for (`done` acts, facts `known`, `state` of its seat, what it `lacks`, `from` which clock time, ms), and the door
 * that shortened its delay. A rule that asked for its `hour` alone says so by its act.
 */
export function whyOf(
  { act, doors, why, facts, tags, after, measure }: Reason,
  when: RuleSpec<string>['when'],
): DecisionRow['why'] {
  if (why === 'measure') return { key: why, params: { measure: measure ?? '' } };
  const grounds: Record<string, string> =
    why === 'time'
      ? { hour: act }
      : {
          done: after.join(' '),
          known: facts.join(' '),
          state: tags.join(' '),
          lacks: (when.lacksTags ?? []).join(' '),
          from: when.from === undefined ? '' : String(clock(when.from)),
        };
  // A fact that the rule waits for anyway shortened nothing.
  const door = doors.find((each) => each.kind !== 'fact' || !facts.includes(each.fact));
  return door === undefined
    ? { key: 'because', params: grounds }
    : { key: 'sooner', params: { ...grounds, ...doorOf(door) } };
}

function doorOf(door: OpenDoor): Readonly<Record<string, string>> {
  switch (door.kind) {
    case 'fact':
      return { fact: door.fact };
    case 'person':
      return { person: door.person };
    case 'authority':
      return { authority: door.authority };
  }
}
