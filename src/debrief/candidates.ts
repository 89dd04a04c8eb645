import { isSettled } from '../exercise/choices/dilemmaAnswers.ts';
import { knownEntries } from '../exercise/knowledge/entries.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { isSeat } from '../exercise/seat.ts';
import { MINUTE, clockMinutes } from '../kernel/time.ts';
import type { ActSpec } from '../scenario/play/types.ts';
import { CORE_SEATS } from '../scenario/play/vocabulary.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import type { TurningPoint } from './debriefModel.ts';
import { heldAt } from './heldFacts.ts';
import type { GivenCommand, Score } from './rerun.ts';
import { instead, withCommand, withPromptRule, without, withoutEvent, withoutRule } from './variants.ts';

/** What a moment could have been: the same evening otherwise. */
export interface Candidate {
  /** One turning point at most is kept of a kind. */
  readonly kind: string;
  readonly at: number;
  readonly seat: SeatId | null;
  /** Key under `debrief:turning`, completed by what it changed. */
  readonly key: string;
  readonly params: TurningPoint['params'];
  readonly branchAt: number;
  /** What is changed: of the evening's own score, or of one already changed elsewhere. */
  readonly change: (score: Score) => Score;
  /** An act that must have begun in the other evening at about that time, else there is nothing to compare. */
  readonly begins: { readonly seat: SeatId; readonly act: string; readonly at: number } | null;
  /** An option that must have been taken and begun there, likewise. */
  readonly takes: { readonly dilemma: string; readonly option: string } | null;
}

/** How much earlier an act is tried. */
const EARLIER = 30 * MINUTE;
const PLAYERS_MINUTE = MINUTE;
/** Known for less than this before it was done: not late. */
const LATE = 10 * MINUTE;
/** A machine's rule this slow is tried at once. */
const SLOW_MINUTES = 10;

/** Acts of the world and of organisations matter more often than looks: they are tried first. */
function weightOf(spec: ActSpec<string> | undefined): number {
  if (spec === undefined) return 0;
  if (spec.effects.some(({ op }) => op === 'order')) return 4;
  if (spec.effects.some(({ op }) => op === 'machine' || op === 'authority')) return 3;
  if (spec.effects.some(({ op }) => op === 'tell' || op === 'ask')) return 2;
  return spec.group === 'look' ? 1 : 2;
}

/**
 * Moments that may have changed the evening, the likeliest first, `most` of them: what people did or did later than
 * they could, options of dilemmas, what machines did or were slow to do, events that inaction let happen. `book` is
 * the same evening with a machine by the book in the seats that people held.
 */
export function candidatesOf(
  score: Score,
  original: Exercise,
  book: Exercise | null,
  most: number,
): Candidate[] {
  const groups = [
    ofPersons(score, original, book),
    ofChoices(score, original),
    ofMachines(score, original),
    book === null ? [] : omitted(score, original, book),
    ofEvents(score, original),
  ];
  // A share for each: a busy evening of one kind must not hide the others.
  const picked: Candidate[] = [];
  for (let turn = 0; picked.length < most && groups.some((group) => turn < group.length); turn++)
    for (const group of groups) if (turn < group.length && picked.length < most) picked.push(group[turn]!);
  return picked;
}

function minuteBefore(at: number, { setup }: Score): number {
  return Math.max(setup.from, Math.floor((at - PLAYERS_MINUTE) / MINUTE) * MINUTE);
}

function byWeight<T>(items: readonly { readonly item: T; readonly weight: number }[]): T[] {
  return items.toSorted((a, b) => b.weight - a.weight).map(({ item }) => item);
}

function ofPersons(score: Score, original: Exercise, book: Exercise | null): Candidate[] {
  const found = score.commands.flatMap((command) => {
    const { body, by, at } = command;
    if (body.type !== 'act' || by === 'director') return [];
    const spec = original.actSpec(body.act);
    // Refused: it was never done.
    if (!original.acts.some((act) => act.seat === by && act.spec === body.act && act.begunAt === at))
      return [];
    if (spec === undefined || isAgainstTests(original, by, [spec], at)) return [];
    const weight = weightOf(spec);
    const common = {
      at,
      seat: by,
      params: { act: body.act, time: at },
      branchAt: minuteBefore(at, score),
      takes: null,
    };
    const done: Candidate = {
      ...common,
      kind: `done.${body.act}`,
      key: 'act',
      change: (of) => without(of, command),
      begins: null,
    };
    const sooner = soonerTimes(original, book, by, spec, at).map(({ key, time, since }): Candidate => ({
      ...common,
      kind: `later.${body.act}`,
      key,
      params: { ...common.params, minutes: clockMinutes(time, at), ...(since === null ? {} : { since }) },
      branchAt: minuteBefore(time, score),
      change: (of) => instead(of, command, { ...command, at: time }),
      begins: { seat: by, act: body.act, at: time },
    }));
    return [
      // Nobody leaves for good what they have closed: only its hour is looked at.
      ...(LIFTS.has(body.act) ? [] : [{ item: done, weight }]),
      ...sooner.map((item) => ({ item, weight: weight - 0.5 })),
    ];
  });
  return byWeight(found);
}

