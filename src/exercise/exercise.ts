import type { ActorEvent } from '../actors/events.ts';
import { fork, send, tags } from '../actors/host.ts';
import type { ActorsStep } from '../actors/host.ts';
import type { InstanceId } from '../actors/machines.ts';
import type { Evening } from '../callflow/evening.ts';
import type { AreaChoice, Order } from '../callflow/orders.ts';
import type { WorldSpec } from '../callflow/spec.ts';
import type { SensorId } from '../scenario/play/sensors.ts';
import type { ActSpec, DoctrineId, Play } from '../scenario/play/types.ts';
import type { Relation } from '../scenario/play/vocabulary.ts';
import type { ScenarioFile } from '../scenario/schema.ts';
import type { Territory } from '../scenario/territory.ts';
import { beginQueued, dequeue } from './acts/actQueue.ts';
import { beginAct } from './acts/acts.ts';
import type { Act } from './acts/acts.ts';
import { apply } from './apply.ts';
import { check } from './checks.ts';
import type { CommandBody, DirectorBody, Refusal } from './commands.ts';
import { denyEnd } from './messages/endDenied.ts';
import { contentLearnt } from './knowledge/contentMilestones.ts';
import { happen } from './events/happen.ts';
import type { DrawnEvening } from './events/drawEvening.ts';
import { note } from './journal.ts';
import { learn, outweighed, statementOf } from './knowledge/knowledge.ts';
import type { Source } from './knowledge/knowledge.ts';
import type { Message } from './messages/messages.ts';
import { numbersDoubted, spareListed } from './messages/lists.ts';
import { newsLearnt } from './messages/news.ts';
import { giveOrder } from './acts/orders.ts';
import { organise } from './acts/organise.ts';
import { MachinePlayer } from './machines/players.ts';
import { openAll, post } from './messages/post.ts';
import type { Draft } from './messages/post.ts';
import type { Preparedness } from './preparedness.ts';
import type { Reading } from './instruments/reading.ts';
import type { Schedule } from './schedule.ts';
import type { HolderId } from './seat.ts';
import { HOLDERS, isHolder, isSeat } from './seat.ts';
import type { ExerciseSetup } from './setup.ts';
import type { ExerciseState } from './state.ts';
import { shownBy } from './instruments/looking.ts';
import { moveTrust } from './people/trust.ts';
import type { InstrumentTraits } from './instruments/traits.ts';

/** What an exercise is played on: the scenario of its setup, the territory, the play's data. */
export interface ExerciseGround {
  readonly file: ScenarioFile;
  readonly territory: Territory;
  readonly play: Play;
}

export type Cause = 'bug' | 'attack' | 'otherVendor' | 'cut';

/** What opening a setup computed, the same at every restore. */
export interface Opening {
  readonly setup: ExerciseSetup;
  readonly ground: ExerciseGround;
  readonly spec: WorldSpec;
  readonly preparedness: Preparedness;
  /** True cause of the evening, as drawn by the scenario. */
  readonly cause: Cause;
  /** Everything hidden that the seed has drawn. */
  readonly drawn: DrawnEvening;
  readonly traits: InstrumentTraits;
  /** Index of the département whose rooms the seat of the services holds, and of that where the other rooms look. */
  readonly home: number;
  readonly roomsHome: number;
}

const NO_ACTS: readonly Act[] = [];

/**
 * The exercise: the computed evening, the organisations (statecharts), what each holds, its people, its messages. Time
 * runs by appointments; between two of them only calls happen. Commands are the only writers; machines give them too.
 */
export class Exercise {
  declare readonly opening: Opening;
  declare readonly evening: Evening;
  declare readonly schedule: Schedule;
  declare readonly state: ExerciseState;
  private readonly players = new Map<HolderId, MachinePlayer>();
  declare private readonly specs: ReadonlyMap<string, ActSpec<string>>;
  /** Acts by holder and id: an index of the state. */
  private readonly byAct = new Map<HolderId, Map<string, Act[]>>();
  private indexed = 0;
  /** How often anything beside time and calls may have changed since this object was made: no part of the state. */
  changes = 0;

  constructor(opening: Opening, evening: Evening, state: ExerciseState, schedule: Schedule) {
    this.opening = opening;
    this.evening = evening;
    this.state = state;
    this.schedule = schedule;
    const { acts, operators } = opening.ground.play;
    this.specs = new Map([...acts, ...operators.acts].map((act) => [act.id, act]));
    for (const holder of HOLDERS) {
      const player = state.players[holder];
      if (player) this.players.set(holder, new MachinePlayer(this, holder, player.doctrine, player));
    }
  }

