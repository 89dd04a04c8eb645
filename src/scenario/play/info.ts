import type {
  ActSpec,
  AppointmentSpec,
  DilemmaSpec,
  EventSpec,
  MeasureSpec,
  Play,
  PoolSpec,
  SeatSpec,
  TempoSpec,
} from './types.ts';

/** What screens need of the play's data: the catalogue, never what the evening drew. */
export interface PlayInfo {
  readonly seats: readonly SeatSpec[];
  readonly pools: readonly PoolSpec[];
  readonly acts: readonly ActSpec[];
  readonly measures: readonly Pick<MeasureSpec, 'id' | 'number' | 'cost' | 'inLaw' | 'from'>[];
  readonly dilemmas: readonly Pick<
    DilemmaSpec,
    'id' | 'seat' | 'window' | 'options' | 'ignored' | 'trigger' | 'rests'
  >[];
  readonly events: readonly Pick<EventSpec, 'id' | 'number'>[];
  readonly plans: readonly TempoSpec[];
  readonly appointments: readonly AppointmentSpec[];
}

export function playInfo(play: Play): PlayInfo {
  return {
    seats: play.seats,
    pools: play.pools,
    acts: play.acts,
    measures: play.measures.map(({ id, number, from, cost, inLaw }) => ({ id, number, from, cost, inLaw })),
    dilemmas: play.dilemmas.map(({ id, seat, window, options, ignored, trigger, rests }) => ({
      id,
      seat,
      window,
      options,
      ignored,
      trigger,
      ...(rests && { rests }),
    })),
    events: play.events.map(({ id, number }) => ({ id, number })),
    plans: play.plans,
    appointments: play.appointments,
  };
}
