import { describe, expect, test } from 'vitest';
import { hashEvening } from '../../src/callflow/snapshot.ts';
import { buildDebrief } from '../../src/debrief/buildDebrief.ts';
import { ranOn } from '../../src/debrief/ghost.ts';
import { countPeople } from '../../src/debrief/summary.ts';
import { hashExercise } from '../../src/exercise/log/parts.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import { ORANGE, played, sampleOf } from './debriefSample.ts';
import { exerciseOf } from './exerciseSample.ts';

const ended = sampleOf(played(ORANGE, 'orange', '24:00'));
const underWay = sampleOf(played(ORANGE, 'orange', '18:45'));

const sum = <T>(rows: readonly T[], value: (row: T) => number): number =>
  rows.reduce((total, row) => total + value(row), 0);

describe.each([
  ['at its end', ended],
  ['under way', underWay],
])('counts of an exercise %s', (_, { model, exercise }) => {
  const { counts, losses, curve, ghost } = model;

  test('attempts are the sum by area, by number and by origin', () => {
    for (const rows of [losses.byArea, losses.byNumber, losses.byOrigin]) {
      expect(sum<{ attempts: number }>(rows, ({ attempts }) => attempts)).toBe(counts.attempts);
      expect(sum<{ lost: number }>(rows, ({ lost }) => lost)).toBe(counts.unrouted);
      expect(sum<{ ghostLost: number }>(rows, ({ ghostLost }) => ghostLost)).toBe(ghost.unrouted);
    }
  });

  test('attempts are those answered, those that failed by cause, and those still open', () => {
    const failed = sum(losses.byCause, ({ tonight }) => tonight);
    const open = counts.attempts - counts.answered - failed;
    expect(open).toBeGreaterThanOrEqual(0);
    if (exercise.finished) expect(open).toBe(0);
    else expect(open).toBeLessThan(1000);
  });

  test('the curve sums to the attempts not routed, of tonight and of the ghost', () => {
    expect(sum(curve.tonight, (lost) => lost)).toBe(counts.unrouted);
    expect(sum(curve.ghost, (lost) => lost)).toBe(ghost.unrouted);
  });

  test('people never served are the sum by area, and fewer than half of the attempts not routed are people', () => {
    expect(sum(losses.byArea, ({ neverServed }) => neverServed)).toBe(counts.neverServed);
    expect(counts.neverServed + counts.servedLate).toBeLessThan(counts.attempts);
  });

  test('serious calls are a range, low end first', () => {
    expect(counts.seriousLow).toBeGreaterThan(0);
    expect(counts.seriousHigh).toBeGreaterThan(counts.seriousLow);
  });

  test('the parts of a delay sum to the time from the trigger, from the same act before or from the choice that it answers', () => {
    const { trigger } = exercise.evening.spec.clock;
    for (const { delay, at, act, spec, seat } of model.decisions) {
      const before = exercise.acts.filter(
        (each) => each.seat === seat && each.spec === spec && each.id < act,
      );
      const { choice } = exercise.acts[act]!;
      const asked = exercise.choices.filter((each) => each.seat === seat && each.dilemma === choice);
      const start = Math.max(
        trigger,
        ...before.map(({ endsAt }) => endsAt),
        ...asked.map(({ openedAt }) => openedAt),
      );
      const parts = delay.absent + delay.unread + delay.busy + delay.jumped + delay.deliberation;
      expect(parts).toBeCloseTo(Math.max(0, at - start) / MINUTE, 6);
      for (const part of [delay.absent, delay.unread, delay.busy, delay.jumped, delay.deliberation])
        expect(part).toBeGreaterThanOrEqual(0);
    }
  });
});

test('a finished exercise counts people as its evening run on to the end does', () => {
  const { exercise, model } = ended;
  const { neverServed, servedLate } = countPeople(ranOn(exercise.evening));
  expect(model.counts).toMatchObject({ neverServed, servedLate });
  // Some were still trying at FINEX.
  expect(neverServed + servedLate).toBeGreaterThan(
    countPeople(exercise.evening).neverServed + countPeople(exercise.evening).servedLate,
  );
});

test('the ghost is the machine-played evening of 2021: same seed, no measure, every seat as in 2021', () => {
  const alone = exerciseOf(1, 'as-in-2021');
  alone.runTo(clock('24:00'));
  expect(hashExercise(ended.ghost)).toBe(hashExercise(alone));
  const measured = exerciseOf(1, 'by-the-book', CORE_SEATS, { measures: ['dedicatedSupervision'] });
  measured.runTo(clock('19:00'));
  const at19 = exerciseOf(1, 'as-in-2021');
  at19.runTo(clock('19:00'));
  expect(hashExercise(sampleOf(measured).ghost)).toBe(hashExercise(at19));
});

test('of an evening played as in 2021 the ghost differs in nothing', () => {
  const { model } = sampleOf(underWay.ghost);
  expect(model.counts).toEqual(model.ghost);
  for (const { tonight, ghost } of model.losses.byCause) expect(tonight).toBe(ghost);
});

test('a debrief leaves the exercise as it was', () => {
  const { exercise, ghost, model } = ended;
  const before = [hashExercise(exercise), hashEvening(ghost.evening)];
  expect(buildDebrief(exercise, { ghost })).toEqual(model);
  expect([hashExercise(exercise), hashEvening(ghost.evening)]).toEqual(before);
});

