import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { CommandBody, DirectorBody } from '../commands.ts';
import { LOG_FORMAT, RULES } from './logFormat.ts';
import type { CheckLine, CommandLine, HeaderLine, LogLine, SessionLine } from './logFormat.ts';
import { chainOf } from './logLines.ts';
import type { ExerciseSetup } from '../setup.ts';

/**
 * The log of one exercise: opened by its header, then only appended to, each line chained to the one before. It does
 * not know the exercise: what it is told happened is what it says.
 */
export class ExerciseLog {
  private readonly written: LogLine[] = [];
  private readonly counts = { command: 0, session: 0, check: 0 };
  private readonly ids = new Set<string>();

  /** A new log. `build` is the product's version, `data` the hash of what it is played on. */
  static begin(setup: ExerciseSetup, build: string, data: string, wall?: number): ExerciseLog {
    const log = new ExerciseLog();
    const content = { line: 'header', format: LOG_FORMAT, rules: RULES, build, data, setup } as const;
    log.append<HeaderLine>(content, wall);
    return log;
  }

  /** Goes on from lines that were read and found sound. */
  static of(lines: readonly LogLine[]): ExerciseLog {
    const log = new ExerciseLog();
    for (const line of lines) log.keep(line);
    return log;
  }

  get header(): HeaderLine {
    return this.written[0] as HeaderLine;
  }

  get length(): number {
    return this.written.length;
  }

  /** Clock time of the last line: that of the beginning when only the header is there. */
  get at(): number {
    const last = this.written.at(-1)!;
    return last.line === 'header' ? last.setup.from : last.at;
  }

  /** Lines from the given one on, counted from 0. */
  lines(from = 0): readonly LogLine[] {
    return this.written.slice(from);
  }

  /** JSON Lines, the last one ended like the others. */
  toText(): string {
    return this.written.map((line) => `${JSON.stringify(line)}\n`).join('');
  }

  /** Whether a command with this client's id is already there. */
  knows(id: string): boolean {
    return this.ids.has(id);
  }

  command(
    at: number,
    by: SeatId | 'director',
    body: CommandBody | DirectorBody,
    id: string,
    wall?: number,
  ): CommandLine {
    const n = this.counts.command + 1;
    return this.append<CommandLine>({ line: 'command', n, at, by, body, id }, wall);
  }

  session(at: number, kind: SessionLine['kind'], params: SessionLine['params'], wall?: number): SessionLine {
    return this.append<SessionLine>({ line: 'session', n: this.counts.session + 1, at, kind, params }, wall);
  }

  check(at: number, hash: string, parts: Readonly<Record<string, string>>): CheckLine {
    // By name: the order in which an exercise holds its parts is nobody's business.
    const sorted = Object.fromEntries(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1)));
    const n = this.counts.check + 1;
    return this.append<CheckLine>({ line: 'check', n, at, hash, parts: sorted });
  }

  private append<Line extends LogLine>(content: Omit<Line, 'chain' | 'wall'>, wall?: number): Line {
    const chain = chainOf(this.written.at(-1)?.chain ?? '', content);
    const line = { ...content, ...(wall === undefined ? {} : { wall }), chain } as Line;
    this.keep(line);
    return line;
  }

  private keep(line: LogLine): void {
    this.written.push(line);
    if (line.line !== 'header') this.counts[line.line]++;
    if (line.line === 'command') this.ids.add(line.id);
  }
}
