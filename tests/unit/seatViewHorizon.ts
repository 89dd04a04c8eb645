import { causeIndex } from '../../src/callflow/attemptLog.ts';
import type { Act } from '../../src/exercise/acts/acts.ts';
import type { Exercise, Opening } from '../../src/exercise/exercise.ts';
import type { JournalEntry } from '../../src/exercise/journal.ts';
import { statementOf } from '../../src/exercise/knowledge/knowledge.ts';
import type { Holding, Source, Statement } from '../../src/exercise/knowledge/knowledge.ts';
import type { Message } from '../../src/exercise/messages/messages.ts';
import { HOLDERS } from '../../src/exercise/seat.ts';
import { SIDES } from '../../src/exercise/people/trust.ts';
import type { HolderId } from '../../src/exercise/seat.ts';
import { MINUTE } from '../../src/kernel/time.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { playedTo } from './seatViewSample.ts';

/** What the exercise keeps read-only, for changing it behind everybody's back. */
type Open<T> = { -readonly [Key in keyof T]: T[Key] };

/** Changes something that a seat cannot see. `n` in 0..99 says which way. */
export type Change = (exercise: Exercise, seat: SeatId, n: number) => void;

const FULL = causeIndex('serverFull');
const ANSWERED = causeIndex('answered');

function others(seat: SeatId): HolderId[] {
  return HOLDERS.filter((holder) => holder !== seat);
}

function said(exercise: Exercise, n: number): Statement {
  const area = exercise.spec.areas[n]!.code;
  return statementOf('emergency.affected', { numbers: ['15'], areas: [area] }, exercise.now - n * MINUTE);
}

/** Gives every statement another number, as if others had made some before. */
function renumberStatements(exercise: Exercise, by: number): void {
  const { knowledge, acts, messages, journal, state } = exercise;
  knowledge.statements.unshift(...Array.from({ length: by }, (_, i) => said(exercise, i)));
  const moved = (indexes: readonly number[]): number[] => indexes.map((index) => index + by);
  for (const holder of HOLDERS)
    for (const held of knowledge.held[holder]) (held as Open<Holding>).statement += by;
  for (const { holding } of state.forgotten) (holding as Open<Holding>).statement += by;
  for (const act of acts as Open<Act>[]) {
    act.rests = moved(act.rests);
    act.found = moved(act.found);
  }
  for (const message of messages as Open<Message>[]) message.statements = moved(message.statements);
  for (const seat of CORE_SEATS)
    for (const entry of journal[seat] as Open<JournalEntry>[]) entry.statements = moved(entry.statements);
}

/** Gives every message another number. */
function renumberMessages(exercise: Exercise, news: readonly Message[]): void {
  const by = news.length;
  const messages = exercise.messages as Message[];
  for (const message of messages as Open<Message>[]) {
    message.id += by;
    if (message.answers !== null) message.answers += by;
  }
  messages.unshift(...news);
  for (const holder of HOLDERS)
    for (const held of exercise.knowledge.held[holder] as Open<Holding>[])
      if (held.source.kind === 'message')
        held.source = { ...held.source, message: held.source.message + by } satisfies Source;
  for (const seat of CORE_SEATS)
    for (const entry of exercise.journal[seat] as Open<JournalEntry>[]) {
      const { message } = entry.params;
      if (typeof message === 'number') entry.params = { ...entry.params, message: message + by };
    }
}

function messageOf(exercise: Exercise, id: number, author: HolderId, to: string): Message {
  return {
    id,
    author,
    from: author,
    to: [to],
    readers: [to],
    channel: 'phone',
    statements: [],
    sure: [],
    asks: ['restored'],
    answers: null,
    key: null,
    text: 'between ourselves',
    act: null,
    sentAt: exercise.now - 10 * MINUTE,
    arrivedAt: { [to]: exercise.now - 9 * MINUTE },
    readAt: { [to]: exercise.now - 9 * MINUTE },
    answeredAt: {},
    failed: false,
    failures: {},
  };
}

let later: Exercise | undefined;