  get setup(): ExerciseSetup {
    return this.opening.setup;
  }
  get ground(): ExerciseGround {
    return this.opening.ground;
  }
  get spec(): WorldSpec {
    return this.opening.spec;
  }
  get preparedness(): Preparedness {
    return this.opening.preparedness;
  }
  get cause(): Cause {
    return this.opening.cause;
  }
  get now(): number {
    return this.evening.now;
  }
  /** FINEX has come: the director's, or the setup's. Nothing more is accepted. */
  get finished(): boolean {
    return this.state.finishedAt !== null || this.now >= this.setup.to;
  }
  get knowledge(): ExerciseState['knowledge'] {
    return this.state.knowledge;
  }
  get people(): ExerciseState['people'] {
    return this.state.people;
  }
  get messages(): readonly Message[] {
    return this.state.messages;
  }
  get acts(): Act[] {
    return this.state.acts;
  }
  get actors(): ExerciseState['actors'] {
    return this.state.actors;
  }
  get trust(): ExerciseState['trust'] {
    return this.state.trust;
  }
  get authorities(): ExerciseState['authorities'] {
    return this.state.authorities;
  }
  get contacts(): ExerciseState['contacts'] {
    return this.state.contacts;
  }
  get milestones(): ExerciseState['milestones'] {
    return this.state.milestones;
  }
  get contentMilestones(): ExerciseState['contentMilestones'] {
    return this.state.contentMilestones;
  }
  get choices(): ExerciseState['choices'] {
    return this.state.choices;
  }
  get beats(): ExerciseState['beats'] {
    return this.state.beats;
  }
  get events(): ExerciseState['events'] {
    return this.state.events;
  }
  get journal(): ExerciseState['journal'] {
    return this.state.journal;
  }
  get reasons(): ExerciseState['reasons'] {
    return this.state.reasons;
  }

  /** Plays to that clock time, machines included, never beyond the setup's end. However it is sliced, the same. */
  runTo(limit: number): void {
    const end = Math.min(limit, this.state.finishedAt ?? this.setup.to);
    this.think();
    for (;;) {
      const next = this.schedule.nextAt();
      if (next === undefined || next > end) break;
      this.evening.runTo(next);
      const due = this.schedule.take();
      if (due.kind === 'think') this.wake(due.seat);
      else {
        this.changes++;
        happen(this, due);
        beginQueued(this);
      }
      this.think();
    }
    this.evening.runTo(end);
  }

  /** Whether a command may be carried out now: null, or why not and the door that opens it. */
  check(by: HolderId | 'director', body: CommandBody | DirectorBody): Refusal | null {
    return check(this, by, body);
  }

  /** Carries out a command that `check` allows; a refused one changes nothing and is returned. */
  apply(by: HolderId | 'director', body: CommandBody | DirectorBody): Refusal | null {
    const refusal = check(this, by, body);
    if (refusal === null) {
      this.changes++;
      apply(this, by, body);
      beginQueued(this);
    }
    return refusal;
  }

  /** Begins an act that follows from a choice, if the rules allow it; otherwise nothing changes, and it says why. */
  begin(by: HolderId, body: Extract<CommandBody, { type: 'act' }>, choice: string): Refusal | null {
    const refusal = check(this, by, body);
    if (refusal === null) {
      this.changes++;
      beginAct(this, by, this.actSpec(body.act)!, body.args, body.rests, '', choice);
      this.touch(by);
    }
    return refusal;
  }

  /** A person holds it; machines hold the rest. */
  isPerson(holder: HolderId): boolean {
    return isSeat(holder) && this.state.players[holder] === undefined;
  }

  /** Whether the holder exists this evening: the rooms do once a person holds the services. */
  plays(holder: HolderId): boolean {
    return isSeat(holder) || this.state.players[holder] !== undefined;
  }

  doctrineOf(holder: HolderId): DoctrineId | null {
    return this.state.players[holder]?.doctrine ?? null;
  }

  /** Puts a machine of that doctrine in a holder's place, or takes it away. */
  seat(holder: HolderId, doctrine: DoctrineId | null): void {
    if (doctrine === null) {
      if (holder === 'services' && !this.plays('rooms')) this.splitServices();
      this.players.delete(holder);
      delete this.state.players[holder];
      return;
    }
    dequeue(this, holder);
    const player = new MachinePlayer(this, holder, doctrine);
    this.players.set(holder, player);
    this.state.players[holder] = player.state;
    player.enrol();
    this.touch(holder);
    openAll(this, holder);
  }

  /** A person takes the rooms of one département: the machine that held all goes on in the others, as it stands. */
  private splitServices(): void {
    const own = this.state.players.services;
    if (own === undefined) return;
    for (const { machine, token, at } of fork(this.actors, 'services', 'rooms'))
      this.schedule.add(at, { kind: 'machineTimer', seat: machine, token });
    this.knowledge.held.rooms = this.knowledge.held.services.map((held) => ({ ...held }));
    const copy = { ...own, since: [...own.since], done: [...own.done], wake: own.wake.map(() => -1) };
    this.state.players.rooms = copy;
    this.players.set('rooms', new MachinePlayer(this, 'rooms', copy.doctrine, copy));
    this.touch('rooms');
  }

