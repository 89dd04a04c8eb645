import type { Order } from '../../callflow/orders.ts';
import type { Exercise } from '../exercise.ts';
import { throttleOrdered } from '../events/turnedAway.ts';

/** Gives an order to the world, with what preparedness and the evening make of it. */
export function giveOrder(exercise: Exercise, order: Order): void {
  const { evening, preparedness, state } = exercise;
  let given = order;
  if (order.type === 'publishNumbers') {
    // The list was tried beforehand: its entries are right whatever is said of them tonight.
    if (preparedness.testedList) given = { ...order, args: { ...order.args, tested: true } };
    if (state.publishedAt === null) {
      state.publishedAt = exercise.now;
      exercise.schedule.add(exercise.now, { kind: 'served' });
    }
  }
  if (order.type === 'throttle' && order.args.share > 0) throttleOrdered(exercise);
  if (WORK.includes(order.type)) state.operationHalted = true;
  evening.give(given);
}

/** Orders on the servers stop an operation that goes from one to the next. */
const WORK: readonly Order['type'][] = ['rollback', 'warmRestart', 'coldRestart', 'restartOneByOne', 'patch'];
