import { ACTORS } from '../actors/machines.ts';
import type { CommandBody, DirectorBody, Refusal } from './commands.ts';
import type { Channel } from '../scenario/play/vocabulary.ts';
import { FACTS } from '../scenario/play/vocabulary.ts';
import { badArgument } from './arguments.ts';
import { unreachable } from './channels.ts';
import { checkChoice } from './dilemmas.ts';
import type { Exercise } from './exercise.ts';
import { freeIn, poolOf } from './people.ts';
import type { HolderId } from './seat.ts';
import { isSeat, tradeOf } from './seat.ts';
import { firstAtPhone, someoneFree } from './staff.ts';

/** Longest free text of a person. */
export const LONGEST_TEXT = 2000;

/** Whether a command may be carried out now: null, or why not and the door that opens it. Never for knowledge. */
export function check(
  exercise: Exercise,
  by: HolderId | 'director',
  body: CommandBody | DirectorBody,
): Refusal | null {
  if (exercise.finished) return { code: 'finished', params: {} };
  if (body.type === 'hold' || body.type === 'finish') {
    // The seats themselves have no say in it.
    return by === 'director' ? null : { code: 'notYours', params: {} };
  }
  if (by === 'director') return { code: 'notYours', params: {} };
  switch (body.type) {
    case 'act':
      return (
        checkAct(exercise, by, body.act) ??
        badArgument(exercise, by, exercise.actSpec(body.act)!, body.args) ??
        unknownStatement(exercise, by, body.rests) ??
        tooLong(body.why)
      );
    case 'stop': {
      const act = exercise.acts[body.act];
      return act === undefined || act.seat !== by || act.ended
        ? { code: 'notUnderWay', params: { act: body.act } }
        : null;
    }
    case 'send':
      return (
        tooLong(body.text) ??
        unreachable(by, body.to, body.channel) ??
        unknownStatement(exercise, by, body.statements) ??
        unknownQuestion(exercise, by, body.answers) ??
        nobodyToSpeak(exercise, by, body.channel)
      );
    case 'read': {
      const message = exercise.messages[body.message];
      if (!message) return { code: 'unknownMessage', params: { message: body.message } };
      return message.arrivedAt[by] === undefined ? { code: 'notYours', params: {} } : null;
    }
    case 'hear':
      return tooLong(body.from) ?? badHearsay(body);
    case 'choose':
      return isSeat(by)
        ? checkChoice(exercise, by, body.dilemma, body.option)
        : { code: 'unknownDilemma', params: { dilemma: body.dilemma } };
    case 'recall': {
      const pool = poolOf(exercise.people, by, body.pool);
      if (!pool) return { code: 'unknownPool', params: { pool: body.pool } };
      return Number.isInteger(body.people) && body.people >= 1 && body.people <= pool.routine
        ? null
        : { code: 'people', params: { pool: body.pool, free: pool.routine, needed: body.people } };
    }
    case 'write':
      return tooLong(body.text) ?? unknownStatement(exercise, by, body.statements);
  }
}

/** Why an act cannot be begun now, its arguments apart. */
export function checkAct(exercise: Exercise, by: HolderId, id: string): Refusal | null {
  const spec = exercise.actSpec(id);
  if (!spec) return { code: 'unknownAct', params: { act: id } };
  if (spec.seat !== tradeOf(by)) return { code: 'otherSeat', params: { act: id, seat: spec.seat } };
  if (spec.measure !== undefined && !exercise.preparedness.acts.includes(id))
    return { code: 'measure', params: { measure: spec.measure } };
  const door = spec.door === undefined ? {} : { door: spec.door };
  const has = exercise.tagsOf(by);
  const missing = (spec.needs.tags ?? []).find((tag) => !has.has(tag));
  if (missing !== undefined) return { code: 'means', params: { tag: missing }, ...door };
  const { anyTags, optionalTags, authority } = spec.needs;
  if (anyTags && !anyTags.some((tag) => has.has(tag)))
    return { code: 'means', params: { tag: anyTags[0]! }, ...door };
  const elsewhere = optionalTags?.find((tag) => !ACTORS.some((actor) => exercise.tagsOf(actor).has(tag)));
  if (elsewhere !== undefined) return { code: 'means', params: { tag: elsewhere }, ...door };
  if (authority !== undefined && authority !== 'head' && !exercise.authorities[by].includes(authority))
    return { code: 'authority', params: { authority }, ...door };
  const mine = exercise.actsOf(by, id);
  if (mine.some((act) => !act.ended)) return { code: 'underWay', params: { act: id } };
  if (!spec.repeat && mine.some((act) => !act.stopped)) return { code: 'doneOnce', params: { act: id } };
  const pool = poolOf(exercise.people, by, spec.needs.pool);
  const free = pool ? freeIn(pool) : 0;
  if (free < spec.needs.people)
    return { code: 'people', params: { pool: spec.needs.pool, free, needed: spec.needs.people }, ...door };
  return null;
}

/** Someone must hold the telephone, or sit in the bridge. */
function nobodyToSpeak(exercise: Exercise, by: HolderId, channel: Channel): Refusal | null {
  if ((channel !== 'phone' && channel !== 'bridge') || someoneFree(exercise, by)) return null;
  return { code: 'people', params: { pool: firstAtPhone(by), free: 0, needed: 1 } };
}

function unknownQuestion(exercise: Exercise, by: HolderId, answers: number | undefined): Refusal | null {
  if (answers === undefined) return null;
  const question = exercise.messages[answers];
  if (!question) return { code: 'unknownMessage', params: { message: answers } };
  return question.arrivedAt[by] === undefined ? { code: 'notYours', params: {} } : null;
}

/** Longest statement that is taken down as heard, as JSON. */
const LONGEST_HEARSAY = 2000;

function badHearsay({ fact, about }: Extract<CommandBody, { type: 'hear' }>): Refusal | null {
  if (!(FACTS as readonly string[]).includes(fact)) return { code: 'badArgument', params: { name: 'fact' } };
  const isPlain = typeof about === 'object' && about !== null && !Array.isArray(about);
  return isPlain && JSON.stringify(about).length <= LONGEST_HEARSAY
    ? null
    : { code: 'badArgument', params: { name: 'about' } };
}

function tooLong(text: string | undefined): Refusal | null {
  return (text ?? '').length > LONGEST_TEXT ? { code: 'tooLong', params: { most: LONGEST_TEXT } } : null;
}

function unknownStatement(exercise: Exercise, by: HolderId, statements: readonly number[]): Refusal | null {
  const held = exercise.knowledge.held[by];
  const unknown = statements.find((index) => !held.some((holding) => holding.statement === index));
  return unknown === undefined ? null : { code: 'unknownStatement', params: { statement: unknown } };
}
