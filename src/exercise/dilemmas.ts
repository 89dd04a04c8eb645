import { canonicalJson } from '../kernel/canonicalJson.ts';
import { MINUTE } from '../kernel/time.ts';
import { clockTime } from '../scenario/clockTime.ts';
import type { OptionSpec } from '../scenario/play/choices.ts';
import type { DilemmaSpec } from '../scenario/play/types.ts';
import { CORE_SEATS } from '../scenario/play/vocabulary.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import type { Act } from './acts.ts';
import { backAt } from './backAt.ts';
import { beat } from './beats.ts';
import { choiceAmong, dilemmaOf } from './dilemmaIndex.ts';
import type { Refusal } from './commands.ts';
import { bring, nextOpening } from './dilemmaOpening.ts';
import type { Exercise } from './exercise.ts';
import { heldOf } from './held.ts';
import { note } from './journal.ts';
import { refusalOf } from './optionRefusal.ts';
import { followOption, followOpening, readLater } from './outcomes.ts';
import type { Choice } from './state.ts';

/** People were missing for what follows an ignored dilemma, or for the next act of an option: look again, so often. */
const RETRY = 2 * MINUTE;
const TRIES = 10;
/** What was decided in two steps is not given up because people are long busy between them. */
const TRIES_IN_TURN = 90;

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
  dilemma: string,
  option: string,
): Refusal | null {
  const spec = specOf(exercise, dilemma, seat)?.options.find(({ id }) => id === option);
  if (!spec) return { code: 'unknownDilemma', params: { dilemma } };
  const choice = choiceOf(exercise, dilemma);
  const taken = choice?.option === option || choice?.also.includes(option);
  if (!choice || choice.state === 'ignored' || taken || exercise.now >= choice.closesAt)
    return { code: 'notOpen', params: { dilemma } };
  return refusalOf(exercise, seat, spec);
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
  note(exercise, choice.seat, 'chosen', choice.dilemma, { params: { option } });
  followOption(exercise, choice, option);
  exercise.touch(choice.seat);
}

function beginOption(exercise: Exercise, choice: Choice, option: OptionSpec): void {
  if (option.together) option.acts.forEach((_, i) => beginNext(exercise, choice, option, i, TRIES));
  else if (option.acts.length > 0) beginNext(exercise, choice, option, 0, TRIES);
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
  choice.coming = choice.coming.filter((each) => each.option !== option.id || each.act !== id);
  const before = index > 0 && !option.together ? option.acts[index - 1]! : undefined;
  // Who takes people off a step wants no next one.
  if (before !== undefined && exercise.actsOf(seat, before).at(-1)?.stopped === true) return;
  const spec = exercise.actSpec(id)!;
  const asked = spec.asks.map(({ name }) => name);
  const args = Object.fromEntries(Object.entries(option.args ?? {}).filter(([name]) => asked.includes(name)));
  const rests = heldOf(exercise, seat, spec.restsOn);
  const refusal = exercise.apply(seat, { type: 'act', act: id, args, rests });
  if (refusal !== null && refusal.code !== 'underWay') {
    const waits = refusal.code === 'people' && triesLeft > 0;
    if (waits) {
      const { pool, people } = spec.needs;
      const until = backAt(exercise, seat, pool, people)?.until ?? null;
      choice.coming.push({ option: option.id, act: id, waits: 'people', on: pool, until });
      later(exercise, choice, option, index, triesLeft - 1, exercise.now + RETRY);
    } else choice.refused.push({ act: id, refusal });
    // What has been done once need not be done again for the next step.
    if (waits || (!option.together && refusal.code !== 'doneOnce')) return;
  }
  const last = option.together || index + 1 === option.acts.length;
  if (last) return;
  const act = exercise.actsOf(seat, id).at(-1)!;
  const at = Math.max(exercise.now, act.endsAt);
  const next = option.acts[index + 1]!;
  choice.coming.push({ option: option.id, act: next, waits: 'act', on: id, until: at });
  // After its end, at the same minute.
  later(exercise, choice, option, index + 1, TRIES_IN_TURN, at);
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
  beginNext(exercise, choice, spec, index, tries);
}

/** By list of acts: how many there were when open dilemmas were last held against them. */
const heldAgainst = new WeakMap<readonly Act[], number>();

/** Each minute: what was done answers what is open, then the next dilemma of each seat may open. */
export function considerDilemmas(exercise: Exercise): void {
  const { acts, choices } = exercise;
  // Nothing has begun since: what was open then is not answered now.
  if (heldAgainst.get(acts) !== acts.length) {
    for (const choice of choices) if (choice.state === 'open') answerByActs(exercise, choice);
    heldAgainst.set(acts, acts.length);
  }
  for (const seat of CORE_SEATS) {
    const next = nextOpening(exercise, seat);
    if (next) open(exercise, next);
  }
}

/** Puts a dilemma before its seat. One that the seat's acts have already answered is noted, and asks nothing. */
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
  if (exercise.isPerson(spec.seat)) bring(exercise, spec);
  followOpening(exercise, choice);
  answerByActs(exercise, choice, clockTime(spec.window[0]));
  if (choice.state !== 'open') return;
  exercise.schedule.add(closesAt, { kind: 'play', what: 'close', id: spec.id, params: {} });
  beat(exercise, spec.seat, 'dilemma', spec.id);
  exercise.touch(spec.seat);
}

/** A seat that began the first act of an option on its own has answered: machines do so, and so may people. */
function answerByActs(exercise: Exercise, choice: Choice, since = choice.openedAt): void {
  const spec = specOf(exercise, choice.dilemma, choice.seat)!;
  let first: { option: string; act: Act } | undefined;
  for (const option of spec.options)
    for (const id of option.together ? option.acts : option.acts.slice(0, 1)) {
      const act = exercise.actsOf(choice.seat, id).findLast((each) => fits(option, each, exercise));
      if (act === undefined || act.begunAt < since) continue;
      if (first === undefined || act.id < first.act.id) first = { option: option.id, act };
    }
  if (first) decide(exercise, choice, first.option, first.act.begunAt);
}

/** Options that differ by their arguments alone are told apart by them. */
function fits({ args = {} }: OptionSpec, act: Act, exercise: Exercise): boolean {
  const asked = exercise.actSpec(act.spec)!.asks.map(({ name }) => name);
  return Object.entries(args).every(
    ([name, value]) =>
      !asked.includes(name) || canonicalJson(act.args[name] ?? null) === canonicalJson(value),
  );
}

/** Its time is over: nobody answered, and the default follows. What a machine does is its own affair. */
export function close(exercise: Exercise, dilemma: string): void {
  const choice = choiceOf(exercise, dilemma)!;
  if (choice.state !== 'open') return;
  answerByActs(exercise, choice);
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
