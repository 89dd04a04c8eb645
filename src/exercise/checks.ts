import { mayWait, waitsForPeople } from './acts/actQueue.ts';
import { checkAct, tooFew } from './acts/checkAct.ts';
import type { CommandBody, DirectorBody, Refusal } from './commands.ts';
import type { Channel } from '../scenario/play/vocabulary.ts';
import { FACTS } from '../scenario/play/vocabulary.ts';
import { badArgument } from './acts/arguments.ts';
import { unreachable } from './messages/channels.ts';
import { checkChoice } from './choices/dilemmas.ts';
import type { Exercise } from './exercise.ts';
import { poolOf } from './people/people.ts';
import { needless } from './acts/needless.ts';
import type { HolderId } from './seat.ts';
import { isSeat } from './seat.ts';
import { firstAtPhone, someoneFree } from './people/staff.ts';

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
        mayWait(exercise, by, body, checkAct(exercise, by, body.act)) ??
        needless(exercise, by, body.act) ??
        badArgument(exercise, by, exercise.actSpec(body.act)!, body.args) ??
        unknownStatement(exercise, by, body.rests) ??
        tooLong(body.why)
      );
    case 'unqueue':
      return waitsForPeople(exercise, by, body.act) ? null : { code: 'notQueued', params: { act: body.act } };
    case 'stop': {
      const act = exercise.acts[body.act];
      return act === undefined || act.seat !== by || act.ended || act.work !== undefined
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
        ? checkChoice(exercise, by, body)
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

/** Someone must hold the telephone, or sit in the bridge. */
function nobodyToSpeak(exercise: Exercise, by: HolderId, channel: Channel): Refusal | null {
  if ((channel !== 'phone' && channel !== 'bridge') || someoneFree(exercise, by)) return null;
  return tooFew(exercise, by, firstAtPhone(exercise, by), 0, 1);
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
