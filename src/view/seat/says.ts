import type { AreaChoice } from '../../callflow/orders.ts';
import { isConfided } from '../../exercise/knowledge/confided.ts';
import { callsEnd, refusalsShown } from '../../exercise/messages/endDenied.ts';
import { knownEntries } from '../../exercise/knowledge/entries.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import { listOf, listedFaulty } from '../../exercise/messages/givenOut.ts';
import { heldOf, toTell } from '../../exercise/knowledge/held.ts';
import { latestHour } from '../../exercise/knowledge/hourRange.ts';
import { holdingsOf, holdingsSaying } from '../../exercise/knowledge/knownIndex.ts';
import { wouldShow } from '../../exercise/instruments/looking.ts';
import { lossRange } from '../../exercise/knowledge/lossRange.ts';
import { knownAmong } from '../../exercise/knowledge/numbersKnown.ts';
import { nameOf } from '../../exercise/messages/publicWord.ts';
import type { OptionSpec } from '../../scenario/play/choices.ts';
import { SENSORS } from '../../scenario/play/sensors.ts';
import type { ActSpec, EffectSpec } from '../../scenario/play/types.ts';
import type { FactType, SeatId } from '../../scenario/play/vocabulary.ts';
import type { SaidView, SaysView } from '../seatView.ts';

type Args = Readonly<Record<string, unknown>>;
type OrderSpec = Extract<EffectSpec, { op: 'order' }>;
type TellSpec = Extract<EffectSpec, { op: 'tell' }>;

type Acts = Pick<OptionSpec, 'acts' | 'args'>;

/** What acts would say, of one seat at one time: what several of them tell alike is looked up once. */
export type Sayer = (acts: Acts) => SaysView | null;

interface Looked {
  readonly told: Map<string, readonly SaidView[]>;
  numbers: Record<'known' | 'tested' | 'faulty' | 'listed', readonly string[]> | null;
}

export function sayerOf(exercise: Exercise, seat: SeatId): Sayer {
  const looked: Looked = { told: new Map(), numbers: null };
  return (acts) => saysOf(exercise, seat, acts, looked);
}

/** What acts say to others in the seat's name, as things stand now: before they are begun, not after. Null when they say nothing. */
function saysOf(exercise: Exercise, seat: SeatId, { acts, args = {} }: Acts, cache: Looked): SaysView | null {
  const to = new Set<string>();
  const said = new Map<string, SaidView>();
  const asked = new Set<FactType>();
  const looked = new Set<FactType>();
  let wording: string | null = null;
  let numbers: SaysView['numbers'] = null;
  for (const id of acts) {
    const spec = exercise.actSpec(id)!;
    for (const effect of spec.effects) {
      if (effect.op === 'sense') for (const fact of givenBy(effect.sensor)) looked.add(fact);
      if (effect.op === 'order' && effect.type === 'advise')
        wording = wordingOf(spec, args['wording'] ?? effect.args['wording'], args);
      if (effect.op === 'order' && effect.type === 'publishNumbers')
        numbers = numbersGiven(exercise, seat, spec, effect, args, cache);
      if (effect.op !== 'tell') continue;
      for (const each of effect.to) to.add(each);
      for (const fact of effect.facts) asked.add(fact);
      for (const each of toldBy(exercise, seat, spec, effect, cache)) said.set(keyOf(each), each);
    }
  }
  if (to.size === 0 && wording === null && numbers === null) return null;
  // Help is given all the same: that it has nothing to say is no news of it.
  if (
    said.size === 0 &&
    wording === null &&
    numbers === null &&
    acts.every((id) => isHelp(exercise.actSpec(id)!))
  )
    return null;
  const told = [...said.values()].filter(({ type }) => wording === null || type !== 'advice.public');
  const without = [...asked].filter(
    (fact) => (wording === null || fact !== 'advice.public') && told.every(({ type }) => type !== fact),
  );
  const unsaid = without.filter((fact) => !looked.has(fact));
  const past = unsaid.filter((fact) => heldOf(exercise, seat, [fact]).length > 0);
  return {
    to: [...to],
    said: told,
    nothingOn: unsaid.filter((fact) => !past.includes(fact)),
    past,
    toBeSeen: without.filter((fact) => looked.has(fact)),
    against: acts.some((id) => callsEnd(exercise.actSpec(id)!)) ? denialOf(exercise, seat) : null,
    wording,
    losses: acts.some((id) => tellsLosses(exercise.actSpec(id)!))
      ? (lossRange(exercise, seat) ?? 'unknown')
      : null,
    // What is said of one's own stays no secret because others confided theirs.
    kept: [...asked].filter(
      (fact) => told.every(({ type }) => type !== fact) && isKept(exercise, seat, fact),
    ),
    numbers,
  };
}

const isHelp = ({ group }: ActSpec<string>): boolean => group === 'help';

const tellsLosses = ({ effects }: ActSpec<string>): boolean =>
  effects.some((effect) => effect.op === 'tell' && effect.losses === true);

/** Something of this type was told in confidence, and stays out of what is said. */
function isKept(exercise: Exercise, seat: SeatId, fact: FactType): boolean {
  const { held, statements } = exercise.knowledge;
  return holdingsOf(held[seat], statements, fact).some(({ statement }) =>
    isConfided(exercise, seat, statements[statement]!.says),
  );
}

/** What the seat's own instruments show that an announcement of the end would have against it. */
function denialOf(exercise: Exercise, seat: SeatId): SaidView | null {
  const shown = refusalsShown(exercise, seat);
  if (shown === null) return null;
  const { type, about } = shown.statement;
  return { type, about, confidence: 1, of: shown.at };
}

