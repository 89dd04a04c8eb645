import { beginAct, stopAct } from './acts.ts';
import type { CommandBody, DirectorBody } from './commands.ts';
import { choose } from './dilemmas.ts';
import type { Exercise } from './exercise.ts';
import { note } from './journal.ts';
import { poolOf } from './people.ts';
import { read } from './post.ts';
import type { HolderId } from './seat.ts';
import { isSeat } from './seat.ts';

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
      beginAct(exercise, by, exercise.actSpec(body.act)!, body.args, body.rests, body.why);
      break;
    case 'stop':
      stopAct(exercise, body.act);
      break;
    case 'send':
      exercise.post({
        author: by,
        to: body.to,
        channel: body.channel,
        statements: body.statements,
        text: body.text,
        answers: body.answers ?? null,
      });
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
      poolOf(exercise.people, by, body.pool)!.routine -= body.people;
      note(exercise, by, 'people', body.pool, { params: { people: body.people } });
      break;
    case 'write':
      for (const held of exercise.knowledge.held[by])
        if (body.statements.includes(held.statement)) held.written = true;
      note(exercise, by, 'written', '', { statements: body.statements, text: body.text });
      break;
  }
  exercise.touch(by);
}
