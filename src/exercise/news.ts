import { MINUTE } from '../kernel/time.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import { CORE_SEATS } from '../scenario/play/vocabulary.ts';
import type { Act } from './acts.ts';
import { beat, newsPlaces } from './beats.ts';
import type { Exercise } from './exercise.ts';
import { holding } from './knowledge.ts';
import type { Source } from './knowledge.ts';
import type { Message } from './messages.ts';
import type { Reading } from './reading.ts';
import type { HolderId } from './seat.ts';
import { isSeat } from './seat.ts';
import { actAt, guidedUntil, planOf } from './tempo.ts';

/**
 * Grave news of a seat, for which the clock stops: it learns that emergency calls fail or that service is restored, by
 * itself or by a letter; work that it ordered on the network, or a long search, is over; its second case is about to be
 * lost; somebody of authority still waits for its answer. Each a text under `console:beats.news`.
 */
type NewsId = 'emergenciesFail' | 'restored' | 'letter' | 'ownWork' | 'secondCase' | 'question';

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

const NEWS_OF = { 'emergency.affected': 'emergenciesFail', restored: 'restored' } as const;
const isNews = (type: string): type is keyof typeof NEWS_OF => type in NEWS_OF;

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

/** A seat has learnt something new by its own means. */
export function newsLearnt(exercise: Exercise, holder: HolderId, { type }: Reading, { kind }: Source): void {
  if (!isSeat(holder) || !exercise.isPerson(holder) || !isNews(type)) return;
  if (kind !== 'act' && kind !== 'instrument') return;
  tell(exercise, holder, NEWS_OF[type], type === 'restored' ? AGAIN : Infinity);
}

/** A letter lies in the tray that says what its reader does not know yet. */
export function newsArrived(exercise: Exercise, { statements }: Message, holder: HolderId): void {
  if (!isSeat(holder) || !exercise.isPerson(holder)) return;
  const { knowledge } = exercise;
  const grave = statements.some((index) => {
    const { type } = knowledge.statements[index]!;
    return isNews(type) && holding(knowledge, holder, type) === undefined;
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
  if (!isSeat(seat) || !exercise.isPerson(seat) || spec.minutes < LONG_SEARCH) return;
  const { apart } = actAt(planOf(exercise), exercise.now);
  const last = exercise.beats.findLast((each) => each.seat === seat)?.at ?? -Infinity;
  if (exercise.now - last < apart * MINUTE) return;
  if (spec.effects.some(({ op }) => op === 'sense')) tell(exercise, seat, 'ownWork', WORK_AGAIN);
}

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
