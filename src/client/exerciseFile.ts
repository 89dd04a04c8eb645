import { CORE_SEATS, type ExerciseSetup, type SeatId } from '../session/playProtocol.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** How a seat is called in the name of a file, in the language of the page. */
export type SeatInFile = (seat: SeatId | 'machines') => string;

/** "EXERCICE-appels-perdus-20260603-2104-secours-2021.jsonl": sorted by day, told apart by seats and seed. */
export const exerciseFileName = (setup: ExerciseSetup, createdAt: number, seatName: SeatInFile): string =>
  `EXERCICE-appels-perdus-${stem(setup, createdAt, seatName)}.jsonl`;

/** The debrief of an exercise as data, made at that time. */
export const debriefFileName = (setup: ExerciseSetup, madeAt: number, seatName: SeatInFile): string =>
  `EXERCICE-appels-perdus-debrief-${stem(setup, madeAt, seatName)}.json`;

function stem(setup: ExerciseSetup, createdAt: number, seatName: SeatInFile): string {
  const day = new Date(createdAt);
  const date = `${day.getFullYear()}${two(day.getMonth() + 1)}${two(day.getDate())}`;
  const hour = `${two(day.getHours())}${two(day.getMinutes())}`;
  const held = CORE_SEATS.filter((seat) => setup.seats[seat].by === 'person').map(seatName);
  const seats = held.length === 0 ? seatName('machines') : held.join('-');
  return `${date}-${hour}-${seats}-${setup.seed}`;
}

/** Hands a text to the browser as a file to keep. */
export function downloadText(name: string, text: string, page: Document): void {
  const type = name.endsWith('.json') ? 'application/json' : 'application/x-ndjson';
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = page.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A log longer than this is none of ours: a whole evening is under two megabytes. */
export const LONGEST_FILE = 64_000_000;
