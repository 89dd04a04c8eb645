import { expect, test } from 'vitest';
import { erlangA, erlangB, erlangC, impatientRetrial, retrial } from './oraclesFormulas.ts';

/** The closed forms and truncated chains agree with constants computed elsewhere to 40 digits. */
const near = (value: number, published: number): void => {
  expect(Math.abs(value - published) / published).toBeLessThan(1e-9);
};

test('Erlang B', () => {
  near(erlangB(10, 8), 0.12166106425295);
  near(erlangB(100, 84.06), 0.0099917025880265);
});

test('Erlang C', () => {
  near(erlangC(14, 10).waits, 0.17413193359505);
  near(erlangC(14, 10).meanWait, 0.0435329833988);
  near(erlangC(50, 48).waits, 0.69445561119683);
});

test('Erlang A', () => {
  const { waits, abandons, queue } = erlangA(50, 48, 1, 0.5);
  near(waits, 0.467774068554);
  near(abandons, 0.0309122491622);
  near(queue, 2.96757591957);
});

test('retrials: M/M/1, M/M/5, M/M/10', () => {
  const one = retrial(1, 0.5, 1, 1, 1, 200);
  near(one.busy, 0.5);
  near(one.orbit, 1);
  const five = retrial(5, 4, 1, 0.5, 1, 400);
  near(five.refusedPrimary, 0.439481666556);
  near(five.orbit, 8.1319778666);
  const ten = retrial(10, 8, 1, 1, 1, 300);
  near(ten.refusedPrimary, 0.279239586868);
  near(ten.orbit, 4.35379172234);
});

test('M/M/5/5 with persistence', () => {
  near(retrial(5, 6, 1, 1, 0.7, 150).lost, 0.285652280568);
});

test('M/M/4+M with retrials', () => {
  const mu = 1 / 110;
  const { attemptsPerCaller, lost, waitPerAttempt } = impatientRetrial(4, 5 * mu, mu, 1 / 90, 1 / 60, 0.65, {
    present: 60,
    orbit: 40,
  });
  near(attemptsPerCaller, 1.45221533876);
  near(lost, 0.243500567023);
  near(waitPerAttempt, 43.1164923336);
});
