import { expect } from 'vitest';
import { DIALLED } from '../../src/callflow/attemptLog.ts';
import { CAUSES } from '../../src/callflow/cause.ts';
import type { Evening } from '../../src/callflow/evening.ts';
import { CALLER } from '../../src/callflow/floor.ts';
import { OUTCOME } from '../../src/callflow/outcome.ts';
import { ORIGINS, ROOMS } from '../../src/callflow/spec.ts';

const COPPER = ORIGINS.indexOf('copper');

/** Everything that may never be otherwise, whatever the seed, the parameters and the orders, at any instant. */
export function expectSound(evening: Evening): void {
  const wrong = [...roomsWrong(evening), ...attemptsWrong(evening), ...callersWrong(evening)];
  expect(wrong.slice(0, 5)).toEqual([]);
}

/** Rooms hold exactly the callers who are in them; lines and substitute lines are never overfull. */
function roomsWrong(evening: Evening): string[] {
  const { callers, state, room, busy, waiting, takers, lines, numbers, log } = evening;
  const wrong: string[] = [];
  const talking = new Int32Array(busy.length);
  const queued = new Int32Array(busy.length);
  const onTrunk = new Int32Array(busy.length);
  for (let caller = 0; caller < callers.count; caller++) {
    if (state[caller] !== CALLER.talking && state[caller] !== CALLER.waiting) continue;
    const count = state[caller] === CALLER.talking ? talking : queued;
    count[room[caller]]++;
    if (log.dialled(evening.attemptOf[caller]) === DIALLED.tenDigit) onTrunk[room[caller]]++;
  }
  for (let r = 0; r < busy.length; r++) {
    if (talking[r] !== busy[r]) wrong.push(`room ${r}: ${talking[r]} talk, ${busy[r]} counted`);
    if (queued[r] !== waiting[r]) wrong.push(`room ${r}: ${queued[r]} wait, ${waiting[r]} counted`);
    if (waiting[r] > 0 && busy[r] < takers[r]) wrong.push(`room ${r}: people wait for a free call-taker`);
    if (busy[r] + waiting[r] > lines[r])
      wrong.push(`room ${r}: ${busy[r]}+${waiting[r]} on ${lines[r]} lines`);
    if (onTrunk[r] !== numbers.inUse[r]) wrong.push(`room ${r}: ${onTrunk[r]} on ${numbers.inUse[r]} trunks`);
    if (numbers.inUse[r] > numbers.trunks[r]) wrong.push(`room ${r}: more calls than substitute lines`);
  }
  return wrong;
}

/** Each attempt's times are in order, its cause fits them, and it met a server only where its way has one. */
function attemptsWrong(evening: Evening): string[] {
  const { log, callers, spec, now } = evening;
  const wrong: string[] = [];
  const lastEnd = new Int32Array(callers.count);
  const made = new Int32Array(callers.count);
  let previous = 0;
  for (let i = 0; i < log.count; i++) {
    const caller = log.caller[i];
    const area = callers.area[caller];
    const at = log.at[i];
    const answered = log.answered[i];
    const end = log.end[i];
    const cause = CAUSES[log.cause(i)];
    const server = log.server(i);
    const say = (what: string): void => void wrong.push(`attempt ${i} (${cause}): ${what}`);
    if (at < previous || at > now) say('out of order');
    previous = at;
    if (made[caller] === 0 ? at !== callers.arrival[caller] : at <= lastEnd[caller])
      say('begins before the one before it ended, or not when the caller arrived');
    if (made[caller] > 0 && lastEnd[caller] === 0) say('two at a time');
    lastEnd[caller] = end;
    made[caller]++;
    if (answered !== 0 && (answered < at || answered > now)) say('answered before it began');
    if (end !== 0 && (end < Math.max(at, answered) || end > now)) say('ended before it began');
    if ((cause === 'open') !== (end === 0 && answered === 0)) say('open and over, or neither');
    if (cause === 'answered' && answered === 0) say('never answered');
    if (answered !== 0 && cause !== 'answered' && cause !== 'cut') say('answered');
    const refusedAtOnce = [
      'serverFull',
      'serverRebooting',
      'detourRefused',
      'trunkBusy',
      'lineBusy',
      'wrongNumber',
    ];
    if (refusedAtOnce.includes(cause) && end !== at) say('refused later than at once');
    if ((cause === 'serverFull' || cause === 'serverRebooting') && server < 0) say('lost at no server');
    if (cause === 'detourRefused' && (server >= 0 || log.dialled(i) >= DIALLED.tenDigit))
      say('only a short number goes around, and what goes around meets no server');
    if (cause === 'wrongNumber' && server >= 0) say('a wrong number crosses nothing');
    if (server < 0) continue;
    const { home } = spec.areas[area];
    if (server !== home && server !== spec.network.servers[home].partner) say('met a server of another area');
    if (log.module(i) < 0 || log.module(i) >= spec.network.modules) say('met no module of its server');
    if (log.origin(i) === COPPER) say('true copper never crosses the bridge');
    if (log.dialled(i) === DIALLED.callback) say('a call back does not cross the bridge');
    if (log.dialled(i) < DIALLED.tenDigit && spec.areas[area].technology !== 'copper')
      say('a short number of an IP area never crosses the bridge');
  }
  for (let caller = 0; caller < callers.count; caller++)
    if (made[caller] !== evening.tries[caller] || made[caller] > spec.behaviour.maxAttempts)
      wrong.push(`caller ${caller}: ${made[caller]} attempts logged, ${evening.tries[caller]} counted`);
  return wrong;
}

