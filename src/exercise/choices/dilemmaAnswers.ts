import { canonicalJson } from '../../kernel/canonicalJson.ts';
import { MINUTE } from '../../kernel/time.ts';
import type { OptionSpec } from '../../scenario/play/choices.ts';
import type { Act } from '../acts/acts.ts';
import { dilemmaOf } from './dilemmaIndex.ts';
import type { Exercise } from '../exercise.ts';
import type { Choice } from '../state.ts';

/** An act that answers a dilemma without a word, and the option that it amounts to. */
export interface Answering {
  readonly option: string;
  readonly act: Act;
}

/**
 * The first act begun since then that is the first step of an option, or one of its steps when they go together. What a
 * person does for other reasons too (`bySaying`) answers nothing: only saying so takes that option.
 */
export function actAnswering(exercise: Exercise, choice: Choice, since: number): Answering | undefined {
  const person = exercise.isPerson(choice.seat);
  let first: Answering | undefined;
  for (const option of dilemmaOf(exercise.ground.play, choice.dilemma)!.options) {
    if (person && option.bySaying) continue;
    for (const id of answeringActs(option, person)) {
      const act = exercise.actsOf(choice.seat, id).findLast((each) => fits(option, each, exercise));
      if (act === undefined || (person && act.stopped)) continue;
      if (act.begunAt < since && !(person && stillCounts(exercise, act))) continue;
      if (first === undefined || act.id < first.act.id) first = { option: option.id, act };
    }
  }
  return first;
}

/** Acts each of which amounts to taking an option. */
function answeringActs({ together, acts, answeredBy }: OptionSpec, person: boolean): readonly string[] {
  if (person && answeredBy !== undefined) return [answeredBy];
  return together ? acts : acts.slice(0, 1);
}

/** What a person has told so lately is not asked for again (assumed). */
const LATELY = 90 * MINUTE;

/**
 * Begun before anybody asked, it is under way, was done once and for all, or is a word of the operator's told lately and not
 * belied: there is nothing to begin anew. The words of others age with what they hear, and are asked for again.
 */
function stillCounts(exercise: Exercise, { seat, ended, spec, endsAt, results }: Act): boolean {
  const { repeat, group } = exercise.actSpec(spec)!;
  if (!ended || repeat !== true) return true;
  return (
    seat === 'orange' &&
    group === 'tell' &&
    endsAt > exercise.now - LATELY &&
    results.every(({ key }) => key !== 'endDenied' && key !== 'nowhereOver')
  );
}

/** Options that differ by their arguments alone are told apart by them. */
function fits({ args = {} }: OptionSpec, act: Act, exercise: Exercise): boolean {
  const asked = exercise.actSpec(act.spec)!.asks.map(({ name }) => name);
  return Object.entries(args).every(
    ([name, value]) =>
      !asked.includes(name) || canonicalJson(act.args[name] ?? null) === canonicalJson(value),
  );
}

/** A person's act had settled it before it could be asked: it was never put, and is no choice of anybody's. */
export function isSettled({ act, decidedAt, openedAt }: Choice): boolean {
  return act !== undefined && decidedAt !== null && decidedAt < openedAt;
}
