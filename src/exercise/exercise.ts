import type { ActorEffect } from '../actors/effects.ts';
import type { ActorEvent } from '../actors/events.ts';
import { createActors, due as timerDue, send, tags } from '../actors/host.ts';
import type { ActorsState, ActorsStep } from '../actors/host.ts';
import { ACTORS } from '../actors/machines.ts';
import type { ActorSettings } from '../actors/settings.ts';
import { createEvening } from '../callflow/evening.ts';
import type { Evening } from '../callflow/evening.ts';
import type { Order } from '../callflow/orders.ts';
import type { WorldSpec } from '../callflow/spec.ts';
import { MINUTE } from '../kernel/time.ts';
import { SENSORS } from '../scenario/play/sensors.ts';
import type { SensorId } from '../scenario/play/sensors.ts';
import type { ActSpec, Play } from '../scenario/play/types.ts';
import { CORE_SEATS } from '../scenario/play/vocabulary.ts';
import type { ActorId, Relation, SeatId, TrustStep } from '../scenario/play/vocabulary.ts';
import type { CommandBody, Refusal } from './commands.ts';
import { carryOut, heldOf } from './effects.ts';
import { INSTRUMENTS } from './instruments/index.ts';
import { learn, noKnowledge, statementOf } from './knowledge.ts';
import type { KnowledgeState, Source } from './knowledge.ts';
import type { Message } from './messages.ts';
import { ARRIVAL, readingDelay } from './messages.ts';
import { freeIn, loadOf, peopleOf, poolOf } from './people.ts';
import type { PeopleState } from './people.ts';
import type { Reading } from './reading.ts';
import { Schedule } from './schedule.ts';
import { isSeat } from './seat.ts';
import type { Due } from './schedule.ts';

export interface ExerciseSetting {
  readonly spec: WorldSpec;
  readonly seed: number;
  readonly play: Play;
  readonly settings: ActorSettings;
  /** Orders that nobody at the table gives: the operation itself. */
  readonly orders: readonly Order[];
  /** Seats that a machine holds. The machine of the services holds the rooms of every département. */
  readonly machines: readonly SeatId[];
  /** Index of the département whose rooms the services' seat holds. */
  readonly home: number;
  readonly cause: 'bug' | 'attack' | 'otherVendor' | 'cut';
  /** When the exercise begins (16:30). */
  readonly from: number;
}

/** An act under way or ended. */
export interface Act {
  readonly id: number;
  readonly spec: string;
  readonly seat: SeatId;
  readonly args: Readonly<Record<string, unknown>>;
  /** Statements it was said to rest on, and what the seat held of what an informed person would rest it on. */
  readonly rests: readonly number[];
  readonly begunAt: number;
  readonly endsAt: number;
  ended: boolean;
}

/**
 * The exercise: the computed evening, the organisations (statecharts), what each seat holds, its people, its messages.
 * Time runs by appointments; between two of them only calls happen. Commands are the only writers.
 */
export class Exercise {
  readonly setting: ExerciseSetting;
  readonly evening: Evening;
  readonly knowledge: KnowledgeState = noKnowledge();
  readonly people: PeopleState;
  readonly messages: Message[] = [];
  readonly acts: Act[] = [];
  readonly actors: ActorsState;
  readonly schedule = new Schedule();
  readonly trust: Record<Relation, TrustStep> = {
    stateToOperator: 'given',
    servicesToState: 'given',
    publicToAdvice: 'given',
  };
  /** Signatures a seat has obtained. */
  readonly authorities: Record<SeatId, string[]> = { orange: [], ministry: [], anssi: [], services: [] };
  /** Seats that have been asked something by another: a person's door is open. */
  readonly asked: Record<SeatId, boolean> = { orange: false, ministry: false, anssi: false, services: false };
  /** First clock time of each milestone. */
  readonly milestones: Record<string, number> = {};
  /** Seats whose state, knowledge or people changed since `takeChanged`. */
  private changed = new Set<SeatId>();
  private readonly looks: Record<string, number> = {};
  private readonly actSpecs: ReadonlyMap<string, ActSpec>;