/** Each caller is in one state, which agrees with the outcome and with the latest attempt. */
function callersWrong(evening: Evening): string[] {
  const { callers, state, outcome, attemptOf, log, now, room } = evening;
  const wrong: string[] = [];
  const held = callsThroughModules(evening);
  for (let caller = 0; caller < callers.count; caller++) {
    const say = (what: string): void => void wrong.push(`caller ${caller} (state ${state[caller]}): ${what}`);
    const tries = evening.tries[caller];
    if (tries === 0) {
      if (
        state[caller] !== CALLER.absent ||
        outcome[caller] !== OUTCOME.open ||
        callers.arrival[caller] <= now
      )
        say('has not called');
      continue;
    }
    const latest = attemptOf[caller];
    const cause = CAUSES[log.cause(latest)];
    const ended = log.end[latest] !== 0;
    if (log.caller[latest] !== caller) say('follows the attempt of another');
    if (state[caller] === CALLER.absent) say('called and is absent');
    if ((state[caller] === CALLER.done) !== (outcome[caller] !== OUTCOME.open))
      say('done without an outcome');
    if ((state[caller] === CALLER.waiting) !== (cause === 'open')) say(`waits, and its call is ${cause}`);
    if ((state[caller] === CALLER.talking) !== (cause === 'answered' && !ended)) say('talks and does not');
    const served = outcome[caller] === OUTCOME.served || outcome[caller] === OUTCOME.servedLate;
    if (served && (cause !== 'answered' || (outcome[caller] === OUTCOME.served) !== (tries === 1)))
      say('served after how many tries');
    if (!served && state[caller] === CALLER.done && (cause === 'answered' || cause === 'open'))
      say('gave up and was answered');
    const inside = state[caller] === CALLER.waiting || state[caller] === CALLER.talking;
    const module = held.get(caller);
    const crossed = inside && log.server(latest) >= 0;
    if (crossed !== (module !== undefined)) say('holds a module');
    if (
      module !== undefined &&
      module !== log.server(latest) * evening.spec.network.modules + log.module(latest)
    )
      say('holds another module');
    if (inside && Math.floor(room[caller] / ROOMS.length) !== callers.area[caller]) say('in another area');
  }
  return wrong;
}

/** Who is in the list of each module; nobody is in two. */
function callsThroughModules(evening: Evening): Map<number, number> {
  const through = evening['through'];
  const held = new Map<number, number>();
  const { servers, modules } = evening.spec.network;
  for (let module = 0; module < servers.length * modules; module++)
    for (let caller = through.first(module); caller >= 0; caller = through.after(caller)) {
      expect(held.has(caller), `caller ${caller} is in two lists`).toBe(false);
      held.set(caller, module);
    }
  return held;
}
