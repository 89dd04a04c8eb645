import { expect, test } from 'vitest';
import { buildDebrief } from '../../src/debrief/buildDebrief.ts';
import { playGhost } from '../../src/debrief/ghost.ts';
import { jumpsOf } from '../../src/debrief/jumps.ts';
import type { LogLine } from '../../src/exercise/log/logFormat.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { act, linesOf, played } from './debriefSample.ts';
import type { Script } from './debriefSample.ts';

const script: Script = [
  ['16:47', 'orange', act('orange.readAlarms')],
  ['17:30', 'orange', act('orange.correlateComplaints')],
];
const session = (kind: 'jump' | 'pause', time: string): LogLine => ({
  line: 'session',
  n: 0,
  at: clock(time),
  kind,
  params: {},
  chain: '',
});
const [first, second] = linesOf(script);
const jumped = [first!, session('jump', '17:00'), session('pause', '17:25'), second!];

test('a jump lasts from where it was asked for to where the clock stood still', () => {
  expect(jumpsOf(jumped)).toEqual([{ from: clock('17:00'), to: clock('17:25') }]);
  expect(jumpsOf([session('jump', '17:00')])).toEqual([]);
});

test('what passed in a jump is no deliberation of who could decide nothing in it', () => {
  const exercise = played(script, 'orange', '18:00');
  const ghost = playGhost(exercise);
  const rowIn = (lines: readonly LogLine[]) =>
    buildDebrief(exercise, { ghost, lines }).decisions.find(
      ({ spec, by }) => spec === 'orange.correlateComplaints' && by === 'person',
    )!;
  const [plain, skipped] = [rowIn(linesOf(script)), rowIn(jumped)];
  expect(plain.delay.jumped).toBe(0);
  expect(skipped.delay.jumped).toBeGreaterThan(0);
  expect(skipped.delay.jumped).toBeLessThanOrEqual((clock('17:25') - clock('17:00')) / MINUTE);
  const charged = ({ delay }: typeof plain) => delay.deliberation + delay.unread;
  expect(charged(skipped) + skipped.delay.jumped).toBeCloseTo(charged(plain), 6);
});