/** Acts that end what the same seat had begun. */
const LIFTS: ReadonlySet<string> = new Set([
  'orange.reconnectServer',
  'orange.liftThrottle',
  'orange.clearLevel',
  'orange.closeCell',
  'ministry.closeCic',
  'services.closeNumber',
  'services.sendHome',
  'services.crewsIn',
]);

interface Sooner {
  readonly key: 'known' | 'later';
  readonly time: number;
  /** Since when all that it rests on was held. */
  readonly since: number | null;
}

/** Earlier hours of an act: when what it rests on had come to be known, the book's, or half an hour before. */
function soonerTimes(
  original: Exercise,
  book: Exercise | null,
  seat: SeatId,
  spec: ActSpec<string>,
  at: number,
): Sooner[] {
  const earliest = original.evening.spec.clock.trigger + PLAYERS_MINUTE;
  const times: Sooner[] = [];
  const known = spec.restsOn.map((fact) => heldAt(original, seat, fact, at)[0]?.since);
  const since = known.every((time) => time !== undefined) && known.length > 0 ? Math.max(...known) : null;
  if (since !== null && at - since > LATE)
    times.push({ key: 'known', time: Math.max(earliest, since + PLAYERS_MINUTE), since });
  else if (at > earliest) times.push({ key: 'later', time: Math.max(earliest, at - EARLIER), since: null });
  const bookAt = book?.acts.find((act) => act.seat === seat && act.spec === spec.id)?.begunAt;
  if (bookAt !== undefined && at - bookAt > LATE && times.every(({ time }) => Math.abs(time - bookAt) > LATE))
    times.push({ key: 'later', time: Math.max(earliest, bookAt), since: null });
  return times.filter(({ time }) => time < at);
}

/** Giving numbers out as they stand, by who holds tests of them that failed, is nobody's chance missed or taken. */
function isAgainstTests(
  original: Exercise,
  seat: SeatId,
  acts: readonly ActSpec<string>[],
  at: number,
): boolean {
  const untested = acts.some(({ effects }) =>
    effects.some(
      (effect) =>
        effect.op === 'order' && effect.type === 'publishNumbers' && effect.args['tested'] === false,
    ),
  );
  return untested && knownEntries(original, seat, 'faulty', 'all', at).length > 0;
}

function ofChoices(score: Score, original: Exercise): Candidate[] {
  return original.choices.flatMap((choice) => {
    const { dilemma, seat, openedAt, closesAt, option, also, state, by } = choice;
    // A machine's choices are its rules'; a dilemma that it let pass is nobody's omission.
    if (state === 'open' || by === 'machine' || !original.isPerson(seat) || isSettled(choice)) return [];
    const spec = original.ground.play.dilemmas.find(({ id }) => id === dilemma);
    const given = score.commands.find(({ body }) => body.type === 'choose' && body.dilemma === dilemma);
    const at = given?.at ?? openedAt;
    const actsOf = (ids: readonly string[]): ActSpec<string>[] =>
      ids.flatMap((id) => original.actSpec(id) ?? []);
    // What was done all the same, beside the way taken, is no other way.
    const isDone = (ids: readonly string[]): boolean =>
      ids.length > 0 &&
      ids.every((id) =>
        original.acts.some(
          (act) =>
            act.seat === seat &&
            act.spec === id &&
            act.begunAt >= openedAt &&
            act.begunAt <= closesAt + EARLIER,
        ),
      );
    return (spec?.options ?? [])
      .filter(({ id, acts }) => id !== option && !also.includes(id) && !isDone(acts))
      .filter(({ acts }) => !isAgainstTests(original, seat, actsOf(acts), at))
      .map(({ id }): Candidate => {
        const other: GivenCommand = { at, by: seat, body: { type: 'choose', dilemma, option: id } };
        return {
          kind: given === undefined ? 'ignored' : 'choice',
          at,
          seat,
          key: given === undefined ? 'ignored' : 'choice',
          params: { dilemma, option: option ?? '', other: id, time: at },
          branchAt: minuteBefore(openedAt, score),
          change: (of) => (given === undefined ? withCommand(of, other) : instead(of, given, other)),
          begins: null,
          takes: { dilemma, option: id },
        };
      });
  });
}

