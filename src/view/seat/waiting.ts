import type { Exercise } from '../../exercise/exercise.ts';
import { nextAppointment } from '../../exercise/tempo.ts';
import { clockTime } from '../../scenario/clockTime.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { WaitingView } from '../seatView.ts';
import { received, sentBy } from './handles.ts';
import type { Handles } from './handles.ts';
import { answeredBy, answersTo, senderOf } from './messages.ts';

/** The three lines always on screen: on whom the seat waits, who waits for it, what comes next. */
export function waitingOf(exercise: Exercise, seat: SeatId, { message }: Handles): WaitingView {
  const answers = answersTo(exercise, seat);
  const on = sentBy(exercise, seat)
    .filter(({ asks, failed }) => asks.length > 0 && !failed)
    .flatMap(({ id, to, asks, sentAt }) =>
      to
        .filter((from) => !answers.get(id)?.has(from))
        .map((from) => ({
          from,
          what: asks.length === 1 ? asks[0]! : ('answer' as const),
          since: sentAt,
          message: message(id) ?? null,
        })),
    );
  const answered = answeredBy(exercise, seat);
  // Whoever asks waits from the minute that the letter lies there, opened or not, until they give up.
  const by = received(exercise, seat)
    .filter(({ id, asks, givenUp }) => asks.length > 0 && !givenUp?.includes(seat) && !answered.has(id))
    .map((each) => ({
      who: senderOf(each, seat),
      since: each.arrivedAt[seat]!,
      message: message(each.id)!,
    }));
  const next = nextAppointment(exercise.ground.play, seat, exercise.now);
  return { on, by, next: next ? { key: next.id, at: clockTime(next.at) } : null };
}