  constructor(setting: ExerciseSetting) {
    this.setting = setting;
    this.evening = createEvening(setting.spec, setting.seed, setting.orders);
    this.people = peopleOf(setting.play.pools);
    this.actors = createActors(ACTORS, setting.settings, setting.from);
    this.actSpecs = new Map(setting.play.acts.map((act) => [act.id, act]));
    // Looks are spread over the first minutes: people do not all look at once.
    SENSORS.forEach((sensor, index) => {
      if ('everyMin' in sensor && isSeat(sensor.id.split('.')[0]!))
        this.schedule.add(setting.from + (index % 5) * MINUTE, {
          kind: 'look',
          sensor: sensor.id,
          every: sensor.everyMin * MINUTE,
        });
    });
    for (const seat of CORE_SEATS) this.changed.add(seat);
    this.evening.runTo(setting.from);
  }

  get now(): number {
    return this.evening.now;
  }

  /** Executes everything due at or before `limit`; stops early when `pause` says so after an appointment. */
  runTo(limit: number, afterEach?: () => void): void {
    for (;;) {
      const next = this.schedule.nextAt();
      if (next === undefined || next > limit) break;
      this.evening.runTo(next);
      this.happen(this.schedule.take());
      afterEach?.();
    }
    this.evening.runTo(limit);
  }

  /** Seats that something happened to since the last call. */
  takeChanged(): readonly SeatId[] {
    const seats = CORE_SEATS.filter((seat) => this.changed.has(seat));
    this.changed = new Set();
    return seats;
  }

  touch(seat: SeatId): void {
    this.changed.add(seat);
  }

  tagsOf(seat: ActorId): ReadonlySet<string> {
    return tags(this.actors, seat);
  }

  actSpec(id: string): ActSpec | undefined {
    return this.actSpecs.get(id);
  }

  /** Whether a command may be carried out now: null, or why not and the door that opens it. */
  check(seat: SeatId, body: CommandBody): Refusal | null {
    switch (body.type) {
      case 'act':
        return this.checkAct(seat, body.act, body.rests);
      case 'send':
        if (body.text.length > 2000) return { code: 'tooLong', params: { most: 2000 } };
        return this.unknownStatement(seat, body.statements);
      case 'read': {
        const message = this.messages[body.message];
        if (!message) return { code: 'unknownMessage', params: { message: body.message } };
        return message.arrivedAt[seat] === undefined ? { code: 'notYours', params: {} } : null;
      }
      case 'hear':
        return null;
      default:
        return { code: 'notOpen', params: {} };
    }
  }

  /** Carries out a command that `check` allows; a refused one changes nothing and is returned. */
  apply(seat: SeatId, body: CommandBody): Refusal | null {
    const refusal = this.check(seat, body);
    if (refusal) return refusal;
    switch (body.type) {
      case 'act':
        this.begin(seat, this.actSpec(body.act)!, body.args, body.rests);
        break;
      case 'send':
        this.post(seat, body.to, body.channel, body.statements, null, body.text);
        break;
      case 'read':
        this.read(body.message, seat);
        break;
      case 'hear':
        this.learnFrom(
          seat,
          { type: body.fact, about: body.about, confidence: 0.3 },
          { kind: 'hearsay', from: body.from },
        );
        break;
      case 'choose':
        break;
    }
    this.touch(seat);
    return null;
  }

