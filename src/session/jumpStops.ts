import type { Exercise } from '../exercise/exercise.ts';
import { PATIENCE } from '../exercise/mail.ts';
import type { Message } from '../exercise/messages.ts';
import { refusalOf } from '../exercise/optionRefusal.ts';
import type { Beat, Choice } from '../exercise/state.ts';
import { MINUTE } from '../kernel/time.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import type { StopView } from './playProtocol.ts';

/** So long before a choice closes, or somebody gives up, a jump stops again. */
const LAST_CALL = 8 * MINUTE;
/** Whose word that service is back is an announcement. */
const ANNOUNCING: readonly string[] = ['orange', 'ministry'];

/**
 * What a jump to the next moment may not pass over, beside beats and choices that open: a question put to the seat, the
 * last minutes of a question or of an open choice, an option of an open choice that has become possible, the announced
 * return of service. None of these stops the clock by itself: they are outside the evening's budget of stops.
 */
export class JumpWatch {
  private readonly exercise: Exercise;
  private readonly seats: readonly SeatId[];
  private seenAt: number;
  private messages: number;
  private words: number;
  private ended: number;
  /** Options of open choices that could not be taken when last looked at. */
  private refused: ReadonlySet<string>;

  constructor(exercise: Exercise, seats: readonly SeatId[]) {
    this.exercise = exercise;
    this.seats = seats;
    this.seenAt = exercise.now;
    this.messages = this.arrivals();
    this.words = exercise.state.publicWords.length;
    this.ended = this.endings();
    this.refused = this.refusals();
  }

  /** What has come since the last look; undefined when nothing has. */
  look(): StopView | undefined {
    const found = this.asked() ?? this.announced() ?? this.unlocked() ?? this.closing();
    this.seenAt = this.exercise.now;
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

  private news(seat: SeatId, id: string): StopView {
    return { seat, id, at: this.now, kind: 'news' };
  }

  /** A question has come, or its author is about to give up. */
  private asked(): StopView | undefined {
    for (const message of this.exercise.messages)
      for (const seat of this.seats) {
        const since = message.arrivedAt[seat];
        if (since === undefined || message.asks.length === 0 || message.answeredAt[seat] !== undefined)
          continue;
        if (message.givenUp?.includes(seat)) continue;
        if (this.passed(since)) return this.news(seat, 'asked');
        if (this.passed(givesUpAt(this.exercise, message) - LAST_CALL)) return this.news(seat, 'askedLast');
      }
    return undefined;
  }

  /** Whoever repairs, or the State, has said for the first time that service is back. */
  private announced(): StopView | undefined {
    const { exercise } = this;
    const came = this.arrivals();
    const spoken = exercise.state.publicWords.length;
    if (came === this.messages && spoken === this.words) return undefined;
    this.messages = came;
    this.words = spoken;
    const tellsIt = ({ from, statements }: Message): boolean =>
      ANNOUNCING.includes(from) && statements.some((index) => isRestored(exercise, index));
    for (const seat of this.seats) {
      const told = exercise.messages.filter(
        (message) => message.from !== seat && message.arrivedAt[seat] !== undefined && tellsIt(message),
      );
      const heard = exercise.state.publicWords.filter(
        ({ by, statements }) =>
          by !== seat && ANNOUNCING.includes(by) && statements.some((index) => isRestored(exercise, index)),
      );
      const first = Math.min(...told.map(({ arrivedAt }) => arrivedAt[seat]!), ...heard.map(({ at }) => at));
      if (this.passed(first)) return this.news(seat, 'announced');
    }
    return undefined;
  }

  /** An act of the seat has opened the way to an option that was refused. */
  private unlocked(): StopView | undefined {
    const ended = this.endings();
    if (ended === this.ended) return undefined;
    this.ended = ended;
    const before = this.refused;
    this.refused = this.refusals();
    const open = this.openChoices().find(({ dilemma }) =>
      [...before].some((each) => each.startsWith(`${dilemma} `) && !this.refused.has(each)),
    );
    return open && { seat: open.seat, id: open.dilemma, at: this.now, kind: 'dilemma', why: 'unlocked' };
  }

  private closing(): StopView | undefined {
    const open = this.openChoices().find(({ closesAt }) => this.passed(closesAt - LAST_CALL));
    return open && { seat: open.seat, id: open.dilemma, at: this.now, kind: 'dilemma', why: 'closing' };
  }

  private openChoices(): readonly Choice[] {
    return this.exercise.choices.filter(({ seat, state }) => state === 'open' && this.seats.includes(seat));
  }

  /** Refused for whatever reason: an act of the seat that ends may open any, or free those who were missing. */
  private refusals(): ReadonlySet<string> {
    const { exercise } = this;
    return new Set(
      this.openChoices().flatMap(({ dilemma, seat }) =>
        exercise.ground.play.dilemmas
          .find(({ id }) => id === dilemma)!
          .options.filter((option) => refusalOf(exercise, seat, option) !== null)
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