test('the matrix says what knowledge says: a cell is a statement held then, true when the world was so', () => {
  const { exercise, model } = ended;
  const { statements, held } = exercise.knowledge;
  for (const { fact, seats } of model.knowledge)
    for (const seat of CORE_SEATS) {
      const cell = seats[seat];
      const lost = exercise.state.forgotten
        .filter((each) => each.seat === seat)
        .map(({ holding }) => holding);
      // What others said in public was before the eyes of a person.
      const heard = exercise.state.publicWords
        .filter(({ by }) => by !== seat && exercise.isPerson(seat))
        .flatMap(({ at, statements: said }) => said.map((statement) => ({ since: at, statement })));
      const own = [...lost, ...held[seat], ...heard]
        .filter(({ statement }) => statements[statement]!.type === fact)
        .sort((a, b) => a.since - b.since);
      expect(cell === null).toBe(own.length === 0);
      if (cell === null) continue;
      expect(own.map(({ since }) => since)).toContain(cell.at);
      // No truer statement came first.
      if (!cell.wasTrue) expect(cell.at).toBe(own[0]!.since);
    }
  const row = model.knowledge.find(({ fact }) => fact === 'cyberattack.suspected')!;
  expect(row.true).toBeNull();
  for (const seat of CORE_SEATS) expect(row.seats[seat]?.wasTrue ?? false).toBe(false);
});

test('a person’s act is a person’s, a machine’s says why, and what it lacked was not held', () => {
  const { exercise, model } = ended;
  // What follows of an unanswered dilemma is a person's as well.
  const own = model.decisions.filter(({ by }) => by === 'person');
  for (const { seat } of own) expect(seat).toBe('orange');
  for (const [, , body] of ORANGE)
    if (body.type === 'act') expect(own.map(({ spec }) => spec)).toContain(body.act);
  for (const row of model.decisions) {
    expect(row.why === null).toBe(row.by !== 'machine');
    for (const fact of row.missing) expect(row.heldSince.map((each) => each.fact)).not.toContain(fact);
    for (const { since } of row.heldSince) expect(since).toBeLessThanOrEqual(row.at);
    expect(row.spec).toBe(exercise.acts[row.act]!.spec);
  }
});

test('deliberation in real minutes comes from the wall times of the log, and from nothing else', () => {
  const { exercise, ghost, model } = ended;
  expect(model.decisions.every(({ delay }) => delay.real === null)).toBe(true);
  const first = exercise.acts.find(({ spec }) => spec === 'orange.restartOne')!;
  const lines = [
    { line: 'session', n: 1, at: clock('16:30'), kind: 'play', params: {}, wall: 0, chain: '' },
    {
      line: 'command',
      n: 1,
      at: first.begunAt,
      by: 'orange',
      body: { type: 'act', act: first.spec, args: {}, rests: [], why: 'parce que' },
      id: 'a',
      wall: 11 * MINUTE,
      chain: '',
    },
  ] as const;
  const row = buildDebrief(exercise, { ghost, lines }).decisions.find(({ act }) => act === first.id)!;
  const { absent, unread } = row.delay;
  // Half a real minute an exercise minute, from the moment the facts were read.
  expect(row.delay.real).toBeCloseTo(((first.begunAt - clock('16:45')) / MINUTE - absent - unread) * 0.5, 6);
  expect(row.text).toBe('parce que');
});

test('a verdict is given on every goal and pull of every seat', () => {
  const { exercise, model } = ended;
  expect(model.verdicts.map(({ goal }) => goal)).toEqual(
    exercise.ground.play.seats.flatMap(({ goals, pull }) => [...goals, pull]),
  );
  const known = model.verdicts.filter(({ grade }) => grade !== 'unknown');
  expect(known.length).toBeGreaterThan(8);
});

test('the model is plain data and holds no prose', () => {
  const copy = JSON.parse(JSON.stringify(ended.model)) as unknown;
  expect(copy).toEqual(ended.model);
  const texts: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node === 'string') texts.push(node);
    else if (typeof node === 'object' && node !== null) Object.values(node).forEach(walk);
  };
  walk(copy);
  // Ids and lists of ids: no sentence, no punctuation of one, no accent.
  expect(texts.filter((text) => !/^[\w.\- ]*$/.test(text))).toEqual([]);
});

test('milestones stand beside those of 2 June 2021, a cell’s content never before the cell', () => {
  const { milestones } = ended.model;
  const told = milestones.find(({ id }) => id === 'authoritiesTold')!;
  expect(told.documented).toBe(120 * MINUTE);
  expect(milestones.find(({ id }) => id === 'cic')!.documented).toBe(122 * MINUTE);
  for (const id of ['cic', 'operatorCell']) {
    const { at, content } = milestones.find((row) => row.id === id)!;
    if (content !== null) expect(content).toBeGreaterThanOrEqual(at!);
  }
});

test('no milestone has its content before its act, the end of the failure apart', () => {
  for (const { model } of [ended, underWay])
    for (const { id, at, content } of model.milestones)
      if (content !== null && id !== 'restored') expect(at, id).toBeLessThanOrEqual(content);
});

test('an event is told with the places that its letter named', () => {
  const { exercise, model } = ended;
  expect(model.events.map(({ id }) => id)).toEqual(exercise.events.map(({ id }) => id));
  for (const { id, areas } of model.events) {
    const letter = exercise.messages.find(({ key }) => key === `events.${id}`);
    const named = (letter?.statements ?? []).flatMap((index) => {
      const about = exercise.knowledge.statements[index]!.about['areas'];
      return Array.isArray(about) ? (about as string[]) : [];
    });
    expect(new Set(areas), id).toEqual(new Set(named));
  }
});
