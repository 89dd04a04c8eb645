import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { toTell } from '../../src/exercise/knowledge/held.ts';
import { holdsEnd } from '../../src/exercise/knowledge/agree.ts';
import type { HolderId } from '../../src/exercise/seat.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import type { FactType, SeatId } from '../../src/scenario/play/vocabulary.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import { exerciseOf, learns, play } from './exerciseSample.ts';

function evening(person: SeatId, at: string): Exercise {
  const machines = CORE_SEATS.filter((seat) => seat !== person);
  const exercise = exerciseOf(4, 'willing-2021', machines);
  exercise.runTo(clock(at));
  return exercise;
}

const toldOf = (exercise: Exercise, holder: HolderId, ...facts: FactType[]): FactType[] =>
  toTell(exercise, holder, facts).map((index) => exercise.knowledge.statements[index]!.type);

describe('what leaves in one’s name', () => {
  test('a warning of a failure says nothing of its end', () => {
    const told = play.acts
      .find(({ id }) => id === 'orange.warnInterior')!
      .effects.flatMap((effect) => (effect.op === 'tell' ? effect.facts : []));
    expect(told).toContain('emergency.affected');
    expect(told).not.toContain('restored');
  });

  test('nobody is told that it is over once a failure is known since', () => {
    const exercise = evening('orange', '20:00');
    learns(exercise, 'orange', 'restored', { areas: ['44', '77'], tries: 10, passed: 10 }, 0.7);
    expect(holdsEnd(exercise, 'orange')).toBe(true);
    expect(toldOf(exercise, 'orange', 'restored')).toEqual(['restored']);
    exercise.runTo(exercise.now + 5 * MINUTE);
    learns(exercise, 'orange', 'voice.degraded', { servers: [], share: 0.25, measure: 'calls' }, 0.9);
    expect(holdsEnd(exercise, 'orange')).toBe(false);
    expect(toldOf(exercise, 'orange', 'restored')).toEqual([]);
  });

  test('no hour that has gone by is announced, nor a range that has begun, nor may one be asked for', () => {
    const exercise = evening('orange', '21:00');
    learns(exercise, 'orange', 'restoration.eta', { at: clock('22:15'), until: clock('25:00') }, 0.9);
    expect(toldOf(exercise, 'orange', 'restoration.eta')).toEqual(['restoration.eta']);
    const ask = (time: string) =>
      exercise.check('orange', {
        type: 'act',
        act: 'orange.giveEstimate',
        args: { time: clock(time) },
        rests: [],
      })?.code;
    expect(ask('20:30')).toBe('badArgument');
    expect(ask('22:30')).not.toBe('badArgument');
    exercise.runTo(clock('22:30'));
    expect(toldOf(exercise, 'orange', 'restoration.eta')).toEqual([]);
  });

  test('an act that concludes says what it has just concluded, and no earlier word with it', () => {
    const exercise = evening('anssi', '18:00');
    learns(exercise, 'anssi', 'cyberattack.suspected', { evidence: 'claim' }, 0.9);
    const act = 'anssi.checkClaimPublicly';
    expect(exercise.apply('anssi', { type: 'act', act, args: {}, rests: [] })).toBe(null);
    exercise.runTo(exercise.now + 15 * MINUTE);
    const done = exercise.acts.findLast(({ spec }) => spec === act)!;
    const sent = exercise.messages.findLast((message) => message.act === done.id)!;
    expect(done.found).toHaveLength(1);
    expect(sent.statements).toEqual(done.found);
  });

  test('who presses the operator to declare repeats nothing of what was said in confidence', () => {
    const exercise = evening('anssi', '17:30');
    learns(exercise, 'anssi', 'equipment.callServers', { servers: [] }, 0.5);
    const act = 'anssi.urgeOperator';
    expect(exercise.apply('anssi', { type: 'act', act, args: {}, rests: [] })).toBe(null);
    exercise.runTo(exercise.now + 10 * MINUTE);
    const done = exercise.acts.findLast(({ spec }) => spec === act)!;
    for (const message of exercise.messages.filter(({ act: of }) => of === done.id))
      expect(message.statements).toEqual([]);
  });
});

test('a page that is due at midnight can still be written when its choice closes', () => {
  for (const id of ['O13', 'M13', 'A13']) {
    const spec = play.dilemmas.find((each) => each.id === id)!;
    for (const { acts } of spec.options.filter((option) => option.acts.length === 1)) {
      const { minutes } = play.acts.find((each) => each.id === acts[0])!;
      expect(clock(spec.window[1]) + minutes * MINUTE, `${id} ${acts[0]}`).toBeLessThanOrEqual(
        clock('24:00'),
      );
    }
  }
});

/** Whether the patch is put as a choice in the evening of somebody who has answered it so, or not yet. */
function offered(answer: string | null): boolean {
  const exercise = evening('orange', '16:45');
  exercise.tell('vendor', { type: 'VENDOR_CALLED' });
  exercise.runTo(clock('20:10'));
  learns(exercise, 'orange', 'cause.vendorBug', {}, 0.8);
  const body = { type: 'act', act: answer ?? '', args: {}, rests: [] } as const;
  if (answer !== null) expect(exercise.apply('orange', body)).toBe(null);
  exercise.runTo(clock('22:00'));
  return exercise.choices.some(({ dilemma }) => dilemma === 'O9');
}

test('a patch that has been taken or refused is not put as a choice again', () => {
  expect(offered(null)).toBe(true);
  expect(offered('orange.installPatch')).toBe(false);
  expect(offered('orange.refusePatch')).toBe(false);
});
