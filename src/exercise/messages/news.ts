import { MINUTE } from '../../kernel/time.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import { CORE_SEATS } from '../../scenario/play/vocabulary.ts';
import type { Act } from '../acts/acts.ts';
import { beat, newsPlaces } from '../tempo/beats.ts';
import type { Exercise } from '../exercise.ts';
import { holding } from '../knowledge/knowledge.ts';
import { holdingsOf } from '../knowledge/knownIndex.ts';
import type { Source } from '../knowledge/knowledge.ts';
import type { Message } from './messages.ts';
import type { Reading } from '../instruments/reading.ts';
import { allPassed } from '../knowledge/restoration.ts';
import type { HolderId } from '../seat.ts';
import { isSeat } from '../seat.ts';
import { actAt, guidedUntil, planOf } from '../tempo/tempo.ts';

/**
 * Grave news of a seat, for which the clock stops: it learns that emergency calls fail, or finds by itself what it had
 * been told of, that its tests all pass or that service is restored, by itself or by a letter; work that it ordered on
 * the network, or a long search, is over; the search that its goal turns on has answered; the vendor's fault is known;
 * other operators complain; another authority speaks in public for the first time; its second case is about to be
 * lost; somebody of authority still waits for its answer. Each a text under `console:beats.news`.
 */
type NewsId =
  | 'emergenciesFail'
  | 'emergenciesSeen'
  | 'restored'
  | 'letter'
  | 'ownWork'
  | 'answer'
  | 'vendorFault'
  | 'operators'
  | 'publicWord'
  | 'secondCase'
  | 'question';

/** Those whom a seat does not leave without an answer, and how long it has before the clock reminds it. */
const AUTHORITIES: Readonly<Record<SeatId, readonly string[]>> = {
  orange: ['ministry', 'primeMinister', 'prefects'],
  ministry: ['primeMinister'],
  anssi: ['ministry', 'primeMinister'],
  services: ['ministry', 'prefects'],
};
const ANSWER_WITHIN = 10 * MINUTE;
/** Assumed: so long after its last expert left, a second case that nobody looks after is about to be lost. */
const LEFT_ALONE = 60 * MINUTE;
/** A search of that many minutes is one whose answer somebody waits for. */
const LONG_SEARCH = 20;
/** The same news again is no news before so long. */
const AGAIN = 45 * MINUTE;
/** Works follow each other: one of them stops the clock. */
const WORK_AGAIN = 30 * MINUTE;

const NEWS_OF = {
  'emergency.affected': 'emergenciesFail',
  restored: 'restored',
  'cause.vendorBug': 'vendorFault',
} as const;
const FAILING: readonly string[] = ['emergenciesFail', 'emergenciesSeen'];
/** Who repairs and who says what it is turn on the vendor's fault; others only hear of it. */
const ON_VENDOR: readonly SeatId[] = ['orange', 'anssi'];
const isNews = (seat: SeatId, type: string): type is keyof typeof NEWS_OF =>
  type in NEWS_OF && (type !== 'cause.vendorBug' || ON_VENDOR.includes(seat));
/** What rooms act upon once they are told: how far it reaches, and which numbers fail with it. */
const TOLD_TO_ROOMS: readonly string[] = ['extent.national', 'workaround.crosses'];
/** Searches that a seat's goal turns on: whether it is an attack, whether the numbers given out answer. */
const ANSWERING: readonly string[] = ['anssi.logs', 'anssi.logsQuick', 'ministry.numbersTest'];
/** Whose equipment it is: other operators’ complaint is news to them, and to others one more letter. */
const COMPLAINED_TO: readonly SeatId[] = ['orange'];

function tell(exercise: Exercise, seat: SeatId, id: NewsId, again = 0): void {
  // A first evening is led by its lines until the last of them.
  if (exercise.now <= guidedUntil(exercise.ground.play, planOf(exercise), seat)) return;
  // What may still be learnt is graver than these: a place is left for it.
  if ((id === 'question' || id === 'ownWork') && newsPlaces(exercise, seat) < 2) return;
  const last = exercise.beats.findLast(
    (each) => each.seat === seat && each.kind === 'news' && each.id === id,
  );
  if (last === undefined || exercise.now - last.at >= again) beat(exercise, seat, 'news', id);
}

