import { CORE_SEATS, type ExerciseSetup, type SeatId } from '../session/playProtocol.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** How a seat, or the product itself, is called in the name of a file, in the language of the page. */
export type WordInFile = (word: SeatId | 'machines' | 'product' | 'mainCourante') => string;

/** "EXERCICE-appels-perdus-20260603-2104-secours-2021.jsonl": sorted by day, told apart by seats and seed. */
export const exerciseFileName = (setup: ExerciseSetup, createdAt: number, word: WordInFile): string =>
  `${word('product')}-${stem(setup, createdAt, word)}.jsonl`;

/** The debrief of an exercise as data, made at that time. */
export const debriefFileName = (setup: ExerciseSetup, madeAt: number, word: WordInFile): string =>
  `${word('product')}-debrief-${stem(setup, madeAt, word)}.json`;

/** A main courante to read, made at that time: a table for a spreadsheet, or a page for a word processor. */
export const journalFileName = (
  setup: ExerciseSetup,
  madeAt: number,
  word: WordInFile,
  as: 'csv' | 'html',
): string => `${word('product')}-${word('mainCourante')}-${stem(setup, madeAt, word)}.${as}`;

function stem(setup: ExerciseSetup, createdAt: number, word: WordInFile): string {
  const day = new Date(createdAt);
  const date = `${day.getFullYear()}${two(day.getMonth() + 1)}${two(day.getDate())}`;
  const hour = `${two(day.getHours())}${two(day.getMinutes())}`;
  const held = CORE_SEATS.filter((seat) => setup.seats[seat].by === 'person').map(word);
  const seats = held.length === 0 ? word('machines') : held.join('-');
  return `${date}-${hour}-${seats}-${setup.seed}`;
}

const TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  csv: 'text/csv;charset=utf-8',
  html: 'text/html;charset=utf-8',
};

/** Hands a text to the browser as a file to keep. */
export function downloadText(name: string, text: string, page: Document): void {
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/x-ndjson';
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
