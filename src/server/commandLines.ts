import type { CommandBody, DirectorBody, Refusal } from '../exercise/commands.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { holding } from '../exercise/knowledge/knowledge.ts';
import type { LogError } from '../exercise/log/logErrors.ts';
import { AUTHORS, parseCommand } from '../exercise/log/parseCommand.ts';
import type { Author } from '../exercise/log/parseCommand.ts';
import { flawed, secondsText } from '../exercise/log/readLog.ts';
import { list, show, text, word } from '../exercise/log/shape.ts';
import type { Flaw } from '../exercise/log/shape.ts';
import { err, ok } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { parseClockTime } from '../scenario/clockTime.ts';
import { nearestName } from '../scenario/errors.ts';
import type { Play } from '../scenario/play/types.ts';
import { FACTS } from '../scenario/play/vocabulary.ts';
import type { FactType, SeatId } from '../scenario/play/vocabulary.ts';

/** A command of a file, with its time and its line. */
export interface ScriptLine {
  readonly line: number;
  readonly at: number;
  readonly by: Author;
  readonly id: string;
  readonly body: CommandBody | DirectorBody;
  /** Facts to rest on or to send: at its time, the latest statement of each that the seat holds. */
  readonly facts: readonly FactType[];
  /** What is only known at its time: the message that waits to be read, the act under way. */
  readonly late: 'message' | 'act' | null;
  readonly named: string;
}

interface ScriptBounds {
  readonly from: number;
  readonly to: number;
  /** Whose commands those are that do not say it. */
  readonly seat: SeatId | null;
}

type Members = Readonly<Record<string, unknown>>;

/** Lines of a log that say no command. */
const NO_COMMANDS: readonly unknown[] = ['header', 'session', 'check'];

/** Fields that are empty when a person writes nothing. */
const EMPTY: Readonly<Record<string, Members>> = {
  act: { args: {}, rests: [] },
  send: { statements: [], text: '' },
  hear: { about: {} },
  write: { text: '', statements: [] },
};

/**
 * Reads commands as JSON Lines: `{"at":"17:20","by":"orange","type":"act","act":"orange.rollBack"}`, or lines of a log.
 * Lines of a log that are no commands are passed over. Sorted by time, those of one time in the file's order.
 */
export function readScript(
  file: string,
  play: Play,
  bounds: ScriptBounds,
): Result<readonly ScriptLine[], LogError> {
  const found: ScriptLine[] = [];
  const rows = file.split(/\r?\n/);
  for (const [i, row] of rows.entries()) {
    if (row.trim() === '') continue;
    let json: unknown;
    try {
      json = JSON.parse(row);
    } catch {
      const short = row.trim().length > 60 ? `${row.trim().slice(0, 57)}…` : row.trim();
      return err({ code: 'scriptNotJson', params: { line: i + 1, found: short } });
    }
    const line = readLine(json, i + 1, play, bounds);
    if (!line.ok) return line;
    if (line.value === null) continue;
    if (found.some(({ id }) => id === line.value!.id))
      return err({ code: 'logDuplicate', params: { line: i + 1, found: line.value.id } });
    found.push(line.value);
  }
  return ok(found.sort((a, b) => a.at - b.at));
}

