import type { Channel, FactType } from '../scenario/play/vocabulary.ts';
import { heldOf } from './effects.ts';
import type { Exercise } from './exercise.ts';
import { note } from './journal.ts';
import { ARRIVAL, readingDelay } from './messages.ts';
import type { Message } from './messages.ts';
import { loadOf } from './people.ts';
import type { Due } from './schedule.ts';
import type { HolderId } from './seat.ts';
import { isHolder } from './seat.ts';

/** A message about to be sent. */
export interface Draft {
  readonly author: string;
  readonly to: readonly string[];
  readonly channel: Channel;
  readonly statements?: readonly number[];
  readonly asks?: readonly FactType[];
  readonly answers?: number | null;
  readonly key?: string | null;
  readonly text?: string;
}

/** Sends a message: it arrives after its channel's delay, and is read when its reader has the time. */
export function post(exercise: Exercise, draft: Draft): Message {
  const message: Message = {
    id: exercise.messages.length,
    author: draft.author,
    from: draft.author === 'rooms' ? 'services' : draft.author,
    to: draft.to,
    channel: draft.channel,
    statements: draft.statements ?? [],
    asks: draft.asks ?? [],
    answers: draft.answers ?? null,
    key: draft.key ?? null,
    text: draft.text ?? '',
    sentAt: exercise.now,
    arrivedAt: {},
    readAt: {},
    answeredAt: {},
    failed: false,
  };
  exercise.state.messages.push(message);
  exercise.schedule.add(exercise.now + ARRIVAL[draft.channel], {
    kind: 'messageArrives',
    message: message.id,
  });
  note(exercise, draft.author, 'sent', message.key ?? '', {
    params: { message: message.id },
    statements: message.statements,
    text: message.text,
  });
  const answered = message.answers === null ? undefined : exercise.messages[message.answers];
  if (answered) answered.answeredAt[draft.author] ??= exercise.now;
  return message;
}

/** A message reaches its recipients; those whom a machine plays read it after a while, persons when they open it. */
export function arrive(exercise: Exercise, id: number): void {
  const message = exercise.messages[id]!;
  for (const to of message.to) {
    message.arrivedAt[to] = exercise.now;
    if (!isHolder(to) || !exercise.plays(to)) continue;
    if (isHolder(message.author)) exercise.contacts[to][message.author] = exercise.now;
    note(exercise, to, 'arrived', message.key ?? '', { params: { message: id } });
    exercise.touch(to);
    const spoken = message.channel === 'phone' || message.channel === 'bridge' || message.channel === 'radio';
    if (exercise.isPerson(to) && !spoken) continue;
    const delay = readingDelay(message.channel, loadOf(exercise.people, to));
    exercise.schedule.add(exercise.now + delay, { kind: 'messageRead', message: id, seat: to });
  }
}

/** A recipient reads or hears a message: it comes to hold what it says, a little less surely than its author. */
export function read(exercise: Exercise, id: number, holder: HolderId): void {
  const message = exercise.messages[id]!;
  if (message.readAt[holder] !== undefined) return;
  message.readAt[holder] = exercise.now;
  note(exercise, holder, 'read', message.key ?? '', {
    params: { message: id },
    statements: message.statements,
  });
  const author = isHolder(message.author) ? exercise.knowledge.held[message.author] : [];
  const spoken = message.channel === 'phone' || message.channel === 'bridge' || message.channel === 'radio';
  for (const index of message.statements) {
    const { type, about } = exercise.knowledge.statements[index]!;
    const told = author.find((held) => held.statement === index);
    exercise.learn(
      holder,
      { type, about, confidence: 0.9 * (told?.confidence ?? 0.5) },
      { kind: 'message', from: message.from, message: id },
      !spoken,
    );
  }
  exercise.touch(holder);
}

/** A machine that was asked answers with what it holds. */
export function answer(exercise: Exercise, due: Extract<Due, { kind: 'answer' }>): void {
  if (!isHolder(due.from)) return;
  exercise.post({
    author: due.from,
    to: [due.to],
    channel: 'crisis',
    statements: heldOf(exercise, due.from, due.facts),
    answers: due.message,
  });
}
