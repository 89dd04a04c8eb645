import { expect, test } from 'vitest';
import { buildDebrief } from '../../src/debrief/buildDebrief.ts';
import { scoreOf, rerun } from '../../src/debrief/rerun.ts';
import { hashExercise } from '../../src/exercise/log/parts.ts';
import { readLog } from '../../src/exercise/log/readLog.ts';
import { Recorder } from '../../src/exercise/log/recorder.ts';
import { replay } from '../../src/exercise/log/replay.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { ORANGE } from './debriefSample.ts';
import { ground, setupOf } from './exerciseSample.ts';

const opened = Recorder.open(
  setupOf(5, 'willing-2021', ['ministry', 'anssi', 'services'], { to: clock('19:10') }),
  ground,
  'test',
  0,
);
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const recorder = opened.value;
ORANGE.forEach(([time, by, body], i) => {
  recorder.runTo(clock(time));
  const wall = (clock(time) - clock('16:30')) / 12;
  const refusal = recorder.command(by, body, `c${i}`, wall);
  if (refusal !== null) throw new Error(`${time}: ${refusal.code}`);
});
recorder.runTo(clock('19:10'));
const live = recorder.exercise;

test('the debrief of a log played again is the debrief of the exercise that was played', () => {
  const read = readLog(recorder.log.toText());
  if (!read.ok) throw new Error(read.error.code);
  const again = replay(read.value, ground);
  if (!again.ok) throw new Error(again.error.code);
  const lines = recorder.log.lines();
  const model = buildDebrief(live, { lines });
  expect(buildDebrief(again.value.exercise, { lines: again.value.log.lines() })).toEqual(model);
  // Twelve exercise minutes a real one: deliberation in real minutes is a twelfth.
  const told = model.decisions.find(({ spec }) => spec === 'orange.restartOne')!;
  expect(told.delay.real).toBeCloseTo((told.delay.busy + told.delay.deliberation) / 12, 1);
  expect(told.at).toBeGreaterThan(live.setup.from + MINUTE);
});

test('a score read from the log plays the same exercise', () => {
  const score = scoreOf(live, recorder.log.lines());
  expect(score.commands).toHaveLength(ORANGE.length);
  expect(hashExercise(rerun(score, live))).toBe(hashExercise(live));
});
