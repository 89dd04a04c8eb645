import { DIALLED } from '../../callflow/attemptLog.ts';
import { ORIGINS } from '../../callflow/spec.ts';
import { MINUTE } from '../../kernel/time.ts';
import type { Exercise } from '../exercise.ts';
import type { Message } from '../messages/messages.ts';
import { poolOf } from '../people/people.ts';
import type { Reading } from '../instruments/reading.ts';
import { passedIn } from './restoration.ts';
import type { HolderId } from '../seat.ts';

/** Milestones that count by what they contain (exercise rules §10). */
export type ContentMilestone =
  | 'noticed'
  | 'emergencyImpactKnown'
  | 'authoritiesTold'
  | 'otherOperatorsTold'
  | 'adviceOnNumbers'
  | 'firstPublicWord'
  | 'operatorCell'
  | 'cic'
  | 'firstNumberPublished'
  | 'restored';

export function reach(exercise: Exercise, milestone: ContentMilestone, at = exercise.now): void {
  exercise.contentMilestones[milestone] ??= at;
}

/** A message has been read, or has reached someone outside: told is what was read with numbers, places and time. */
export function contentOf(exercise: Exercise, message: Message, reader: string): void {
  const says = message.statements.map((index) => exercise.knowledge.statements[index]!);
  if (message.author === 'orange' && message.readAt[reader] !== undefined) {
    if (reader === 'ministry') {
      if (says.some(({ type, about }) => type === 'emergency.affected' && isPlaced(about)))
        reach(exercise, 'authoritiesTold');
      if (says.some(({ type }) => type === 'workaround.crosses' || type === 'workaround.tested'))
        reach(exercise, 'adviceOnNumbers');
    }
    if (
      reader === 'operators' &&
      says.some(({ type }) => type === 'equipment.callServers' || type === 'emergency.affected')
    )
      reach(exercise, 'otherOperatorsTold');
  }
}

const isFilled = (value: unknown): boolean => value === 'all' || (Array.isArray(value) && value.length > 0);

function isPlaced({ numbers, areas }: Readonly<Record<string, unknown>>): boolean {
  return isFilled(numbers) && isFilled(areas);
}

/** What a seat has come to hold: the impact known with its places, the end tested from every kind of telephone. */
export function contentLearnt(exercise: Exercise, holder: HolderId, seen: Reading): void {
  const { type, about } = seen;
  if (holder === 'orange' && (type === 'voice.degraded' || type === 'emergency.affected'))
    reach(exercise, 'noticed');
  if (holder === 'orange' && type === 'emergency.affected' && isPlaced(about))
    reach(exercise, 'emergencyImpactKnown');
  const origin = ORIGINS.find((each) => each === about['origin']);
  if (origin === undefined) return;
  const { testedFrom } = exercise.state;
  for (const area of passedIn(exercise, holder, seen)) {
    const from = (testedFrom[area] ??= []);
    if (!from.includes(origin)) from.push(origin);
    if (from.length === ORIGINS.length) reach(exercise, 'restored');
  }
}

/** A cell is open: it counts once it is staffed and has held its round. */
export function cellOpened(exercise: Exercise, holder: 'orange' | 'ministry'): void {
  const { minutes } = exercise.ground.play.rules.round;
  exercise.schedule.add(exercise.now + minutes * MINUTE, { kind: 'round', seat: holder });
}

/** The round of a cell has been held, if its people are there. */
export function roundHeld(exercise: Exercise, holder: HolderId): void {
  const pool = poolOf(exercise.people, holder, holder === 'orange' ? 'crisis' : 'cic');
  if (pool && pool.people > 0) reach(exercise, holder === 'orange' ? 'operatorCell' : 'cic');
}

/** Numbers are published: looks each minute whether somebody has been served by one. */
export function lookForServed(exercise: Exercise): void {
  if (exercise.contentMilestones['firstNumberPublished'] !== undefined) return;
  const { evening, now, state } = exercise;
  const { log } = evening;
  let first = Infinity;
  for (let i = log.firstFrom(state.publishedAt ?? now); i < log.count; i++)
    if (log.dialled(i) === DIALLED.tenDigit && log.answered[i]! > 0 && log.answered[i]! < first)
      first = log.answered[i]!;
  if (first < Infinity) reach(exercise, 'firstNumberPublished', first);
  else exercise.schedule.add(now + MINUTE, { kind: 'served' });
}
