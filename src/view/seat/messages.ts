import { isBeside } from '../../exercise/messages/answered.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import type { Message } from '../../exercise/messages/messages.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { MessageView, SentView } from '../seatView.ts';
import { received, sentBy } from './handles.ts';
import type { Handles } from './handles.ts';

/** Sender as the seat names it: rooms of other départements are services to all, neighbours to those of one. */
export function senderOf({ author, from }: Message, seat: SeatId): string {
  return author === 'rooms' && seat === 'services' ? 'neighbours' : from;
}

/** Messages that this seat answered, by naming them or by telling what they asked, by the exercise's number. */
export function answeredBy(exercise: Exercise, seat: SeatId): ReadonlySet<number> {
  const told = received(exercise, seat).filter(({ answeredAt }) => answeredAt[seat] !== undefined);
  return new Set([
    ...told.map(({ id }) => id),
    ...sentBy(exercise, seat).flatMap((each) =>
      each.answers === null || isBeside(exercise, each) ? [] : [each.answers],
    ),
  ]);
}

/**
 * The seat's in-tray, latest first. An unopened envelope shows who, by what channel and about what, and no more until the
 * exercise is over: then all can be read, and what was left unopened stays so.
 */
export function inTrayOf(exercise: Exercise, seat: SeatId, { statements, message }: Handles): MessageView[] {
  const answered = answeredBy(exercise, seat);
  const replies = sentBy(exercise, seat);
  const named = new Set(replies.flatMap((each) => (isBeside(exercise, each) ? [] : each.answers)));
  const beside = new Set(replies.flatMap((each) => (isBeside(exercise, each) ? each.answers : [])));
  return received(exercise, seat)
    .map((each): MessageView => {
      const readAt = each.readAt[seat] ?? null;
      const open = readAt !== null || exercise.finished;
      return {
        id: message(each.id)!,
        from: senderOf(each, seat),
        channel: each.channel,
        key: each.key,
        text: open ? each.text : '',
        ...(open && each.figures && { figures: each.figures }),
        arrivedAt: each.arrivedAt[seat]!,
        readAt,
        statements: open ? statements(each.statements) : [],
        asks: open ? each.asks : [],
        answered: answered.has(each.id),
        answeredByAct: answered.has(each.id) && !named.has(each.id),
        beside: beside.has(each.id) && !answered.has(each.id),
        answers: each.answers === null ? null : (message(each.answers) ?? null),
      };
    })
    .toReversed();
}

/** Who answered each message that the seat sent, among the answers that have reached it. */
export function answersTo(exercise: Exercise, seat: SeatId): ReadonlyMap<number, ReadonlySet<string>> {
  const answers = new Map<number, Set<string>>();
  for (const message of received(exercise, seat)) {
    const question = message.answers;
    if (question === null) continue;
    const from = senderOf(message, seat);
    const known = answers.get(question);
    if (known) known.add(from);
    else answers.set(question, new Set([from]));
  }
  return answers;
}

/** What the seat sent, latest first: it knows that it arrived, and that it was answered. */
export function sentOf(exercise: Exercise, seat: SeatId, { statements, message }: Handles): SentView[] {
  const answers = answersTo(exercise, seat);
  return sentBy(exercise, seat)
    .map((each): SentView => ({
      id: message(each.id)!,
      to: each.to,
      channel: each.channel,
      key: each.key,
      text: each.text,
      ...(each.figures && { figures: each.figures }),
      statements: statements(each.statements),
      sentAt: each.sentAt,
      arrivedAt: firstArrival(each),
      failed: each.failed,
      failures: each.to.flatMap((to) => {
        const why = each.failures[to];
        return why === undefined ? [] : [{ to, why }];
      }),
      answered: answers.has(each.id) || spoken(each),
    }))
    .toReversed();
}

function firstArrival({ arrivedAt }: Message): number | null {
  const times = Object.values(arrivedAt);
  return times.length === 0 ? null : Math.min(...times);
}

/** A call or a bridge that got through has been heard, and its sender knows it. */
function spoken(message: Message): boolean {
  return (
    (message.channel === 'phone' || message.channel === 'bridge') &&
    !message.failed &&
    firstArrival(message) !== null
  );
}
