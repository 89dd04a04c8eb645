import type { DirectorBody } from '../exercise/commands.ts';
import type { LogError } from '../exercise/log/logErrors.ts';
import type { ExerciseGround } from '../exercise/open.ts';
import type { ReadLog } from '../exercise/log/readLog.ts';
import { Recorder } from '../exercise/log/recorder.ts';
import { err, ok } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { errorParams } from '../scenario/errors.ts';
import { CORE_SEATS } from '../scenario/play/vocabulary.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';

export interface BranchOptions {
  /** Clock time from which another evening is tried: what was done at that very moment is left out. */
  readonly at: number;
  /** End of the new exercise. */
  readonly to: number;
  readonly build: string;
  readonly wall?: number;
  /** A seat that a person takes then: it changes places with the only one held, or comes beside several. */
  readonly seat?: SeatId;
}

/**
 * A new exercise that begins like the one of a log: same setup but for its end, same commands before `at`, then its own
 * log, whole and chained from its own header.
 */
export function branchOf(
  read: ReadLog,
  ground: ExerciseGround,
  { at, to, build, wall, seat }: BranchOptions,
): Result<Recorder, LogError> {
  const opened = Recorder.open({ ...read.header.setup, to }, ground, build, wall);
  if (!opened.ok) {
    const first = opened.error[0]!;
    return err({ code: first.code, params: errorParams(first) } as LogError);
  }
  const recorder = opened.value;
  for (const line of read.lines) {
    if (line.line === 'header' || line.line === 'check') continue;
    if (line.at >= at) break;
    recorder.runTo(line.at);
    // The director's end is what is tried again.
    if (line.line === 'command' && line.body.type === 'finish') continue;
    if (line.line === 'command') {
      const refusal = recorder.command(line.by, line.body, line.id, line.wall);
      if (refusal !== null)
        return err({
          code: 'replayRefused',
          params: {
            n: line.n,
            line: line.n,
            at: line.at,
            by: line.by,
            what: line.body.type,
            why: refusal.code,
          },
        });
    } else recorder.session(line.kind, line.params, line.wall);
  }
  recorder.runTo(at);
  if (seat !== undefined) take(recorder, seat, wall);
  return ok(recorder);
}

/** Puts the person in that seat; whoever held one alone leaves it to a machine like the one found there. */
function take(recorder: Recorder, seat: SeatId, wall: number | undefined): void {
  const { exercise, log } = recorder;
  const doctrine = exercise.doctrineOf(seat);
  if (doctrine === null) return;
  const [left, ...others] = CORE_SEATS.filter((each) => exercise.isPerson(each));
  const hold = (body: DirectorBody): void => {
    recorder.command('director', body, `hold-${log.length}`, wall);
  };
  hold({ type: 'hold', seat, doctrine: null });
  if (left !== undefined && others.length === 0) hold({ type: 'hold', seat: left, doctrine });
}
