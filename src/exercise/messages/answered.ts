import type { FactType } from '../../scenario/play/vocabulary.ts';
import type { Exercise } from '../exercise.ts';
import type { Message } from './messages.ts';
import { isHolder } from '../seat.ts';

const ON_ATTACK: readonly FactType[] = [
  'cyberattack.suspected',
  'cyberattack.excluded',
  'cyberattack.unlikely',
  'cyberattack.withdrawn',
];

/** What is sent answers the message it names, and every question of its readers about what it tells. */
export function markAnswered(exercise: Exercise, message: Message): void {
  const { author } = message;
  if (!isHolder(author)) return;
  const types = new Set(message.statements.map((index) => exercise.knowledge.statements[index]!.type));
  // Any word on an attack answers who asks for one.
  if (ON_ATTACK.some((type) => types.has(type))) for (const type of ON_ATTACK) types.add(type);
  let answered = false;
  for (const question of exercise.messages) {
    const named = question.id === message.answers && !isBeside(exercise, message);
    if (!named && question.asks.length === 0) continue;
    if (question.answeredAt[author] !== undefined || question.arrivedAt[author] === undefined) continue;
    const told =
      question.asks.some((fact) => types.has(fact)) &&
      (message.to.includes(question.author) || message.to.includes(question.from));
    if (!named && !told) continue;
    question.answeredAt[author] = exercise.now;
    answered ||= question.asks.length > 0;
  }
  if (answered && (author === 'orange' || author === 'ministry'))
    exercise.tell(author, { type: 'QUESTION_ANSWERED' });
}

/** A person's answer that tells facts, none of what was asked, without a word: whoever asked still waits. */
export function isBeside(exercise: Exercise, { author, answers, statements, text }: Message): boolean {
  if (answers === null || statements.length === 0 || text !== '') return false;
  if (!isHolder(author) || !exercise.isPerson(author)) return false;
  const { asks } = exercise.messages[answers]!;
  const types = statements.map((index) => exercise.knowledge.statements[index]!.type);
  const onAttack = types.some((type) => ON_ATTACK.includes(type));
  return (
    asks.length > 0 &&
    !types.some((type) => asks.includes(type)) &&
    !(onAttack && asks.some((type) => ON_ATTACK.includes(type)))
  );
}