  private checkAct(seat: SeatId, id: string, rests: readonly number[]): Refusal | null {
    const spec = this.actSpec(id);
    if (!spec) return { code: 'unknownAct', params: { act: id } };
    if (spec.seat !== seat) return { code: 'otherSeat', params: { act: id, seat: spec.seat } };
    const door = spec.door === undefined ? {} : { door: spec.door };
    const has = this.tagsOf(seat);
    const missing = (spec.needs.tags ?? []).find((tag) => !has.has(tag));
    if (missing !== undefined) return { code: 'means', params: { tag: missing }, ...door };
    const { anyTags, optionalTags, authority } = spec.needs;
    if (anyTags && !anyTags.some((tag) => has.has(tag)))
      return { code: 'means', params: { tag: anyTags[0]! }, ...door };
    const elsewhere = optionalTags?.find((tag) => !ACTORS.some((actor) => this.tagsOf(actor).has(tag)));
    if (elsewhere !== undefined) return { code: 'means', params: { tag: elsewhere }, ...door };
    if (authority !== undefined && authority !== 'head' && !this.authorities[seat].includes(authority))
      return { code: 'authority', params: { authority }, ...door };
    const mine = this.acts.filter((act) => act.seat === seat && act.spec === id);
    if (mine.some((act) => !act.ended)) return { code: 'underWay', params: { act: id } };
    if (!spec.repeat && mine.length > 0) return { code: 'doneOnce', params: { act: id } };
    const pool = poolOf(this.people, seat, spec.needs.pool);
    const free = pool ? freeIn(pool) : 0;
    if (free < spec.needs.people)
      return { code: 'people', params: { pool: spec.needs.pool, free, needed: spec.needs.people }, ...door };
    return this.unknownStatement(seat, rests);
  }

  private unknownStatement(seat: SeatId, statements: readonly number[]): Refusal | null {
    const held = this.knowledge.held[seat];
    const unknown = statements.find((index) => !held.some((holding) => holding.statement === index));
    return unknown === undefined ? null : { code: 'unknownStatement', params: { statement: unknown } };
  }

  private begin(
    seat: SeatId,
    spec: ActSpec,
    args: Readonly<Record<string, unknown>>,
    rests: readonly number[],
  ): void {
    const act: Act = {
      id: this.acts.length,
      spec: spec.id,
      seat,
      args,
      rests,
      begunAt: this.now,
      endsAt: this.now + Math.floor(spec.minutes * MINUTE),
      ended: false,
    };
    this.acts.push(act);
    poolOf(this.people, seat, spec.needs.pool)!.busy += spec.needs.people;
    this.schedule.add(act.endsAt, { kind: 'actEnds', act: act.id });
    for (const effect of spec.effects) if (effect.when === 'begin') carryOut(this, seat, effect, act);
  }

  private happen(due: Due): void {
    switch (due.kind) {
      case 'actEnds': {
        const act = this.acts[due.act]!;
        const spec = this.actSpec(act.spec)!;
        act.ended = true;
        poolOf(this.people, act.seat, spec.needs.pool)!.busy -= spec.needs.people;
        for (const effect of spec.effects) if (effect.when !== 'begin') carryOut(this, act.seat, effect, act);
        this.tell(act.seat, { type: 'ACT', act: act.spec });
        this.touch(act.seat);
        return;
      }
      case 'messageArrives':
        return this.arrive(due.message);
      case 'messageRead':
        return this.read(due.message, due.seat as SeatId);
      case 'machineTimer':
        this.interpret(due.seat as ActorId, timerDue(this.actors, due.seat as ActorId, due.token, this.now));
        return;
      case 'look':
        this.look(due.sensor as SensorId, {}, { kind: 'instrument', sensor: due.sensor });
        this.schedule.add(this.now + due.every, due);
        return;
      case 'answer':
        this.post(due.from, [due.to], 'crisis', heldOf(this, due.from as SeatId, due.facts), null, '');
        return;
      case 'think':
        this.touch(due.seat as SeatId);
        return;
      case 'peopleBack': {
        const pool = poolOf(this.people, due.seat as SeatId, due.pool);
        if (pool) pool.busy -= due.people;
        this.touch(due.seat as SeatId);
        return;
      }
      case 'takers':
        for (let room = 0; room < 3; room++)
          this.evening.changeTakers(this.setting.home * 3 + room, due.factor);
        return;
    }
  }

