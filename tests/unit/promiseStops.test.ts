import { describe, expect, test } from 'vitest';
import type { StopView } from '../../src/session/playProtocol.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { stopOf } from '../../src/session/jumpStops.ts';
import { HeldSession, soloSetup } from './playSessionSample.ts';

const AN_HOUR = clock('18:00');

const news = (id: string): StopView => ({ seat: 'orange', id, at: 0, kind: 'news' });

/** Orange has told the State an hour that will not be held. */
function promised(): HeldSession {
  const held = new HeldSession();
  held.ask({ type: 'open', setup: soloSetup(['orange'], { from: clock('16:30') }), guided: false });
  held.ask({ type: 'jump', to: clock('17:10') });
  held.ask({ type: 'automaticPause', on: true });
  const act = { type: 'act', act: 'orange.giveEstimate', args: { time: AN_HOUR }, rests: [] } as const;
  expect(held.command('orange', act).some(({ type }) => type === 'accepted')).toBe(true);
  return held;
}

/** All that the clock stands at, over jumps from moment to moment up to that time. */
function stopsUntil(held: HeldSession, to: number): StopView[] {
  const stops: StopView[] = [];
  while (held.clock.at < to && !held.clock.finished) {
    held.ask({ type: 'jump', to: 'beat' });
    const { beat } = held.clock;
    if (beat !== null) stops.push(beat, ...(beat.also ?? []));
  }
  return stops;
}

describe('an hour of restoration that was given', () => {
  test('stops a jump a quarter of an hour before, and when it is not held', () => {
    const stops = stopsUntil(promised(), clock('18:05'));
    const at = (id: string) => stops.find((stop) => stop.id === id)?.at;
    expect(at('hourSoon')).toBe(AN_HOUR - 15 * MINUTE);
    expect(at('hourMissed')).toBe(AN_HOUR);
  });

  test('stops the clock that runs as well', () => {
    const held = promised();
    held.ask({ type: 'jump', to: AN_HOUR - 16 * MINUTE });
    held.ask({ type: 'speed', value: 60 });
    held.ask({ type: 'play' });
    held.wait(2_000);
    expect(held.clock.beat?.id).toBe('hourSoon');
    expect(held.clock.playing).toBe(false);
  });

  test('is the title of the stop, whatever comes with it', () => {
    const relief = { seat: 'orange', id: 'reliefCells', at: 0, kind: 'appointment' } as const;
    const stop = stopOf([relief], [news('asked'), news('hourMissed')], 0);
    expect(stop.id).toBe('hourMissed');
    expect(stop.also?.map(({ id }) => id)).toEqual(['reliefCells', 'asked']);
  });
});

describe('what one has ordered', () => {
  test('stops a jump once it has told what it found', () => {
    const held = new HeldSession();
    held.ask({ type: 'open', setup: soloSetup(['services']), guided: false });
    held.ask({ type: 'jump', to: clock('16:56') });
    held.command('services', { type: 'act', act: 'services.checkEquipment', args: {}, rests: [] });
    const end = held.views.get('services')!.acts[0]!.endsAt;
    const told = stopsUntil(held, end).filter(({ id, at }) => id === 'ownWork' && at === end);
    expect(told).toHaveLength(1);
  });

  test('is not said twice where a beat tells it', () => {
    const answer = { seat: 'anssi', id: 'answer', at: 0, kind: 'news' } as const;
    const own: StopView = { seat: 'anssi', id: 'ownWork', at: 0, kind: 'news' };
    expect(stopOf([answer], [own], 0)).toEqual(answer);
  });
});

test('a question that comes with another stop is named beside it', () => {
  const dilemma = { seat: 'services', id: 'S4', at: 5, kind: 'dilemma' } as const;
  const last: StopView = { seat: 'services', id: 'askedLast', at: 5, kind: 'news', letters: [4] };
  expect(stopOf([dilemma], [last], 5)).toEqual({ ...dilemma, also: [last] });
});
