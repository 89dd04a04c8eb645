import type { ActorEvent } from '../../actors/events.ts';
import { takes } from '../../actors/host.ts';
import { MINUTE } from '../../kernel/time.ts';
import type { ActSpec } from '../../scenario/play/types.ts';
import type { FactType } from '../../scenario/play/vocabulary.ts';
import { LASTING } from '../messages/asking.ts';
import type { Message } from '../messages/messages.ts';
import type { Act } from './acts.ts';
import { forSecondCase, sentToSecondCase } from './secondCase.ts';
import type { Refusal } from '../commands.ts';
import type { Exercise } from '../exercise.ts';
import { toTell } from '../knowledge/held.ts';
import { holdingsOf } from '../knowledge/knownIndex.ts';
import type { HolderId } from '../seat.ts';

/**
 * A person's act that would change nothing: every signature it asks for is there, every state it brings about is the
 * present one, and it does nothing else. Said before it is ordered, not once it is over.
 */
export function needless(exercise: Exercise, by: HolderId, act: string): Refusal | null {
  if (!exercise.isPerson(by)) return null;
  const spec = exercise.actSpec(act)!;
  const { effects } = spec;
  // Looked after once, and nobody on it any more: people can be sent again.
  if (forSecondCase(spec) && sentToSecondCase(exercise) === 0) return null;
  let signed: string | null = null;
  let idle = false;
  for (const effect of effects) {
    // What it takes of others' people, or costs in trust, is no purpose of an act.
    if (effect.op === 'trust' || (effect.op === 'occupy' && effects.length > 1)) continue;
    if (effect.op === 'authority' && exercise.authorities[by].includes(effect.authority))
      signed = effect.authority;
    else if (
      effect.op === 'machine' &&
      effect.when !== 'begin' &&
      !takes(exercise.actors, effect.to ?? by, { type: effect.event } as ActorEvent)
    )
      idle = true;
    else return null;
  }
  if (signed !== null) return { code: 'needless', params: { authority: signed } };
  return idle ? { code: 'needless', params: { act } } : null;
}

/** What doing an act again would repeat: since when nothing new is there to say, who has the question or the order already. */
export interface Again {
  readonly kind: 'told' | 'asked' | 'answered' | 'ordered';
  /** When it was said, asked, answered or ordered, clock ms. */
  readonly at: number;
  /** Of an order: modules that heard it, of how many. */
  readonly heard?: number;
  readonly modules?: number;
}

/** Longer than that without an answer, one asks again (assumed). */
const PATIENCE = 30 * MINUTE;

/** Null when there is something in doing it again; acts that do more than tell or ask always have. */
export function again(exercise: Exercise, by: HolderId, { id, effects }: ActSpec<string>): Again | null {
  const last = exercise.actsOf(by, id).findLast(({ ended, stopped }) => ended && !stopped);
  if (last !== undefined && effects.some((effect) => effect.op === 'order' && ONCE.includes(effect.type)))
    return orderedAgain(last);
  if (last === undefined || !effects.every(({ op }) => SPEAKS.includes(op))) return null;
  const asks = effects.flatMap((effect) => (effect.op === 'ask' ? effect.facts : []));
  if (asks.length > 0) return askedAgain(exercise, by, last, asks);
  const tells = effects.flatMap((effect) => (effect.op === 'tell' ? effect.facts : []));
  return tells.length > 0 ? toldAgain(exercise, by, last, tells) : null;
}

/** Orders that a server which heard them has no use for again. */
const ONCE: readonly string[] = ['rollback'];

/** As those who gave the order saw it heard. */
function orderedAgain({ endsAt, results }: Act): Again | null {
  const lines = results.filter(({ key }) => key.startsWith('order'));
  const sum = (name: string): number =>
    lines.reduce((total, { params }) => total + Number(params[name] ?? 0), 0);
  const heard = sum('heard');
  return heard === 0 ? null : { kind: 'ordered', at: endsAt, heard, modules: sum('modules') };
}

const SPEAKS: readonly string[] = ['tell', 'ask', 'machine', 'occupy', 'trust'];

function toldAgain(exercise: Exercise, by: HolderId, last: Act, facts: readonly FactType[]): Again | null {
  const { statements } = exercise.knowledge;
  const letters = exercise.messages.filter(({ act, asks }) => act === last.id && asks.length === 0);
  if (letters.length === 0 || letters.some(({ failures }) => Object.keys(failures).length > 0)) return null;
  const said = new Set(
    letters.flatMap((letter) => letter.statements.map((index) => statements[index]!.says)),
  );
  const fresh = toTell(exercise, by, facts).some((index) => !said.has(statements[index]!.says));
  return fresh ? null : { kind: 'told', at: last.endsAt };
}

function askedAgain(exercise: Exercise, by: HolderId, last: Act, facts: readonly FactType[]): Again | null {
  const questions = exercise.messages.filter(({ act, asks }) => act === last.id && asks.length > 0);
  const reached = questions.filter(({ failed }) => !failed);
  if (reached.length === 0) return null;
  const heard = new Map(
    reached.map((each) => [each, each.to.map((who) => heardFrom(exercise, by, each, who))]),
  );
  const open = reached.find((each) => heard.get(each)!.includes(null));
  if (open !== undefined)
    return exercise.now - open.sentAt < PATIENCE ? { kind: 'asked', at: open.sentAt } : null;
  const { held } = exercise.knowledge;
  const told = (fact: FactType): boolean =>
    LASTING.includes(fact) &&
    holdingsOf(held[by], exercise.knowledge.statements, fact).some(({ source }) => source.kind === 'message');
  if (!facts.some(told) || facts.some((fact) => !LASTING.includes(fact))) return null;
  return {
    kind: 'answered',
    at: Math.max(...[...heard.values()].flat().map((at) => at ?? 0)),
  };
}

/** When the answer of one of those asked reached whoever asked, or a letter since read that tells what was asked; null before. */
function heardFrom(
  { messages, knowledge }: Exercise,
  by: HolderId,
  question: Message,
  who: string,
): number | null {
  const letter = messages.find(
    ({ answers, arrivedAt, author, from, readAt, sentAt, statements }) =>
      (from === who || author === who) &&
      arrivedAt[by] !== undefined &&
      (answers === question.id ||
        (sentAt >= question.sentAt &&
          readAt[by] !== undefined &&
          statements.some((index) => question.asks.includes(knowledge.statements[index]!.type)))),
  );
  return letter?.arrivedAt[by] ?? null;
}
