import { canonicalJson } from '../../kernel/canonicalJson.ts';
import { err, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { DOCTRINES } from '../../scenario/play/types.ts';
import { CHANNELS, CORE_SEATS, FACTS } from '../../scenario/play/vocabulary.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { CommandBody, DirectorBody } from '../commands.ts';
import { args, integer, list, object, shapeBy, show, text, word } from './shape.ts';
import type { Flaw, Shape } from './shape.ts';

/** Who a command may come from. */
export const AUTHORS = [...CORE_SEATS, 'director'] as const;
export type Author = SeatId | 'director';

const index = integer(0, 1_000_000);
const indexes = list(index, 500);
const name = text(200);
/** Longer than any text a seat may write: the exercise says itself how long that is. */
const prose = text(20_000);
const type: Shape = () => null;
/** A mark that is there, or is left out. */
const yes: Shape = (value, path) =>
  value === true ? null : { code: 'notOneOf', path, expected: 'true', found: show(value) };

const OF_SEATS: Readonly<Record<CommandBody['type'], Shape>> = {
  act: object({ type, act: name, args, rests: indexes }, { why: prose, soon: yes }),
  unqueue: object({ type, act: name }),
  stop: object({ type, act: index }),
  send: object(
    { type, to: list(name, 50), channel: word(CHANNELS), statements: indexes, text: prose },
    { answers: index },
  ),
  read: object({ type, message: index }),
  hear: object({ type, from: name, fact: word(FACTS), about: args }),
  choose: object({ type, dilemma: name, option: name }, { soon: yes }),
  recall: object({ type, pool: name, people: integer(1, 100) }),
  write: object({ type, text: prose, statements: indexes }),
};

const nobodyOr =
  (shape: Shape): Shape =>
  (value, path) =>
    value === null ? null : shape(value, path);

const OF_DIRECTION: Readonly<Record<DirectorBody['type'], Shape>> = {
  hold: object({ type, seat: word(CORE_SEATS), doctrine: nobodyOr(word(DOCTRINES)) }),
  finish: object({ type }),
};

const seatBody = shapeBy('type', OF_SEATS);
const directorBody = shapeBy('type', OF_DIRECTION);

/** The shape of what this author may say. */
export function bodyOf(by: Author): Shape {
  return by === 'director' ? directorBody : seatBody;
}

/**
 * A command as it came from outside: its shape alone, not whether it may be carried out. What is returned is a copy in
 * plain JSON, so that what is carried out is exactly what a log of it would say.
 */
export function parseCommand(by: Author, body: unknown): Result<CommandBody | DirectorBody, Flaw> {
  const flaw = bodyOf(by)(body, 'body');
  if (flaw !== null) return err(flaw);
  return ok(JSON.parse(canonicalJson(body)) as CommandBody | DirectorBody);
}
