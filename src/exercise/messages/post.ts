import { MINUTE } from '../../kernel/time.ts';
import type { Channel, FactType, SeatId } from '../../scenario/play/vocabulary.ts';
import { say } from '../acts/actResults.ts';
import { markAnswered } from './answered.ts';
import { beat } from '../tempo/beats.ts';
import { contentOf } from '../knowledge/contentMilestones.ts';
import { comesBackTo } from '../knowledge/echo.ts';
import type { Exercise } from '../exercise.ts';
import { toAnswer, toTell } from '../knowledge/held.ts';
import { note } from '../journal.ts';
import { holdingsSaying } from '../knowledge/knownIndex.ts';
import { isSpoken } from './messages.ts';
import type { Failure, Message } from './messages.ts';
import { loadOf } from '../people/people.ts';
import { newsArrived } from './news.ts';
import { reportTaken } from '../acts/reports.ts';
import { answersInCall, answerWithinCall, saidOnThePhone } from './replies.ts';
import type { Due } from '../schedule.ts';
import type { HolderId } from '../seat.ts';
import { isHolder, isSeat, tradeOf } from '../seat.ts';
import { spreadToNeighbours } from '../events/spread.ts';
import { occupy, someoneFree } from '../people/staff.ts';
import { getsThrough } from './telephone.ts';

/** A message about to be sent. */
export interface Draft {
  readonly author: string;
  /** Sender as its readers name it; the author when absent. */
  readonly from?: string;
  readonly to: readonly string[];
  readonly channel: Channel;
  readonly statements?: readonly number[];
  readonly sure?: readonly number[];
  readonly asks?: readonly FactType[];
  readonly answers?: number | null;
  readonly key?: string | null;
  /** Act that it is part of, by its number. */
  readonly act?: number | null;
  readonly text?: string;
  readonly figures?: Readonly<Record<string, number>>;
  readonly vital?: true;
  readonly inConfidence?: true;
  /** Minutes before it leaves: a bridge to set up, a statement to validate. */
  readonly after?: number;
}

/** Sends a message: it arrives after its channel's delay, and is read when its reader has the time. */
export function post(exercise: Exercise, draft: Draft): Message {
  const { now, schedule } = exercise;
  const message = enter(exercise, draft);
  const leaves = now + Math.floor((draft.after ?? 0) * MINUTE);
  // One call after the other: a telephone reaches one person at a time.
  const apart = message.channel === 'phone' ? exercise.ground.play.rules.phone.minutes * MINUTE : 0;
  message.readers.forEach((to, i) =>
    schedule.add(leaves + Math.floor(i * apart) + travel(exercise, message, to), {
      kind: 'messageArrives',
      message: message.id,
      to,
      tries: 0,
    }),
  );
  markAnswered(exercise, message);
  keepWritten(exercise, message);
  return message;
}

/** What was said in writing can be read again by those who said it: no relief loses it. */
function keepWritten({ knowledge }: Exercise, { author, channel, statements }: Message): void {
  if (!isHolder(author) || isSpoken(channel) || statements.length === 0) return;
  for (const held of knowledge.held[author]) if (statements.includes(held.statement)) held.written = true;
}

/** Enters a message among all, unsent. */
function enter(exercise: Exercise, draft: Draft): Message {
  const { now, state } = exercise;
  const message: Message = {
    id: exercise.messages.length,
    author: draft.author,
    from: draft.from ?? (draft.author === 'rooms' ? 'services' : draft.author),
    to: draft.to,
    readers: readersOf(exercise, draft),
    channel: draft.channel,
    statements: draft.statements ?? [],
    sure: draft.sure ?? [],
    asks: draft.asks ?? [],
    answers: draft.answers ?? null,
    key: draft.key ?? null,
    text: draft.text ?? '',
    act: draft.act ?? null,
    ...(draft.figures && { figures: draft.figures }),
    ...(draft.vital && { vital: draft.vital }),
    ...(draft.inConfidence && { inConfidence: draft.inConfidence }),
    sentAt: now,
    arrivedAt: {},
    readAt: {},
    answeredAt: {},
    failed: false,
    failures: {},
  };
  state.messages.push(message);
  note(exercise, draft.author, 'sent', message.key ?? '', {
    params: { message: message.id },
    statements: message.statements,
    text: message.text,
  });
  return message;
}

