import type { OrderType } from '../callflow/orders.ts';
import { ROOMS, TECHNOLOGIES } from '../callflow/spec.ts';
import type { ParameterName } from './parameterCatalogue.ts';

/** One argument of an order: what a form asks for, and what holds when nothing is said. */
export type ArgSpec =
  | { readonly name: string; readonly kind: 'servers' | 'areas'; readonly default: 'all' }
  | {
      readonly name: string;
      readonly kind: 'rooms';
      readonly options: readonly string[];
      readonly default: readonly string[];
    }
  | {
      readonly name: string;
      readonly kind: 'choice';
      readonly options: readonly string[];
      readonly default: string;
    }
  | { readonly name: string; readonly kind: 'flag'; readonly default: boolean }
  | {
      readonly name: string;
      readonly kind: 'minutes' | 'share' | 'factor';
      readonly min: number;
      readonly max: number;
      readonly step: number;
      /** A number, or the parameter of the scenario that holds it. */
      readonly default: number | ParameterName;
    };

export interface OrderSpec {
  readonly type: OrderType;
  /** Chapter of the drawer: the network, the substitute numbers, the public, the rooms. */
  readonly group: 'network' | 'numbers' | 'public' | 'rooms';
  readonly args: readonly ArgSpec[];
}

const servers: ArgSpec = { name: 'servers', kind: 'servers', default: 'all' };
const areas: ArgSpec = { name: 'areas', kind: 'areas', default: 'all' };
const rooms: ArgSpec = { name: 'rooms', kind: 'rooms', options: ROOMS, default: ROOMS };

export const ORDER_CATALOGUE: readonly OrderSpec[] = [
  {
    type: 'operation',
    group: 'network',
    args: [
      servers,
      { name: 'spacingMin', kind: 'minutes', min: 0, max: 600, step: 1, default: 'operation_spacing' },
    ],
  },
  { type: 'rollback', group: 'network', args: [servers] },
  { type: 'warmRestart', group: 'network', args: [servers] },
  { type: 'coldRestart', group: 'network', args: [servers] },
  {
    type: 'restartOneByOne',
    group: 'network',
    args: [
      servers,
      { name: 'kind', kind: 'choice', options: ['warm', 'cold'], default: 'cold' },
      { name: 'watchMin', kind: 'minutes', min: 0, max: 600, step: 1, default: 15 },
    ],
  },
  { type: 'isolate', group: 'network', args: [servers, { name: 'on', kind: 'flag', default: true }] },
  {
    type: 'throttle',
    group: 'network',
    args: [{ name: 'share', kind: 'share', min: 0, max: 1, step: 0.05, default: 'throttle_max' }],
  },
  { type: 'goAround', group: 'network', args: [areas] },
  { type: 'patch', group: 'network', args: [servers] },
  { type: 'cutAccess', group: 'network', args: [servers] },
  {
    type: 'openNumbers',
    group: 'numbers',
    args: [
      areas,
      rooms,
      { name: 'technology', kind: 'choice', options: [...TECHNOLOGIES, 'inventory'], default: 'inventory' },
    ],
  },
  {
    type: 'publishNumbers',
    group: 'numbers',
    args: [
      areas,
      { name: 'tested', kind: 'flag', default: false },
      { name: 'reach', kind: 'share', min: 0, max: 1, step: 0.05, default: 0.5 },
    ],
  },
  { type: 'withdrawNumbers', group: 'numbers', args: [areas] },
  {
    type: 'advise',
    group: 'public',
    args: [
      { name: 'wording', kind: 'choice', options: ['mobile', 'landline', 'any', 'goThere'], default: 'any' },
    ],
  },
  {
    type: 'staff',
    group: 'rooms',
    args: [areas, rooms, { name: 'factor', kind: 'factor', min: 0, max: 10, step: 0.25, default: 2 }],
  },
];

export function orderSpec(type: OrderType): OrderSpec {
  const spec = ORDER_CATALOGUE.find((candidate) => candidate.type === type);
  if (spec === undefined) throw new RangeError(`order without a catalogue entry: ${type}`);
  return spec;
}
