import { MINUTE } from '../../kernel/time.ts';
import { clockTime } from '../../scenario/clockTime.ts';
import type { OptionSpec } from '../../scenario/play/choices.ts';
import type { DilemmaSpec } from '../../scenario/play/types.ts';
import { CORE_SEATS } from '../../scenario/play/vocabulary.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { Act } from '../acts/acts.ts';
import { backAt } from '../people/backAt.ts';
import { opensByItself } from '../acts/checkAct.ts';
import { beat, lastBeat } from '../tempo/beats.ts';
import { actAnswering, isSettled } from './dilemmaAnswers.ts';
import type { Answering } from './dilemmaAnswers.ts';
import { choiceAmong, dilemmaOf } from './dilemmaIndex.ts';
import { doorFirst } from './doorFirst.ts';
import type { CommandBody, Refusal } from '../commands.ts';
import { bring, nextOpening } from './dilemmaOpening.ts';
import type { Exercise } from '../exercise.ts';
import { heldOf } from '../knowledge/held.ts';
import { note } from '../journal.ts';
import { isDone, refusalOf } from './optionRefusal.ts';
import { serverOfChoice } from './serverOfChoice.ts';
import { followOption, followOpening, readLater } from './outcomes.ts';
import type { Choice, Coming } from '../state.ts';

/** People were missing for what follows an ignored dilemma, or for the next act of an option: look again, so often. */
const RETRY = 2 * MINUTE;
const TRIES = 10;
/** What a person decided, or what comes in two steps, is not given up because people are long busy. */
const TRIES_IN_TURN = 90;
/** A person's dilemma that has not stopped the clock does so long before it closes. */
const LAST_CALL = 6 * MINUTE;

function specOf(exercise: Exercise, id: string, seat: SeatId): DilemmaSpec | undefined {
  const spec = dilemmaOf(exercise.ground.play, id);
  return spec?.seat === seat ? spec : undefined;
}

function choiceOf({ choices }: Exercise, id: string): Choice | undefined {
  return choiceAmong(choices, id);
}

/** Whether a dilemma may be answered so now. Another option may be added to the first until it closes. */
export function checkChoice(
  exercise: Exercise,
  seat: SeatId,
  { dilemma, option, soon }: Omit<Extract<CommandBody, { type: 'choose' }>, 'type'>,
): Refusal | null {
  const spec = specOf(exercise, dilemma, seat)?.options.find(({ id }) => id === option);
  if (!spec) return { code: 'unknownDilemma', params: { dilemma } };
  const choice = choiceOf(exercise, dilemma);
  const taken = choice?.option === option || choice?.also.includes(option);
  if (!choice || choice.state === 'ignored' || taken || exercise.now >= choice.closesAt)
    return { code: 'notOpen', params: { dilemma } };
  const refusal = refusalOf(exercise, seat, spec);
  const waits = soon === true && refusal !== null && exercise.isPerson(seat) && opensByItself(refusal);
  return waits ? null : refusal;
}

/** Answers an open dilemma that `checkChoice` allows. */
export function choose(exercise: Exercise, seat: SeatId, dilemma: string, option: string): void {
  const choice = choiceOf(exercise, dilemma)!;
  const spec = specOf(exercise, dilemma, seat)!.options.find(({ id }) => id === option)!;
  if (choice.option === null) decide(exercise, choice, option, exercise.now);
  else {
    choice.also.push(option);
    note(exercise, seat, 'chosen', dilemma, { params: { option } });
    followOption(exercise, choice, option);
  }
  beginOption(exercise, choice, spec);
}

/** An option is taken, by a command or by the acts that a seat began on its own. */
function decide(exercise: Exercise, choice: Choice, option: string, at: number): void {
  choice.state = 'chosen';
  choice.option = option;
  choice.by = exercise.isPerson(choice.seat) ? 'person' : 'machine';
  choice.decidedAt = at;
  const kind = isSettled(choice) ? 'settled' : 'chosen';
  note(exercise, choice.seat, kind, choice.dilemma, {
    params: choice.act === undefined ? { option } : { option, act: choice.act },
  });
  followOption(exercise, choice, option);
  exercise.touch(choice.seat);
}

function beginOption(exercise: Exercise, choice: Choice, option: OptionSpec): void {
  const server = serverOfChoice(exercise, option);
  if (server !== undefined && exercise.isPerson(choice.seat)) choice.servers ??= [server];
  const tries = exercise.isPerson(choice.seat) ? TRIES_IN_TURN : TRIES;
  if (option.together) option.acts.forEach((_, i) => beginNext(exercise, choice, option, i, tries));
  else if (option.acts.length > 0) beginNext(exercise, choice, option, 0, tries);
}

