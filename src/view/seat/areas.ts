import { MINUTE } from '../../kernel/time.ts';
import type { WorldSpec } from '../../callflow/spec.ts';
import type { AreaBelief } from '../seatView.ts';
import {
  LESS_SURE,
  SETTLED,
  apart,
  covers,
  outranked,
  placesOf,
  shareOf,
} from '../../exercise/knowledge/claims.ts';
import type { Fact } from './facts.ts';
import { nameOf } from './handles.ts';

/** Assumed: what a seat believes of a département fades when nothing has said it again for so long. */
const FRESH = 30 * MINUTE;

/** Facts that say whether calls of named places arrive; null for the others. A fault of one line, or of one house, says nothing of a place. */
function says({
  statement,
}: Fact): { readonly hit: boolean; readonly places: ReadonlySet<string> | null } | null {
  const places = placesOf(statement.about);
  switch (statement.type) {
    case 'emergency.affected':
      return places === null ? null : { hit: true, places };
    case 'voice.degraded':
      return places === null ||
        statement.about['ticket'] === 'individual' ||
        statement.about['where'] === 'local'
        ? null
        : { hit: true, places };
    case 'restored':
      return { hit: false, places };
    default:
      return null;
  }
}

/** Told of calls for help themselves, and not of all voice together, which stands for them until somebody has looked. */
const isDirect = ({ statement }: Fact): boolean => statement.type !== 'voice.degraded';

/** What was said earlier is worth more than the latest, and keeps its place. A figure gives way to nothing without one. */
function outweighs(earlier: Fact, latest: Fact): boolean {
  if (shareOf(earlier.statement) === null && shareOf(latest.statement) !== null) return false;
  if (earlier.superseded || (isDirect(latest) && !isDirect(earlier))) return false;
  if (isDirect(earlier) && !isDirect(latest)) return earlier.confidence + LESS_SURE >= latest.confidence;
  return outranked(latest, earlier);
}

/**
 * What a seat believes of each département: the latest of what it holds about it, but for what is surer. Much newer, and
 * far from that, the latest is believed and the surer shown beside it.
 */
export function beliefsOf(facts: readonly Fact[], spec: WorldSpec, now: number): AreaBelief[] {
  const mended = facts.filter(({ statement }) => statement.about['where'] === 'local');
  // What a cause found in one house has explained was no sign of the network.
  const explained = ({ superseded, statement, at }: Fact): boolean =>
    superseded &&
    statement.type === 'voice.degraded' &&
    mended.some(
      (found) => found.at >= at && covers(placesOf(found.statement.about), placesOf(statement.about)),
    );
  const telling = facts
    .flatMap((fact) => {
      const word = explained(fact) ? null : says(fact);
      return word ? [{ fact, ...word }] : [];
    })
    .sort((a, b) => b.fact.at - a.fact.at || b.fact.since - a.fact.since);
  return spec.areas.map(({ code }) => {
    const about = telling.filter(({ places }) => places === null || places.has(code));
    const last = about[0];
    if (last === undefined)
      return { code, state: 'unknown', share: null, hit: null, other: null, statement: null };
    const denies = about.find(({ fact }) => last.fact.contradictedBy.includes(fact.index));
    const surer = denies ? undefined : about.find(({ fact }) => outweighs(fact, last.fact));
    const turned =
      surer !== undefined &&
      last.fact.at - surer.fact.at > SETTLED &&
      (surer.hit !== last.hit || apart(shareOf(surer.fact.statement), shareOf(last.fact.statement)));
    const latest = surer === undefined || turned ? last : surer;
    const against = turned ? surer : denies;
    return {
      code,
      state: against ? 'contradicted' : now - latest.fact.at > FRESH ? 'old' : 'known',
      share: latest.hit ? shareOf(latest.fact.statement) : null,
      hit: latest.hit,
      other: against === undefined ? null : against.hit ? shareOf(against.fact.statement) : 0,
      statement: nameOf(latest.fact.statement),
    };
  });
}
