import { CAUSES } from '../callflow/cause.ts';
import { DIALLED } from '../callflow/attemptLog.ts';
import { ORIGINS } from '../callflow/spec.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { Statement } from '../exercise/knowledge.ts';
import type { Message } from '../exercise/messages.ts';
import { MINUTE } from '../kernel/time.ts';
import { documentedTimes } from '../scenario/info.ts';
import { CORE_SEATS } from '../scenario/play/vocabulary.ts';
import type { FactType, SeatId } from '../scenario/play/vocabulary.ts';
import type { MilestoneRow } from './debriefModel.ts';
import { heldBy } from './heldFacts.ts';
import type { Truth } from './truth.ts';

/**
 * Milestones of the debrief, in the order of 2 June 2021, and whose act each is; null when nobody's. `documented` is the
 * chronology's own name where it differs.
 */
const MILESTONES: readonly {
  readonly id: string;
  readonly by: SeatId | null;
  readonly documented?: string;
}[] = [
  { id: 'noticed', by: 'orange' },
  { id: 'emergencyImpactKnown', by: 'orange' },
  { id: 'firstPublicWord', by: null },
  { id: 'authoritiesTold', by: 'orange' },
  { id: 'cic', by: 'ministry' },
  { id: 'firstNumberPublished', by: null, documented: 'firstValidNumber' },
  { id: 'operatorCell', by: 'orange' },
  { id: 'otherOperatorsTold', by: 'orange' },
  { id: 'adviceOnNumbers', by: 'orange' },
  { id: 'restored', by: null },
];

const ANSWERED = CAUSES.indexOf('answered');

/** Times from the trigger, ms: when the act was done, when it had its content, and the documented time of 2021. */
export function milestoneRows(exercise: Exercise, truth: Truth): MilestoneRow[] {
  const { trigger } = exercise.evening.spec.clock;
  const documented: Readonly<Record<string, number | null>> = documentedTimes(exercise.ground.file);
  const afterTrigger = (at: number | null | undefined): number | null =>
    at === null || at === undefined || at > exercise.now ? null : at - trigger;
  return MILESTONES.map(({ id, by, documented: name = id }) => {
    const minutes = documented[name] ?? documented[id] ?? null;
    const done = id === 'restored' ? truth.restored() : exercise.milestones[id];
    return {
      id,
      by,
      at: afterTrigger(done),
      content: afterTrigger(contentOf(exercise, id)),
      documented: minutes === null ? null : minutes * MINUTE,
    };
  });
}

/**
 * When the content came, which is what a milestone counts by: *told* once a message with numbers and places was read,
 * *cell* once its first work in common was over, *first word* once it says what to do, *first number* once it served
 * somebody, *restored* once one area was tested from a mobile, a box and copper.
 */
function contentOf(exercise: Exercise, id: string): number | null {
  switch (id) {
    case 'noticed':
      return firstHeld(exercise, 'orange', 'voice.degraded');
    case 'emergencyImpactKnown':
      return firstHeld(exercise, 'orange', 'emergency.affected');
    case 'authoritiesTold':
      return firstRead(exercise, 'orange', 'ministry', ({ type, about }) => {
        if (type !== 'emergency.affected') return false;
        return about['numbers'] !== undefined && (about['areas'] ?? about['area']) !== undefined;
      });
    case 'firstPublicWord':
      return firstPublicAdvice(exercise);
    case 'operatorCell':
      return firstWorkOf(exercise, 'orange', 'crisis');
    case 'cic':
      return firstWorkOf(exercise, 'ministry', 'cic');
    case 'firstNumberPublished':
      return firstServedByNumber(exercise);
    case 'otherOperatorsTold':
      return firstArrived(exercise, 'orange', 'operators', ({ type }) => type === 'emergency.affected');
    case 'adviceOnNumbers':
      return firstRead(exercise, 'orange', 'ministry', ({ type }) => type.startsWith('workaround.'));
    case 'restored':
      return firstTestedThroughout(exercise);
    default:
      return null;
  }
}

function firstHeld(exercise: Exercise, seat: SeatId, fact: FactType): number | null {
  return heldBy(exercise, seat, fact, exercise.now)[0]?.since ?? null;
}

const earliest = (times: readonly number[]): number | null =>
  times.length === 0 ? null : Math.min(...times);

function carries(exercise: Exercise, message: Message, wanted: (statement: Statement) => boolean): boolean {
  return message.statements.some((index) => wanted(exercise.knowledge.statements[index]!));
}

function firstRead(
  exercise: Exercise,
  from: SeatId,
  by: SeatId,
  wanted: (statement: Statement) => boolean,
): number | null {
  return earliest(
    exercise.messages.flatMap((message) => {
      const read = message.readAt[by];
      return message.from === from && read !== undefined && carries(exercise, message, wanted) ? [read] : [];
    }),
  );
}

/** For those whose reading nobody plays: when it reached them. */
function firstArrived(
  exercise: Exercise,
  from: SeatId,
  to: string,
  wanted: (statement: Statement) => boolean,
): number | null {
  return earliest(
    exercise.messages.flatMap((message) => {
      const reached = message.readAt[to] ?? message.arrivedAt[to];
      return message.from === from && reached !== undefined && carries(exercise, message, wanted)
        ? [reached]
        : [];
    }),
  );
}

/** A public word that says what to do changes what callers do: the advice in force is given by such an act. */
function firstPublicAdvice(exercise: Exercise): number | null {
  return earliest(
    exercise.acts.flatMap((act) => {
      const effects = exercise.actSpec(act.spec)?.effects ?? [];
      const advises = effects.some(
        (effect) => effect.op === 'order' && (effect.type === 'advise' || effect.type === 'publishNumbers'),
      );
      return advises && act.ended && !act.stopped && act.endsAt <= exercise.now ? [act.endsAt] : [];
    }),
  );
}

function firstWorkOf(exercise: Exercise, seat: SeatId, pool: string): number | null {
  return earliest(
    exercise.acts.flatMap((act) =>
      act.seat === seat &&
      act.ended &&
      !act.stopped &&
      exercise.actSpec(act.spec)?.needs.pool === pool &&
      act.endsAt <= exercise.now
        ? [act.endsAt]
        : [],
    ),
  );
}

function firstServedByNumber({ evening, now }: Exercise): number | null {
  const { log } = evening;
  let first = Infinity;
  for (let i = 0; i < log.count; i++)
    if (log.dialled(i) === DIALLED.tenDigit && log.cause(i) === ANSWERED && log.answered[i]! <= now)
      first = Math.min(first, log.answered[i]!);
  return first === Infinity ? null : first;
}

function firstTestedThroughout(exercise: Exercise): number | null {
  const { statements, held } = exercise.knowledge;
  const tests = CORE_SEATS.flatMap((seat) => held[seat])
    .filter(({ statement }) => statements[statement]!.type === 'restored')
    .sort((a, b) => a.since - b.since);
  const tried = new Map<string, Set<string>>();
  for (const { statement, since } of tests) {
    const { origin, areas } = statements[statement]!.about;
    if (typeof origin !== 'string' || !Array.isArray(areas)) continue;
    for (const area of areas as readonly string[]) {
      const origins = tried.get(area) ?? new Set();
      tried.set(area, origins.add(origin));
      if (ORIGINS.every((each) => origins.has(each))) return since;
    }
  }
  return null;
}
