import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { lossesSince } from '../../src/exercise/places.ts';
import { openExercise } from '../../src/exercise/open.ts';
import { show, SIGN } from '../../src/exercise/events/signs.ts';
import { causeIndex } from '../../src/callflow/attemptLog.ts';
import { clock } from '../../src/kernel/time.ts';
import { SIGNS } from '../../src/scenario/play/choices.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import { groundOf } from '../../src/session/ground.ts';
import { setupOf } from './exerciseSample.ts';

const june = groundOf('june-evening');
if (!june.ok) throw new Error(JSON.stringify(june.error[0]));
const { ground } = june.value;
const { play } = ground;
const others = CORE_SEATS.filter((seat) => seat !== 'services');

function evening(seed: number, home: string, to: string): Exercise {
  const setup = setupOf(seed, 'willing-2021', others, {
    scenario: 'june-evening',
    home,
    from: clock('16:40'),
    to: clock(to),
    tempo: 'firstEvening',
  });
  const opened = openExercise(setup, ground);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error[0]));
  return opened.value;
}

const keysOf = (exercise: Exercise): string[] =>
  exercise.messages.flatMap(({ key, to }) => (key !== null && to.includes('services') ? [key] : []));

describe('a département that the evening spares', () => {
  // The north stands on lines of another kind that evening: it loses nothing.
  const exercise = evening(28441, '59', '24:00');
  exercise.runTo(clock('23:55'));

  test('loses nothing', () => {
    expect(lossesSince(exercise, clock('16:44')).lost[exercise.opening.home]).toBe(0);
    for (const sign of ['cutOften', 'cutWaiting', 'persistent', 'lost', 'hit'] as const)
      expect(show(exercise, [sign]), sign).toBe(false);
    expect(show(exercise, ['spared'])).toBe(true);
  });

  test('is told nothing of calls cut, of callers who insisted, or of calls of its own that failed', () => {
    const told = keysOf(exercise).map((key) => key.replace('messages.', ''));
    const untrue = play.envelopes
      .filter(
        ({ seat, signs }) =>
          seat === 'services' && signs?.some((sign) => sign !== 'spared' && !sign.startsWith('around')),
      )
      .map(({ id }) => id);
    expect(untrue.length).toBeGreaterThan(8);
    expect(told.filter((id) => untrue.includes(id))).toEqual([]);
    expect(told).toContain('guidedServices1Calm');
    expect(told).toContain('roomsFine');
    expect(told).not.toContain('familyAsks');
  });

  test('is asked nothing about a list of cut calls that is empty', () => {
    const asked = exercise.choices.filter(({ seat }) => seat === 'services').map(({ dilemma }) => dilemma);
    expect(asked).toContain('S1');
    for (const id of ['S2', 'S9', 'S13']) expect(asked).not.toContain(id);
  });
});

test('conversations that a failing server cuts are on the list of the rooms they were with', () => {
  const exercise = evening(45490, '59', '20:00');
  exercise.runTo(clock('19:00'));
  const { log, callers } = exercise.evening;
  const cut = causeIndex('cut');
  let here = 0;
  for (let i = 0; i < log.count; i++)
    if (log.cause(i) === cut && callers.area[log.caller[i]!] === exercise.opening.home) here++;
  expect(here).toBeGreaterThan(0);
  expect(SIGN.cutOften(exercise)).toBe(true);
  expect(
    exercise.apply('services', { type: 'act', act: 'services.readCuts', args: {}, rests: [] }),
  ).toBeNull();
  exercise.runTo(clock('19:10'));
  const [act] = exercise.actsOf('services', 'services.readCuts');
  const line = act!.results.find(({ key }) => key === 'cutsCounted');
  expect(line!.params['cut']).toBeGreaterThan(0);
});

const letter = (id: string | undefined) => play.envelopes.find((each) => each.id === id);

test('each letter of a first evening has one to stand in for it, down to one that is true whatever the calls', () => {
  for (const { lines } of play.seats)
    for (const { envelope } of lines) {
      if (envelope === undefined) continue;
      let last = letter(envelope)!;
      while (last.signs !== undefined) last = letter(last.otherwise!)!;
      expect(last.guided).toBe(true);
    }
});

test('every sign is asked for by some letter or choice', () => {
  const used = JSON.stringify([play.envelopes, play.dilemmas, play.events]);
  expect(SIGNS.filter((sign) => !used.includes(`"${sign}"`))).toEqual([]);
});

test('who opens a number of their own holds it from that minute, and the act says so once', () => {
  const exercise = evening(45490, '59', '20:00');
  exercise.runTo(clock('17:20'));
  const order = { type: 'act', act: 'services.openCopperLine', args: {}, rests: [] } as const;
  expect(exercise.apply('services', order)).toBeNull();
  exercise.runTo(clock('17:32'));
  const { held, statements } = exercise.knowledge;
  const own = held.services.filter(({ statement }) => {
    const { type, about } = statements[statement]!;
    return type === 'workaround.number' && JSON.stringify(about).includes('"59"');
  });
  expect(own).toHaveLength(1);
  expect(own[0]!.source).toEqual({ kind: 'act', act: 'services.openCopperLine' });
  const [act] = exercise.actsOf('services', 'services.openCopperLine');
  expect(act!.results.filter(({ params }) => params['tag'] === 'lineOpening')).toEqual([]);
  expect(act!.results.filter(({ key }) => key === 'ownNumberOpened')).toHaveLength(1);
});

test('a relief handed over with a brief is told so, once, and never as done without one', () => {
  const exercise = evening(45490, '59', '21:00');
  exercise.runTo(clock('19:01'));
  const order = { type: 'act', act: 'services.handover', args: {}, rests: [] } as const;
  for (let at = clock('19:01'); exercise.actsOf('services', 'services.handover').length === 0; at += 60_000) {
    exercise.runTo(at);
    exercise.apply('services', order);
  }
  exercise.runTo(clock('20:50'));
  const said = exercise.journal.services.filter(({ kind }) => kind === 'relief').map(({ ref }) => ref);
  expect(said).toEqual(['due', 'brief']);
  expect(keysOf(exercise)).not.toContain('messages.nightShift');
});

test('what was settled for the night is not asked again, and lasts until the morning', () => {
  for (const [id, act] of [
    ['S10', 'services.keepNumber'],
    ['M10', 'ministry.nightShift'],
  ] as const) {
    expect(play.dilemmas.find((each) => each.id === id)!.settled!.acts).toContain(act);
    const spec = play.acts.find((each) => each.id === act)!;
    const held = spec.effects.find(({ op }) => op === 'occupy') as { minutes: number };
    expect(clock('22:00') + held.minutes * 60_000).toBeGreaterThanOrEqual(clock('30:00'));
  }
});

test('two choices that draw the same night draw it once', () => {
  const evenings = [1, 2, 3, 4, 5, 6].map((seed) => evening(seed, '59', '17:00').opening.drawn.outcomes);
  for (const drawn of evenings)
    expect([drawn['M10'], drawn['M13']]).toEqual(
      drawn['M10'] === 'clear' ? ['clear', 'calm'] : ['residual', 'again'],
    );
});

test('patrols asked for at known addresses are sent there, and nothing is said to the public', () => {
  const { options } = play.dilemmas.find(({ id }) => id === 'S13')!;
  const patrols = options.find(({ id }) => id === 'patrols')!;
  for (const id of patrols.acts) {
    const act = play.acts.find((each) => each.id === id)!;
    expect(act.seenBy).not.toContain('public');
    expect(act.effects.some(({ op }) => op === 'tell')).toBe(false);
  }
});