function ofMachines(score: Score, original: Exercise): Candidate[] {
  const seen = new Set<string>();
  const found = original.reasons.flatMap((reason) => {
    const { rule, act, at } = reason;
    const seat = reason.seat === 'rooms' ? 'services' : reason.seat;
    if (!isSeat(seat) || seen.has(rule)) return [];
    seen.add(rule);
    const spec = original.actSpec(act);
    const weight = weightOf(spec);
    if (weight < 2) return [];
    const common = {
      at,
      seat,
      params: { act, seat: reason.seat, time: at },
      branchAt: minuteBefore(at, score),
      takes: null,
    };
    const done: Candidate = {
      ...common,
      kind: `machine.${spec?.group}`,
      key: 'machine',
      change: (of) => withoutRule(of, rule),
      begins: null,
    };
    const slow = ruleDelay(score, rule);
    if (slow < SLOW_MINUTES) return [{ item: done, weight }];
    const prompt: Candidate = {
      ...common,
      kind: `slow.${spec?.group}`,
      key: 'slow',
      params: { ...common.params, minutes: slow },
      branchAt: minuteBefore(at - slow * MINUTE, score),
      change: (of) => withPromptRule(of, rule),
      begins: null,
    };
    return [
      { item: done, weight },
      { item: prompt, weight: weight - 0.5 },
    ];
  });
  return byWeight(found);
}

function ruleDelay({ ground }: Score, id: string): number {
  const rules = ground.play.doctrines.flatMap((doctrine) => doctrine.rules);
  return rules.find((rule) => rule.id === id)?.delay ?? 0;
}

/** Acts that the book does in a person's seat and that this evening never saw there. */
function omitted(score: Score, original: Exercise, book: Exercise): Candidate[] {
  const done = new Set(original.acts.map(({ seat, spec }) => `${seat} ${spec}`));
  const found = book.acts.flatMap((act) => {
    const { seat, spec: id, begunAt: at } = act;
    if (!isSeat(seat) || !seatsOfPersons(score).includes(seat) || done.has(`${seat} ${id}`)) return [];
    done.add(`${seat} ${id}`);
    const spec = original.actSpec(id);
    const weight = weightOf(spec);
    if (weight < 2 || spec === undefined || isAgainstTests(original, seat, [spec], at)) return [];
    const command: GivenCommand = { at, by: seat, body: { type: 'act', act: id, args: act.args, rests: [] } };
    const item: Candidate = {
      kind: `omitted.${id}`,
      at,
      seat,
      key: 'omitted',
      params: { act: id, time: at },
      branchAt: minuteBefore(at, score),
      change: (of) => withCommand(of, command),
      begins: { seat, act: id, at },
      takes: null,
    };
    return [{ item, weight }];
  });
  return byWeight(found);
}

/** Seats whose omissions are looked at: people's, or all of them when machines played alone. */
export function seatsOfPersons({ setup, commands }: Score): readonly SeatId[] {
  const held = CORE_SEATS.filter(
    (seat) => setup.seats[seat].by === 'person' || commands.some(({ by }) => by === seat),
  );
  return held.length > 0 ? held : CORE_SEATS;
}

/** How long before an event that inaction lets happen one may still act. */
const TIME_TO_ACT = 20 * MINUTE;

function ofEvents(score: Score, original: Exercise): Candidate[] {
  return original.events.flatMap(({ id, at }) => {
    const spec = original.ground.play.events.find((event) => event.id === id);
    if (spec?.unless === undefined) return [];
    const item: Candidate = {
      kind: 'event',
      at,
      seat: spec.unless.seat,
      key: 'event',
      params: { event: id, seat: spec.unless.seat, time: at },
      branchAt: minuteBefore(at - TIME_TO_ACT, score),
      change: (of) => withoutEvent(of, id),
      begins: null,
      takes: null,
    };
    return [item];
  });
}
