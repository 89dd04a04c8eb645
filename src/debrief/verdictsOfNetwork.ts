import { MINUTE, clockMinutes } from '../kernel/time.ts';
import type { EffectSpec } from '../scenario/play/types.ts';
import type { FactType } from '../scenario/play/vocabulary.ts';
import type { VerdictRow } from './debriefModel.ts';
import { heldAt } from './heldFacts.ts';
import { THRESHOLDS } from './thresholds.ts';
import { UNKNOWN, atMost, bearingOn, doneBy, idsOf, minutesTaken } from './verdictContext.ts';
import type { Verdict, VerdictContext } from './verdictContext.ts';

/**
 * Rétablir pour de bon: service back for the rest of the evening, beside the ghost's, and the fault asleep everywhere.
 * Only the bug of 2021 sleeps or wakes; any other cause is judged by the hour alone. The hour is the one that times, facts
 * and draws are told by.
 */
export function orangeRestore(context: VerdictContext): Verdict {
  const { exercise, truth, ghostTruth } = context;
  if (!exercise.finished) return UNKNOWN;
  const back = truth.restored();
  const then = ghostTruth.restored();
  const stopped = isStopped(exercise);
  const acts = idsOf(
    doneBy(context, 'orange').filter(({ spec }) => REPAIRS.has(exercise.actSpec(spec)?.group)),
  );
  const { awake } = exercise.evening.servers;
  const still = exercise.cause === 'bug' ? awake.reduce((sum, each) => sum + (each === 0 ? 0 : 1), 0) : 0;
  const figures = { awake: still, servers: awake.length };
  // The evening was stopped before its end: calm so far is not the end of it, no calm yet is nothing missed.
  if (stopped && (still > 0 || back === null) && (back !== null || then === null)) {
    const how = back !== null ? 'calmAwake' : still > 0 ? 'stoppedAwake' : 'stopped';
    const params = { context: how, time: exercise.now, since: back ?? exercise.now, ...figures };
    return { grade: 'unknown', params };
  }
  const params = { ...beside(back, then), time: back ?? exercise.now, ...figures };
  const { restoreMet, restorePartly } = THRESHOLDS.orange;
  const earlier = ((then ?? exercise.now) - (back ?? exercise.now)) / MINUTE;
  if (exercise.cause !== 'bug') {
    const grade = back === null ? 'missed' : atMost(-earlier, -restoreMet, -restorePartly);
    return { grade, params: { ...params, context: back === null ? 'never' : 'hour' }, acts };
  }
  const how =
    still === 0 ? (back === null ? 'asleep' : 'forGood') : back === null ? 'neverAwake' : 'backAwake';
  // For good: back, and nothing left awake to bring it down again.
  const grade =
    how === 'forGood'
      ? 'met'
      : still < awake.length || (back !== null && earlier >= restorePartly)
        ? 'partly'
        : 'missed';
  return { grade, params: { ...params, context: how }, acts };
}

/** When service was back on the ghost's evening: a text under `debrief:beside` with its minutes. */
function beside(back: number | null, then: number | null): Verdict['params'] {
  if (then === null) return { beside: 'never' };
  const minutes = back === null ? 0 : Math.round((then - back) / MINUTE);
  const how = minutes > 0 ? 'sooner' : minutes < 0 ? 'later' : 'hour';
  return { beside: how, ghostAt: then, minutes: Math.abs(minutes) };
}

/** Stopped by somebody, or at a short length, before the evening's own end. */
const isStopped = ({ now, evening }: VerdictContext['exercise']): boolean =>
  now < evening.spec.clock.windowEnd;

const REPAIRS: ReadonlySet<string | undefined> = new Set(['repair']);

