import { expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { exerciseOf, play } from './exerciseSample.ts';

/** What a seat does of its own accord, early: what letters of reproach or question would ask. */
const DONE: Readonly<Record<SeatId, readonly string[]>> = {
  orange: [
    'orange.callVendor',
    'orange.buildEmergencyQuery',
    'orange.callDirection',
    'orange.openCell',
    'orange.warnInterior',
    'orange.advisePublic',
    'orange.messageCustomers',
    'orange.answerPress',
    'orange.handover',
  ],
  ministry: [
    'ministry.readReports',
    'ministry.callDutyDirector',
    'ministry.reinforceWatch',
    'ministry.openCic',
    'ministry.speakFirst',
    'ministry.advise',
    'ministry.orderLists',
    'ministry.collectLists',
    'ministry.publishNumbers',
    'ministry.languageElements',
    'ministry.presence',
    'ministry.informRooms',
    'ministry.briefMinisters',
  ],
  anssi: [
    'anssi.ringOperators',
    'anssi.openCase',
    'anssi.likelyFailure',
    'anssi.sendGeneralist',
    'anssi.keepEvidence',
    'anssi.informPrimeMinister',
    'anssi.checkClaimPublicly',
  ],
  services: [
    'services.compareCalls',
    'services.reportPrefecture',
    'services.openCopperLine',
    'services.doubleStaff',
    'services.crewsOut',
    'services.warnHospitals',
    'services.shareNumber',
    'services.publishLocally',
    'services.callPrefect',
    'services.sendFigures',
  ],
};

/** An evening of somebody who begins each of these as soon as it can be begun, and does it again every hour. */
function diligent(seat: SeatId, seed: number): Exercise {
  const machines = CORE_SEATS.filter((each) => each !== seat);
  const exercise = exerciseOf(seed, 'willing-2021', machines, { home: '59' });
  const last = new Map<string, number>();
  for (let at = clock('16:50'); at < clock('24:00'); at += 2 * MINUTE) {
    exercise.runTo(at);
    for (const { id, arrivedAt, readAt } of exercise.messages)
      if (arrivedAt[seat] !== undefined && readAt[seat] === undefined)
        exercise.apply(seat, { type: 'read', message: id });
    for (const act of DONE[seat]) {
      if (at - (last.get(act) ?? -Infinity) < 60 * MINUTE) continue;
      if (exercise.apply(seat, { type: 'act', act, args: {}, rests: [] }) === null) last.set(act, at);
    }
  }
  return exercise;
}

test.each(CORE_SEATS)('%s: nobody reproaches it with what it has done', (seat) => {
  for (const seed of [1, 2]) {
    const exercise = diligent(seat, seed);
    for (const spec of play.envelopes) {
      const { id, unless, asks, unanswered } = spec;
      if (spec.seat !== seat || unless?.acts === undefined) continue;
      const began = unless.acts.flatMap((act) => exercise.actsOf(seat, act)[0]?.begunAt ?? []);
      const since = Math.min(...began);
      const letter = exercise.messages.find(({ key }) => key === `messages.${id}`);
      // Once it has begun what the letter is about, the letter does not come.
      if (letter !== undefined) expect(letter.sentAt, id).toBeLessThanOrEqual(since);
      // A question that came before is answered by doing it, and its author does not complain of silence.
      if (letter === undefined || !asks || !unanswered) continue;
      if (began.every((at) => at < letter.sentAt || at > letter.sentAt + unanswered.after * MINUTE)) continue;
      for (const effect of unanswered.effects)
        if (effect.op === 'envelope')
          expect(
            exercise.messages.some(({ key }) => key === `messages.${effect.key}`),
            effect.key,
          ).toBe(false);
      expect(letter.answeredAt[seat], id).toBeDefined();
    }
  }
});

test('what follows from a silence says what would have broken it', () => {
  // Each reproach for something undone has its way out: an act, a fact told, an option.
  for (const { id, given, unless } of play.envelopes)
    if (given !== undefined && !['listErrors', 'localRadio', 'linesBack', 'hospitalAlone'].includes(id))
      expect(unless, id).toBeDefined();
});

test('two letters of one sender to one seat that ask have titles of their own', async () => {
  for (const language of ['fr', 'en']) {
    const { default: texts } = (await import(`../../locales/${language}/play.json`, {
      with: { type: 'json' },
    })) as {
      default: { messages: Record<string, { subject: string }> };
    };
    for (const seat of CORE_SEATS) {
      const asking = play.envelopes.filter((spec) => spec.seat === seat && spec.asks);
      const named = asking.flatMap(({ id, from, unanswered }) => [
        `${from} ${texts.messages[id]!.subject}`,
        ...(unanswered?.effects ?? []).flatMap((effect) =>
          effect.op === 'envelope' ? `${effect.from} ${texts.messages[effect.key]!.subject}` : [],
        ),
      ]);
      expect(new Set(named).size, `${language} ${seat}`).toBe(named.length);
    }
  }
});
