import { CAUSES } from '../callflow/cause.ts';
import { SECOND, clock } from '../kernel/time.ts';
import type { Act } from '../exercise/acts/acts.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { codesIn, knownEntries } from '../exercise/knowledge/entries.ts';
import type { EffectSpec } from '../scenario/play/types.ts';
import type { FactType } from '../scenario/play/vocabulary.ts';
import { heldAt } from './heldFacts.ts';
import { THRESHOLDS } from './thresholds.ts';
import {
  UNKNOWN,
  atLeast,
  atMost,
  bearingOn,
  doneBy,
  idsOf,
  minutesTaken,
  percent,
} from './verdictContext.ts';
import type { Verdict, VerdictContext } from './verdictContext.ts';
import { workingNumbers } from './workingNumbers.ts';

const ANSWERED = CAUSES.indexOf('answered');
const ABANDONED = CAUSES.indexOf('abandoned');

/** Whether the exercise stands before the hour at which the evening of 2021 came to that: nothing is late yet. */
function isEarly({ exercise, milestones }: VerdictContext, milestone: string): boolean {
  const documented = milestones.find(({ id }) => id === milestone)?.documented ?? 0;
  return exercise.now < exercise.evening.spec.clock.trigger + documented;
}

export function ministryKnow(context: VerdictContext): Verdict {
  const { exercise, tonight } = context;
  const { share, places, hit } = workingNumbers(exercise.evening, tonight.byArea);
  if (share === null) return UNKNOWN;
  if (share === 0 && isEarly(context, 'firstNumberPublished'))
    return { grade: 'unknown', params: { context: 'early', time: exercise.now } };
  const { knowMet, knowPartly } = THRESHOLDS.ministry;
  const grade = atLeast(share, knowMet, knowPartly);
  const acts = bearingOn(context, 'ministry', ofNumbers);
  const figures = { percent: percent(share), places, hit };
  if (grade === 'met' || acts.length === 0) return { grade, params: figures, acts: idsOf(acts) };
  // They were at work on it: how far it went, and since when.
  const since = acts.find((act) => act.ended && !act.stopped && publishes(exercise, act))?.endsAt;
  return {
    grade,
    params:
      since === undefined
        ? { ...figures, context: 'unpublished' }
        : { ...figures, context: 'little', time: since },
    acts: idsOf(acts),
  };
}

const publishes = (exercise: Exercise, { spec }: Act): boolean =>
  exercise.actSpec(spec)!.effects.some((effect) => effect.op === 'order' && effect.type === 'publishNumbers');

const SENSORS_OF_NUMBERS: readonly string[] = ['ministry.lists', 'ministry.numbersTest'];
const ORDERS_OF_NUMBERS: readonly string[] = ['openNumbers', 'publishNumbers', 'withdrawNumbers'];

/** It gathers, tries, gives out or takes back numbers. */
const ofNumbers = (effect: EffectSpec): boolean =>
  (effect.op === 'order' && ORDERS_OF_NUMBERS.includes(effect.type)) ||
  (effect.op === 'sense' && SENSORS_OF_NUMBERS.includes(effect.sensor)) ||
  (effect.op === 'machine' && effect.event.startsWith('LIST'));

/** Numbers that rooms gave out to the public in their own name: another voice beside the national one. */
function ownNumbers({ exercise }: VerdictContext): Act[] {
  return exercise.acts.filter((act) => {
    if (act.seat !== 'services' || !act.ended || act.stopped) return false;
    const { effects } = exercise.actSpec(act.spec)!;
    return (
      effects.some((effect) => effect.op === 'order' && effect.type === 'publishNumbers') &&
      effects.some((effect) => tells(effect, 'public'))
    );
  });
}

/** Different telephones recommended to the public, whoever spoke, and numbers given out beside the national voice. */
export function ministryVoice(context: VerdictContext): Verdict {
  const { exercise } = context;
  const wordings = new Set<string>();
  const acts: number[] = [];
  for (const act of exercise.acts) {
    if (!act.ended || act.stopped) continue;
    for (const effect of exercise.actSpec(act.spec)?.effects ?? []) {
      if (effect.op !== 'order' || effect.type !== 'advise') continue;
      const wording = act.args['wording'] ?? effect.args['wording'];
      // To go there contradicts no advice on telephones.
      if (typeof wording !== 'string' || wording === 'goThere') continue;
      wordings.add(wording);
      acts.push(act.id);
    }
  }
  if (wordings.size === 0)
    return exercise.finished && !isEarly(context, 'firstPublicWord') ? unheard(context) : UNKNOWN;
  const { voiceMet, voicePartly } = THRESHOLDS.ministry;
  const own = ownNumbers(context);
  const named = [...acts, ...idsOf(own)].sort((a, b) => a - b);
  const grade = atMost(wordings.size, voiceMet, voicePartly);
  // One advice, and numbers of their own beside it: two voices.
  if (grade === 'met' && own.length > 0)
    return { grade: 'partly', params: { context: 'numbers', wordings: wordings.size }, acts: named };
  return { grade, params: { wordings: wordings.size }, acts: named };
}

