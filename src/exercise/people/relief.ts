import { clock, MINUTE } from '../../kernel/time.ts';
import type { Exercise } from '../exercise.ts';
import { note } from '../journal.ts';
import { HOLDERS, tradeOf } from '../seat.ts';
import type { HolderId } from '../seat.ts';

/** Enters the ends of shifts of everybody, and what happens to who has not handed over by then. */
export function enterReliefs(exercise: Exercise): void {
  const { relief } = exercise.ground.play.rules;
  for (const holder of HOLDERS) {
    if (tradeOf(holder) === 'operators') continue;
    const at = clock(tradeOf(holder) === 'services' ? relief.rooms : relief.cells);
    exercise.schedule.add(at, { kind: 'relief', seat: holder, forced: false });
    exercise.schedule.add(at + relief.grace * MINUTE, { kind: 'relief', seat: holder, forced: true });
  }
}

/** The hour of a relief has come; after its grace, people leave whether they have handed over or not. */
export function relieve(exercise: Exercise, holder: HolderId, forced: boolean): void {
  if (!exercise.plays(holder) || tradeOf(holder) === 'operators') return;
  if (!exercise.tagsOf(holder as Exclude<HolderId, 'operators'>).has('shiftFirst')) return;
  note(exercise, holder, 'relief', forced ? 'bare' : 'due');
  if (forced) exercise.tell(holder, { type: 'RELIEF_BARE' });
  exercise.touch(holder);
}

/** A handover with a brief: all that is held goes into the main courante. */
export function brief(exercise: Exercise, holder: HolderId): void {
  note(exercise, holder, 'relief', 'brief');
  for (const held of exercise.knowledge.held[holder]) held.written = true;
}

/** The shift left without a brief: what was only in their heads left with them. */
export function loseUnwritten(exercise: Exercise, holder: HolderId): void {
  const held = exercise.knowledge.held[holder];
  const kept = held.filter(({ written }) => written);
  const lost = held.filter(({ statement }) => !kept.some((other) => other.statement === statement));
  exercise.knowledge.held[holder] = kept;
  for (const holding of held)
    if (!holding.written) exercise.state.forgotten.push({ seat: holder, at: exercise.now, holding });
  note(exercise, holder, 'lost', 'relief', {
    params: { facts: lost.length },
    statements: lost.map(({ statement }) => statement),
  });
  exercise.touch(holder);
}
