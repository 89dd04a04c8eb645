import type { ScenarioInfo } from '../session/protocol.ts';
import { EVENING_RANGE, type ClockRange } from './address.ts';

/** What the clock of the watched evening runs over; the computation itself goes on a few hours after it. */
export function clockRange(scenario: ScenarioInfo | null): ClockRange {
  return scenario === null ? EVENING_RANGE : { from: scenario.clock.from, to: scenario.clock.windowEnd };
}
