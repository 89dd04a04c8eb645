import { due as timerDue } from '../../actors/host.ts';
import type { InstanceId } from '../../actors/machines.ts';
import { endAct } from '../acts/acts.ts';
import { applyCapacity } from '../people/capacity.ts';
import { lookForServed, roundHeld } from '../knowledge/contentMilestones.ts';
import { bringCurious } from './curious.ts';
import { settleEstimate } from '../knowledge/estimates.ts';
import { happenInPlay } from './events.ts';
import type { Exercise } from '../exercise.ts';
import { lookByItself, toldLate } from '../instruments/looking.ts';
import { noteVoice } from '../instruments/meter.ts';
import { operationStep } from './operation.ts';
import { takeTurn } from '../acts/oneByOne.ts';
import { crewsBack } from '../acts/outside.ts';
import { alarmsRead } from '../acts/orderResults.ts';
import { answer, arrive, read } from '../messages/post.ts';
import { speak } from '../messages/publicWord.ts';
import { undoneReturns } from '../people/recall.ts';
import { relieve } from '../people/relief.ts';
import type { Due } from '../schedule.ts';
import type { HolderId } from '../seat.ts';
import { peopleSpent } from '../people/spent.ts';
import { copied } from './spread.ts';
import { peopleBack } from '../people/staff.ts';
import { bringTurnedAway } from './turnedAway.ts';

/** An appointment has come: what was due happens. A machine that only asked to think again is none of this. */
export function happen(exercise: Exercise, due: Exclude<Due, { kind: 'think' }>): void {
  switch (due.kind) {
    case 'actEnds':
      return endAct(exercise, due.act);
    case 'messageArrives':
      return arrive(exercise, due);
    case 'messageRead':
      return read(exercise, due.message, due.seat as HolderId);
    case 'machineTimer': {
      const instance = due.seat as InstanceId;
      return exercise.interpret(instance, timerDue(exercise.actors, instance, due.token, exercise.now));
    }
    case 'look':
      return lookByItself(exercise, due);
    case 'shown':
      return toldLate(exercise, due);
    case 'answer':
      return answer(exercise, due);
    case 'peopleBack':
      return peopleBack(exercise, due.seat as HolderId, due.pool);
    case 'capacity':
      return applyCapacity(exercise, due.rooms);
    case 'spent':
      return peopleSpent(exercise, due);
    case 'turnedAway':
      return bringTurnedAway(exercise);
    case 'undone':
      return undoneReturns(exercise, due.seat as HolderId, due.pool);
    case 'relief':
      return relieve(exercise, due.seat as HolderId, due.forced);
    case 'estimate':
      return settleEstimate(exercise, due.estimate);
    case 'round':
      return roundHeld(exercise, due.seat as HolderId);
    case 'served':
      return lookForServed(exercise);
    case 'word':
      return speak(exercise, due.word);
    case 'spread':
      return copied(exercise, due.area, due.technology);
    case 'crewsBack':
      return crewsBack(exercise);
    case 'turn':
      return takeTurn(exercise, due);
    case 'operation':
      return operationStep(exercise, due.server);
    case 'alarms':
      return alarmsRead(exercise, due.act, due.servers);
    case 'meter':
      return noteVoice(exercise);
    case 'curious':
      return bringCurious(exercise);
    case 'play':
      return happenInPlay(exercise, due);
  }
}