/** Begins one act of an option; those that come in turn wait for its end, and people who are missing are waited for. */
function beginNext(
  exercise: Exercise,
  choice: Choice,
  option: OptionSpec,
  index: number,
  triesLeft: number,
): void {
  const { seat } = choice;
  const id = option.acts[index]!;
  const isThis = (each: Coming): boolean => each.option === option.id && each.act === id;
  const waited = choice.coming.some((each) => isThis(each) && each.waits === 'people');
  choice.coming = choice.coming.filter((each) => !isThis(each));
  const before = index > 0 && !option.together ? option.acts[index - 1]! : undefined;
  // Who takes people off a step wants no next one.
  if (before !== undefined && exercise.actsOf(seat, before).at(-1)?.stopped === true) return;
  const door = doorFirst(exercise, seat, id);
  if (door !== undefined) {
    const { waits, act } = door;
    if (waits === null) return goThrough(exercise, choice, option, index, act);
    if (triesLeft > 0) return waitForPeople(exercise, choice, option, index, { act, triesLeft, waited });
  }
  const spec = exercise.actSpec(id)!;
  const asked = spec.asks.map(({ name }) => name);
  const given = { ...(choice.servers && { servers: choice.servers }), ...option.args };
  const args = Object.fromEntries(Object.entries(given).filter(([name]) => asked.includes(name)));
  const rests = heldOf(exercise, seat, spec.restsOn);
  const refusal = exercise.begin(seat, { type: 'act', act: id, args, rests }, choice.dilemma);
  if (refusal !== null && refusal.code !== 'underWay') {
    const waits = refusal.code === 'people' && triesLeft > 0;
    if (waits) waitForPeople(exercise, choice, option, index, { act: id, triesLeft, waited, rests });
    else if (!isDone(refusal)) choice.refused.push({ act: id, refusal });
    // What has been done once need not be done again for the next step.
    if (waits || (!option.together && !isDone(refusal))) return;
  }
  const last = option.together || index + 1 === option.acts.length;
  if (last) return;
  const at = Math.max(exercise.now, exercise.actsOf(seat, id).at(-1)?.endsAt ?? 0);
  const next = option.acts[index + 1]!;
  choice.coming.push({ option: option.id, act: next, waits: 'act', on: id, until: at });
  // After its end, at the same minute.
  later(exercise, choice, option, index + 1, TRIES_IN_TURN, at);
}

/** Somebody above is asked before the step that is theirs to order; once and no more, if people are taken off it. */
function goThrough(
  exercise: Exercise,
  choice: Choice,
  option: OptionSpec,
  index: number,
  door: string,
): void {
  const { seat, dilemma } = choice;
  const act = option.acts[index]!;
  const before = exercise.actsOf(seat, door).at(-1);
  if (before?.choice === dilemma && before.stopped) return;
  exercise.begin(seat, { type: 'act', act: door, args: {}, rests: [] }, dilemma);
  const until = exercise.actsOf(seat, door).at(-1)!.endsAt;
  choice.coming.push({ option: option.id, act, waits: 'act', on: door, until });
  later(exercise, choice, option, index, TRIES_IN_TURN, until);
}

interface Waiting {
  /** The act whose people are missing: the step itself, or the call that brings its signature. */
  readonly act: string;
  readonly triesLeft: number;
  /** It waited for them before: nothing new to note. */
  readonly waited: boolean;
  readonly rests?: readonly number[];
}

function waitForPeople(
  exercise: Exercise,
  choice: Choice,
  option: OptionSpec,
  index: number,
  { act, triesLeft, waited, rests = [] }: Waiting,
): void {
  const { seat } = choice;
  const step = option.acts[index]!;
  const { pool, people } = exercise.actSpec(act)!.needs;
  const until = backAt(exercise, seat, pool, people)?.until ?? null;
  if (!waited && exercise.isPerson(seat)) note(exercise, seat, 'actQueued', step, { statements: rests });
  choice.coming.push({ option: option.id, act: step, waits: 'people', on: pool, until });
  later(exercise, choice, option, index, triesLeft - 1, nextTry(exercise, seat, until));
}

/** A person's step begins at the minute in which its people are free, when that is foreseen. */
function nextTry(exercise: Exercise, seat: SeatId, until: number | null): number {
  const soonest = exercise.now + RETRY;
  if (!exercise.isPerson(seat) || until === null || until <= exercise.now) return soonest;
  return Math.min(soonest, until);
}

