import { noteLast, say } from './actResults.ts';
import type { Act } from './acts.ts';
import type { Exercise } from '../exercise.ts';
import type { Message } from '../messages/messages.ts';

/** A report upwards is made: what an act tells its statechart of it. */
const EVENT = 'REPORT';

/** What an act sends to those it is made for: copies to others come after it. */
function reportOf({ messages }: Exercise, act: Act): Message | undefined {
  return messages.find((message) => message.act === act.id && message.asks.length === 0);
}

/** The report of an act is a call: it counts once somebody has taken it, which `reportTaken` tells. */
export function reportRings(exercise: Exercise, act: Act | null, event: string): boolean {
  return event === EVENT && act !== null && reportOf(exercise, act)?.channel === 'phone';
}

/** Whether an act that reports has reached those it is made for, or is on its way to them: a copy alone is no report. */
export function reportWent(exercise: Exercise, act: Act): boolean {
  const report = reportOf(exercise, act);
  if (report === undefined) return false;
  return report.to.some((to) =>
    report.channel === 'phone' ? report.arrivedAt[to] !== undefined : report.failures[to] === undefined,
  );
}

/** What a report upwards says, and to whom. */
const REPORTED: readonly string[] = ['voice.degraded', 'emergency.affected'];
const UPWARDS: readonly string[] = ['ministry', 'prefects'];

/** Somebody of the services has told it in their own words, by no act: a report like another. */
function toldUpwards(exercise: Exercise, { author, act, to, statements }: Message): boolean {
  const { statements: all } = exercise.knowledge;
  return (
    act === null &&
    author === 'services' &&
    exercise.isPerson(author) &&
    to.some((each) => UPWARDS.includes(each)) &&
    statements.some((index) => REPORTED.includes(all[index]!.type))
  );
}

/** A call has been taken: if it was the report of an act, the report is made. So it is by who told it in any way by no act. */
export function reportTaken(exercise: Exercise, message: Message): void {
  if (toldUpwards(exercise, message)) return exercise.tell('services', { type: EVENT });
  const act = message.act === null ? undefined : exercise.acts[message.act];
  if (act === undefined || message.channel !== 'phone' || reportOf(exercise, act) !== message) return;
  const { effects } = exercise.actSpec(act.spec)!;
  if (!effects.some((effect) => effect.op === 'machine' && effect.event === EVENT)) return;
  const before = exercise.tagsOf(act.seat);
  exercise.tell(act.seat, { type: EVENT });
  for (const tag of exercise.tagsOf(act.seat)) {
    if (before.has(tag)) continue;
    say(exercise, act, 'nowIs', { tag });
    if (exercise.now > act.endsAt) noteLast(exercise, act);
  }
}