export const CHANGES: Readonly<Record<string, Change>> = {
  'others learn': (exercise, seat, n) => {
    const { statements, held } = exercise.knowledge;
    for (const holder of others(seat))
      held[holder].push({
        statement: statements.push(said(exercise, n)) - 1,
        since: exercise.now,
        source: { kind: 'hearsay', from: 'press' },
        confidence: 0.5,
        saidAt: exercise.now,
        written: n % 2 === 0,
      });
  },
  'others forget': (exercise, seat, n) => {
    for (const holder of others(seat)) exercise.knowledge.held[holder].splice(n % 5);
  },
  'others have said more': (exercise, _seat, n) => renumberStatements(exercise, 1 + (n % 7)),
  'others have written to each other': (exercise, seat, n) => {
    const [one, other] = others(seat);
    renumberMessages(
      exercise,
      Array.from({ length: 1 + (n % 3) }, (_, id) => messageOf(exercise, id, one!, other!)),
    );
  },
  'others have done more': (exercise, seat, n) => {
    const [holder] = others(seat);
    for (const act of exercise.acts as Open<Act>[]) act.id += 1;
    for (const message of exercise.messages as Open<Message>[]) if (message.act !== null) message.act += 1;
    for (const own of CORE_SEATS)
      for (const entry of exercise.journal[own] as Open<JournalEntry>[]) {
        const { act } = entry.params;
        if (typeof act === 'number') entry.params = { ...entry.params, act: act + 1 };
      }
    exercise.acts.unshift({
      id: 0,
      spec: 'orange.readAlarms',
      seat: holder!,
      args: {},
      rests: [],
      begunAt: exercise.now - n * MINUTE,
      endsAt: exercise.now,
      ended: n % 2 === 0,
      stopped: false,
      found: [],
      results: [],
    });
  },
  'people of others': (exercise, seat, n) => {
    for (const pool of exercise.people)
      if (pool.seat !== seat) {
        pool.people = n % 9;
        pool.busy = n % 4;
        pool.routine = n % 3;
      }
  },
  'organisations of others': (exercise, seat) => {
    later ??= playedTo('23:30', 8);
    const means = exercise.ground.play.acts
      .filter((act) => act.seat === seat)
      .flatMap(({ needs }) => needs.optionalTags ?? []);
    const { actors } = exercise.actors;
    for (const instance of Object.keys(actors) as (keyof typeof actors)[]) {
      // What another lends is a means: the seat that needs it sees whether it is there.
      const lends = [...later.tagsOf(instance), ...exercise.tagsOf(instance)].some((tag) =>
        (means as readonly string[]).includes(tag),
      );
      if (instance !== seat && !lends) actors[instance] = structuredClone(later.actors.actors[instance]!);
    }
  },
  'trust of others': (exercise, seat, n) => {
    for (const relation of ['stateToOperator', 'servicesToState', 'publicToAdvice'] as const)
      if (!SIDES[relation].includes(seat)) exercise.trust[relation] = n % 2 === 0 ? 'watched' : 'lost';
  },
  'signatures, contacts and journals of others': (exercise, seat, n) => {
    for (const holder of others(seat)) exercise.authorities[holder].push('minister');
    for (const holder of HOLDERS) exercise.contacts[holder]['press'] = n;
    for (const other of CORE_SEATS)
      if (other !== seat)
        exercise.journal[other].push({
          at: exercise.now,
          kind: 'written',
          ref: '',
          params: {},
          statements: [],
          text: 'for us only',
        });
  },
  'choices and beats of others, and what was drawn behind ours': (exercise, seat, n) => {
    for (const choice of exercise.choices) (choice as Open<typeof choice>).outcome = `drawn ${n}`;
    for (const other of CORE_SEATS) {
      if (other === seat) continue;
      const { id } = exercise.ground.play.dilemmas.find((dilemma) => dilemma.seat === other)!;
      exercise.choices.push({
        dilemma: id,
        seat: other,
        openedAt: exercise.now,
        closesAt: exercise.now + n * MINUTE,
        state: 'open',
        option: null,
        by: null,
        decidedAt: null,
        also: [],
        coming: [],
        refused: [],
        outcome: 'drawn',
      });
      exercise.beats.push({ seat: other, id, at: exercise.now, kind: 'dilemma' });
    }
  },
  'what nobody is told': (exercise, _seat, n) => {
    const { state } = exercise;
    state.milestones['restored'] = n;
    state.contentMilestones['told'] = n;
    state.events.push({ id: 'pocket', at: exercise.now, harmless: n % 2 === 0 });
    state.reasons.splice(0);
    state.looks['orange.alarms'] = n;
    exercise.schedule.restore({ list: [], entered: n });
  },
  'the cause': (exercise, _seat, n) => {
    (exercise.opening as Open<Opening>).cause = n % 2 === 0 ? 'attack' : 'cut';
  },
  'who reads what we sent, and when': (exercise, seat, n) => {
    for (const message of exercise.messages)
      if (message.author === seat)
        for (const to of message.to) {
          message.readAt[to] = exercise.now - n;
          message.answeredAt[to] = exercise.now - n;
        }
  },
  'what is in an unopened envelope': (exercise, seat, n) => {
    for (const message of exercise.messages as Open<Message>[]) {
      if (message.arrivedAt[seat] === undefined || message.readAt[seat] !== undefined) continue;
      message.text = `letter ${n}`;
      // That it asks is on the envelope; what it asks is not.
      if (message.asks.length > 0) message.asks = ['restored'];
      message.statements = [exercise.knowledge.statements.push(said(exercise, n)) - 1];
    }
  },
  'voice, for all but the operator': (exercise, seat, n) => {
    if (seat !== 'orange') exercise.state.voice.push(n / 100);
  },
  'calls that the seat cannot count': (exercise, seat, n) => {
    const { evening, opening } = exercise;
    const { log, callers } = evening;
    const foreign = (area: number): boolean => seat !== 'services' || area !== opening.home;
    for (let i = 0; i < log.count; i++) {
      if (!foreign(callers.area[log.caller[i]!]!) || (i + n) % 3 === 0) continue;
      log.info[i] = (log.info[i]! & ~15) | (log.cause(i) === FULL ? ANSWERED : FULL);
      log.answered[i] = log.at[i]! + n;
      log.end[i] = 0;
    }
    for (let room = 0; room < evening.takers.length; room++) {
      if (!foreign(Math.floor(room / 3))) continue;
      evening.waiting[room] = n;
      evening.busy[room] = n;
      evening.takers[room] = n;
      evening.numbers.technology[room] = n % 3;
      evening.numbers.inUse[room] = n;
    }
    evening.detours.open.fill(n % 2);
  },
  'machines of the network, for all but the operator': (exercise, seat, n) => {
    if (seat === 'orange') return;
    const { servers } = exercise.evening;
    servers.state.fill(n % 4);
    servers.level.fill(n);
    servers.awake.fill(n % 2);
    servers.isolated.fill(n % 2);
  },
};
