import type { Exercise } from '../../exercise/exercise.ts';
import type { Message } from '../../exercise/messages/messages.ts';
import { answersInCall } from '../../exercise/messages/replies.ts';
import { nextAppointment } from '../../exercise/tempo/appointments.ts';
import { MINUTE } from '../../kernel/time.ts';
import { clockTime } from '../../scenario/clockTime.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { WaitingView } from '../seatView.ts';
import { received, sentBy } from './handles.ts';
import type { Handles } from './handles.ts';
import { answeredBy, answersTo, senderOf } from './messages.ts';

/** However often it rings again: nobody waits longer for somebody to pick up. */
const LONGEST_CALL = 30 * MINUTE;

/** The three lines always on screen: on whom the seat waits, who waits for it, what comes next. */
export function waitingOf(exercise: Exercise, seat: SeatId, { message }: Handles): WaitingView {
  const answers = answersTo(exercise, seat);
  const told = toldSince(exercise, seat);
  const sent = sentBy(exercise, seat).filter(({ failed }) => !failed);
  const questions = sent.flatMap((each) =>
    each.asks.length === 0
      ? []
      : each.to
          .filter((from) => !answers.get(each.id)?.has(from) && !told(each, from))
          .map((from) => ({
            from,
            what: each.asks.length === 1 ? each.asks[0]! : ('answer' as const),
            since: each.sentAt,
            message: message(each.id) ?? null,
          })),
  );
  const calls = sent.flatMap((each) =>
    each.asks.length > 0 || each.channel !== 'phone'
      ? []
      : each.to
          .filter((to) => isRinging(exercise, each, to) && !answers.get(each.id)?.has(to))
          .map((from) => ({
            from,
            what: 'call' as const,
            since: each.sentAt,
            message: message(each.id) ?? null,
          })),
  );
  const searches = exercise.acts.flatMap((act) =>
    act.seat === seat && !act.ended && looks(exercise, act.spec)
      ? [{ from: 'team', what: 'act' as const, since: act.begunAt, message: null, act: act.spec }]
      : [],
  );
  const on = [...questions, ...calls, ...searches];
  const answered = answeredBy(exercise, seat);
  // Whoever asks waits from the minute that the letter lies there, opened or not, until they give up.
  const alone = exercise.tagsOf(seat).has('secondCaseStarved');
  const by = received(exercise, seat)
    .filter(({ id, asks, givenUp, vital }) =>
      // Whoever calls for somebody waits for people, not for an answer.
      vital ? alone : asks.length > 0 && !givenUp?.includes(seat) && !answered.has(id),
    )
    .map((each) => ({
      who: senderOf(each, seat),
      since: each.arrivedAt[seat]!,
      message: message(each.id)!,
    }));
  const next = exercise.finished ? undefined : nextAppointment(exercise, seat);
  return { on, by, next: next ? { key: next.id, at: clockTime(next.at) } : null };
}

/** Whether somebody has told the seat, in a letter that it has read, some of what a question of its own asked. */
function toldSince(exercise: Exercise, seat: SeatId): (question: Message, from: string) => boolean {
  const letters = received(exercise, seat).filter(({ readAt }) => readAt[seat] !== undefined);
  const { statements } = exercise.knowledge;
  return ({ asks, sentAt }, from) =>
    letters.some(
      (letter) =>
        letter.sentAt >= sentAt &&
        senderOf(letter, seat) === from &&
        letter.statements.some((index) => asks.includes(statements[index]!.type)),
    );
}

/** A call has neither been heard there nor come to nothing; who answers in it has not spoken yet. */
function isRinging(exercise: Exercise, call: Message, to: string): boolean {
  const reader = to === 'neighbours' && call.readers.includes('rooms') ? 'rooms' : to;
  if (call.failures[to] !== undefined || exercise.now - call.sentAt > LONGEST_CALL) return false;
  return call.arrivedAt[reader] === undefined || answersInCall(exercise, call, reader);
}

function looks(exercise: Exercise, act: string): boolean {
  return exercise.actSpec(act)!.effects.some(({ op }) => op === 'sense');
}
