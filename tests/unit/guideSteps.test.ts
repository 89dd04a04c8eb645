import { expect, test } from 'vitest';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { guideStep, type GuideStep } from '../../src/panels/console/guideSteps.ts';
import { CORE_SEATS, type SeatId } from '../../src/session/playProtocol.ts';
import { HeldSession, soloSetup } from './playSessionSample.ts';

function newcomer(seat: SeatId, seed: number) {
  const held = new HeldSession();
  const setup = soloSetup([seat], {
    scenario: 'june-evening',
    seed,
    tempo: 'firstEvening',
    to: clock('19:00'),
  });
  const { play } = held.one(held.ask({ type: 'open', setup, guided: true }), 'opened');
  const { lines } = play.seats.find((each) => each.seat === seat)!;
  held.ask({ type: 'play' });
  const step = (passed: readonly string[] = []): GuideStep | null =>
    guideStep(lines, held.views.get(seat)!, held.clock.at, passed);
  const ask = (body: Parameters<HeldSession['command']>[1]): void => {
    expect(held.one(held.command(seat, body), 'accepted')).toBeDefined();
  };
  /** Does what the guide points at. */
  const follow = ({ target, act }: Extract<GuideStep, { kind: 'do' }>): void => {
    const view = held.views.get(seat)!;
    if (act !== null) return ask({ type: 'act', act, args: {}, rests: [] });
    const choice = view.choices.find(({ dilemma }) => target === `dilemma-${dilemma}`);
    if (choice !== undefined) {
      expect(held.clock.playing).toBe(false);
      const option = choice.options.find(({ refusal }) => refusal === null)!;
      return ask({ type: 'choose', dilemma: choice.dilemma, option: option.id });
    }
    const letter = view.inTray.find(({ id }) => target === `letter-${id}`)!;
    expect(letter.readAt).toBeNull();
    return ask({ type: 'read', message: letter.id });
  };
  return { held, lines, step, follow };
}

test.each(CORE_SEATS.flatMap((seat) => [5, 9].map((seed) => ({ seat, seed }))))(
  'a first evening of $seat (seed $seed) leads through its five lines, each once it can be followed',
  ({ seat, seed }) => {
    const { held, lines, step, follow } = newcomer(seat, seed);
    const followed: string[] = [];
    for (let turns = 0; turns < 400 && step()?.kind !== 'end'; turns++) {
      const now = step();
      if (now?.kind === 'do') {
        followed.push(now.line);
        // Not a minute after the hour of its line.
        const { at } = lines[now.step - 1]!;
        expect(held.clock.at - clock(at)).toBeLessThan(MINUTE);
        follow(now);
        expect(step()).not.toEqual(now);
        continue;
      }
      if (!held.clock.playing) held.ask({ type: 'play' });
      held.wait(500);
    }
    expect(followed).toEqual(lines.map(({ id }) => id));
  },
);

test('a line stays until it is followed or passed over, whatever stops the clock; in the end one is left alone', () => {
  const { held, lines, step } = newcomer('services', 5);
  held.wait(120_000);
  expect(held.clock).toMatchObject({ playing: false, at: clock('16:50') });
  expect(step()).toMatchObject({ kind: 'do', line: 'services1' });
  const passed = lines.slice(0, 3).map(({ id }) => id);
  expect(step(passed.slice(0, 1))).toMatchObject({ kind: 'do', line: 'services2' });
  expect(step(passed)).toMatchObject({ kind: 'do', target: 'dilemma-S1' });
  held.ask({ type: 'automaticPause', on: false });
  held.ask({ type: 'jump', to: clock('17:06') });
  // What the jump left lying is still pointed at; what was only to be tried is not.
  expect(step()).toMatchObject({ kind: 'do', line: 'services3' });
  expect(step(passed)).toMatchObject({ kind: 'do', target: 'dilemma-S1' });
  expect(step(lines.map(({ id }) => id))).toBeNull();
  held.ask({ type: 'jump', to: clock('17:36') });
  expect(step()).toBeNull();
});