function later(
  exercise: Exercise,
  choice: Choice,
  option: OptionSpec,
  index: number,
  tries: number,
  at: number,
): void {
  exercise.schedule.add(at, {
    kind: 'play',
    what: 'next',
    id: choice.dilemma,
    params: { option: option.id, index, tries },
  });
}

/** The next act of an option has come. */
export function goOn(
  exercise: Exercise,
  dilemma: string,
  option: string,
  index: number,
  tries: number,
): void {
  const choice = choiceOf(exercise, dilemma)!;
  const spec = specOf(exercise, dilemma, choice.seat)!.options.find(({ id }) => id === option)!;
  const act = spec.acts[index]!;
  // Whoever took it out wants no next one either.
  if (choice.coming.every((each) => each.option !== option || each.act !== act)) return;
  beginNext(exercise, choice, spec, index, tries);
}

/** By list of acts: how many there were when open dilemmas were last held against them. */
const heldAgainst = new WeakMap<readonly Act[], number>();

/** Each minute: what was done answers what is open, then the next dilemma of each seat may open. */
export function considerDilemmas(exercise: Exercise): void {
  const { acts, choices } = exercise;
  // Nothing has begun since: what was open then is not answered now.
  if (heldAgainst.get(acts) !== acts.length) {
    for (const choice of choices)
      if (choice.state === 'open') answerByActs(exercise, choice, choice.openedAt);
    heldAgainst.set(acts, acts.length);
  }
  for (const seat of CORE_SEATS) {
    const next = nextOpening(exercise, seat);
    if (next) open(exercise, next);
  }
}

/**
 * Puts a dilemma before its seat. One that the seat's acts have settled already asks nothing: a machine's is noted as
 * its choice, a person's is no choice at all, and its main courante says which act it was.
 */
export function open(exercise: Exercise, spec: DilemmaSpec): void {
  const { now, setup } = exercise;
  const closesAt = Math.min(clockTime(spec.window[1]), now + spec.open * MINUTE, setup.to);
  const choice: Choice = {
    dilemma: spec.id,
    seat: spec.seat,
    openedAt: now,
    closesAt,
    state: 'open',
    option: null,
    by: null,
    decidedAt: null,
    also: [],
    coming: [],
    refused: [],
    outcome: exercise.opening.drawn.outcomes[spec.id] ?? '',
  };
  exercise.state.choices.push(choice);
  heldAgainst.delete(exercise.acts);
  const person = exercise.isPerson(spec.seat);
  const settles = actAnswering(exercise, choice, clockTime(spec.window[0]));
  if (person && settles === undefined) bring(exercise, spec);
  followOpening(exercise, choice);
  if (settles !== undefined) return answer(exercise, choice, settles);
  exercise.schedule.add(closesAt, { kind: 'play', what: 'close', id: spec.id, params: {} });
  const last = closesAt - LAST_CALL;
  if (!beat(exercise, spec.seat, 'dilemma', spec.id) && person && last > now)
    exercise.schedule.add(last, { kind: 'play', what: 'lastCall', id: spec.id, params: {} });
  exercise.touch(spec.seat);
}

/** A person's dilemma that stopped nothing when it opened does before it closes: none goes by out of sight. */
export function lastCall(exercise: Exercise, dilemma: string): void {
  const { state, seat } = choiceOf(exercise, dilemma)!;
  if (state === 'open' && exercise.isPerson(seat)) lastBeat(exercise, seat, dilemma);
}

function answerByActs(exercise: Exercise, choice: Choice, since: number): void {
  const found = actAnswering(exercise, choice, since);
  if (found) answer(exercise, choice, found);
}

function answer(exercise: Exercise, choice: Choice, { option, act }: Answering): void {
  if (exercise.isPerson(choice.seat)) choice.act = act.id;
  decide(exercise, choice, option, act.begunAt);
}

/** Its time is over: nobody answered, and the default follows. What a machine does is its own affair. */
export function close(exercise: Exercise, dilemma: string): void {
  const choice = choiceOf(exercise, dilemma)!;
  if (choice.state !== 'open') return;
  answerByActs(exercise, choice, choice.openedAt);
  if (choice.state !== 'open') return;
  choice.state = 'ignored';
  choice.decidedAt = exercise.now;
  const spec = specOf(exercise, dilemma, choice.seat)!;
  const person = exercise.isPerson(choice.seat);
  const option = person ? spec.options.find(({ id }) => id === spec.ignored) : undefined;
  choice.option = option?.id ?? null;
  if (person) note(exercise, choice.seat, 'ignored', dilemma, { params: { option: option?.id ?? '' } });
  if (option) {
    followOption(exercise, choice, option.id);
    beginOption(exercise, choice, option);
  } else readLater(exercise, choice);
  exercise.touch(choice.seat);
}
