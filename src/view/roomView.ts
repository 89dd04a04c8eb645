import type { Room } from '../callflow/spec.ts';

/** One room of the own département as its exchange shows it. */
export interface RoomView {
  readonly room: Room;
  readonly usual15: number;
  readonly arrived15: number;
  /** Callers answered who said that they had tried before, in vain. */
  readonly repeated15: number;
  readonly waiting: number;
  /** Of those waiting now, ms. */
  readonly longestWait: number;
  /** Of the calls of the last quarter of an hour: mean time to an answer, ms, and those who hung up while they waited. */
  readonly delay15: number;
  readonly gaveUp15: number;
  readonly talking: number;
  readonly takers: number;
  readonly cut15: number;
  /** Cut calls on the list to call back. */
  readonly toCallBack: number;
}
