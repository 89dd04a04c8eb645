import type { ActorEvent } from '../../actors/events.ts';
import type { AreaChoice, Order } from '../../callflow/orders.ts';
import { MINUTE } from '../../kernel/time.ts';
import type { EffectSpec, Given } from '../../scenario/play/types.ts';
import { TRUST_STEPS } from '../../scenario/play/vocabulary.ts';
import { say } from './actResults.ts';
import type { Act } from './acts.ts';
import { lendCapacity } from '../people/capacity.ts';
import { stillToAsk } from '../messages/asking.ts';
import { knownEntries } from '../knowledge/entries.ts';
import { giveEstimate } from '../knowledge/estimates.ts';
import { asKnown, listedFaulty, sayLeftOut } from '../messages/givenOut.ts';
import type { Exercise } from '../exercise.ts';
import { placed } from '../instruments/common.ts';
import { toTell } from '../knowledge/held.ts';
import { state, statementOf } from '../knowledge/knowledge.ts';
import type { Statement } from '../knowledge/knowledge.ts';
import { lossRange, sayLosses } from '../knowledge/lossRange.ts';
import { knownAmong } from '../knowledge/numbersKnown.ts';
import { callOff, restartInTurn } from './oneByOne.ts';
import { standOutside } from './outside.ts';
import { sayOrder } from './orderResults.ts';
import { poolOf } from '../people/people.ts';
import type { Pool } from '../people/people.ts';
import { asFound, asRange, onlyOwn } from '../messages/ownWord.ts';
import { speak } from '../messages/publicWord.ts';
import { brief } from '../people/relief.ts';
import { reportRings } from './reports.ts';
import { serversNamed } from './serversNamed.ts';
import { sayTakers, takersOf } from '../people/roomWaits.ts';
import type { HolderId } from '../seat.ts';
import { answersInCall } from '../messages/replies.ts';
import { sentToSecondCase } from './secondCase.ts';
import { isHolder } from '../seat.ts';
import { senseFor } from '../instruments/senseFor.ts';
import { bringInBeyondHours } from '../people/spent.ts';
import { fillPools, occupy } from '../people/staff.ts';

/**
 * Makes one effect of an act that begins or ends happen: a closed set of typed operations on the world. `act` is null
 * when nobody's act brings it (routine left undone).
 */