/** No advice was given: nobody spoke to the public, or it was told something else. */
function unheard(context: VerdictContext): Verdict {
  const spoken = bearingOn(context, 'ministry', (effect) => tells(effect, 'public'));
  return {
    grade: 'missed',
    params: { context: spoken.length > 0 ? 'spoken' : 'none' },
    acts: idsOf(spoken),
  };
}

const tells = (effect: EffectSpec, whom: string): boolean => effect.op === 'tell' && effect.to.includes(whom);

/** Minutes that questions took from the rooms, and times they were told something useful. */
export function ministryRooms(context: VerdictContext): Verdict {
  const { minutes, acts } = minutesTaken(context, 'ministry', 'services');
  const told = doneBy(context, 'ministry').filter(({ spec }) =>
    context.exercise.actSpec(spec)?.effects.some((effect) => tells(effect, 'services')),
  ).length;
  const { roomsMet, roomsPartly } = THRESHOLDS.ministry;
  if (told === 0 && minutes === 0) return { grade: 'missed', params: { context: 'silent' } };
  const grade = atMost(minutes, told > 1 ? roomsMet : -1, told > 0 ? roomsPartly : -1);
  return { grade, params: { minutes, told }, acts };
}

/** Public words on the cause or the end, and numbers given out: on evidence, without, or false. */
export function ministryReassure(context: VerdictContext): Verdict {
  const { exercise, truth } = context;
  let bare = 0;
  let wrong = 0;
  const acts: number[] = [];
  for (const act of doneBy(context, 'ministry')) {
    const effects = exercise.actSpec(act.spec)?.effects ?? [];
    const numbers = untestedGiven(context, act, effects);
    if (numbers === 'failed') wrong++;
    if (numbers === 'untried') bare++;
    if (numbers !== null) acts.push(act.id);
    const said = effects.flatMap((effect) =>
      effect.op === 'tell' && effect.claimed !== undefined && tells(effect, 'public') ? effect.facts : [],
    );
    const fact = said.find((each) => REASSURES.includes(each));
    if (fact === undefined) continue;
    acts.push(act.id);
    if (!truth.holds({ type: fact, about: {}, at: act.endsAt })) wrong++;
    else {
      const held = heldAt(exercise, 'ministry', fact, act.begunAt);
      if (!held.some(({ confidence }) => confidence >= THRESHOLDS.ministry.evidence)) bare++;
    }
  }
  return { grade: wrong > 0 ? 'missed' : bare > 0 ? 'partly' : 'met', params: { bare, wrong }, acts };
}

/** What the tests held by then said of the numbers that an act published as they stood; null when it did not, or all passed. */
function untestedGiven(
  { exercise }: VerdictContext,
  act: Act,
  effects: readonly EffectSpec[],
): 'failed' | 'untried' | null {
  const untested = effects.some(
    (effect) => effect.op === 'order' && effect.type === 'publishNumbers' && effect.args['tested'] === false,
  );
  if (!untested || exercise.preparedness.testedList) return null;
  const asked = Array.isArray(act.args['areas']) ? (act.args['areas'] as readonly string[]) : 'all';
  const of = (entries: 'tested' | 'faulty'): readonly string[] =>
    knownEntries(exercise, 'ministry', entries, asked, act.endsAt);
  const tested = of('tested');
  const named = heldAt(exercise, 'ministry', 'workaround.number', act.endsAt)
    .flatMap(({ statement }) => codesIn(exercise.knowledge.statements[statement]!.about))
    .filter((code) => asked === 'all' || asked.includes(code));
  if (of('faulty').some((code) => named.includes(code))) return 'failed';
  return named.length > 0 && named.every((code) => tested.includes(code)) ? null : 'untried';
}

const REASSURES: readonly FactType[] = ['cyberattack.excluded', 'restored'];

/** Départements that the seat answers for: its own when a person holds it, all of them otherwise. */
export function ownAreas(exercise: Exercise): number[] {
  const { areas } = exercise.evening.spec;
  const own = exercise.ownAreas('services');
  return areas.flatMap(({ code }, area) => (own === 'all' || own.includes(code) ? [area] : []));
}

/** Looking for those whose calls did not come, or going to where they are. */
const SEARCHES: readonly string[] = [
  'services.callBack',
  'services.callBackShort',
  'services.welfareChecks',
  'services.patrols17',
  'services.visitAddresses',
  'services.crewsOut',
  'services.openCopperLine',
  'services.openMobileLine',
  'services.openIpLine',
];

