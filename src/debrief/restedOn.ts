import type { Act } from '../exercise/acts/acts.ts';
import { placesMeet } from '../exercise/knowledge/claims.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { Statement } from '../exercise/knowledge/knowledge.ts';
import { MINUTE } from '../kernel/time.ts';
import type { FactType, SeatId } from '../scenario/play/vocabulary.ts';
import type { DecisionRow } from './debriefModel.ts';
import { heldAt } from './heldFacts.ts';
import type { HeldFact } from './heldFacts.ts';

/** A number of elsewhere is another number: of these, what names other places is nothing to rest an act on. */
const OF_ITS_PLACE: readonly FactType[] = ['workaround.number', 'workaround.tested'];

/** What an act is about: the places it was ordered for, or those of its seat. */
function aboutOf(exercise: Exercise, { args, seat }: Act): Statement['about'] {
  const areas = args['areas'] ?? args['area'];
  return { areas: areas === undefined || areas === 'own' ? exercise.ownAreas(seat) : areas };
}

/**
 * What a seat held of a type that an act may rest on, as it was decided, the first to have come to it first: what the
 * act was said to rest on, else what speaks of its places, else any. What the act itself found is left out.
 */
export function heldFor(exercise: Exercise, seat: SeatId, act: Act, fact: FactType): HeldFact[] {
  const { statements } = exercise.knowledge;
  const at = act.begunAt;
  const all = heldAt(exercise, seat, fact, at).filter(
    ({ source, since }) => since < at || source.kind !== 'act' || source.act !== act.spec,
  );
  const named = all.filter(({ statement }) => act.rests.includes(statement));
  if (named.length > 0) return named;
  const about = aboutOf(exercise, act);
  const near = all.filter(({ statement }) => placesMeet(statements[statement]!.about, about));
  return near.length > 0 || OF_ITS_PLACE.includes(fact) ? near : all;
}

/** As the debrief tells it: what it said, when it was sent and read, and when it was last said anew. */
export function rested(exercise: Exercise, held: readonly HeldFact[], at: number): DecisionRow['heldSince'] {
  const [first] = held;
  if (first === undefined) return [];
  const { fact, since, source, statement } = first;
  const sent = source.kind === 'message' ? (exercise.messages[source.message]?.sentAt ?? since) : since;
  const latest = Math.max(...held.map((each) => (each.saidAt <= at ? each.saidAt : each.since)));
  return [
    {
      fact,
      about: exercise.knowledge.statements[statement]!.about,
      since,
      source,
      sent: since - sent >= MINUTE ? sent : null,
      latest: latest - since >= MINUTE ? latest : null,
    },
  ];
}
