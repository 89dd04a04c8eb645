import { rungBackUntil } from '../../../exercise/people/cutCallers.ts';
import type { Exercise } from '../../../exercise/exercise.ts';
import type { SeatId } from '../../../scenario/play/vocabulary.ts';
import type { Gauge } from '../../seatView.ts';
import type { Fact } from '../facts.ts';
import { casesGauge } from './cases.ts';
import { chainsGauge } from './chains.ts';
import { roomsGauge } from './rooms.ts';
import { sampleGauges } from './samples.ts';
import { serversGauge } from './servers.ts';
import { complaintsGauge, voiceGauge } from './voice.ts';

/** What the seat's instruments show by themselves (rules of play §3), and its samples of test calls. */
export function gaugesOf(exercise: Exercise, seat: SeatId, facts: readonly Fact[]): Gauge[] {
  return [...own(exercise, seat), ...sampleGauges(facts)];
}

function own(exercise: Exercise, seat: SeatId): Gauge[] {
  const { evening } = exercise;
  switch (seat) {
    case 'orange':
      return [serversGauge(evening), voiceGauge(exercise), complaintsGauge(exercise)];
    case 'ministry':
      return [chainsGauge(exercise)];
    case 'anssi':
      return [casesGauge(exercise)];
    case 'services':
      return [roomsGauge(evening, exercise.opening.home, exercise.setup.from, rungBackUntil(exercise))];
  }
}