  /** The seat of a sensor looks at it: what it shows is learnt. */
  look(sensor: SensorId, args: Readonly<Record<string, unknown>>, source: Source): void {
    const seat = sensor.split('.')[0]!;
    if (!isSeat(seat)) return;
    const looks = this.looks[sensor] ?? 0;
    this.looks[sensor] = looks + 1;
    const { evening, setting, now } = this;
    const readings = INSTRUMENTS[sensor]({
      evening,
      now,
      home: setting.home,
      cause: setting.cause,
      looks,
      args,
    });
    for (const reading of readings) this.learnFrom(seat, reading, source);
  }

  /** A seat comes to hold what a reading, a message or hearsay says; its statechart hears of what is new. */
  learnFrom(seat: SeatId, reading: Reading, source: Source): void {
    const statement = statementOf(reading.type, reading.about, this.now);
    if (!learn(this.knowledge, seat, statement, source, reading.confidence, this.now)) return;
    this.tell(seat, { type: 'LEARN', fact: reading.type });
    this.touch(seat);
  }

  /** Sends an event to a statechart and carries out what it answers. */
  tell(actor: ActorId, event: ActorEvent): void {
    this.interpret(actor, send(this.actors, actor, event, this.now));
  }

  private interpret(actor: ActorId, step: ActorsStep): void {
    for (const { machine, token, at } of step.timers)
      this.schedule.add(at, { kind: 'machineTimer', seat: machine, token });
    for (const effect of step.effects) this.organise(actor, effect);
    if (isSeat(actor) && (step.effects.length > 0 || step.timers.length > 0)) this.touch(actor);
  }

  private organise(actor: ActorId, effect: ActorEffect): void {
    switch (effect.type) {
      case 'peopleJoin':
      case 'peopleLeave': {
        const pool = isSeat(actor) ? poolOf(this.people, actor, effect.pool) : undefined;
        if (pool) pool.people += effect.type === 'peopleJoin' ? effect.people : -effect.people;
        return;
      }
      case 'milestone':
        this.milestones[effect.id] ??= this.now;
        return;
      case 'trust':
        return this.moveTrust(effect.relation, effect.step);
      default:
        // Levels are read from tags; the others belong to optional seats that no machine plays yet.
        return;
    }
  }

  moveTrust(relation: Relation, step: -1 | 1): void {
    const steps = ['lost', 'watched', 'given'] as const;
    const at = steps.indexOf(this.trust[relation]) + step;
    this.trust[relation] = steps[Math.max(0, Math.min(2, at))]!;
  }

  /** Sends a message: it arrives after its channel's delay, and is read when its reader has the time. */
  post(
    from: string,
    to: readonly string[],
    channel: Message['channel'],
    statements: readonly number[],
    key: string | null,
    text: string,
  ): void {
    const message: Message = {
      id: this.messages.length,
      from,
      to,
      channel,
      statements,
      key,
      text,
      sentAt: this.now,
      arrivedAt: {},
      readAt: {},
      failed: false,
    };
    this.messages.push(message);
    this.schedule.add(this.now + ARRIVAL[channel], { kind: 'messageArrives', message: message.id });
  }

  private arrive(id: number): void {
    const message = this.messages[id]!;
    for (const seat of message.to) {
      message.arrivedAt[seat] = this.now;
      if (!isSeat(seat)) continue;
      const delay = readingDelay(message.channel, loadOf(this.people, seat));
      this.schedule.add(this.now + delay, { kind: 'messageRead', message: id, seat });
    }
  }

  private read(id: number, seat: SeatId): void {
    const message = this.messages[id]!;
    if (message.readAt[seat] !== undefined) return;
    message.readAt[seat] = this.now;
    for (const index of message.statements) {
      const { type, about } = this.knowledge.statements[index]!;
      const told = this.knowledge.held[message.from as SeatId]?.find((held) => held.statement === index);
      // What another says is held a little less surely than they hold it.
      const confidence = 0.9 * (told?.confidence ?? 0.5);
      this.learnFrom(seat, { type, about, confidence }, { kind: 'message', from: message.from, message: id });
    }
    this.touch(seat);
  }
}
