import type { Order } from '../../callflow/orders.ts';
import { MINUTE } from '../../kernel/time.ts';
import type { Exercise } from '../exercise.ts';
import type { Due } from '../schedule.ts';
import type { HolderId } from '../seat.ts';
import { say } from './actResults.ts';
import type { Act } from './acts.ts';
import { concludeAct } from './work.ts';

type Turn = Extract<Due, { kind: 'turn' }>;
type OneByOne = Extract<Order, { type: 'restartOneByOne' }>;

/**
 * A person's restarts one after the other. Each server is ordered down when its turn comes, at the minute at which one
 * order for all would have had it, so that those left can be called off.
 */
export function restartInTurn(exercise: Exercise, act: Act, { args }: OneByOne): void {
  const { network } = exercise.spec;
  const { kind, watchMin } = args;
  const servers = args.servers === 'all' ? network.servers.map(({ id }) => id) : args.servers;
  const step = (kind === 'warm' ? network.warmRestart : network.coldRestart) + watchMin * MINUTE;
  servers.forEach((server, i) => {
    const turn: Turn = { kind: 'turn', act: act.id, server, warm: kind === 'warm' };
    if (i === 0) takeTurn(exercise, turn);
    else exercise.schedule.add(exercise.now + i * step, turn);
  });
}

/** A server's turn has come, unless it has been called off. */
export function takeTurn(exercise: Exercise, { act: id, server, warm }: Turn): void {
  const act = exercise.acts[id]!;
  const type = warm ? 'warmRestart' : 'coldRestart';
  if (!isCalledOff(act, server))
    exercise.give({ at: exercise.now, by: act.seat, type, args: { servers: [server] } });
}

/** Nobody restarts this server any more: there is nothing of it to be read on the alarms. */
export const isCalledOff = ({ work }: Act, server: string | undefined): boolean =>
  server !== undefined && work?.left?.includes(server) === true;

/** A holder has restarts under way of which some have not begun. */
export function hasTurnsLeft(exercise: Exercise, holder: HolderId): boolean {
  return turnsLeft(exercise, holder).length > 0;
}

function turnsLeft(exercise: Exercise, holder: HolderId): Turn[] {
  return exercise.schedule
    .all((due): due is Turn => due.kind === 'turn')
    .filter(({ act: id, server }) => {
      const act = exercise.acts[id]!;
      return act.seat === holder && !act.ended && !isCalledOff(act, server);
    });
}

/** Those whose turn has not come stay as they are; the one that is down is brought back and watched to its end. */
export function callOff(exercise: Exercise, holder: HolderId, by: Act | null): void {
  const turns = turnsLeft(exercise, holder);
  for (const id of new Set(turns.map(({ act }) => act))) {
    const act = exercise.acts[id]!;
    const { work } = act;
    const left = turns.filter((turn) => turn.act === id).map(({ server }) => server);
    if (work === undefined) continue;
    const of = work.of - left.length;
    const servers = exercise.schedule.times(
      (due) => due.kind === 'alarms' && due.act === id && !left.includes(due.servers[0]!),
    );
    const until = Math.max(exercise.now, ...servers);
    act.work = { ...work, of, left, until };
    act.endsAt = until;
    for (const each of new Set([act, by ?? act])) say(exercise, each, 'turnsCalledOff', { servers: left });
    if (work.done < of) continue;
    concludeAct(exercise, act);
    exercise.tell(act.seat, { type: 'ACT', act: act.spec });
  }
  exercise.touch(holder);
}
