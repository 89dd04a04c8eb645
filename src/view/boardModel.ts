/**
 * What the table draws, as plain data: keys and numbers, no prose and no decisions left to the picture.
 * The board applies keyed differences between two models.
 */
export interface BoardServer {
  readonly key: string;
  readonly fill: number;
  readonly modulesUp: number;
  readonly modules: number;
  /** Lantern's look: `down` when no module serves. */
  readonly state: 'up' | 'partly' | 'down' | 'isolated';
  /** Share of emergency attempts it refused over the last 15 minutes, or null when too few to say. */
  readonly loss: number | null;
}

export interface BoardArea {
  readonly key: string;
  /** Share of attempts not routed over the last 15 minutes, or null when too few to say. */
  readonly loss: number | null;
  /** 0..1, how lively answered calls are there now: the quiet warmth of a département that gets through. */
  readonly warmth: number;
  readonly waiting: number;
  readonly badge: 'none' | 'tenDigit' | 'around';
}

export interface BoardFlow {
  /** Attempt index as text. */
  readonly key: string;
  readonly area: number;
  /** Index of the lantern on its way, or -1 for a way without one. */
  readonly server: number;
  readonly fate: 'through' | 'broken' | 'refused';
  /** 0..1, when within the step since the previous model it began. */
  readonly phase: number;
}

export interface BoardCounter {
  readonly key: 'lost' | 'lostReference' | 'neverServed' | 'answered' | 'waiting';
  readonly value: number;
  /** The same count on an ordinary evening of the same callers, where it is not nothing. */
  readonly ordinary?: number;
}

export interface BoardToken {
  readonly key: string;
  readonly at: number;
  /** `ghost`: documented in 2021. `order`: given tonight. */
  readonly kind: 'ghost' | 'order';
  readonly labelKey: string;
  readonly passed: boolean;
}

export interface BoardModel {
  readonly at: number;
  readonly track: { readonly from: number; readonly to: number; readonly tokens: readonly BoardToken[] };
  readonly servers: readonly BoardServer[];
  readonly areas: readonly BoardArea[];
  readonly flows: readonly BoardFlow[];
  /** One filament stands for this many calls. */
  readonly callsPerFlow: number;
  readonly counters: readonly BoardCounter[];
  /** Share of attempts lost over the last 15 minutes over the country, for light and sound. */
  readonly lossNow: number;
  /** Key of the selected area or server, if any. */
  readonly selected: string | null;
}
