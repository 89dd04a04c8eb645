import { MINUTE } from '../../kernel/time.ts';
import type { ActSpec } from '../../scenario/play/types.ts';
import { noteLast, say } from '../acts/actResults.ts';
import { SETTLED } from '../knowledge/claims.ts';
import type { Exercise } from '../exercise.ts';
import { holdingsOf } from '../knowledge/knownIndex.ts';
import type { Source, Statement } from '../knowledge/knowledge.ts';
import type { Reading } from '../instruments/reading.ts';
import type { HolderId } from '../seat.ts';
import { moveTrust } from '../people/trust.ts';

/** Assumed: so much of all calls refused, so long after an end was announced, is seen by all who were told of it. */
const SEEN_BY_ALL = 0.1;
const REMEMBERED = 120 * MINUTE;

/** An act that says in its author's name that it is over, everywhere or where its own tests passed. */
export function callsEnd({ effects }: Pick<ActSpec<string>, 'effects'>): boolean {
  return effects.some(
    (effect) =>
      (effect.op === 'sense' && effect.ends === true) ||
      (effect.op === 'tell' && effect.claimed !== undefined && effect.facts.includes('restored')),
  );
}

/** The last refusals that a seat's own instruments have lately shown, and when: null when nothing shows any. */
export function refusalsShown(
  { knowledge, now }: Exercise,
  holder: HolderId,
): { readonly statement: Statement; readonly at: number } | null {
  const shown = holdingsOf(knowledge.held[holder], knowledge.statements, 'voice.degraded').filter(
    ({ statement, source, saidAt }) =>
      source.kind === 'instrument' &&
      saidAt > now - SETTLED &&
      knowledge.statements[statement]!.about['measure'] === 'calls',
  );
  let last: (typeof shown)[number] | undefined;
  for (const each of shown) if (last === undefined || each.saidAt >= last.saidAt) last = each;
  if (last === undefined) return null;
  const { saidAt, statement } = last;
  const over = holdingsOf(knowledge.held[holder], knowledge.statements, 'restored').some(
    (each) => each.source.kind === 'instrument' && each.saidAt > saidAt,
  );
  return over ? null : { statement: knowledge.statements[statement]!, at: saidAt };
}

/**
 * A person of the operator announced the end, and the operator's own instruments show refusals after that: whoever was told
 * of an end sees it too. It costs a step of the State's trust, once for an announcement.
 */
export function denyEnd(
  exercise: Exercise,
  holder: HolderId,
  { type, about }: Reading,
  { kind }: Source,
): void {
  const share = about['share'];
  if (holder !== 'orange' || !exercise.isPerson(holder) || kind !== 'instrument') return;
  if (type !== 'voice.degraded' || about['measure'] !== 'calls') return;
  if (typeof share !== 'number' || share < SEEN_BY_ALL) return;
  const { now } = exercise;
  const announced = exercise.acts.findLast(
    (act) =>
      act.seat === holder &&
      act.ended &&
      !act.stopped &&
      callsEnd(exercise.actSpec(act.spec)!) &&
      act.results.every(({ key }) => key !== 'nowhereOver'),
  );
  if (announced === undefined || announced.endsAt < now - REMEMBERED) return;
  if (announced.results.some(({ key }) => key === 'endDenied')) return;
  say(exercise, announced, 'endDenied', { time: now, percent: Math.round(100 * share) });
  noteLast(exercise, announced);
  moveTrust(exercise, 'stateToOperator', -1, 'endContradicted');
}
