import type { Exercise } from '../exercise/exercise.ts';
import { PATIENCE } from '../exercise/messages/mail.ts';
import type { Message } from '../exercise/messages/messages.ts';
import { opensByItself } from '../exercise/acts/checkAct.ts';
import { refusalOf } from '../exercise/choices/optionRefusal.ts';
import type { Beat, Choice } from '../exercise/state.ts';
import { MINUTE } from '../kernel/time.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import { factsOf } from '../view/seat/facts.ts';
import { handlesOf } from '../view/seat/handles.ts';
import { hasOwnResult } from './ownResults.ts';
import type { StopView } from './playProtocol.ts';
import { promiseStops } from './promiseStops.ts';

/** So long before a choice closes, or somebody gives up, a jump stops again. */
const LAST_CALL = 8 * MINUTE;
/** Whose word that service is back is an announcement. */
const ANNOUNCING: readonly string[] = ['orange', 'ministry'];

/**
 * What a jump to the next moment may not pass over, beside beats and choices that open: an hour promised, what an act of
 * the seat has told, a question put to it, the last minutes of a question or of an open choice, an option of an open
 * choice that has become possible, the announced return of service. But for the promise, none of these stops the clock
 * by itself: they are outside the evening's budget of stops.
 */
export class JumpWatch {
  private readonly exercise: Exercise;
  private readonly seats: readonly SeatId[];
  private seenAt: number;
  private messages: number;
  private words: number;
  private ended: number;
  /** Entries of the main courantes looked at. */
  private written: readonly number[];
  /** Options of open choices that could not be taken when last looked at. */
  private refused: ReadonlySet<string>;

  constructor(exercise: Exercise, seats: readonly SeatId[]) {
    this.exercise = exercise;
    this.seats = seats;
    this.seenAt = exercise.now;
    this.messages = this.arrivals();
    this.words = exercise.state.publicWords.length;
    this.ended = this.endings();
    this.written = this.entries();
    this.refused = this.refusals();
  }

  /** All that has come since the last look, what presses most before. */
  look(): readonly StopView[] {
    const { exercise, seats, seenAt } = this;
    const found = [
      ...promiseStops(exercise, seats, seenAt),
      ...this.results(),
      ...this.asked(),
      ...this.announced(),
      ...this.unlocked(),
      ...this.closing(),
    ];
    this.seenAt = exercise.now;
    return found;
  }

  private get now(): number {
    return this.exercise.now;
  }

  private passed(at: number): boolean {
    return at > this.seenAt && at <= this.now;
  }

  private arrivals(): number {
    const { messages } = this.exercise;
    return this.seats.reduce(
      (sum, seat) => sum + messages.filter(({ arrivedAt }) => arrivedAt[seat] !== undefined).length,
      0,
    );
  }

  private endings(): number {
    const { acts } = this.exercise;
    return acts.filter(({ seat, ended }) => ended && (this.seats as readonly string[]).includes(seat)).length;
  }

  private entries(): readonly number[] {
    return this.seats.map((seat) => this.exercise.journal[seat].length);
  }

  private news(seat: SeatId, id: string): StopView {
    return { seat, id, at: this.now, kind: 'news' };
  }

  /** An act of the seat has told what it found or brought about. */
  private results(): StopView[] {
    const from = this.written;
    this.written = this.entries();
    return this.seats
      .filter((seat, i) => hasOwnResult(this.exercise, seat, this.seenAt, from[i]!))
      .map((seat) => this.news(seat, 'ownWork'));
  }

  /** Questions have come, or their authors are about to give up: one stop each for all that come together. */
  private asked(): StopView[] {
    const { exercise } = this;
    return this.seats.flatMap((seat) => {
      const open = exercise.messages.filter(
        ({ arrivedAt, asks, answeredAt, givenUp }) =>
          arrivedAt[seat] !== undefined &&
          asks.length > 0 &&
          answeredAt[seat] === undefined &&
          givenUp?.includes(seat) !== true,
      );
      const came = open.filter(({ arrivedAt }) => this.passed(arrivedAt[seat]!));
      const last = open.filter((message) => this.passed(givesUpAt(exercise, message) - LAST_CALL));
      if (came.length + last.length === 0) return [];
      const { message: named } = handlesOf(exercise, seat, factsOf(exercise, seat));
      return [
        { ...this.news(seat, 'asked'), letters: came.flatMap(({ id }) => named(id) ?? []) },
        { ...this.news(seat, 'askedLast'), letters: last.flatMap(({ id }) => named(id) ?? []) },
      ].filter(({ letters }) => letters.length > 0);
    });
  }