/** Who really reads what is sent to these names: among services, the rooms of other départements as well. */
function readersOf(exercise: Exercise, { author, to, channel }: Draft): string[] {
  const readers = new Set<string>();
  for (const name of to) {
    if (name === 'neighbours' && author === 'services') readers.add(exercise.plays('rooms') ? 'rooms' : name);
    else if (name === 'neighbours' && author === 'rooms') readers.add('services');
    else {
      readers.add(name);
      // A telephone rings in one place.
      if (name === 'services' && channel !== 'phone' && exercise.plays('rooms')) readers.add('rooms');
    }
  }
  readers.delete(author);
  return [...readers];
}

/** Time on the way, ms: e-mail waits with the load of who reads it; a bad address takes its own time. */
function travel(exercise: Exercise, message: Message, to: string): number {
  // What the world sends comes at the minute that the evening has set.
  if (message.author === 'world') return 0;
  const { email, crisis } = exercise.ground.play.rules;
  const bad = badAddress(exercise, message, to);
  if (bad) return Math.floor(bad.after * MINUTE);
  if (message.channel === 'crisis') return Math.floor(crisis.minutes * MINUTE);
  if (message.channel !== 'email') return 0;
  const load = isHolder(to) && exercise.plays(to) ? loadOf(exercise.people, to) : 0.5;
  return Math.floor((email.least + (email.most - email.least) * load) * MINUTE);
}

function badAddress({ ground }: Exercise, { author, channel }: Message, to: string) {
  return ground.play.rules.addresses.find(
    (each) => each.channel === channel && each.to === to && isHolder(author) && each.from === tradeOf(author),
  );
}

/** A message comes to one of its recipients: answered, waiting in an in-tray, or lost on the way. */
export function arrive(exercise: Exercise, due: Extract<Due, { kind: 'messageArrives' }>): void {
  const { to, tries } = due;
  const message = exercise.messages[due.message]!;
  const spoken = isSpoken(message.channel);
  if (badAddress(exercise, message, to)?.state === 'wrong')
    return fail(exercise, message, to, 'wrongAddress');
  if (spoken && message.channel !== 'radio') {
    if (!getsThrough(exercise, message.id, to)) return fail(exercise, message, to, 'unreached');
    if (isHolder(to) && exercise.plays(to)) {
      const { phone } = exercise.ground.play.rules;
      const pool = someoneFree(exercise, to);
      if (pool === undefined) {
        if (tries + 1 >= phone.rings) return fail(exercise, message, to, 'unanswered');
        exercise.schedule.add(exercise.now + phone.ringAgain * MINUTE, { ...due, tries: tries + 1 });
        return;
      }
      occupy(exercise, pool, 1, phone.minutes, 'call', message.from);
    }
  }
  message.arrivedAt[to] = exercise.now;
  // Whoever answers in the call says so; of the others a caller notes that they were reached.
  if (message.channel === 'phone' && isSeat(message.author) && exercise.isPerson(message.author))
    if (!answersInCall(exercise, message, to))
      note(exercise, message.author, 'reached', message.key ?? '', {
        params: { message: message.id, to: asKnown(message, to) },
      });
  reportTaken(exercise, message);
  if (to === 'neighbours' || to === 'rooms') spreadToNeighbours(exercise, message);
  contentOf(exercise, message, to);
  if (!isHolder(to) || !exercise.plays(to)) return;
  if (isHolder(message.author)) exercise.contacts[to][message.author] = exercise.now;
  // What the world says by itself opens no door: only what an outcome says does (`contact`).
  else if (message.author !== 'world') exercise.contacts[to][message.from] = exercise.now;
  note(exercise, to, 'arrived', message.key ?? '', { params: { message: message.id } });
  // Statecharts count the silence that the State and the operator owe each other, not what the rest of the world waits for.
  if (message.asks.length > 0 && message.author !== 'world') hearQuestion(exercise, to);
  exercise.touch(to);
  const person = exercise.isPerson(to);
  // A call that the play makes to persons is theirs to take down: it stops the clock, and stays unread until they do.
  const played = message.author === 'world' && person;
  if (played && message.channel === 'phone' && message.key?.startsWith('messages.'))
    beat(exercise, to as SeatId, 'finding', message.key.slice('messages.'.length), message.vital);
  if (person && !(spoken && !played)) newsArrived(exercise, message, to);
  if (answersInCall(exercise, message, to)) answerWithinCall(exercise, message, to);
  if (spoken && !played) return read(exercise, message.id, to);
  if (person) return;
  exercise.schedule.add(exercise.now + openingTime(exercise, message, to), {
    kind: 'messageRead',
    message: message.id,
    seat: to,
  });
}

