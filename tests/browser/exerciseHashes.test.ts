import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openExercise } from '../../src/exercise/open.ts';
import { hashExercise } from '../../src/exercise/log/parts.ts';
import { clock, MINUTE, SECOND } from '../../src/kernel/time.ts';
import { groundOf } from '../../src/session/ground.ts';
import type { CommandBody, ExerciseSetup, PlayRequest, SeatId } from '../../src/session/playProtocol.ts';
import { soloSetup } from '../unit/playSessionSample.ts';
import { launchBrowser } from './browser.ts';

/** An exercise in the built worker of the play, beside the same commands given to the engine in Node. */
const ASSETS = fileURLToPath(new URL('../../dist/assets', import.meta.url));
const worker = (): string => readdirSync(ASSETS).find((name) => /^playWorker-.*\.js$/.test(name))!;

interface Order {
  readonly at: number;
  readonly seat: SeatId;
  readonly body: CommandBody;
}
const act = (at: string, seat: SeatId, name: string): Order => ({
  at: clock(at),
  seat,
  body: { type: 'act', act: `${seat}.${name}`, args: {}, rests: [] },
});
const say = (at: string, seat: SeatId, to: string, channel: 'email' | 'phone'): Order => ({
  at: clock(at),
  seat,
  body: { type: 'send', to: [to], channel, statements: [], text: `EXERCICE ${at}` },
});

const GAMES: readonly {
  readonly setup: ExerciseSetup;
  readonly orders: readonly Order[];
  readonly to: number;
}[] = [
  {
    setup: soloSetup(['services'], { seed: 5 }),
    orders: [
      act('17:02', 'services', 'compareCalls'),
      say('17:20', 'services', 'ministry', 'phone'),
      act('17:31', 'services', 'readCuts'),
    ],
    to: clock('24:00'),
  },
  {
    setup: soloSetup(['orange', 'anssi'], { seed: 77, scenario: 'june-evening', tempo: 'oneTable' }),
    orders: [
      act('16:58', 'orange', 'readAlarms'),
      act('17:40', 'anssi', 'ringOperators'),
      say('18:05', 'orange', 'anssi', 'email'),
    ],
    to: clock('21:30'),
  },
];

function hashInNode({ setup, orders, to }: (typeof GAMES)[number]): string {
  const open = groundOf(setup.scenario);
  if (!open.ok) throw new Error('the scenario does not open');
  const opened = openExercise(setup, open.value.ground);
  if (!opened.ok) throw new Error('the exercise does not open');
  const exercise = opened.value;
  for (const { at, seat, body } of orders) {
    exercise.runTo(at);
    expect(exercise.apply(seat, body), `${seat} at ${at}`).toBeNull();
  }
  exercise.runTo(to);
  return hashExercise(exercise);
}

/** Requests that play a game; time goes from order to order by jumps no longer than `slice`. */
function requests({ setup, orders, to }: (typeof GAMES)[number], slice: number): PlayRequest[] {
  const asked: PlayRequest[] = [{ type: 'open', setup, guided: false }];
  let now = setup.from;
  const goTo = (at: number): void => {
    while (now < at) {
      now = Math.min(at, now + slice);
      asked.push({ type: 'jump', to: now });
    }
  };
  orders.forEach(({ at, seat, body }, n) => {
    goTo(at);
    asked.push({ type: 'command', seat, id: `order-${n}`, body });
  });
  goTo(to);
  return asked;
}

/**
 * Runs in a page: gives the requests to the built worker, then plays by the wall clock at sixty times its pace up to
 * `playTo` if it is given, jumps to `end`, and asks for the hash.
 */
const IN_PAGE = `async (address, requests, playTo, end) => {
  const session = new Worker(address, { type: 'module' });
  const told = (wanted) => new Promise((resolve, reject) => {
    session.addEventListener('error', (event) => reject(new Error(event.message)));
    session.addEventListener('message', function listen({ data }) {
      const bad = data.find(({ type }) => type === 'error' || type === 'refused');
      if (bad) reject(new Error(JSON.stringify(bad)));
      const report = data.find(wanted);
      if (!report) return;
      session.removeEventListener('message', listen);
      resolve(report);
    });
  });
  if (playTo !== null) {
    requests.push({ type: 'automaticPause', on: false }, { type: 'speed', value: 60 }, { type: 'play' });
    const played = told(({ type, clock }) => type === 'clock' && clock.at >= playTo);
    for (const request of requests) session.postMessage(request);
    await played;
    session.postMessage({ type: 'pause' });
    session.postMessage({ type: 'jump', to: end });
  } else for (const request of requests) session.postMessage(request);
  const hashed = told(({ type }) => type === 'hash');
  session.postMessage({ type: 'hash' });
  const { at, hash } = await hashed;
  session.terminate();
  return { at, hash };
}`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('an exercise has in Chromium the hash it has in Node, by one jump, by slices, and by the wall clock', async () => {
  const page = await browser.newPage();
  await page.goto(inject('url'));
  for (const game of GAMES) {
    const expected = { at: game.to, hash: hashInNode(game) };
    const played = (asked: readonly PlayRequest[], playTo: number | null) =>
      page.evaluate(
        `(${IN_PAGE})(${JSON.stringify(`./assets/${worker()}`)}, ${JSON.stringify(asked)}, ${playTo}, ${game.to})`,
      );
    expect(await played(requests(game, Infinity), null), 'jumps').toEqual(expected);
    expect(await played(requests(game, 97 * SECOND), null), 'slices').toEqual(expected);
    // From the last order, by whatever ticks this browser's clock makes.
    const last = game.orders.at(-1)!.at;
    const begun = requests({ ...game, to: last }, Infinity);
    expect(await played(begun, last + 2 * MINUTE), 'wall clock').toEqual(expected);
  }
  await page.close();
});