export function carryOut(exercise: Exercise, holder: HolderId, effect: EffectSpec, act: Act | null): void {
  const args = act?.args ?? {};
  if (effect.given !== undefined && !isGiven(exercise, holder, effect.given, act)) return;
  switch (effect.op) {
    case 'order': {
      const full = { ...effect.args, ...argsOf(effect, args) };
      if (effect.entries === 'asKnown') {
        for (const each of asKnown(exercise, holder, full)) give(exercise, holder, effect.type, each, act);
        return;
      }
      if (effect.entries === undefined) return give(exercise, holder, effect.type, full, act);
      const areas =
        effect.entries === 'faulty'
          ? listedFaulty(exercise, holder, areasOf(full))
          : knownEntries(exercise, holder, effect.entries, areasOf(full));
      if (areas.length === 0)
        return say(exercise, act, effect.entries === 'tested' ? 'noneTested' : 'noneFaulty');
      if (effect.entries === 'tested') sayLeftOut(exercise, holder, areasOf(full), act);
      const only = effect.entries === 'faulty' && { faulty: true };
      return give(exercise, holder, effect.type, { ...full, areas, ...only }, act);
    }
    case 'sense':
      return senseFor(exercise, holder, effect, act);
    case 'hold': {
      const source = act === null ? ({ kind: 'media' } as const) : ({ kind: 'act', act: act.spec } as const);
      const held = exercise.learn(
        holder,
        {
          type: effect.fact,
          about: { ...effect.about, ...heldAbout(exercise, holder, args) },
          confidence: effect.confidence,
        },
        source,
      );
      act?.found.push(held);
      return;
    }
    case 'tell':
      return tell(exercise, holder, effect, act);
    case 'ask': {
      const asks = stillToAsk(exercise, holder, effect.to, effect.facts);
      if (asks.length === 0) return;
      const question = exercise.post({
        author: holder,
        to: effect.to,
        channel: effect.channel,
        asks,
        key: keyOf(act),
        act: act?.id ?? null,
      });
      say(exercise, act, 'asked', { to: effect.to, channel: effect.channel });
      const { answer, trust } = exercise.ground.play.rules;
      // Rooms that trust the State less answer it later.
      const slow = trust.delay[TRUST_STEPS.indexOf(exercise.trust.servicesToState)]!;
      for (const other of question.readers)
        if (
          isHolder(other) &&
          exercise.plays(other) &&
          !exercise.isPerson(other) &&
          !answersInCall(exercise, question, other)
        )
          exercise.schedule.add(
            exercise.now + Math.floor(answer.minutes * (isRoom(other) ? slow : 1) * MINUTE),
            {
              kind: 'answer',
              from: other,
              message: question.id,
            },
          );
      return;
    }
    case 'authority':
      if (!exercise.authorities[holder].includes(effect.authority))
        exercise.authorities[holder].push(effect.authority);
      return say(exercise, act, 'signed', { authority: effect.authority });
    case 'capacity': {
      const { rooms, factor, minutes } = effect;
      const until = exercise.now + Math.floor(minutes * MINUTE);
      const seen = holder === 'services' && exercise.isPerson(holder);
      const before = seen ? takersOf(exercise, rooms) : 0;
      lendCapacity(exercise, holder, rooms, factor, minutes, areasOf(args), seen ? act?.id : undefined);
      if (seen) return sayTakers(exercise, act, rooms, before, until);
      const percent = Math.round(100 * Math.abs(factor - 1));
      return say(exercise, act, factor > 1 ? 'capacityMore' : 'capacityLess', { rooms, percent, until });
    }
    case 'spend':
      say(exercise, act, 'spentLater', {
        until: exercise.now + effect.after * MINUTE,
        percent: Math.round(100 * (1 - effect.factor)),
      });
      return bringInBeyondHours(exercise, holder, effect, args['rooms']);
    case 'presence': {
      const { share, minutes } = effect;
      const until = exercise.now + Math.floor(minutes * MINUTE);
      say(exercise, act, 'outside', { minutes });
      if (effect.crews) standOutside(exercise, act, until);
      return exercise.evening.enterCircumstance(
        { kind: 'presence', areas: holder === 'services' ? exercise.ownAreas(holder) : 'all', share, until },
        exercise.now,
      );
    }
    case 'machine': {
      const to = effect.to ?? holder;
      if (reportRings(exercise, act, effect.event)) return;
      // Who takes some people off it does not leave it alone as long as others are on it.
      if (effect.event === 'SECOND_CASE_STARVED' && sentToSecondCase(exercise) > 0) return;
      if (effect.event === 'RELIEF') brief(exercise, holder);
      if (effect.event === 'RELIEF' || effect.event === 'RELIEF_BARE') fillPools(exercise, holder);
      const before = exercise.tagsOf(holder);
      exercise.tell(to, { type: effect.event } as ActorEvent);
      if (to === holder)
        for (const tag of exercise.tagsOf(holder)) if (!before.has(tag)) say(exercise, act, 'nowIs', { tag });
      return;
    }
    case 'callOff':
      return callOff(exercise, holder, act);
    case 'trust':
      say(exercise, act, effect.step > 0 ? 'trustUp' : 'trustDown', { relation: effect.relation });
      return exercise.moveTrust(effect.relation, effect.step);
    case 'occupy': {
      const { seat, people, minutes } = effect;
      const pool = poolOf(exercise.people, seat, effect.pool);
      if (pool) takePeople(exercise, holder, pool, effect, act);
      if (seat === holder) say(exercise, act, 'stays', { people, pool: effect.pool, minutes });
      else say(exercise, act, 'takesPeople', { seat, people, minutes });
      return exercise.touch(seat);
    }
  }
}

/** Whether what one effect of an act waits for is so. */
function isGiven(exercise: Exercise, holder: HolderId, given: Given, act: Act | null): boolean {
  switch (given) {
    case 'found':
      return (act?.found.length ?? 0) > 0;
    case 'tested':
    case 'faulty':
      return knownEntries(exercise, holder, given, areasOf(act?.args ?? {})).length > 0;
    case 'crewsIn':
      return exercise.tagsOf('services').has('crewsIn');
    case 'untold':
      return exercise.tagsOf('orange').has('stateUntold');
  }
}

