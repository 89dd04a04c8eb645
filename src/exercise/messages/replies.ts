import { MINUTE } from '../../kernel/time.ts';
import type { FactType } from '../../scenario/play/vocabulary.ts';
import { comesBackTo } from '../knowledge/echo.ts';
import type { Exercise } from '../exercise.ts';
import { toAnswer, toTell } from '../knowledge/held.ts';
import { holdingsSaying } from '../knowledge/knownIndex.ts';
import type { Message } from './messages.ts';
import type { HolderId } from '../seat.ts';
import { isHolder, tradeOf } from '../seat.ts';

/** What a machine says of itself when somebody rings without asking anything in particular. */
const VOLUNTEERED: Readonly<Record<ReturnType<typeof tradeOf>, readonly FactType[]>> = {
  orange: [
    'emergency.affected',
    'equipment.callServers',
    'voice.degraded',
    'workaround.crosses',
    'restoration.eta',
    'restored',
  ],
  ministry: ['extent.national', 'emergency.affected', 'workaround.number', 'restoration.eta', 'restored'],
  anssi: [
    'equipment.callServers',
    'extent.national',
    'cyberattack.excluded',
    'cyberattack.unlikely',
    'emergency.affected',
  ],
  services: ['emergency.affected', 'voice.degraded', 'workaround.number', 'workaround.tested', 'restored'],
  operators: ['voice.degraded', 'emergency.affected', 'equipment.callServers'],
};
/** Nobody reads out more than this on the telephone, nor what they themselves hardly believe. */
const MOST = 4;
const LEAST_SURE = 0.4;

/** Somebody rings: a machine that is rung by a person answers before the call ends. */
export function answersInCall(exercise: Exercise, message: Message, to: string): boolean {
  const { author, channel, act, asks } = message;
  return (
    channel === 'phone' &&
    isHolder(author) &&
    exercise.isPerson(author) &&
    (act === null || asks.length > 0) &&
    isHolder(to) &&
    exercise.plays(to) &&
    !exercise.isPerson(to)
  );
}

/** The answer of a call that has got through comes when the call ends. */
export function answerWithinCall(exercise: Exercise, { id }: Message, from: HolderId): void {
  const { minutes } = exercise.ground.play.rules.phone;
  exercise.schedule.add(exercise.now + Math.floor(minutes * MINUTE), { kind: 'answer', from, message: id });
}

/** What a machine says on the telephone: what it was asked, or else what is its trade to tell, without what it was just told. */
export function saidOnThePhone(exercise: Exercise, question: Message, from: HolderId): number[] {
  const { author, asks } = question;
  if (asks.length > 0)
    return isHolder(author) ? toAnswer(exercise, from, asks, author) : toTell(exercise, from, asks);
  const { knowledge } = exercise;
  const heard = new Set(question.statements.map((index) => knowledge.statements[index]!.says));
  return toTell(exercise, from, VOLUNTEERED[tradeOf(from)])
    .filter((index) => {
      const { says } = knowledge.statements[index]!;
      const sure = Math.max(
        ...holdingsSaying(knowledge.held[from], knowledge.statements, says).map(
          ({ confidence }) => confidence,
        ),
      );
      return sure >= LEAST_SURE && !heard.has(says) && !comesBackTo(exercise, from, says, author);
    })
    .slice(0, MOST);
}