/** Told means read, with numbers, places and time. */
export function orangeTell(context: VerdictContext): Verdict {
  const { exercise, milestones } = context;
  const { trigger } = exercise.evening.spec.clock;
  const minutesOf = (id: string): number => {
    const content = milestones.find((row) => row.id === id)?.content ?? null;
    return content === null ? Infinity : clockMinutes(trigger, trigger + content);
  };
  const { tellMet, tellPartly, tellOperators } = THRESHOLDS.orange;
  const authorities = minutesOf('authoritiesTold');
  if (authorities === Infinity && exercise.now < trigger + tellPartly * MINUTE) return UNKNOWN;
  const told = atMost(authorities, tellMet, tellPartly);
  const others = minutesOf('otherOperatorsTold') <= tellOperators;
  const grade = told === 'met' && !others ? 'partly' : told;
  const how: { context?: string } = grade === 'partly' ? { context: told === 'met' ? 'others' : 'late' } : {};
  // What was told once they knew bears on nothing any more.
  const whom = how.context === 'others' ? 'operators' : 'ministry';
  const known = trigger + authorities * MINUTE;
  const acts = idsOf(
    doneBy(context, 'orange').filter(
      ({ spec, begunAt }) =>
        (whom === 'operators' || begunAt <= known) &&
        exercise.actSpec(spec)?.effects.some((effect) => effect.op === 'tell' && effect.to.includes(whom)),
    ),
  );
  return {
    grade,
    params: authorities === Infinity ? { context: 'never' } : { ...how, minutes: authorities },
    acts,
  };
}

/** Conversations cut, beside the ghost's. */
export function orangeProtect(context: VerdictContext): Verdict {
  const { exercise, tonight, ghostTally } = context;
  const { cut } = tonight.byCause;
  if (ghostTally.byCause.cut === 0) return UNKNOWN;
  const { protectMet, protectPartly } = THRESHOLDS.orange;
  return {
    grade: atMost(cut / ghostTally.byCause.cut, protectMet, protectPartly),
    params: { cut, ghost: ghostTally.byCause.cut },
    acts: idsOf(
      doneBy(context, 'orange').filter(({ spec }) => exercise.actSpec(spec)?.costs.includes('callsCut')),
    ),
  };
}

/** Hours given to others, and those that the world did not keep. */
export function orangePromise(context: VerdictContext): Verdict {
  const { exercise, truth } = context;
  if (!exercise.finished) return UNKNOWN;
  const { statements } = exercise.knowledge;
  const promises = new Map<string, Promised>();
  for (const message of exercise.messages)
    if (message.from === 'orange' && !message.failed)
      for (const index of message.statements) {
        const { type, about } = statements[index]!;
        const hour = type === 'restoration.eta' && typeof about['at'] === 'number';
        // What one measured of an end and passed on in a letter on other things is no promise.
        const end = type === 'restored' && (message.act === null || announcesEnd(exercise, message.act));
        if (!hour && !end) continue;
        const said = statements[index]!;
        const kept = !truth.isDue(said) ? 'due' : truth.holds(said) ? 'kept' : 'broken';
        // The same thing said to several, or again, is one promise.
        const what = JSON.stringify([type, about, kept]);
        if (!promises.has(what))
          promises.set(what, { type, about, kept, at: message.sentAt, act: message.act });
      }
  if (promises.size === 0) return UNKNOWN;
  const given = [...promises.values()];
  const notes = given.map(noteOf);
  const acts = given.flatMap(({ kept, act }) => (kept === 'broken' && act !== null ? [act] : []));
  const due = given.filter(({ kept }) => kept !== 'due');
  if (due.length === 0)
    return { grade: 'unknown', params: { context: 'due', time: exercise.now, given: given.length }, notes };
  const broken = due.filter(({ kept }) => kept === 'broken').length;
  const grade = broken === 0 ? 'met' : broken < due.length ? 'partly' : 'missed';
  return {
    grade,
    params: { given: due.length, kept: due.length - broken },
    notes,
    acts: [...new Set(acts)],
  };
}

