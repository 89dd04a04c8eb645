import * as v from 'valibot';
import { ROOMS, TECHNOLOGIES } from '../callflow/spec.ts';
import { parseClockTime } from './clockTime.ts';

/**
 * Shape of an order as people write it. Arguments left out take the default of `orderCatalogue.ts` or of the
 * scenario's parameters; whether servers and areas exist is checked later, when the scenario is known.
 */
const filled = v.pipe(v.string(), v.nonEmpty());
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const minutes = v.pipe(v.number(), v.minValue(0), v.maxValue(600));

// `lazy` and not `union`: a union would only say that no branch fits, not which element is wrong.
const everything = v.literal('all');
const list = v.pipe(v.array(filled), v.nonEmpty());
const choice = v.optional(
  v.lazy<v.GenericSchema<'all' | string[]>>((given) => (Array.isArray(given) ? list : everything)),
);
const rooms = v.optional(v.pipe(v.array(v.picklist(ROOMS)), v.nonEmpty()));

const timeText = v.pipe(
  v.string('time'),
  v.check((text) => parseClockTime(text) !== null, 'badTime'),
);
const timeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));

/** "HH:MM" or "HH:MM:SS". */
export const clockTimeSchema = timeText;
/** The same, or clock milliseconds. */
export const orderTimeSchema = v.lazy<v.GenericSchema<string | number>>((given) =>
  typeof given === 'number' ? timeNumber : timeText,
);

const onServers = v.strictObject({ servers: choice });

const argSchemas = {
  operation: v.strictObject({ servers: choice, spacingMin: v.optional(minutes) }),
  rollback: onServers,
  warmRestart: onServers,
  coldRestart: onServers,
  restartOneByOne: v.strictObject({
    servers: choice,
    kind: v.optional(v.picklist(['warm', 'cold'])),
    watchMin: v.optional(minutes),
  }),
  isolate: v.strictObject({ servers: choice, on: v.optional(v.boolean()) }),
  throttle: v.strictObject({ share: v.optional(share) }),
  goAround: v.strictObject({ areas: choice }),
  patch: onServers,
  cutAccess: onServers,
  openNumbers: v.strictObject({
    areas: choice,
    rooms,
    technology: v.optional(v.picklist([...TECHNOLOGIES, 'inventory'])),
  }),
  publishNumbers: v.strictObject({
    areas: choice,
    tested: v.optional(v.boolean()),
    reach: v.optional(share),
  }),
  withdrawNumbers: v.strictObject({ areas: choice }),
  advise: v.strictObject({ wording: v.optional(v.picklist(['mobile', 'landline', 'any', 'goThere'])) }),
  staff: v.strictObject({
    areas: choice,
    rooms,
    factor: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(10))),
  }),
};

const notObject = v.custom<never>(() => false);
const TYPES = Object.keys(argSchemas) as (keyof typeof argSchemas)[];

function orderOf<Extra extends v.ObjectEntries>(extra: Extra) {
  const common = { at: orderTimeSchema, by: filled, ...extra };
  const of = <Type extends keyof typeof argSchemas>(type: Type) =>
    v.strictObject({ ...common, type: v.literal(type), args: argSchemas[type] });
  const known = v.variant('type', [
    of('operation'),
    of('rollback'),
    of('warmRestart'),
    of('coldRestart'),
    of('restartOneByOne'),
    of('isolate'),
    of('throttle'),
    of('goAround'),
    of('patch'),
    of('cutAccess'),
    of('openNumbers'),
    of('publishNumbers'),
    of('withdrawNumbers'),
    of('advise'),
    of('staff'),
  ]);
  // With an unknown type the variant would stop there and say nothing of the other fields.
  const unknown = v.object({ ...common, type: v.picklist(TYPES) });
  const schemas = { known, unknown, notObject } as unknown as Readonly<Record<string, typeof known>>;
  return v.lazy((given) => schemas[fitness(given)]);
}

function fitness(given: unknown): 'known' | 'unknown' | 'notObject' {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return 'notObject';
  const type: unknown = 'type' in given ? given.type : undefined;
  return (TYPES as readonly unknown[]).includes(type) ? 'known' : 'unknown';
}

export const orderSchema = orderOf({});
/** An order of a scenario says besides whether it is known to have been given. */
export const scenarioOrderSchema = orderOf({
  status: v.picklist(['documented', 'assumed']),
  source: v.string(),
});

export type WrittenOrder = v.InferOutput<typeof orderSchema>;