/** Advice that a person must choose is no advice until then: an empty word. */
function wordingOf({ asks }: ActSpec<string>, usual: unknown, args: Args): string {
  const chosen = args['wording'] !== undefined;
  return chosen || !asks.some(({ kind, required }) => kind === 'wording' && required === true)
    ? String(usual)
    : '';
}

const keyOf = ({ type, about }: SaidView): string => `${type} ${JSON.stringify(about)}`;

/** The act asks the repair teams what hour they hope for. */
export const asksTeams = ({ effects }: Pick<ActSpec<string>, 'effects'>): boolean =>
  effects.some((effect) => effect.op === 'sense' && effect.sensor === 'orange.repairOutlook');

/** How surely an hour that teams have just hoped for is held (assumed, as their instrument has it). */
const HOPED = 0.5;

/** The hour of restoration that an act gives if it is begun now: what its teams hope for, or else what is held. */
export function hourAbout(
  exercise: Exercise,
  seat: SeatId,
  { effects }: Pick<ActSpec<string>, 'effects'>,
): unknown {
  const shown = asksTeams({ effects }) ? wouldShow(exercise, 'orange.repairOutlook', seat, {}) : [];
  const [held] = heldOf(exercise, seat, ['restoration.eta']);
  const about = shown[0]?.about ?? (held === undefined ? {} : exercise.knowledge.statements[held]!.about);
  return about['at'];
}

const givenBy = (sensor: string): readonly FactType[] => SENSORS.find(({ id }) => id === sensor)?.gives ?? [];

/** What the seat has to tell of these types. */
function heldToTell(
  exercise: Exercise,
  seat: SeatId,
  facts: readonly FactType[],
  { told }: Looked,
): readonly SaidView[] {
  const key = facts.join(' ');
  const before = told.get(key);
  if (before !== undefined) return before;
  const { held, statements } = exercise.knowledge;
  const found = toTell(exercise, seat, facts).map((index): SaidView => {
    const { type, about, at, says } = statements[index]!;
    const holdings = holdingsSaying(held[seat], statements, says);
    // Read again on one's own instruments, it is so since then.
    const times = holdings.flatMap(({ source, saidAt }) => (source.kind === 'message' ? [] : saidAt));
    return {
      type,
      about,
      confidence: Math.max(0, ...holdings.map(({ confidence }) => confidence)),
      of: Math.max(at, ...times),
    };
  });
  told.set(key, found);
  return found;
}

function toldBy(
  exercise: Exercise,
  seat: SeatId,
  spec: ActSpec<string>,
  effect: TellSpec,
  cache: Looked,
): readonly SaidView[] {
  const { now } = exercise;
  const { claimed, range, facts } = effect;
  const ownWord = (type: FactType, confidence: number, about: Args = {}): SaidView => {
    const own = exercise.ownAreas(seat);
    return { type, about: own === 'all' ? about : { ...about, areas: own }, confidence, of: now };
  };
  if (claimed !== undefined) return facts.map((type) => ({ type, about: {}, confidence: claimed, of: now }));
  const told = heldToTell(exercise, seat, facts, cache);
  // What an act takes upon itself is said in place of what others said of it.
  const own = spec.effects.flatMap((each) =>
    each.op === 'hold' && facts.includes(each.fact) ? [ownWord(each.fact, each.confidence, each.about)] : [],
  );
  const rest = told.filter(({ type }) => own.every((each) => each.type !== type));
  const said = [...rest, ...own];
  if (!facts.includes('restoration.eta') || !asksTeams(spec)) return said;
  const at = hourAbout(exercise, seat, spec);
  const held = said.find(({ type }) => type === 'restoration.eta');
  const others = said.filter((each) => each !== held);
  if (typeof at !== 'number') return others;
  const about = range === true ? { at, until: latestHour(now, at) } : { at };
  return [{ type: 'restoration.eta', about, confidence: held?.confidence ?? HOPED, of: now }, ...others];
}

/** Départements whose numbers an act gives out, and what the seat knows of these numbers. */
function numbersGiven(
  exercise: Exercise,
  seat: SeatId,
  { effects }: ActSpec<string>,
  { args: usual, entries }: OrderSpec,
  args: Args,
  cache: Looked,
): SaysView['numbers'] {
  const own = exercise.ownAreas(seat);
  const named = args['areas'] ?? usual['areas'];
  const asked: AreaChoice = own !== 'all' ? own : Array.isArray(named) ? (named as readonly string[]) : 'all';
  const opens = effects.some((each) => each.op === 'order' && each.type === 'openNumbers');
  cache.numbers ??= {
    known: knownAmong(exercise, seat, 'all'),
    tested: knownEntries(exercise, seat, 'tested', 'all'),
    faulty: knownEntries(exercise, seat, 'faulty', 'all'),
    listed: listedFaulty(exercise, seat, 'all'),
  };
  const { known, tested, faulty, listed } = cache.numbers;
  const given =
    entries !== undefined && entries !== 'asKnown'
      ? cache.numbers[entries === 'faulty' ? 'listed' : entries]
      : opens
        ? exercise.spec.areas.map(({ code }) => code)
        : known;
  const areas = asked === 'all' ? given : given.filter((code) => asked.includes(code));
  const of = new Set(areas);
  return {
    areas,
    tested: tested.filter((code) => of.has(code)),
    faulty: faulty.filter((code) => of.has(code)),
    wrongIn: listed.flatMap((code) => {
      const list = of.has(code) ? listOf(exercise, code) : null;
      if (list === null) return [];
      return [{ area: code, at: list.at, by: list.by === null ? null : nameOf(list.by, seat) }];
    }),
  };
}