function readLine(
  json: unknown,
  line: number,
  play: Play,
  { from, to, seat }: ScriptBounds,
): Result<ScriptLine | null, LogError> {
  const wrong = (flaw: Flaw): Result<never, LogError> => err(flawed(flaw, line));
  const mistyped = (path: string, expected: string, found: unknown): Result<never, LogError> =>
    wrong({ code: 'wrongType', path, expected, found: show(found) });
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return mistyped('', 'object', json);
  const members = json as Members;
  if (NO_COMMANDS.includes(members['line'])) return ok(null);
  const {
    at: time,
    by = seat ?? undefined,
    id = `line-${line}`,
    line: _line,
    n: _n,
    wall: _wall,
    chain: _chain,
    ...rest
  } = members;
  const at = typeof time === 'string' ? parseClockTime(time) : time;
  if (time === undefined) return wrong({ code: 'missing', path: 'at', expected: '—', found: '—' });
  if (typeof at !== 'number') return mistyped('at', 'time', time);
  if (!(at >= from && at <= to)) {
    const expected = `${secondsText(from)}..${secondsText(to)}`;
    return err({ code: 'logTime', params: { line, expected, found: show(time) } });
  }
  if (by === undefined) return wrong({ code: 'missing', path: 'by', expected: '—', found: '—' });
  const stranger = word(AUTHORS)(by, 'by') ?? text(200)(id, 'id');
  if (stranger !== null) return wrong(stranger);
  const whole = typeof rest['body'] === 'object' && rest['body'] !== null ? (rest['body'] as Members) : rest;
  const { facts = [], ...plain } = whole;
  const wrongFacts = list(word(FACTS), FACTS.length)(facts, 'facts');
  if (wrongFacts !== null) return wrong(wrongFacts);
  const late = lateOf(plain);
  const { type } = plain;
  const body: Members = {
    ...(typeof type === 'string' && Object.hasOwn(EMPTY, type) ? EMPTY[type] : {}),
    ...plain,
    ...timeIn(plain['args']),
    ...(late === 'message' ? { message: 0 } : {}),
    ...(late === 'act' ? { act: 0 } : {}),
  };
  const parsed = parseCommand(by as Author, body);
  if (!parsed.ok) return wrong({ ...parsed.error, path: parsed.error.path.replace(/^body\.?/, '') });
  const name = unknownName(parsed.value, play);
  if (name !== null) return wrong(name);
  return ok({
    line,
    at: Math.floor(at),
    by: by as Author,
    id: id as string,
    body: parsed.value,
    facts: facts as FactType[],
    late,
    named: late === 'act' ? (plain['act'] as string) : '',
  });
}

/** An hour among the arguments of an act may be written as people write it. */
function timeIn(args: unknown): Members {
  if (typeof args !== 'object' || args === null || !('time' in args) || typeof args.time !== 'string')
    return {};
  const time = parseClockTime(args.time);
  return time === null ? {} : { args: { ...args, time } };
}

/** `"message":"unread"` and `"act":"orange.rollBack"` of a stop: numbers that the writer of a script cannot know. */
function lateOf(body: Members): ScriptLine['late'] {
  if (body['type'] === 'read' && (body['message'] === 'unread' || body['message'] === undefined))
    return 'message';
  return body['type'] === 'stop' && typeof body['act'] === 'string' ? 'act' : null;
}

function named(path: string, found: string, known: readonly string[]): Flaw | null {
  if (known.includes(found)) return null;
  const nearest = nearestName(found, known);
  return {
    code: 'notOneOf',
    path,
    expected: known.length > 12 ? `${known.length}` : known.join(', '),
    found,
    ...(nearest === undefined ? {} : { nearest }),
  };
}

/** Names of the catalogue that do not exist: the exercise would refuse them, but a file deserves a line number. */
function unknownName(body: CommandBody | DirectorBody, play: Play): Flaw | null {
  if (body.type === 'act')
    return named(
      'act',
      body.act,
      play.acts.map(({ id }) => id),
    );
  if (body.type !== 'choose') return null;
  const dilemma = play.dilemmas.find(({ id }) => id === body.dilemma);
  if (dilemma === undefined)
    return named(
      'dilemma',
      body.dilemma,
      play.dilemmas.map(({ id }) => id),
    );
  return named(
    'option',
    body.option,
    dilemma.options.map(({ id }) => id),
  );
}

/** The command as it is at this moment of the exercise; or why there is nothing to do. */
export function bodyNow(script: ScriptLine, exercise: Exercise): Result<CommandBody | DirectorBody, Refusal> {
  const { body, by, facts, late, named } = script;
  if (by === 'director') return ok(body);
  const statements = facts.flatMap((fact) => {
    const held = holding(exercise.knowledge, by, fact);
    return held ? [held.statement] : [];
  });
  if (body.type === 'act') return ok({ ...body, rests: [...body.rests, ...statements] });
  if (body.type === 'send' || body.type === 'write')
    return ok({ ...body, statements: [...body.statements, ...statements] });
  if (late === 'message' && body.type === 'read') {
    const waiting = exercise.messages.find(
      ({ arrivedAt, readAt }) => arrivedAt[by] !== undefined && readAt[by] === undefined,
    );
    if (waiting === undefined) return err({ code: 'unknownMessage', params: {} });
    return ok({ ...body, message: waiting.id });
  }
  if (late === 'act' && body.type === 'stop') {
    const act = exercise.acts.find(({ seat, spec, ended }) => seat === by && spec === named && !ended);
    if (act === undefined) return err({ code: 'notUnderWay', params: { act: named } });
    return ok({ ...body, act: act.id });
  }
  return ok(body);
}
