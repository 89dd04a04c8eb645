import { reach } from './contentMilestones.ts';
import type { Exercise } from './exercise.ts';
import { heedAdvice } from './trust.ts';

/** Something said in public: anyone can hear it. */
export interface PublicWord {
  readonly by: string;
  readonly at: number;
  readonly key: string | null;
  readonly text: string;
  /** Advice it gives, or null when it gives none. */
  readonly wording: string | null;
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
export function speak(exercise: Exercise, word: Omit<PublicWord, 'at'>): void {
  const { state, now } = exercise;
  state.publicWords.push({ ...word, at: now });
  const tells = word.statements.some((index) => {
    const { type } = exercise.knowledge.statements[index]!;
    return type === 'advice.public' || type === 'workaround.number';
  });
  if (tells || word.wording !== null) reach(exercise, 'firstPublicWord');
  if (word.wording === null) return;
  const against = OPPOSITE[word.wording];
  const inForce = lastByOthers(state.publicWords, word.by);
  if (against === undefined || inForce !== against) return;
  const first = state.publicWords.findLast(({ wording, by }) => wording === against && by !== word.by)!.by;
  state.contradictions.push({ at: now, first, second: word.by });
  heedAdvice(exercise);
}

/** Latest wording of anyone else: what people have in mind. */
function lastByOthers(words: readonly PublicWord[], by: string): string | null {
  return words.findLast(({ wording, by: author }) => wording !== null && author !== by)?.wording ?? null;
}
