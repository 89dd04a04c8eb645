import { HOUR, MINUTE } from '../kernel/time.ts';
import {
  CORE_SEATS,
  DOCTRINES,
  DRAWN_HOME,
  type Catalogue,
  type DoctrineId,
  type ExerciseSetup,
  type Holder,
  type PlayInfo,
  type SeatId,
} from '../session/playProtocol.ts';
import { parseSeed } from './seed.ts';

export const SCENARIOS = ['june-evening', '2021-06-02'] as const;
export type ScenarioId = (typeof SCENARIOS)[number];
export const LENGTHS = ['first', 'whole'] as const;
export type Length = (typeof LENGTHS)[number];
export const PREPARATIONS = ['2021', 'law', 'budget'] as const;
export type Preparation = (typeof PREPARATIONS)[number];

/** What may be spent on measures, in their costs of 1 to 3. */
export const BUDGET = 10;

/** What somebody asks for before an exercise: small enough for an address, whole once a catalogue is known. */
export interface Wish {
  readonly scenario: ScenarioId;
  readonly seed: number;
  /** Held by people on this device. */
  readonly seats: readonly SeatId[];
  readonly preparation: Preparation;
  /** Measures bought, when a budget is spent. */
  readonly measures: readonly string[];
  readonly length: Length;
  /** Doctrine of the machines in the other seats. */
  readonly doctrine: DoctrineId;
  /** Code of the département whose rooms the emergency services hold, or `DRAWN_HOME`: one that the evening hits. */
  readonly home: string;
}

/** What is usual. The seed is not: each new exercise draws its own, or who played once would know the answer. */
export const FIRST_WISH: Omit<Wish, 'seed'> = {
  scenario: 'june-evening',
  seats: ['services'],
  preparation: '2021',
  measures: [],
  length: 'whole',
  doctrine: 'willing-2021',
  home: DRAWN_HOME,
};

const CLOCK: Readonly<Record<Length, { readonly from: number; readonly to: number }>> = {
  first: { from: 16 * HOUR + 40 * MINUTE, to: 19 * HOUR },
  whole: { from: 16 * HOUR + 30 * MINUTE, to: 24 * HOUR },
};

/** End of the whole evening, for whoever plays on after a first one. */
export const EVENING_END = CLOCK.whole.to;

/** Ids of the measures that a wish switches on, in the catalogue's order. */
export function measuresOf(wish: Wish, play: PlayInfo): readonly string[] {
  if (wish.preparation === '2021') return [];
  const on = play.measures.filter(({ id, inLaw }) =>
    wish.preparation === 'law' ? inLaw : wish.measures.includes(id),
  );
  return on.map(({ id }) => id);
}

/** What the measures bought cost together. */
export function spent(measures: readonly string[], play: PlayInfo): number {
  return play.measures.reduce((sum, { id, cost }) => sum + (measures.includes(id) ? cost : 0), 0);
}

export function setupOf(wish: Wish, { play, scenarios }: Catalogue): ExerciseSetup {
  const scenario = scenarios.some(({ id }) => id === wish.scenario)
    ? wish.scenario
    : (scenarios[0]?.id ?? wish.scenario);
  const holder = (seat: SeatId): Holder =>
    wish.seats.includes(seat) ? { by: 'person' } : { by: 'machine', doctrine: wish.doctrine };
  return {
    scenario,
    seed: wish.seed,
    measures: measuresOf(wish, play),
    seats: {
      orange: holder('orange'),
      ministry: holder('ministry'),
      anssi: holder('anssi'),
      services: holder('services'),
    },
    home: wish.home,
    tempo: wish.seats.length > 1 ? 'oneTable' : wish.length === 'first' ? 'firstEvening' : 'solo',
    ...CLOCK[wish.length],
    set: {},
  };
}