/** Areas that arguments name: all of them when they name none. */
function areasOf({ areas }: Readonly<Record<string, unknown>>): AreaChoice {
  return Array.isArray(areas) ? (areas as readonly string[]) : 'all';
}

/** People that an act takes beyond its own time, or that it takes from others; or those that routine left undone takes. */
function takePeople(
  exercise: Exercise,
  holder: HolderId,
  pool: Pool,
  { people, minutes }: Extract<EffectSpec, { op: 'occupy' }>,
  act: Act | null,
): void {
  if (act === null) occupy(exercise, pool, people, minutes, 'undone');
  else if (pool.seat === holder) occupy(exercise, pool, people, minutes, 'stay', act.spec);
  else occupy(exercise, pool, people, minutes, 'asked', holder === 'rooms' ? 'services' : holder);
}

/** Somebody of the rooms whom the State asks. */
const isRoom = (holder: HolderId): boolean => holder === 'services' || holder === 'rooms';

const keyOf = (act: Act | null): string | null => (act === null ? null : `acts.${act.spec}`);

/** What a holder takes for granted of what it does: rooms that give a number out give that of their own place. */
function heldAbout(
  exercise: Exercise,
  holder: HolderId,
  args: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const own = exercise.ownAreas(holder);
  return own === 'all' || args['areas'] !== undefined ? args : { ...args, areas: own };
}

type TellEffect = Extract<EffectSpec, { op: 'tell' }>;

/** What the holder holds of these facts goes to others; in public, everybody hears it. */
function tell(exercise: Exercise, holder: HolderId, effect: TellEffect, act: Act | null): void {
  const facts = [...effect.facts];
  const wording = act === null ? null : wordingOf(exercise, act);
  // Who gives advice holds what it says.
  if (wording !== null && facts.includes('advice.public'))
    exercise.learn(
      holder,
      { type: 'advice.public', about: { wording }, confidence: 1 },
      { kind: 'act', act: act!.spec },
      { written: true },
    );
  const { claimed } = effect;
  const statements =
    claimed === undefined
      ? toTell(exercise, holder, facts)
      : facts.map((fact) => state(exercise.knowledge, statementOf(fact, act?.args ?? {}, exercise.now)));
  // The hour that a person gives is the one that is told, whatever the teams hope for.
  const given = act?.args['time'];
  const toldHour = typeof given === 'number' && facts.includes('restoration.eta') ? given : null;
  if (toldHour !== null) {
    // Who gives an hour holds it from then on, whatever its teams had hoped for.
    const said = exercise.learn(
      holder,
      { type: 'restoration.eta', about: { at: toldHour }, confidence: 0.9 },
      { kind: 'act', act: act!.spec },
      { written: true },
    );
    act!.found.push(said);
    statements.splice(0, statements.length, said);
  } else if (facts.includes('restoration.eta')) {
    // Teams who were asked for an hour by this act are not passed over for what was said before.
    const isHour = (index: number): boolean =>
      exercise.knowledge.statements[index]!.type === 'restoration.eta';
    const asked = act?.found.findLast(isHour);
    const told = statements.findIndex(isHour);
    if (asked !== undefined && told >= 0) statements[told] = asked;
    if (effect.range === true && told >= 0)
      statements[told] = asRange(exercise, holder, statements[told]!, act);
  }
  for (const { op, ...held } of act === null ? [] : exercise.actSpec(act.spec)!.effects)
    if (op === 'hold' && 'fact' in held) onlyOwn(exercise, act!, held.fact, statements);
  if (act !== null && claimed === undefined) asFound(exercise, act, facts, statements);
  const sure = claimed === undefined ? [] : statements.map(() => claimed);
  const losses = effect.losses ? lossRange(exercise, holder) : null;
  exercise.post({
    author: holder,
    to: effect.to,
    channel: effect.channel,
    statements,
    sure,
    ...(effect.inConfidence && { inConfidence: effect.inConfidence }),
    ...(losses && { figures: { ...losses } }),
    key: keyOf(act),
    act: act?.id ?? null,
  });
  // A call may yet fail: what it carries is not passed on by dialling.
  const spoken =
    effect.channel === 'public'
      ? 'said'
      : effect.channel === 'phone' || effect.channel === 'bridge'
        ? 'rung'
        : 'told';
  say(exercise, act, statements.length > 0 ? spoken : `${spoken}Nothing`, {
    to: effect.to,
    channel: effect.channel,
    count: statements.length,
  });
  if (effect.channel === 'public')
    speak(exercise, { by: holder, key: keyOf(act), text: '', wording, statements });
  const eta = statements.find((index) => exercise.knowledge.statements[index]!.type === 'restoration.eta');
  const hour = eta === undefined ? toldHour : exercise.knowledge.statements[eta]!.about['at'];
  if (effect.losses) sayLosses(exercise, losses, act);
  if (eta !== undefined) sayHour(exercise, act, exercise.knowledge.statements[eta]!.about);
  if (holder === 'orange' && typeof hour === 'number' && act?.spec === 'orange.giveEstimate')
    giveEstimate(exercise, hour);
}

