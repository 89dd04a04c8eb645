import { MINUTE } from '../kernel/time.ts';
import { dequeue, enqueue } from './acts/actQueue.ts';
import { beginAct, stopAct } from './acts/acts.ts';
import { checkAct } from './acts/checkAct.ts';
import type { CommandBody, DirectorBody } from './commands.ts';
import { choose } from './choices/dilemmas.ts';
import type { Exercise } from './exercise.ts';
import { note } from './journal.ts';
import { read } from './messages/post.ts';
import { speak } from './messages/publicWord.ts';
import { recall } from './people/recall.ts';
import type { HolderId } from './seat.ts';
import { isSeat } from './seat.ts';
import { occupy, someoneFree } from './people/staff.ts';
import { validationMinutes } from './acts/validation.ts';

/** How sure one is of what was only heard across the room. */
const HEARSAY = 0.3;

/** Carries out a command that `check` allows. */
export function apply(exercise: Exercise, by: HolderId | 'director', body: CommandBody | DirectorBody): void {
  if (body.type === 'finish') {
    exercise.state.finishedAt = exercise.now;
    return;
  }
  if (body.type === 'hold') return exercise.seat(body.seat, body.doctrine);
  if (by === 'director') return;
  switch (body.type) {
    case 'act':
      if (checkAct(exercise, by, body.act) !== null) enqueue(exercise, by, body);
      else beginAct(exercise, by, exercise.actSpec(body.act)!, body.args, body.rests, body.why);
      break;
    case 'unqueue':
      dequeue(exercise, by, body.act);
      break;
    case 'stop':
      stopAct(exercise, body.act);
      break;
    case 'send':
      send(exercise, by, body);
      break;
    case 'read':
      read(exercise, body.message, by);
      break;
    case 'hear':
      exercise.learn(
        by,
        { type: body.fact, about: body.about, confidence: HEARSAY },
        { kind: 'hearsay', from: body.from },
      );
      break;
    case 'choose':
      if (isSeat(by)) choose(exercise, by, body.dilemma, body.option);
      break;
    case 'recall':
      recall(exercise, by, body.pool, body.people);
      break;
    case 'write':
      for (const held of exercise.knowledge.held[by])
        if (body.statements.includes(held.statement)) held.written = true;
      note(exercise, by, 'written', '', { statements: body.statements, text: body.text });
      break;
  }
  exercise.touch(by);
}

/** A person's message: a telephone takes someone for each call, a bridge for its setting up, a statement its validation. */
function send(exercise: Exercise, by: HolderId, body: Extract<CommandBody, { type: 'send' }>): void {
  const { phone, bridge } = exercise.ground.play.rules;
  const { to, channel, statements, text } = body;
  let after = 0;
  if (channel === 'phone')
    occupy(exercise, someoneFree(exercise, by)!, 1, phone.minutes * to.length, 'call', to[0]);
  if (channel === 'bridge') {
    after = bridge.minutes;
    occupy(exercise, someoneFree(exercise, by)!, 1, bridge.minutes + phone.minutes, 'call', to[0]);
  }
  if (channel === 'public') after = validationMinutes(exercise, by, exercise.messages.length);
  exercise.post({ author: by, to, channel, statements, text, answers: body.answers ?? null, after });
  if (channel !== 'public') return;
  const word = { by, key: null, text, wording: null, statements };
  if (after === 0) speak(exercise, word);
  else exercise.schedule.add(exercise.now + after * MINUTE, { kind: 'word', word });
}