/** The wish that gives the same evening as a setup: to play it again, from another seat or with another seed. */
export function wishOfSetup(setup: ExerciseSetup, play: PlayInfo): Wish {
  const { scenario, seed, measures, home } = setup;
  const holders = CORE_SEATS.map((seat) => setup.seats[seat]);
  const doctrine = holders.find((holder) => holder.by === 'machine')?.doctrine ?? FIRST_WISH.doctrine;
  const law = play.measures.filter(({ inLaw }) => inLaw).map(({ id }) => id);
  const inLaw = law.length === measures.length && law.every((id) => measures.includes(id));
  return {
    scenario: SCENARIOS.find((known) => known === scenario) ?? FIRST_WISH.scenario,
    seed,
    seats: CORE_SEATS.filter((seat) => setup.seats[seat].by === 'person'),
    preparation: measures.length === 0 ? '2021' : inLaw ? 'law' : 'budget',
    measures: measures.length === 0 || inLaw ? [] : measures,
    length: setup.to === CLOCK.first.to ? 'first' : 'whole',
    doctrine,
    home,
  };
}

/** The first evening of a newcomer: one seat, the short evening, everything else as it comes. */
export function firstEvening(seed: number): Wish {
  return { ...FIRST_WISH, seed, length: 'first' };
}

/** A wish as the words after the ? of an address; what is as usual is left out. */
export function formatWish(wish: Wish): string {
  const words = new URLSearchParams();
  words.set('seed', String(wish.seed));
  words.set('seats', wish.seats.join(','));
  if (wish.scenario !== FIRST_WISH.scenario) words.set('scenario', wish.scenario);
  if (wish.length !== FIRST_WISH.length) words.set('length', wish.length);
  if (wish.doctrine !== FIRST_WISH.doctrine) words.set('doctrine', wish.doctrine);
  if (wish.home !== FIRST_WISH.home) words.set('home', wish.home);
  if (wish.preparation === 'law') words.set('measures', 'law');
  if (wish.preparation === 'budget') words.set('measures', wish.measures.join(',') || 'none');
  return words.toString().replaceAll('%2C', ',');
}

/** What an address may say of a wish. */
export const WISH_WORDS: readonly string[] = [
  'scenario',
  'seed',
  'seats',
  'measures',
  'length',
  'doctrine',
  'home',
];

/** What a word of an address could not be read as. */
export interface WishFault {
  readonly name: string;
  readonly found: string;
}

const among =
  <T extends string>(known: readonly T[]) =>
  (text: string): T | null =>
    known.find((each) => each === text) ?? null;

/**
 * Reads the words of an address; what cannot be read keeps its usual value, and is told. `draw` gives the seed where the
 * address gives none.
 */
export function parseWish(
  query: string,
  draw: () => number,
): { readonly wish: Wish; readonly faults: readonly WishFault[] } {
  const words = new URLSearchParams(query);
  const faults: WishFault[] = [];
  const readable = <T>(name: string, parse: (text: string) => T | null): T | null => {
    const found = words.get(name);
    if (found === null) return null;
    const value = parse(found);
    if (value === null) faults.push({ name, found });
    return value;
  };
  const read = <T>(name: string, usual: T, parse: (text: string) => T | null): T =>
    readable(name, parse) ?? usual;
  const measures = read<Pick<Wish, 'preparation' | 'measures'>>(
    'measures',
    { preparation: '2021', measures: [] },
    (text) => {
      if (text === '2021' || text === 'law') return { preparation: text, measures: [] };
      if (text === 'none') return { preparation: 'budget', measures: [] };
      return /^[A-Za-z0-9,]+$/.test(text)
        ? { preparation: 'budget', measures: text.split(',').filter((id) => id !== '') }
        : null;
    },
  );
  return {
    wish: {
      scenario: read('scenario', FIRST_WISH.scenario, among(SCENARIOS)),
      seed: readable('seed', parseSeed) ?? draw(),
      seats: read('seats', FIRST_WISH.seats, (text) => {
        const asked = text.split(',');
        if (!asked.every((seat) => CORE_SEATS.some((known) => known === seat))) return null;
        return CORE_SEATS.filter((seat) => asked.includes(seat));
      }),
      ...measures,
      length: read('length', FIRST_WISH.length, among(LENGTHS)),
      doctrine: read('doctrine', FIRST_WISH.doctrine, among(DOCTRINES)),
      home: read('home', FIRST_WISH.home, (text) =>
        text === DRAWN_HOME || /^(\d{2,3}|2[AB])$/.test(text) ? text : null,
      ),
    },
    faults,
  };
}