function sayHour(exercise: Exercise, act: Act | null, { at, until }: Statement['about']): void {
  if (typeof at !== 'number') return say(exercise, act, 'noHourGiven');
  if (typeof until === 'number') return say(exercise, act, 'rangeGiven', { time: at, until });
  say(exercise, act, 'hourGiven', { time: at });
}

/** Advice that an act gives the public, if it gives one. */
function wordingOf(exercise: Exercise, act: Act): string | null {
  const order = exercise
    .actSpec(act.spec)
    ?.effects.find((each) => each.op === 'order' && each.type === 'advise');
  if (order?.op !== 'order') return null;
  return String(act.args['wording'] ?? order.args['wording']);
}

/** Arguments of the act that this order takes. */
function argsOf(
  effect: Extract<EffectSpec, { op: 'order' }>,
  args: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(args).filter(([name]) => Object.hasOwn(effect.args, name)));
}

/**
 * "own" areas: those whose rooms the holder has. Servers "one" and "half": those with the fewest modules serving now,
 * which is what the operator's alarms show.
 */
function give(
  exercise: Exercise,
  holder: HolderId,
  type: string,
  args: Readonly<Record<string, unknown>>,
  act: Act | null,
): void {
  const full: Record<string, unknown> = { ...args };
  const own = exercise.ownAreas(holder);
  if (full['areas'] === 'own' || (full['areas'] === 'all' && own !== 'all')) full['areas'] = own;
  else if (own !== 'all' && Array.isArray(full['areas'])) {
    full['areas'] = (full['areas'] as readonly string[]).filter((code) => own.includes(code));
  }
  full['servers'] = serversNamed(exercise, type, full);
  if (full['servers'] === undefined) delete full['servers'];
  const lists = type === 'withdrawNumbers' || (type === 'publishNumbers' && !opensNumbers(exercise, act));
  if (lists && holder === 'ministry') full['areas'] = knownAmong(exercise, holder, full['areas']);
  const order = { at: exercise.now, by: holder, type, args: full } as Order;
  sayOrder(exercise, act, order);
  const about = full['areas'] ?? full['servers'];
  if (Array.isArray(about) && about.length === 0) return;
  // A person may call off the turns that are left.
  if (order.type === 'restartOneByOne' && act !== null && exercise.isPerson(holder))
    return restartInTurn(exercise, act, order);
  exercise.give(order);
  if (type === 'openNumbers' && act?.seat === 'services' && own !== 'all') holdOpened(exercise, act, own);
}

/** Whoever opens a number of their own knows of it from that minute. */
function holdOpened(exercise: Exercise, act: Act, areas: readonly string[]): void {
  const source = { kind: 'act', act: act.spec } as const;
  act.found.push(
    exercise.learn('services', { type: 'workaround.number', about: placed(areas), confidence: 0.9 }, source),
  );
}

/** The act opens itself the numbers that it publishes. */
function opensNumbers(exercise: Exercise, act: Act | null): boolean {
  const effects = act === null ? [] : exercise.actSpec(act.spec)!.effects;
  return effects.some((effect) => effect.op === 'order' && effect.type === 'openNumbers');
}