/** A seat has learnt something new by its own means, of which it may have heard before. */
export function newsLearnt(exercise: Exercise, holder: HolderId, seen: Reading, { kind }: Source): void {
  const { type } = seen;
  if (!isSeat(holder) || !exercise.isPerson(holder)) return;
  if (kind !== 'act' && kind !== 'instrument') return;
  if (allPassed(exercise, holder, seen)) return tell(exercise, holder, 'restored', AGAIN);
  // What a person calls restored is no news to that person.
  if (!isNews(holder, type) || (type === 'restored' && kind === 'act')) return;
  const id = NEWS_OF[type];
  if (id !== 'emergenciesFail') return tell(exercise, holder, id, id === 'restored' ? AGAIN : Infinity);
  // Told or seen, once.
  if (exercise.beats.some((each) => each.seat === holder && FAILING.includes(each.id))) return;
  const { held, statements } = exercise.knowledge;
  const before = holdingsOf(held[holder], statements, type).some(({ since }) => since < exercise.now);
  tell(exercise, holder, before ? 'emergenciesSeen' : id, Infinity);
}

/** A letter lies in the tray that says what its reader does not know yet. */
export function newsArrived(exercise: Exercise, { statements, from }: Message, holder: HolderId): void {
  if (!isSeat(holder) || !exercise.isPerson(holder)) return;
  if (from === 'operators' && statements.length > 0 && COMPLAINED_TO.includes(holder))
    tell(exercise, holder, 'operators', Infinity);
  const { knowledge } = exercise;
  const grave = statements.some((index) => {
    const { type } = knowledge.statements[index]!;
    const matters = isNews(holder, type) || (holder === 'services' && TOLD_TO_ROOMS.includes(type));
    return matters && holding(knowledge, holder, type) === undefined;
  });
  if (grave) tell(exercise, holder, 'letter', AGAIN);
}

/** The alarms have been read after work on servers: what it cut or erased cannot be had again. */
export function newsOfWork(exercise: Exercise, { seat, spec }: Act): void {
  if (isSeat(seat) && exercise.isPerson(seat) && isGrave(exercise, spec))
    tell(exercise, seat, 'ownWork', WORK_AGAIN);
}

function isGrave(exercise: Exercise, act: string): boolean {
  const { costs } = exercise.actSpec(act)!;
  return costs.some((cost) => cost === 'callsCut' || cost === 'evidenceLost' || cost === 'irreversible');
}

/** A long search is over. */
export function newsOfSearch(exercise: Exercise, { seat, spec: id }: Act): void {
  const spec = exercise.actSpec(id)!;
  if (!isSeat(seat) || !exercise.isPerson(seat)) return;
  if (spec.effects.some((effect) => effect.op === 'sense' && ANSWERING.includes(effect.sensor)))
    return tell(exercise, seat, 'answer');
  if (spec.minutes < LONG_SEARCH) return;
  const { apart } = actAt(planOf(exercise), exercise.now);
  const last = exercise.beats.findLast((each) => each.seat === seat)?.at ?? -Infinity;
  if (exercise.now - last < apart * MINUTE) return;
  if (spec.effects.some(({ op }) => op === 'sense')) tell(exercise, seat, 'ownWork', WORK_AGAIN);
}

/** Somebody speaks in public: the other seats stop at the first word of an authority that is not theirs. */
export function newsSpoken(exercise: Exercise, by: string): void {
  if (!SPEAKING.includes(by)) return;
  for (const seat of CORE_SEATS)
    if (seat !== by && exercise.isPerson(seat)) tell(exercise, seat, 'publicWord', Infinity);
}

const SPEAKING: readonly string[] = ['orange', 'ministry', 'anssi'];

/** Each minute: who waits for the answer of a person, and what is about to be lost. */
export function considerNews(exercise: Exercise): void {
  for (const seat of CORE_SEATS) {
    if (!exercise.isPerson(seat)) continue;
    if (isWaitedFor(exercise, seat)) tell(exercise, seat, 'question', AGAIN);
    if (seat === 'anssi' && isLeftAlone(exercise)) tell(exercise, seat, 'secondCase', Infinity);
  }
}

function isWaitedFor({ messages, now }: Exercise, seat: SeatId): boolean {
  return messages.some(({ from, asks, arrivedAt, answeredAt }) => {
    const since = arrivedAt[seat];
    if (since === undefined || asks.length === 0 || answeredAt[seat] !== undefined) return false;
    const waits = now - since;
    return AUTHORITIES[seat].includes(from) && waits >= ANSWER_WITHIN && waits < ANSWER_WITHIN + MINUTE;
  });
}

function isLeftAlone(exercise: Exercise): boolean {
  if (!exercise.tagsOf('anssi').has('secondCaseStarved')) return false;
  const left = exercise.acts.findLast(
    (act) =>
      act.seat === 'anssi' &&
      exercise
        .actSpec(act.spec)!
        .effects.some((effect) => effect.op === 'machine' && effect.event === 'SECOND_CASE_STARVED'),
  );
  return left !== undefined && exercise.now - left.begunAt >= LEFT_ALONE;
}