interface Promised {
  readonly type: FactType;
  readonly about: Readonly<Record<string, unknown>>;
  readonly kept: 'kept' | 'broken' | 'due';
  readonly at: number;
  readonly act: number | null;
}

/** A promise with its hour, or its range, and what came of it. */
function noteOf({ type, about, kept, at, act }: Promised): VerdictRow['notes'][number] {
  const { at: from, until } = about;
  if (type === 'restored' || typeof from !== 'number') return { key: `promise.end.${kept}`, at, act };
  return typeof until === 'number'
    ? { key: `promise.range.${kept}`, at, act, params: { from, hour: until } }
    : { key: `promise.hour.${kept}`, at, act, params: { hour: from } };
}

/** An act that tells the end of it all, and nothing else. */
function announcesEnd(exercise: VerdictContext['exercise'], act: number): boolean {
  const effects = exercise.actSpec(exercise.acts[act]!.spec)?.effects ?? [];
  return effects.some(
    (effect) => effect.op === 'tell' && effect.facts.length === 1 && effect.facts[0] === 'restored',
  );
}

type Word = 'failure' | 'attack';
const FACT_OF = { failure: 'cyberattack.excluded', attack: 'cyberattack.suspected' } as const;
const WORDS: Readonly<Partial<Record<FactType, Word>>> = {
  'cyberattack.excluded': 'failure',
  'cyberattack.unlikely': 'failure',
  'cyberattack.suspected': 'attack',
};
/** A word on the cause is one that those who speak for the country have been given, or the country itself. */
const GIVEN_TO: readonly string[] = ['ministry', 'primeMinister', 'press', 'public'];

interface WordSaid {
  readonly word: Word;
  readonly at: number;
  /** When whoever said it set out to. */
  readonly begun: number;
  readonly act: number | null;
}

/** Every word on the cause that left the seat, whatever act or letter carried it, in order. */
function wordsSaid({ exercise }: VerdictContext): WordSaid[] {
  const { statements } = exercise.knowledge;
  return exercise.messages.flatMap(({ author, to, statements: carried, sentAt, act, failed }) => {
    if (author !== 'anssi' || failed || !to.some((each) => GIVEN_TO.includes(each))) return [];
    const word = carried.map((index) => WORDS[statements[index]!.type]).find((each) => each !== undefined);
    if (word === undefined) return [];
    return [{ word, at: sentAt, begun: act === null ? sentAt : exercise.acts[act]!.begunAt, act }];
  });
}

/** Le mot juste: right, on what one holds for sure, before the television news. */
export function anssiWord(context: VerdictContext): Verdict {
  const { exercise, truth } = context;
  const { trigger } = exercise.evening.spec.clock;
  const words = wordsSaid(context);
  const last = words.at(-1);
  if (last === undefined) {
    const late = exercise.finished && exercise.now >= trigger + THRESHOLDS.anssi.wordMet * MINUTE;
    if (!late) return UNKNOWN;
    const sought = bearingOn(context, 'anssi', seeksCause);
    return {
      grade: 'missed',
      params: { context: sought.length > 0 ? 'sought' : 'never' },
      acts: idsOf(sought),
    };
  }
  const right = ({ word }: { readonly word: Word }): boolean =>
    truth.holds({ type: FACT_OF[word], about: {}, at: exercise.now });
  const isSure = ({ word, begun }: { readonly word: Word; readonly begun: number }): boolean =>
    heldAt(exercise, 'anssi', FACT_OF[word], begun).some(
      ({ confidence }) => confidence >= THRESHOLDS.ministry.evidence,
    );
  // Each word said, in order: the last one counts, and it is told which that was.
  const notes = words.map((each) => ({
    key: `word.${each.word}.${right(each) ? (isSure(each) ? 'sure' : 'bare') : 'wrong'}`,
    at: each.at,
    act: each.act,
  }));
  const acts = [...new Set(words.flatMap(({ act }) => (act === null ? [] : [act])))];
  if (!right(last)) return { grade: 'missed', params: { words: words.length }, notes, acts };
  // Said again later, it is no later: the first of the words that held, on evidence if one was.
  const held = words.slice(words.findLastIndex((each) => !right(each)) + 1);
  const told = held.find(isSure) ?? held[0]!;
  const sure = isSure(told);
  const minutes = clockMinutes(trigger, told.at);
  // Of what was wanting, the gravest is told; each word said is told below with its own.
  const wanting = !words.every(right)
    ? 'after'
    : !sure
      ? 'bare'
      : minutes > THRESHOLDS.anssi.wordMet
        ? 'late'
        : null;
  const params = { words: words.length, minutes };
  return wanting === null
    ? { grade: 'met', params, notes, acts }
    : { grade: 'partly', params: { ...params, context: wanting }, notes, acts };
}

