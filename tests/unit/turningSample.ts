import type { TurningPoint } from '../../src/session/playProtocol.ts';

/** A moment of Orange's at the start that cost nothing, told with its own figures alone; a test says what it is about. */
export function turningPoint(about: Partial<TurningPoint>): TurningPoint {
  return {
    at: 0,
    seat: 'orange',
    key: 'act.cost.calls',
    params: {},
    unrouted: 0,
    unroutedError: 1,
    neverServed: 0,
    neverServedError: 0,
    branchAt: about.at ?? 0,
    differs: null,
    goal: null,
    why: null,
    earlier: null,
    ...about,
  };
}
