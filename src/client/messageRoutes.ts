import { CHANNELS, carries, type Channel, type SeatId } from '../session/playProtocol.ts';

/** Who hears what is said to everybody: a seat of the State is written to by itself. */
const LISTENERS: readonly string[] = ['public', 'customers', 'press'];

/** Channels that lead from a seat to all of these recipients at once. Nobody yet: every channel that the seat has. */
export function channelsTo(seat: SeatId, to: readonly string[]): Channel[] {
  return CHANNELS.filter((channel) => {
    if (channel === 'radio' && seat !== 'services') return false;
    return to.every((id) => carries(seat, id, channel) && (channel !== 'public' || LISTENERS.includes(id)));
  });
}

/** Whether a recipient can be added to these: one message has one channel. */
export const canJoin = (seat: SeatId, to: readonly string[], id: string): boolean =>
  channelsTo(seat, [...to, id]).length > 0;

/** The channel wanted if it leads there, else the first that does. */
export function routeTo(seat: SeatId, to: readonly string[], wanted: Channel): Channel {
  const open = channelsTo(seat, to);
  return open.includes(wanted) ? wanted : (open[0] ?? wanted);
}
