import { parseClockTime } from '../clockTime.ts';
import { type ScenarioError, unknownName } from '../errors.ts';
import { TAGS } from './vocabulary.ts';
import type { SeatId } from './vocabulary.ts';

/** Collects what is wrong: the few sentences that the checks of the play say again and again. */
export class Findings {
  readonly errors: ScenarioError[] = [];

  known(path: string, name: string, all: readonly string[]): boolean {
    if (all.includes(name)) return true;
    this.errors.push(unknownName('notOneOf', path, name, all));
    return false;
  }

  once(path: string, names: readonly string[], key: string): void {
    names.forEach((name, i) => {
      if (names.indexOf(name) === i) return;
      this.errors.push({ code: 'duplicate', path: `${path}[${i}].${key}`, expected: '—', found: name });
    });
  }

  missing(path: string, expected: string): void {
    this.errors.push({ code: 'missing', path, expected, found: '—' });
  }

  size(path: string, expected: number, found: number): void {
    if (found === expected) return;
    this.errors.push({ code: 'wrongLength', path, expected: String(expected), found: String(found) });
  }

  range(path: string, expected: string, found: number, right: boolean): void {
    if (right) return;
    this.errors.push({ code: 'outOfRange', path, expected, found: String(found) });
  }

  tags(path: string, seat: SeatId, tags: readonly string[] | undefined): void {
    tags?.forEach((tag, i) => this.known(`${path}[${i}]`, tag, TAGS[seat]));
  }

  order(path: string, before: string, after: string): void {
    if ((parseClockTime(after) ?? 0) > (parseClockTime(before) ?? 0)) return;
    this.errors.push({ code: 'wrongOrder', path, expected: `> ${before}`, found: after });
  }
}
