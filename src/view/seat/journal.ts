import type { Exercise } from '../../exercise/exercise.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { JournalEntry } from '../seatView.ts';
import type { Handles } from './handles.ts';

/** The seat's main courante, in order of time, with the seat's own names for what it cites. */
export function journalOf(exercise: Exercise, seat: SeatId, handles: Handles): JournalEntry[] {
  return exercise.journal[seat].map((entry) => ({
    at: entry.at,
    kind: entry.kind,
    ref: entry.ref,
    params: Object.fromEntries(
      Object.entries(entry.params).map(([name, value]) => [name, named(name, value, handles)]),
    ),
    statements: handles.statements(entry.statements),
    text: entry.text,
  }));
}

function named(name: string, value: string | number, handles: Handles): string | number {
  if (typeof value === 'string') return value;
  if (name === 'message') return handles.message(value) ?? -1;
  return name === 'act' ? handles.act(value) : value;
}
