import { hashText } from '../../kernel/hash.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { CommandBody } from '../../exercise/commands.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import type { Statement } from '../../exercise/knowledge/knowledge.ts';
import type { Message } from '../../exercise/messages/messages.ts';
import type { Fact } from './facts.ts';

/**
 * What a seat calls its statements, acts and messages. The exercise numbers them over all seats: a gap in those numbers
 * would tell that others say, do or write something. A view names them by what the seat knows of them, and a command
 * that comes from a view is read back with `engineCommand`.
 */
export interface Handles {
  /** Facts held that say what these statements say, by their names: what is no longer held is left out. */
  readonly statements: (indexes: readonly number[]) => number[];
  readonly act: (id: number) => number;
  /** Of a message received or sent; undefined when the seat is no side of it yet. */
  readonly message: (id: number) => number | undefined;
}

/** No statement, act or message has this number: `check` refuses it. */
const NOTHING = -1;

const named = new WeakMap<Statement, number>();

/** 32 bits of what is said and of when the seat first heard it: nothing of how many others there are. */
export function nameOf(statement: Statement): number {
  const known = named.get(statement);
  if (known !== undefined) return known;
  const name = Number.parseInt(hashText(`${statement.at} ${statement.says}`).slice(0, 8), 16);
  named.set(statement, name);
  return name;
}

/** Messages that have arrived at a seat, in that order. */
export function received(exercise: Exercise, seat: SeatId): Message[] {
  return exercise.messages
    .filter(({ arrivedAt }) => arrivedAt[seat] !== undefined)
    .sort((a, b) => a.arrivedAt[seat]! - b.arrivedAt[seat]! || a.id - b.id);
}

export function sentBy(exercise: Exercise, seat: SeatId): Message[] {
  return exercise.messages.filter(({ author }) => author === seat);
}

export function handlesOf(exercise: Exercise, seat: SeatId, facts: readonly Fact[]): Handles {
  const { statements } = exercise.knowledge;
  const names = new Map(facts.map(({ statement }) => [statement.says, nameOf(statement)]));
  const acts = new Map<number, number>();
  for (const { id, seat: by } of exercise.acts) if (by === seat) acts.set(id, acts.size);
  // Even for those received, odd for those sent: each list only grows at its end.
  const messages = new Map<number, number>();
  sentBy(exercise, seat).forEach(({ id }, index) => messages.set(id, index * 2 + 1));
  received(exercise, seat).forEach(({ id }, index) => messages.set(id, index * 2));
  return {
    statements: (indexes) => [
      ...new Set(
        indexes.flatMap((index) => {
          const name = names.get(statements[index]!.says);
          return name === undefined ? [] : [name];
        }),
      ),
    ],
    act: (id) => acts.get(id) ?? NOTHING,
    message: (id) => messages.get(id),
  };
}

/** The engine's command for one that a seat wrote with the names of its view. What the seat has no name for is refused by `check`. */
export function engineCommand(exercise: Exercise, seat: SeatId, body: CommandBody): CommandBody {
  const { knowledge } = exercise;
  const statement = (name: number): number =>
    knowledge.held[seat].find((held) => nameOf(knowledge.statements[held.statement]!) === name)?.statement ??
    NOTHING;
  const message = (name: number): number =>
    (name % 2 === 0 ? received(exercise, seat)[name / 2] : sentBy(exercise, seat)[(name - 1) / 2])?.id ??
    NOTHING;
  switch (body.type) {
    case 'act':
      return { ...body, rests: body.rests.map(statement) };
    case 'stop':
      return { ...body, act: exercise.acts.filter((act) => act.seat === seat)[body.act]?.id ?? NOTHING };
    case 'send':
      return {
        ...body,
        statements: body.statements.map(statement),
        ...(body.answers === undefined ? {} : { answers: message(body.answers) }),
      };
    case 'read':
      return { ...body, message: message(body.message) };
    case 'write':
      return { ...body, statements: body.statements.map(statement) };
    case 'unqueue':
    case 'hear':
    case 'choose':
    case 'recall':
      return body;
  }
}
