import { describe, expect, test } from 'vitest';
import { Truth } from '../../src/debrief/truth.ts';
import { drawEvening } from '../../src/exercise/events/drawEvening.ts';
import type { Cause, Exercise } from '../../src/exercise/exercise.ts';
import { openExercise } from '../../src/exercise/open.ts';
import { outcomeNow } from '../../src/exercise/choices/outcomes.ts';
import { clock } from '../../src/kernel/time.ts';
import type { WorldEffect } from '../../src/scenario/play/choices.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import type { FactType, SeatId } from '../../src/scenario/play/vocabulary.ts';
import en from '../../locales/en/play.json' with { type: 'json' };
import fr from '../../locales/fr/play.json' with { type: 'json' };
import { play, setupOf } from './exerciseSample.ts';
import { scenarioFile, territory } from './scenarioSample.ts';

const CAUSES = ['bug', 'attack', 'otherVendor', 'cut'] as const;
const june = scenarioFile('june-evening');

/** An evening in June with this cause, a person in one seat. */
function evening(cause: Cause, seat: SeatId, seed: number): Exercise {
  const shares = { ...june.causes!.shares, bug: 0, attack: 0, otherVendor: 0, cut: 0, [cause]: 1 };
  const opened = openExercise(
    setupOf(
      seed,
      'by-the-book',
      CORE_SEATS.filter((each) => each !== seat),
      { scenario: 'june-evening', home: '59' },
    ),
    { file: { ...june, causes: { ...june.causes!, shares } }, territory, play },
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

/** Words on the cause, true or false of the whole evening. */
const ON_CAUSE: readonly FactType[] = [
  'cause.ourOperation',
  'cause.vendorBug',
  'cyberattack.suspected',
  'cyberattack.excluded',
  'cyberattack.unlikely',
];
/** A letter so sure of what it says takes it for established. */
const ESTABLISHED = 0.5;

const factsOf = (effect: WorldEffect) => (effect.op === 'envelope' ? effect.facts : []);

describe.each(CAUSES)('with the cause %s', (cause) => {
  const exercise = evening(cause, 'orange', 3);
  const truth = new Truth(exercise.evening, cause);
  const isTrue = (fact: FactType): boolean => truth.holds({ type: fact, about: {}, at: clock('23:00') });

  test('no outcome that can be drawn establishes what is not so', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { outcomes } = drawEvening(play, seed, cause);
      for (const { id, drawn } of play.dilemmas) {
        const outcome = drawn.find((each) => each.outcome === outcomes[id]);
        if (outcome === undefined) continue;
        expect(outcome.causes ?? [cause], id).toContain(cause);
        for (const { effect } of outcome.effects ?? [])
          for (const { fact, confidence } of factsOf(effect))
            if (ON_CAUSE.includes(fact) && confidence > ESTABLISHED) expect(isTrue(fact), id).toBe(true);
      }
    }
  });

  test.each(CORE_SEATS)('choices put to %s rest on letters and end in ways that fit it', (seat) => {
    const played = evening(cause, seat, 7);
    played.runTo(clock('24:00'));
    expect(played.cause).toBe(cause);
    const opened = played.choices.filter((choice) => choice.seat === seat);
    expect(opened.length).toBeGreaterThan(4);
    for (const choice of opened) {
      const spec = play.dilemmas.find(({ id }) => id === choice.dilemma)!;
      for (const { fact, confidence } of spec.letter?.facts ?? [])
        if (ON_CAUSE.includes(fact) && confidence > ESTABLISHED)
          expect(isTrue(fact), choice.dilemma).toBe(true);
      const now = outcomeNow(played, choice);
      const outcome = spec.drawn.find((each) => each.outcome === now);
      if (now !== '') expect(outcome, `${choice.dilemma} ${now}`).toBeDefined();
      expect(outcome?.causes ?? [cause], choice.dilemma).toContain(cause);
      if (cause !== 'bug') for (const text of textsOf(choice.dilemma, now)) expect(text).not.toMatch(ASLEEP);
    }
  });
});

/** Words that only fit a fault that sleeps, is woken, and comes back with the load. */
const ASLEEP = /réveill|endorm|condition cachée|woke|asleep|to sleep the fault|hidden condition/;

function textsOf(dilemma: string, outcome: string): readonly string[] {
  return [fr, en].flatMap(({ dilemmas }) => {
    const text = (dilemmas as unknown as Record<string, { question: string; drawn: Record<string, string> }>)[
      dilemma
    ]!;
    return [text.question, text.drawn[outcome] ?? ''];
  });
}

const of = (dilemma: string, cause: Cause): ReadonlySet<string | undefined> =>
  new Set(Array.from({ length: 80 }, (_, seed) => drawEvening(play, seed, cause).outcomes[dilemma]));

test('a patch, or a trace explained, only turn out well under a cause that allows it', () => {
  expect(of('O9', 'bug')).toEqual(new Set(['good', 'useless', 'worse']));
  for (const cause of ['attack', 'otherVendor', 'cut'] as const)
    expect(of('O9', cause)).toEqual(new Set(['useless', 'worse']));
  expect(of('A10', 'attack')).toEqual(new Set(['unexplained']));
  expect(of('A10', 'cut')).toEqual(new Set(['innocent', 'unexplained']));
});