  /** Départements whose rooms a holder has: "all" for the machine that holds the services everywhere. */
  ownAreas(holder: HolderId): AreaChoice {
    if (holder === 'services')
      return this.plays('rooms') ? [this.spec.areas[this.opening.home]!.code] : 'all';
    if (holder === 'rooms')
      return this.spec.areas.flatMap(({ code }, area) => (area === this.opening.home ? [] : [code]));
    return 'all';
  }

  /** Something happened to a holder: its machine, if one plays it, thinks before time goes on. */
  touch(holder: string): void {
    this.changes++;
    this.wake(holder);
  }

  /** Nothing has happened to a holder: its machine asked to think again now. */
  private wake(holder: string): void {
    if (isHolder(holder) && !this.state.changed.includes(holder)) this.state.changed.push(holder);
  }

  /** A seat that acts may change another; each round is finite because rules are followed once. */
  private think(): void {
    while (this.state.changed.length > 0) {
      const { changed } = this.state;
      this.state.changed = [];
      for (const player of this.players.values())
        if (changed.includes(player.holder)) player.think(this.reasons);
    }
  }

  tagsOf(instance: InstanceId): ReadonlySet<string> {
    return tags(this.actors, instance);
  }

  actSpec(id: string): ActSpec<string> | undefined {
    return this.specs.get(id);
  }

  /** Acts of that id that a holder has begun, in order. */
  actsOf(holder: HolderId, id: string): readonly Act[] {
    for (; this.indexed < this.acts.length; this.indexed++) {
      const act = this.acts[this.indexed]!;
      let own = this.byAct.get(act.seat);
      if (own === undefined) this.byAct.set(act.seat, (own = new Map()));
      const list = own.get(act.spec);
      if (list) list.push(act);
      else own.set(act.spec, [act]);
    }
    return this.byAct.get(holder)?.get(id) ?? NO_ACTS;
  }

  /**
   * A holder looks at one of its sensors: what it shows is learnt, and test calls are noted as they are made. Returns the
   * indices of the statements.
   */
  look(
    holder: HolderId,
    sensor: SensorId,
    args: Readonly<Record<string, unknown>>,
    source: Source,
  ): number[] {
    return shownBy(this, sensor, holder, args).map((reading) =>
      this.learn(holder, reading, source, reading.about['tries'] === undefined ? {} : { written: true }),
    );
  }

  /** A holder comes to hold what a reading, a message or hearsay says; its statechart hears of what is new. */
  learn(
    holder: HolderId,
    reading: Reading,
    source: Source,
    said: { readonly written?: boolean; readonly at?: number } = {},
  ): number {
    const { type, about, confidence } = reading;
    // What an instrument shows stays in it; what people find, hear or are told is in their heads until written down.
    const { written = source.kind === 'instrument', at = this.now } = said;
    const statement = statementOf(type, about, at);
    const { index, fresh } = learn(this.knowledge, holder, statement, source, confidence, this.now, written);
    contentLearnt(this, holder, reading);
    denyEnd(this, holder, reading, source);
    if (holder === 'orange' && type === 'workaround.number') spareListed(this, about);
    if (holder === 'ministry') numbersDoubted(this, reading, source);
    if (!fresh) return index;
    note(this, holder, 'learnt', type, { statements: [index] });
    newsLearnt(this, holder, reading, source);
    if (!outweighed(this.knowledge, holder, reading)) this.tell(holder, { type: 'LEARN', fact: type });
    this.touch(holder);
    return index;
  }

  /** Sends an event to a statechart and carries out what it answers. */
  tell(instance: InstanceId, event: ActorEvent): void {
    this.interpret(instance, send(this.actors, instance, event, this.now));
  }

  /** Enters the timers a statechart asks for, and carries out what it says of its organisation. */
  interpret(instance: InstanceId, step: ActorsStep): void {
    for (const { machine, token, at } of step.timers)
      this.schedule.add(at, { kind: 'machineTimer', seat: machine, token });
    for (const effect of step.effects) organise(this, instance, effect);
    if (step.effects.length > 0 || step.timers.length > 0) this.touch(instance);
  }

  /** A checked event moves the trust between two sides by a step. */
  moveTrust(relation: Relation, step: -1 | 1): void {
    moveTrust(this, relation, step, 'act');
  }

  /** Gives an order to the world. */
  give(order: Order): void {
    giveOrder(this, order);
  }

  /** Sends a message: it arrives after its channel's delay, and is read when its reader has the time. */
  post(draft: Draft): Message {
    return post(this, draft);
  }
}
