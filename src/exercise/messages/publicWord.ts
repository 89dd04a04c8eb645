import { reach } from '../knowledge/contentMilestones.ts';
import type { Exercise } from '../exercise.ts';
import { note } from '../journal.ts';
import { holding } from '../knowledge/knowledge.ts';
import { newsSpoken } from './news.ts';
import { CORE_SEATS } from '../../scenario/play/vocabulary.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import { isHolder } from '../seat.ts';
import { corrected, heedAdvice } from '../people/trust.ts';

/** Something said in public: anyone can hear it. */
export interface PublicWord {
  readonly by: string;
  readonly at: number;
  readonly key: string | null;
  readonly text: string;
  /** Advice it gives, or null when it gives none. */
  readonly wording: string | null;
  /** Its author held, from the operator or a test, which numbers cross the failing equipment. */
  readonly informed: boolean;
  readonly statements: readonly number[];
}

/** Two official voices have told the public the opposite. */
export interface Contradiction {
  readonly at: number;
  readonly first: string;
  readonly second: string;
}

/** Telephones that an advice sends people to, where another sends them away. */
const OPPOSITE: Readonly<Record<string, string>> = { mobile: 'landline', landline: 'mobile' };

/** Says it to everybody. The first word that says what to do is a milestone; the opposite of one in force is counted. */
export function speak(exercise: Exercise, said: Omit<PublicWord, 'at' | 'informed'>): void {
  const { state, now } = exercise;
  const word = { ...said, at: now, informed: isInformed(exercise, said.by) };
  const before = state.publicWords.findLast(({ by, wording }) => by === word.by && wording !== null);
  state.publicWords.push(word);
  heardByPeople(exercise, word);
  newsSpoken(exercise, word.by);
  const tells = word.statements.some((index) => {
    const { type } = exercise.knowledge.statements[index]!;
    return type === 'advice.public' || type === 'workaround.number';
  });
  if (tells || word.wording !== null) reach(exercise, 'firstPublicWord');
  if (word.wording === null) return;
  const against = OPPOSITE[word.wording];
  if (against !== undefined && before?.wording === against)
    corrected(exercise, 'publicToAdvice', 'adviceCorrected');
  const inForce = lastByOthers(state.publicWords, word.by);
  if (against === undefined || inForce !== against) return;
  const first = state.publicWords.findLast(({ wording, by }) => wording === against && by !== word.by)!;
  state.contradictions.push({ at: now, first: first.by, second: word.by });
  heedAdvice(exercise);
  // Said on nothing, the first is taken back by another's mouth.
  if (!first.informed) corrected(exercise, 'publicToAdvice', 'adviceContradicted');
}

/** Anyone hears it: who spoke and what was said stand in the main courante of those who play. */
function heardByPeople(exercise: Exercise, { by, key, text, wording }: PublicWord): void {
  for (const seat of CORE_SEATS)
    if (seat !== by && exercise.isPerson(seat))
      note(exercise, seat, 'heard', key ?? '', {
        params: { by: nameOf(by, seat), ...(wording !== null && { wording }) },
        text,
      });
}

/** The rooms of other départements are services to all, neighbours to those of one. */
export function nameOf(by: string, seat: SeatId): string {
  if (by !== 'rooms') return by;
  return seat === 'services' ? 'neighbours' : 'services';
}

function isInformed({ knowledge }: Exercise, by: string): boolean {
  return isHolder(by) && holding(knowledge, by, 'workaround.crosses') !== undefined;
}

/** Latest wording of anyone else: what people have in mind. */
function lastByOthers(words: readonly PublicWord[], by: string): string | null {
  return words.findLast(({ wording, by: author }) => wording !== null && author !== by)?.wording ?? null;
}
