import { clockTime } from '../../scenario/clockTime.ts';
import type { AppointmentSpec } from '../../scenario/play/types.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { Exercise } from '../exercise.ts';

/** What a seat knows will come next, and has not honoured yet; undefined after the last. */
export function nextAppointment(exercise: Exercise, seat: SeatId): AppointmentSpec | undefined {
  return exercise.ground.play.appointments.find(
    (each) =>
      each.seats.includes(seat) && clockTime(each.at) > exercise.now && !isHonoured(exercise, seat, each),
  );
}

/** Whether a seat has done before its hour what an appointment is for: the page has left, the shift has been handed over. */
export function isHonoured(exercise: Exercise, seat: SeatId, { honoured }: AppointmentSpec): boolean {
  const own = honoured?.find((each) => each.seat === seat);
  if (own === undefined) return false;
  const since = own.since === undefined ? -Infinity : askedAt(exercise, own.since);
  return own.acts.some((id) =>
    exercise.actsOf(seat, id).some(({ begunAt, ended, stopped }) => ended && !stopped && begunAt >= since),
  );
}

const askedAt = ({ events }: Exercise, event: string): number =>
  events.find(({ id }) => id === event)?.at ?? Infinity;