/** It looks for what the cause was, or asks for it. */
const seeksCause = (effect: EffectSpec): boolean =>
  effect.op === 'sense' ||
  (effect.op === 'ask' &&
    effect.facts.some((fact) => fact.startsWith('cause.') || fact.startsWith('cyberattack.')));

const KEEPS: readonly string[] = [
  'orange.keepImage',
  'orange.sendLogs',
  'anssi.askEvidence',
  'anssi.askWitness',
  'anssi.keepEvidence',
];

/** Evidence kept before the first act that destroys some. */
export function anssiProof(context: VerdictContext): Verdict {
  const { exercise } = context;
  const ended = exercise.acts.filter((act) => act.ended && !act.stopped);
  const lost = ended.filter((act) => exercise.actSpec(act.spec)?.costs.includes('evidenceLost'));
  const kept = ended.filter(({ spec }) => KEEPS.includes(spec));
  if (lost.length === 0 && kept.length === 0) return UNKNOWN;
  const firstLost = Math.min(...lost.map(({ endsAt }) => endsAt));
  const before = kept.some(({ endsAt }) => endsAt <= firstLost);
  const grade = before ? 'met' : kept.length > 0 ? 'partly' : 'missed';
  return {
    grade,
    params: { lost: lost.length, kept: kept.length },
    acts: idsOf(grade === 'met' ? kept : lost),
  };
}

/** The other case of the night: looked after, left alone, or lost; what was done for it or against it, and what came too late. */
export function anssiOther(context: VerdictContext): Verdict {
  const { exercise } = context;
  const tags = exercise.tagsOf('anssi');
  const acts = idsOf(
    bearingOn(context, 'anssi', (effect) => effect.op === 'machine' && CASE_EVENTS.includes(effect.event)),
  );
  if (!tags.has('secondCaseStarved') && !tags.has('secondCaseLost'))
    return tags.has('secondCaseServed') ? { grade: 'met', params: {}, acts } : UNKNOWN;
  const lost = exercise.journal.anssi.find(({ kind, ref }) => kind === 'lost' && ref === 'secondCase')?.at;
  if (lost === undefined) return { grade: 'missed', params: { context: 'left' }, acts };
  const late = bearingOn(
    context,
    'anssi',
    (effect) => effect.op === 'machine' && effect.event === SERVED,
  ).find(({ begunAt }) => begunAt >= lost);
  return {
    grade: 'missed',
    params:
      late === undefined
        ? { context: 'lost', time: lost }
        : { context: 'late', time: lost, since: late.begunAt },
    acts,
  };
}

const SERVED = 'SECOND_CASE_SERVED';
const CASE_EVENTS: readonly string[] = [SERVED, 'SECOND_CASE_STARVED'];

/** Minutes of the operator's people that proof took. */
export function anssiDelay(context: VerdictContext): Verdict {
  const { minutes, acts } = minutesTaken(context, 'anssi', 'orange');
  const { delayMet, delayPartly } = THRESHOLDS.anssi;
  return { grade: atMost(minutes, delayMet, delayPartly), params: { minutes }, acts };
}
