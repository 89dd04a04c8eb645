import type { SensorId } from '../../scenario/play/sensors.ts';
import type { FactType } from '../../scenario/play/vocabulary.ts';
import type { Exercise } from '../exercise.ts';
import { INSTRUMENTS } from './index.ts';
import { neighboursOf } from '../neighbours.ts';
import type { Reading } from './reading.ts';
import { holding } from '../knowledge/knowledge.ts';
import { concluded } from '../knowledge/restoration.ts';
import type { Due } from '../schedule.ts';
import { isHolder } from '../seat.ts';
import type { HolderId } from '../seat.ts';
import { faded, LOGS } from './traces.ts';

/** What a sensor shows a holder now; each look has its own luck. */
export function shownBy(
  exercise: Exercise,
  sensor: SensorId,
  holder: HolderId,
  args: Readonly<Record<string, unknown>>,
): Reading[] {
  const { state } = exercise;
  const key = keyOf(sensor, holder);
  const shown = wouldShow(exercise, sensor, holder, args);
  state.looks[key] = (state.looks[key] ?? 0) + 1;
  return shown;
}

const keyOf = (sensor: SensorId, holder: HolderId): string =>
  holder === 'rooms' ? `rooms ${sensor}` : sensor;

/** What a sensor would show a holder if it were looked at now. Nothing is changed. */
export function wouldShow(
  exercise: Exercise,
  sensor: SensorId,
  holder: HolderId,
  args: Readonly<Record<string, unknown>>,
): Reading[] {
  const { evening, now, cause, opening, state } = exercise;
  const looks = state.looks[keyOf(sensor, holder)] ?? 0;
  const home = holder === 'rooms' ? opening.roomsHome : opening.home;
  if (isBlind(exercise, sensor, holder)) return [];
  const shown = INSTRUMENTS[sensor]({
    evening,
    now,
    home,
    near: neighboursOf(opening, home),
    cause,
    traits: opening.traits,
    looks,
    args,
  });
  return LOGS.includes(sensor) && state.traces === 'erased'
    ? faded(exercise, shown)
    : concluded(exercise, holder, shown);
}

const FAILURES: readonly FactType[] = ['voice.degraded', 'emergency.affected', 'equipment.callServers'];

/** Counterparts abroad recognise what is described to them: a person who knows of no failure has nothing to describe. */
const isBlind = (exercise: Exercise, sensor: SensorId, holder: HolderId): boolean =>
  sensor === 'anssi.abroad' &&
  exercise.isPerson(holder) &&
  FAILURES.every((type) => holding(exercise.knowledge, holder, type) === undefined);

/** The look of an instrument that works by itself: learnt at once, or told late. */
export function lookByItself(exercise: Exercise, due: Extract<Due, { kind: 'look' }>): void {
  const sensor = due.sensor as SensorId;
  const trade = sensor.split('.')[0]!;
  const holders = trade === 'services' ? ['services', 'rooms'] : [trade];
  for (const holder of holders) {
    if (!isHolder(holder) || !exercise.plays(holder)) continue;
    const readings = shownBy(exercise, sensor, holder, {});
    if (due.late > 0)
      exercise.schedule.add(exercise.now + due.late, { kind: 'shown', sensor, holder, readings });
    else for (const reading of readings) exercise.learn(holder, reading, { kind: 'instrument', sensor });
  }
  exercise.schedule.add(exercise.now + due.every, due);
}

/** What an instrument that tells late had seen is told. */
export function toldLate(
  exercise: Exercise,
  { sensor, holder, readings }: Extract<Due, { kind: 'shown' }>,
): void {
  if (isHolder(holder))
    for (const reading of readings) exercise.learn(holder, reading, { kind: 'instrument', sensor });
}