/** Time a machine leaves a message unopened, ms. */
function openingTime({ ground, people }: Exercise, { channel }: Message, to: HolderId): number {
  const { open, openLoaded } = ground.play.rules.crisis;
  return channel === 'crisis' ? Math.floor((open + openLoaded * loadOf(people, to)) * MINUTE) : 0;
}

/** Whoever sent it knows the rooms of other départements as its neighbours, or as services like the others. */
function asKnown({ author }: Message, reader: string): string {
  if (reader !== 'rooms') return reader;
  return author === 'services' ? 'neighbours' : 'services';
}

/** Somebody was not reached: the call met the failing equipment, rang in vain, or the address was wrong. */
function fail(exercise: Exercise, message: Message, reader: string, why: Failure): void {
  const { author, act, key } = message;
  const to = asKnown(message, reader);
  message.failed = Object.keys(message.arrivedAt).length === 0;
  message.failures[to] = why;
  note(exercise, author, 'failed', key ?? '', { params: { message: message.id, to, why } });
  if (act !== null) say(exercise, exercise.acts[act]!, why, { to: [to] });
  exercise.touch(author);
}

/** Messages that a machine finds unread when it takes a seat. */
export function openAll(exercise: Exercise, holder: HolderId): void {
  for (const message of exercise.messages)
    if (message.arrivedAt[holder] !== undefined && message.readAt[holder] === undefined)
      exercise.schedule.add(exercise.now + openingTime(exercise, message, holder), {
        kind: 'messageRead',
        message: message.id,
        seat: holder,
      });
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
  const written = !isSpoken(message.channel);
  message.statements.forEach((index, i) => {
    const { type, about, at } = exercise.knowledge.statements[index]!;
    const told = author.find((held) => held.statement === index);
    // One's own word told back is no second source; one that was lost meanwhile is had again.
    if (isOwnWord(exercise, message, index, holder)) return;
    exercise.learn(
      holder,
      { type, about, confidence: message.sure[i] ?? 0.9 * (told?.confidence ?? 0.5) },
      { kind: 'message', from: message.from, message: id },
      { written, at },
    );
  });
  contentOf(exercise, message, holder);
  exercise.touch(holder);
}

/** What a reader still holds, and its author has from that reader alone. */
function isOwnWord(exercise: Exercise, { author }: Message, index: number, holder: HolderId): boolean {
  const { held, statements } = exercise.knowledge;
  const { says } = statements[index]!;
  return (
    isHolder(author) &&
    holdingsSaying(held[holder], statements, says).length > 0 &&
    comesBackTo(exercise, author, says, holder)
  );
}

/** Statecharts that count the minutes of a question's silence. */
function hearQuestion(exercise: Exercise, to: HolderId): void {
  if (to === 'orange' || to === 'ministry') exercise.tell(to, { type: 'QUESTION_ASKED' });
}

/** A machine that was asked answers with what it holds, unless it already has. */
export function answer(exercise: Exercise, due: Extract<Due, { kind: 'answer' }>): void {
  const question = exercise.messages[due.message]!;
  const { from } = due;
  if (!isHolder(from) || exercise.isPerson(from) || question.answeredAt[from] !== undefined) return;
  if (question.channel === 'phone' && answersInCall(exercise, question, from))
    return sayBack(exercise, question, from);
  const { author: asker, asks } = question;
  const statements =
    isHolder(asker) && exercise.isPerson(asker)
      ? toAnswer(exercise, from, asks, asker)
      : toTell(exercise, from, asks);
  exercise.post({
    author: from,
    to: [question.author === 'rooms' ? 'services' : question.author],
    channel: 'crisis',
    statements,
    answers: question.id,
    key: statements.length > 0 ? 'messages.answer' : 'messages.nothingToSay',
  });
}

/** The other side speaks before the call ends: whoever rang has its words to take down, and nobody dials again. */
function sayBack(exercise: Exercise, question: Message, from: HolderId): void {
  const statements = saidOnThePhone(exercise, question, from);
  // Whoever has just been told something does not answer as if it had been asked for it.
  const told = question.statements.length > 0 && question.asks.length === 0;
  const none = told ? 'messages.phoneNoted' : 'messages.phoneNothing';
  const key = statements.length > 0 ? 'messages.phoneAnswer' : none;
  const to = question.author;
  const message = enter(exercise, {
    author: from,
    to: [to],
    channel: 'phone',
    statements,
    answers: question.id,
    key,
  });
  message.arrivedAt[to] = exercise.now;
  markAnswered(exercise, message);
  note(exercise, to, 'arrived', key, { params: { message: message.id } });
  exercise.touch(to);
}
