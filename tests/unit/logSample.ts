import { ExerciseLog } from '../../src/exercise/log/log.ts';
import type { ExerciseSetup } from '../../src/exercise/setup.ts';
import { chainOf } from '../../src/exercise/log/logLines.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';

export const setup: ExerciseSetup = {
  scenario: '2021-06-02',
  seed: 7,
  measures: [],
  seats: {
    orange: { by: 'person' },
    ministry: { by: 'machine', doctrine: 'willing-2021' },
    anssi: { by: 'machine', doctrine: 'willing-2021' },
    services: { by: 'machine', doctrine: 'willing-2021' },
  },
  home: '59',
  tempo: 'solo',
  from: clock('16:30'),
  to: clock('24:00'),
  set: {},
};

const hash = (digit: string): string => digit.repeat(32);

/** A sound log that no engine wrote: seven lines of every kind. */
export function sampleLog(): ExerciseLog {
  const log = ExerciseLog.begin(setup, '0.1.0', hash('a'), 1_000);
  const at = setup.from;
  log.check(at, hash('b'), { callflow: hash('c') });
  log.session(at, 'play', { speed: 12 }, 2_000);
  log.command(
    at + MINUTE,
    'orange',
    { type: 'act', act: 'orange.callVendor', args: { areas: ['59'] }, rests: [0] },
    'one',
    3_000,
  );
  log.command(
    at + MINUTE,
    'orange',
    {
      type: 'send',
      to: ['ministry'],
      channel: 'email',
      statements: [],
      text: 'Ça sonne – “occupé” \u2028 \u{1f4de}',
    },
    'two',
  );
  log.check(at + 5 * MINUTE, hash('d'), { callflow: hash('e') });
  log.command(at + 6 * MINUTE, 'director', { type: 'finish' }, 'three');
  return log;
}

/** The rows of a log with one changed, and every chain made anew: what a forger would do. */
export function forged(row: number, change: (line: Record<string, any>) => void): string {
  let before = '';
  return sampleLog()
    .lines()
    .map((line, i) => {
      const copy = structuredClone(line) as Record<string, any>;
      if (i === row) change(copy);
      before = chainOf(before, copy);
      return `${JSON.stringify({ ...copy, chain: before })}\n`;
    })
    .join('');
}
