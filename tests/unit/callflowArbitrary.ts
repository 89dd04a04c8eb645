import fc from 'fast-check';
import type { Order, OrderBody } from '../../src/callflow/orders.ts';
import { ROOMS } from '../../src/callflow/spec.ts';
import type { WorldSpec } from '../../src/callflow/spec.ts';
import type { ParameterSet } from '../../src/scenario/parameters.ts';
import { operation } from './callflowWorlds.ts';

export const seeds = fc.nat(0xffffffff);

/** Any moment of the evening, often on a whole minute, where things coincide. */
export const moments = (spec: WorldSpec): fc.Arbitrary<number> =>
  fc.oneof(
    fc.integer({ min: spec.clock.start, max: spec.clock.end }),
    fc
      .integer({ min: spec.clock.start / 60_000, max: spec.clock.end / 60_000 })
      .map((minute) => minute * 60_000),
  );

const some = (names: readonly string[]) =>
  fc.oneof(fc.constant('all' as const), fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }));

const body = <T extends OrderBody['type']>(type: T, args: fc.Arbitrary<object>) =>
  fc.record({ type: fc.constant(type), args }) as fc.Arbitrary<OrderBody>;

function bodies(spec: WorldSpec): fc.Arbitrary<OrderBody> {
  const servers = some(spec.network.servers.map((server) => server.id));
  const areas = some(spec.areas.map((area) => area.code));
  const rooms = fc.uniqueArray(fc.constantFrom(...ROOMS), { minLength: 1 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const minutes = fc.integer({ min: 0, max: 20 });
  const onServers = fc.record({ servers });
  return fc.oneof(
    body('operation', fc.record({ servers, spacingMin: minutes })),
    body('rollback', onServers),
    body('warmRestart', onServers),
    body('coldRestart', onServers),
    body('patch', onServers),
    body('cutAccess', onServers),
    body('restartOneByOne', fc.record({ servers, kind: fc.constantFrom('warm', 'cold'), watchMin: minutes })),
    body('isolate', fc.record({ servers, on: fc.boolean() })),
    body('throttle', fc.record({ share })),
    body('goAround', fc.record({ areas })),
    body(
      'openNumbers',
      fc.record({ areas, rooms, technology: fc.constantFrom('copper', 'ip', 'mobile', 'inventory') }),
    ),
    body('publishNumbers', fc.record({ areas, tested: fc.boolean(), reach: share })),
    body('withdrawNumbers', fc.record({ areas })),
    body('advise', fc.record({ wording: fc.constantFrom('mobile', 'landline', 'any', 'goThere') })),
    body('staff', fc.record({ areas, rooms, factor: fc.double({ min: 0, max: 10, noNaN: true }) })),
  );
}

/** The operation, most often, and whatever else may be ordered, in any order. */
export function orderLists(spec: WorldSpec): fc.Arbitrary<Order[]> {
  const one = fc
    .record({ at: moments(spec), body: bodies(spec) })
    .map(({ at, body }) => ({ at, by: 'test', ...body }));
  return fc
    .record({ others: fc.array(one, { maxLength: 12 }), withOperation: fc.constantFrom(true, true, false) })
    .map(({ others, withOperation }) => (withOperation ? [operation(), ...others] : others));
}

/** Parameters that change what happens to callers, over more than their plausible ranges. */
export const parameterSets: fc.Arbitrary<ParameterSet> = fc.record(
  {
    worried_factor: fc.constantFrom(1, 1.5, 3),
    share_mobile: fc.constantFrom(0, 0.5, 0.85),
    share_copper: fc.constantFrom(0, 0.1),
    cluster_share: fc.constantFrom(0, 0.5),
    patience_mean: fc.constantFrom(0.1, 20, 600),
    talk_sigma: fc.constantFrom(0, 1.2),
    cut_share: fc.constantFrom(0, 0.5, 1),
    callback_share: fc.constantFrom(0, 0.8, 1),
    callback_delay_mean: fc.constantFrom(1, 300),
    redial_1: fc.constantFrom(0, 1),
    redial_later: fc.constantFrom(0.7, 1),
    redial_gap_min: fc.constantFrom(0, 5),
    redial_gap_mean: fc.constantFrom(0.1, 25),
    max_attempts: fc.constantFrom(1, 3, 12),
    go_there: fc.constantFrom(0, 1),
    modules: fc.constantFrom(1, 3, 8, 16),
    slots: fc.constantFrom(1, 50, 300),
    leak: fc.constantFrom(0, 0.02, 0.5),
    refuse_max: fc.constantFrom(0, 60),
    reboot: fc.constantFrom(0.1, 4),
    overflow: fc.constantFrom(0, 1),
    ordinary_calls: fc.constantFrom(0, 13_000_000),
    throttle_max: fc.constantFrom(0.3, 1),
    throttle_delay: fc.constantFrom(0, 10),
    go_around_set_up: fc.constantFrom(0, 20),
    go_around_per_area: fc.constantFrom(0, 6),
    go_around_capacity: fc.constantFrom(0, 0.5, 6),
    operation_interrupt: fc.constantFrom(0, 5),
    lines_per_taker: fc.constantFrom(1, 3),
    recall_delay: fc.constantFrom(0, 45),
    trunk_share: fc.constantFrom(0, 0.5),
    uptake_max: fc.constantFrom(0, 1),
    uptake_ramp: fc.constantFrom(0.1, 60),
    first_use: fc.constantFrom(0, 1),
    error_rate: fc.constantFrom(0, 0.5),
    advice_share: fc.constantFrom(0, 1),
  },
  { requiredKeys: [] },
);
