import { err, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { HOUR, MINUTE, SECOND } from '../../kernel/time.ts';
import type { LogError, LogErrorCode } from './logErrors.ts';
import { LOG_FORMAT, RULES } from './logFormat.ts';
import type { HeaderLine, LogLine } from './logFormat.ts';
import { chainOf, flawOfLine, headerShape } from './logLines.ts';
import type { Flaw } from './shape.ts';

/** A log read from a file and found sound: every line has its shape, its number, its time and its place in the chain. */
export interface ReadLog {
  readonly header: HeaderLine;
  /** The header and what follows it. */
  readonly lines: readonly LogLine[];
  /** Number, from 1, of a last line that was cut short and left out; null when the file is whole. */
  readonly truncatedAt: number | null;
}

/** Characters of a file that is read at all: a whole evening of ten busy people takes under two million. */
const LONGEST = 32_000_000;

const error = (code: LogErrorCode, params: LogError['params'] = {}): LogError => ({ code, params });

/**
 * Reads the log of an exercise. Never throws; what is wrong is named with its line and its place in it. A last line cut
 * short (a full disk, a closed tab) is left out and said: the exercise goes on from the last whole line.
 */
export function readLog(text: string): Result<ReadLog, LogError> {
  if (text.length > LONGEST) return err(error('logTooLong', { found: text.length, expected: LONGEST }));
  const rows = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const ended = rows.at(-1)!.trim() === '';
  while (rows.length > 0 && rows.at(-1)!.trim() === '') rows.pop();
  if (rows.length === 0) return err(error('logEmpty'));

  const header = readHeader(rows[0]!, text);
  if (!header.ok) return header;
  const lines: LogLine[] = [header.value];
  const reader = new LineReader(header.value);
  for (let row = 1; row < rows.length; row++) {
    const json = parsed(rows[row]!);
    if (!json.ok) {
      if (row === rows.length - 1 && !ended) return ok({ header: header.value, lines, truncatedAt: row + 1 });
      return err(error('logNotJson', { line: row + 1, found: short(rows[row]!) }));
    }
    const line = reader.read(json.value, row + 1);
    if (!line.ok) return line;
    lines.push(line.value);
  }
  return ok({ header: header.value, lines, truncatedAt: null });
}

function readHeader(row: string, text: string): Result<HeaderLine, LogError> {
  const json = parsed(row);
  if (!json.ok) {
    // JSON over several lines is another program's file, or another file of ours.
    const whole = parsed(text);
    const cut = row.startsWith('{"line":"header"');
    if (cut) return err(error('logHeaderMissing', { line: 1, found: short(row) }));
    return err(
      whole.ok
        ? error('logForeign', { found: short(row) })
        : error('logNotJson', { line: 1, found: short(row) }),
    );
  }
  const found = json.value;
  if (typeof found !== 'object' || found === null || !('line' in found))
    return err(error('logForeign', { found: short(row) }));
  if (found.line !== 'header') {
    const ours = found.line === 'command' || found.line === 'session' || found.line === 'check';
    return err(error(ours ? 'logHeaderMissing' : 'logForeign', { line: 1, found: short(row) }));
  }
  // Of another version nothing else can be asked.
  if ('format' in found && typeof found.format === 'number' && found.format !== LOG_FORMAT)
    return err(error('logFormat', { expected: LOG_FORMAT, found: found.format }));
  if ('rules' in found && typeof found.rules === 'number' && found.rules !== RULES)
    return err(error('logRules', { expected: RULES, found: found.rules }));
  const flaw = headerShape(found, '');
  if (flaw !== null) return err(flawed(flaw, 1));
  const header = found as unknown as HeaderLine;
  return chainOf('', { ...header }) === header.chain ? ok(header) : err(error('logAltered', { line: 1 }));
}

/** Holds each line against those before it. */
class LineReader {
  private readonly counts = { command: 0, session: 0, check: 0 };
  private readonly ids = new Set<string>();
  private readonly latest: number;
  private chain: string;
  private at: number;

  constructor(header: HeaderLine) {
    this.chain = header.chain;
    this.at = header.setup.from;
    this.latest = header.setup.to;
  }

  read(json: unknown, row: number): Result<LogLine, LogError> {
    const flaw = flawOfLine(json);
    if (flaw !== null) return err(flawed(flaw, row));
    const line = json as Exclude<LogLine, HeaderLine>;
    if (chainOf(this.chain, { ...line }) !== line.chain) return err(error('logAltered', { line: row }));
    const expected = this.counts[line.line] + 1;
    if (line.n !== expected) return err(error('logNumbering', { line: row, expected, found: line.n }));
    if (line.at < this.at || line.at > this.latest) {
      const between = `${secondsText(this.at)}..${secondsText(this.latest)}`;
      return err(error('logTime', { line: row, expected: between, found: secondsText(line.at) }));
    }
    if (line.line === 'command') {
      if (this.ids.has(line.id)) return err(error('logDuplicate', { line: row, found: short(line.id) }));
      this.ids.add(line.id);
    }
    this.counts[line.line] = expected;
    this.chain = line.chain;
    this.at = line.at;
    return ok(line);
  }
}

const CODES: Readonly<Record<Flaw['code'], LogErrorCode>> = {
  missing: 'logMissing',
  unknownField: 'logUnknownField',
  wrongType: 'logWrongType',
  notOneOf: 'logNotOneOf',
  outOfRange: 'logOutOfRange',
};

/** A flaw of a line as an error of the file. */
export function flawed(flaw: Flaw, line: number): LogError {
  const { code, path, expected, found, nearest } = flaw;
  const context = code === 'wrongType' ? expected : nearest === undefined ? undefined : 'nearest';
  return error(CODES[code], {
    line,
    path: path === '' ? '$' : path,
    expected,
    found,
    ...(nearest === undefined ? {} : { nearest }),
    ...(context === undefined ? {} : { context }),
  });
}

function parsed(text: string): Result<unknown, null> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err(null);
  }
}

function short(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > 60 ? `${trimmed.slice(0, 57)}…` : trimmed;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** 'HH:MM:SS' of a clock time; hours go on past 24. */
export function secondsText(ms: number): string {
  const hours = Math.floor(ms / HOUR);
  const minutes = Math.floor((ms - hours * HOUR) / MINUTE);
  const seconds = Math.floor((ms - hours * HOUR - minutes * MINUTE) / SECOND);
  return `${two(hours)}:${two(minutes)}:${two(seconds)}`;
}
