import type { Exercise } from '../../exercise/exercise.ts';
import type { Message } from '../../exercise/messages.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { PublicWord } from '../seatView.ts';
import { senderOf } from './messages.ts';

/** Anyone hears what is said on the public channel, once it is said: a voice's new word on a subject replaces its old one. */
export function publicWordsOf(exercise: Exercise, seat: SeatId): PublicWord[] {
  const inForce = new Map<string, PublicWord>();
  for (const message of exercise.messages) {
    const at = saidAt(message);
    if (at === null) continue;
    const wording = wordingOf(exercise, message);
    const subject = message.key ?? (wording === null ? `said ${message.sentAt}` : 'advice');
    inForce.set(`${message.author} ${subject}`, {
      by: senderOf(message, seat),
      at,
      key: message.key,
      text: message.text,
      wording,
    });
  }
  return [...inForce.values()].toReversed().sort((a, b) => b.at - a.at);
}

function saidAt({ channel, arrivedAt, failed }: Message): number | null {
  if (channel !== 'public' || failed) return null;
  const times = Object.values(arrivedAt);
  return times.length === 0 ? null : Math.min(...times);
}

/** Which telephone or door is advised: by the facts attached, or by the act that said it. */
function wordingOf(exercise: Exercise, { author, key, sentAt, statements }: Message): string | null {
  for (const index of statements) {
    const { type, about } = exercise.knowledge.statements[index]!;
    if (type === 'advice.public' && typeof about['wording'] === 'string') return about['wording'];
  }
  if (key === null) return null;
  const act = exercise.acts.find(
    ({ seat, spec, begunAt, endsAt }) =>
      seat === author && key === `acts.${spec}` && (endsAt === sentAt || begunAt === sentAt),
  );
  if (act === undefined) return null;
  const advice = exercise
    .actSpec(act.spec)
    ?.effects.find((effect) => effect.op === 'order' && effect.type === 'advise');
  if (advice?.op !== 'order') return null;
  const wording = act.args['wording'] ?? advice.args['wording'];
  return typeof wording === 'string' ? wording : null;
}