  /** Whoever repairs, or the State, has said for the first time that service is back. */
  private announced(): StopView[] {
    const { exercise } = this;
    const came = this.arrivals();
    const spoken = exercise.state.publicWords.length;
    if (came === this.messages && spoken === this.words) return [];
    this.messages = came;
    this.words = spoken;
    const tellsIt = ({ from, statements }: Message): boolean =>
      ANNOUNCING.includes(from) && statements.some((index) => isRestored(exercise, index));
    return this.seats.flatMap((seat) => {
      const told = exercise.messages.filter(
        (message) => message.from !== seat && message.arrivedAt[seat] !== undefined && tellsIt(message),
      );
      const heard = exercise.state.publicWords.filter(
        ({ by, statements }) =>
          by !== seat && ANNOUNCING.includes(by) && statements.some((index) => isRestored(exercise, index)),
      );
      const first = Math.min(...told.map(({ arrivedAt }) => arrivedAt[seat]!), ...heard.map(({ at }) => at));
      return this.passed(first) ? [this.news(seat, 'announced')] : [];
    });
  }

  /** An act of the seat has opened the way to an option that was refused. */
  private unlocked(): StopView[] {
    const ended = this.endings();
    if (ended === this.ended) return [];
    this.ended = ended;
    const before = this.refused;
    this.refused = this.refusals();
    return this.openChoices()
      .filter(({ dilemma }) =>
        [...before].some((each) => each.startsWith(`${dilemma} `) && !this.refused.has(each)),
      )
      .map(({ seat, dilemma }) => ({
        seat,
        id: dilemma,
        at: this.now,
        kind: 'dilemma',
        why: 'unlocked',
      }));
  }

  private closing(): StopView[] {
    return this.openChoices()
      .filter(({ closesAt }) => this.passed(closesAt - LAST_CALL))
      .map(({ seat, dilemma }) => ({ seat, id: dilemma, at: this.now, kind: 'dilemma', why: 'closing' }));
  }

  private openChoices(): readonly Choice[] {
    return this.exercise.choices.filter(({ seat, state }) => state === 'open' && this.seats.includes(seat));
  }

  /** Refused but for want of people, which is no refusal: what waits for them can be chosen, and begins once they are free. */
  private refusals(): ReadonlySet<string> {
    const { exercise } = this;
    return new Set(
      this.openChoices().flatMap(({ dilemma, seat }) =>
        exercise.ground.play.dilemmas
          .find(({ id }) => id === dilemma)!
          .options.filter((option) => {
            const refusal = refusalOf(exercise, seat, option);
            return refusal !== null && !opensByItself(refusal);
          })
          .map(({ id }) => `${dilemma} ${id}`),
      ),
    );
  }
}

function isRestored({ knowledge }: Exercise, statement: number): boolean {
  return knowledge.statements[statement]!.type === 'restored';
}

/** When the author of a letter gives up waiting, clock ms; never for who does not say. */
function givesUpAt({ ground }: Exercise, { author, key, sentAt }: Message): number {
  if (author !== 'world') return Infinity;
  const spec = ground.play.envelopes.find(({ id }) => key === `messages.${id}`);
  return spec === undefined ? Infinity : sentAt + (spec.unanswered?.after ?? PATIENCE) * MINUTE;
}

/** A beat without a letter has come; one with a letter, once that lies in the tray, or is lost. */
export function hasCome({ messages }: Exercise, { id, seat, kind }: Beat): boolean {
  if (kind !== 'event' && kind !== 'finding') return true;
  const letter = messages.findLast(({ key }) => key === `events.${id}` || key === `messages.${id}`);
  return (
    letter === undefined || letter.failed || !letter.to.includes(seat) || letter.arrivedAt[seat] !== undefined
  );
}

const isPromise = ({ id }: StopView): boolean => id === 'hourMissed' || id === 'hourSoon';
/** A beat for a search that is over tells its result already. */
const about = ({ id }: StopView): string => (id === 'answer' ? 'ownWork' : id);
const same = (a: StopView, b: StopView): boolean => a.seat === b.seat && about(a) === about(b);

/** What the title of a stop is, among what has come together: the hour promised, beats, then the rest as it was found. */
export function stopOf(came: readonly Beat[], found: readonly StopView[], now: number): StopView {
  const beats = came.map((beat): StopView => ({ ...beat, at: beat.kind === 'dilemma' ? beat.at : now }));
  const all = [...found.filter(isPromise), ...beats, ...found.filter((each) => !isPromise(each))];
  const [first, ...also] = all.filter((each, i) => all.findIndex((other) => same(each, other)) === i);
  return also.length === 0 ? first! : { ...first!, also };
}
