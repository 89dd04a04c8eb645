import { placesOf } from '../exercise/knowledge/claims.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { DebriefModel } from './debriefModel.ts';

/** What the world did by itself, each with the places that its letter named. */
export function eventRows({ events, messages, knowledge, evening }: Exercise): DebriefModel['events'] {
  return events.map(({ id, at, harmless }) => {
    const letter = messages.find(({ key, sentAt }) => key === `events.${id}` && sentAt >= at);
    const named = new Set(
      (letter?.statements ?? []).flatMap((index) => [
        ...(placesOf(knowledge.statements[index]!.about) ?? []),
      ]),
    );
    const areas = evening.spec.areas.flatMap(({ code }) => (named.has(code) ? [code] : []));
    return { id, at, harmless, areas };
  });
}