export function servicesSearch(context: VerdictContext): Verdict {
  const { own } = context;
  const sum = (rows: VerdictContext['tonight']['byArea']): number =>
    own.reduce((total, area) => total + rows[area]!.neverServed, 0);
  const [tonight, ghost] = [sum(context.tonight.byArea), sum(context.ghostTally.byArea)];
  const { searchLeast, searchActs, searchMet, searchPartly } = THRESHOLDS.services;
  if (ghost < searchLeast) return UNKNOWN;
  const searches = doneBy(context, 'services', SEARCHES);
  const acts = idsOf(searches);
  const grade = atMost(tonight / ghost, searchMet, searchPartly);
  // Fewer were lost because others mended the network: nobody looked for those who were.
  if (grade === 'met' && searches.length < searchActs)
    return { grade: 'partly', params: { context: 'alone', tonight, ghost, acts: searches.length }, acts };
  return { grade, params: { tonight, ghost }, acts };
}

/** It changes how many people answer the lines. */
const ofStaff = (effect: EffectSpec): boolean =>
  effect.op === 'capacity' ||
  effect.op === 'spend' ||
  (effect.op === 'order' && effect.type === 'staff') ||
  (effect.op === 'occupy' && effect.pool === 'callTakers');

/** Acts of the rooms that gave their lines more people, or took some away. */
function staffing(context: VerdictContext): number[] {
  const takes = ({ spec }: Act): boolean => {
    const { needs, effects } = context.exercise.actSpec(spec)!;
    return needs.pool === 'callTakers' || effects.some(ofStaff);
  };
  return idsOf(doneBy(context, 'services').filter(takes));
}

/**
 * Share answered within the time, of calls that reached the rooms of these areas and were answered or given up there; null
 * without any.
 */
export function shareAnsweredSoon(exercise: Exercise, areas: readonly number[]): number | null {
  const { log, callers, spec } = exercise.evening;
  const own = new Set(areas);
  const limit = THRESHOLDS.services.waitSeconds * SECOND;
  let reached = 0;
  let soon = 0;
  for (let i = log.firstFrom(spec.clock.trigger); i < log.count; i++) {
    const cause = log.cause(i);
    if ((cause !== ANSWERED && cause !== ABANDONED) || !own.has(callers.area[log.caller[i]!]!)) continue;
    reached++;
    if (cause === ANSWERED && log.answered[i]! - log.at[i]! <= limit) soon++;
  }
  return reached === 0 ? null : soon / reached;
}

export function servicesWait(context: VerdictContext): Verdict {
  const share = shareAnsweredSoon(context.exercise, context.own);
  if (share === null) return UNKNOWN;
  const { waitSeconds, waitMet, waitPartly } = THRESHOLDS.services;
  return {
    grade: atLeast(share, waitMet, waitPartly),
    params: { percent: percent(share), waitSeconds },
    acts: staffing(context),
  };
}

const RELIEF = clock('19:00');
const RELIEFS: readonly string[] = ['RELIEF', 'RELIEF_BARE'];

/** A relief with a brief, and nobody kept or recalled until spent. */
export function servicesLast(context: VerdictContext): Verdict {
  if (context.exercise.now <= RELIEF) return UNKNOWN;
  const brief = doneBy(context, 'services', ['services.handover']).length > 0;
  const rested = !context.exercise.state.spent.includes('services');
  const lost = context.exercise.journal.services
    .filter(({ kind }) => kind === 'lost')
    .reduce((sum, { statements }) => sum + statements.length, 0);
  const acts = idsOf(
    bearingOn(
      context,
      'services',
      (effect) => effect.op === 'spend' || (effect.op === 'machine' && RELIEFS.includes(effect.event)),
    ),
  );
  if (brief === rested) return { grade: brief ? 'met' : 'missed', params: { lost }, acts };
  return { grade: 'partly', params: { context: brief ? 'spent' : 'bare', lost }, acts };
}

/** What opens a way, and what closes it again; null when it closes by itself at the end of the act. */
const DOORS: Readonly<Record<string, string | null>> = {
  'services.openCopperLine': 'services.closeNumber',
  'services.openMobileLine': 'services.closeNumber',
  'services.openIpLine': 'services.closeNumber',
  'services.crewsOut': 'services.crewsIn',
  'services.mutualAid': null,
  'services.mutualAidSorted': null,
  'services.poolRooms': null,
  'services.divertNumber': null,
};

/** Most ways open at the same time, by the acts that opened them, and which. */
export function servicesDoors(context: VerdictContext): Verdict {
  const acts = doneBy(context, 'services');
  const open = acts.flatMap((act) => {
    const closing = DOORS[act.spec];
    if (closing === undefined) return [];
    const closed = acts.find(({ spec, endsAt }) => spec === closing && endsAt > act.endsAt);
    const [from, to] =
      closing === null ? [act.begunAt, act.endsAt] : [act.endsAt, closed?.endsAt ?? Infinity];
    return [{ act: act.id, from, to }];
  });
  if (open.length === 0) return UNKNOWN;
  const together = open
    .map(({ from: at }) => open.filter(({ from, to }) => from <= at && at < to))
    .reduce((most, each) => (each.length > most.length ? each : most), []);
  const doors = together.length;
  const notes = together.map(({ act, from }) => ({ key: 'door', at: from, act }));
  const { doorsMet, doorsPartly } = THRESHOLDS.services;
  return { grade: atMost(doors, doorsMet, doorsPartly), params: { doors }, notes };
}
