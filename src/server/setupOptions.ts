import { DRAWN_HOME } from '../exercise/homeWord.ts';
import type { ExerciseGround } from '../exercise/open.ts';
import type { ExerciseSetup, Holder } from '../exercise/setup.ts';
import { clock } from '../kernel/time.ts';
import { nearestName } from '../scenario/errors.ts';
import { DOCTRINES } from '../scenario/play/types.ts';
import type { DoctrineId, MeasureSpec } from '../scenario/play/types.ts';
import { CORE_SEATS } from '../scenario/play/vocabulary.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import { Complaint } from './complaint.ts';
import { readSet } from './options.ts';
import type { OptionKinds, Options } from './options.ts';

/** Options of every command that opens an exercise. */
export const SETUP_OPTIONS: OptionKinds = {
  scenario: 'text',
  doctrine: 'text',
  measures: 'text',
  home: 'text',
  set: 'texts',
};

export const DEFAULT_HOME = '59';
const FROM = clock('16:30');
const TO = clock('24:00');

type Doctrines = Readonly<Record<SeatId, DoctrineId>>;

function unknown(key: string, value: string, known: readonly string[]): Complaint {
  return new Complaint(key, { value, nearest: nearestName(value, known) ?? known.join(', ') });
}

const isOneOf = <T extends string>(value: string, words: readonly T[]): value is T =>
  (words as readonly string[]).includes(value);

function doctrineOf(word: string): DoctrineId {
  if (!isOneOf(word, DOCTRINES)) throw unknown('cli:error.doctrine', word, DOCTRINES);
  return word;
}

/** "by-the-book" for all, or "orange=by-the-book,ministry=novice", the other seats following `usual`. */
export function readDoctrines(text: string | undefined, usual: DoctrineId): Doctrines {
  const doctrines: Record<SeatId, DoctrineId> = {
    orange: usual,
    ministry: usual,
    anssi: usual,
    services: usual,
  };
  if (text === undefined) return doctrines;
  const named = new Set<string>();
  if (!text.includes('=')) {
    const doctrine = doctrineOf(text);
    for (const seat of CORE_SEATS) doctrines[seat] = doctrine;
    return doctrines;
  }
  for (const pair of text.split(',')) {
    const [seat, doctrine, ...more] = pair.split('=');
    if (doctrine === undefined || more.length > 0)
      throw new Complaint('cli:error.doctrinePair', { value: pair });
    if (!isOneOf(seat!, CORE_SEATS)) throw unknown('cli:error.seat', seat!, CORE_SEATS);
    if (named.has(seat)) throw new Complaint('cli:error.seatTwice', { seat });
    named.add(seat);
    doctrines[seat] = doctrineOf(doctrine);
  }
  return doctrines;
}

/** "as-in-2021" (none), "law", "all", or ids of the catalogue; in its order. */
export function readMeasures(text: string, catalogue: readonly MeasureSpec[]): string[] {
  const ids = catalogue.map(({ id }) => id);
  if (text === 'as-in-2021') return [];
  if (text === 'all') return ids;
  if (text === 'law') return catalogue.filter(({ inLaw }) => inLaw).map(({ id }) => id);
  const asked = text.split(',').map((id) => id.trim());
  for (const [i, id] of asked.entries()) {
    if (!ids.includes(id)) throw unknown('cli:error.measure', id, ['as-in-2021', 'law', 'all', ...ids]);
    if (asked.indexOf(id) !== i) throw new Complaint('cli:error.measureTwice', { value: id });
  }
  return ids.filter((id) => asked.includes(id));
}

/** Seats named in "orange" or "orange,ministry": those that people hold. */
export function readSeats(text: string): SeatId[] {
  const asked = text.split(',').map((seat) => seat.trim());
  const seats: SeatId[] = [];
  for (const seat of asked) {
    if (!isOneOf(seat, CORE_SEATS)) throw unknown('cli:error.seat', seat, CORE_SEATS);
    if (seats.includes(seat)) throw new Complaint('cli:error.seatTwice', { seat });
    seats.push(seat);
  }
  return seats;
}

/** The setup asked for: machines in all seats but those of `people`, which follow `usual` unless told otherwise. */
export function setupOf(
  { texts }: Options,
  ground: ExerciseGround,
  seed: number,
  usual: DoctrineId,
  people: readonly SeatId[] = [],
): ExerciseSetup {
  const doctrines = readDoctrines(texts['doctrine']?.[0], usual);
  const home = texts['home']?.[0] ?? DEFAULT_HOME;
  const codes = ground.territory.map(({ code }) => code);
  if (home !== DRAWN_HOME && !codes.includes(home)) throw unknown('cli:error.home', home, codes);
  const holder = (seat: SeatId): Holder =>
    people.includes(seat) ? { by: 'person' } : { by: 'machine', doctrine: doctrines[seat] };
  return {
    scenario: ground.file.id,
    seed,
    measures: readMeasures(texts['measures']?.[0] ?? 'as-in-2021', ground.play.measures),
    seats: {
      orange: holder('orange'),
      ministry: holder('ministry'),
      anssi: holder('anssi'),
      services: holder('services'),
    },
    home,
    tempo: 'solo',
    from: FROM,
    to: TO,
    set: readSet(texts['set'] ?? []),
  };
}
