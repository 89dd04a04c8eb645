import type { SensorId } from '../../scenario/play/sensors.ts';
import type { Exercise } from '../exercise.ts';
import type { Reading } from './reading.ts';

/** Instruments that read the traces of the operation. */
export const LOGS: readonly SensorId[] = ['anssi.logs', 'anssi.logsQuick'];

/** What logs say once a restart has erased the traces: less surely whether it was an attack, and nothing of the cause. */
export function faded({ ground }: Exercise, readings: readonly Reading[]): Reading[] {
  const { share } = ground.play.rules.evidence;
  return readings.flatMap((reading) =>
    reading.type.startsWith('cause.') ? [] : [{ ...reading, confidence: reading.confidence * share }],
  );
}
