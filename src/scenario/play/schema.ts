import * as v from 'valibot';
import type { OrderType } from '../../callflow/orders.ts';
import { ROOMS } from '../../callflow/spec.ts';
import { ORDER_CATALOGUE } from '../orderCatalogue.ts';
import { clockTimeSchema } from '../orderSchema.ts';
import {
  appointmentSchema,
  dilemmaSchema,
  envelopeSchema,
  eventSchema,
  tempoSchema,
} from './choiceSchema.ts';
import { args, count, filled, minutes, people, shapeBy, share } from './parts.ts';
import { playRulesSchema } from './playRules.ts';
import { DOOR_AUTHORITIES, PERSONS, RECIPIENTS } from './recipients.ts';
import { SENSOR_IDS } from './sensors.ts';
import { AUTHORITIES, DOCTRINES, GIVENS } from './types.ts';
import type { Cost } from './vocabulary.ts';
import {
  CHANNELS,
  CORE_SEATS,
  COSTS,
  FACTS,
  OPTIONAL_ACTORS,
  OPTIONAL_TAGS,
  RELATIONS,
  STANDINGS,
  TAGS,
} from './vocabulary.ts';

/**
 * Shapes of the files of the play. What binds one entry to another (acts, pools and functions that exist, doors,
 * sums, counts) is in the files that begin with `check`. Dilemmas, events, mail and tempo are in `choiceSchema.ts`.
 */
export const PLAY_FORMAT = 1;

const format = v.literal(PLAY_FORMAT);
const seat = v.picklist(CORE_SEATS);
const operators = v.literal('operators');
const actor = v.picklist([...CORE_SEATS, ...OPTIONAL_ACTORS]);
const fact = v.picklist(FACTS);
const facts = v.array(fact);
const tag = v.picklist([...new Set(Object.values(TAGS).flat())]);
const optionalTag = v.picklist(Object.values(OPTIONAL_TAGS).flat());
const cost = v.picklist(COSTS);
const costs = v.pipe(v.array(cost), v.nonEmpty()) as unknown as v.GenericSchema<unknown, [Cost, ...Cost[]]>;
const orderTypes: readonly OrderType[] = ORDER_CATALOGUE.map((entry) => entry.type);
const sensor = v.picklist(SENSOR_IDS);
const recipients = v.pipe(v.array(v.picklist(RECIPIENTS)), v.nonEmpty());
const rooms = v.pipe(v.array(v.picklist(ROOMS)), v.nonEmpty());
const when = { when: v.exactOptional(v.literal('begin')), given: v.exactOptional(v.picklist(GIVENS)) };
const factor = v.pipe(v.number(), v.minValue(0.1), v.maxValue(3));

const message = { to: recipients, channel: v.picklist(CHANNELS), facts, ...when };

export const effectSchema = shapeBy('op', {
  order: v.strictObject({
    op: v.literal('order'),
    type: v.picklist(orderTypes),
    args,
    entries: v.exactOptional(v.picklist(['tested', 'faulty', 'asKnown'])),
    ...when,
  }),
  sense: v.strictObject({
    op: v.literal('sense'),
    sensor,
    numbers: v.exactOptional(v.literal(true)),
    everyOrigin: v.exactOptional(v.literal(true)),
    ends: v.exactOptional(v.literal(true)),
    ...when,
  }),
  hold: v.strictObject({
    op: v.literal('hold'),
    fact,
    confidence: share,
    about: v.exactOptional(args),
    ...when,
  }),
  tell: v.strictObject({
    op: v.literal('tell'),
    ...message,
    claimed: v.exactOptional(share),
    range: v.exactOptional(v.literal(true)),
    inConfidence: v.exactOptional(v.literal(true)),
    losses: v.exactOptional(v.literal(true)),
  }),
  ask: v.strictObject({ op: v.literal('ask'), ...message }),
  authority: v.strictObject({ op: v.literal('authority'), authority: v.picklist(AUTHORITIES), ...when }),
  capacity: v.strictObject({ op: v.literal('capacity'), rooms, factor, minutes, ...when }),
  spend: v.strictObject({
    op: v.literal('spend'),
    rooms,
    after: minutes,
    spread: v.exactOptional(minutes),
    factor,
    ...when,
  }),
  presence: v.strictObject({
    op: v.literal('presence'),
    share,
    minutes,
    crews: v.exactOptional(v.literal(true)),
    ...when,
  }),
  callOff: v.strictObject({ op: v.literal('callOff'), ...when }),
  machine: v.strictObject({ op: v.literal('machine'), event: filled, to: v.exactOptional(actor), ...when }),
  trust: v.strictObject({
    op: v.literal('trust'),
    relation: v.picklist(RELATIONS),
    step: v.picklist([-1, 1]),
    ...when,
  }),
  occupy: v.strictObject({ op: v.literal('occupy'), seat, pool: filled, people: count, minutes, ...when }),
});

const pool = {
  id: filled,
  people: count,
  routine: people,
  from: v.exactOptional(tag),
  undone: v.exactOptional(
    v.strictObject({ after: minutes, effects: v.pipe(v.array(effectSchema), v.nonEmpty()) }),
  ),
};

const askSchema = v.strictObject({
  name: filled,
  kind: v.picklist([
    'servers',
    'areas',
    'rooms',
    'number',
    'origin',
    'technology',
    'share',
    'time',
    'wording',
    'recipients',
  ]),
  required: v.exactOptional(v.literal(true)),
});

const act = {
  id: filled,
  function: filled,
  group: v.picklist(['look', 'repair', 'tell', 'decide', 'help']),
  needs: v.strictObject({
    tags: v.exactOptional(v.pipe(v.array(tag), v.nonEmpty())),
    anyTags: v.exactOptional(v.pipe(v.array(tag), v.nonEmpty())),
    optionalTags: v.exactOptional(v.pipe(v.array(optionalTag), v.nonEmpty())),
    stands: v.exactOptional(v.strictObject({ what: v.picklist(STANDINGS), door: v.exactOptional(filled) })),
    pool: filled,
    people: count,
    authority: v.exactOptional(v.picklist(AUTHORITIES)),
  }),
  minutes: v.pipe(v.number(), v.minValue(1), v.maxValue(240)),
  costs,
  effects: v.pipe(v.array(effectSchema), v.nonEmpty()),
  door: v.exactOptional(filled),
  restsOn: facts,
  seenBy: v.pipe(v.array(v.picklist(['own', 'state', 'operators', 'press', 'public'])), v.nonEmpty()),
  repeat: v.boolean(),
  asks: v.array(askSchema),
  measure: v.exactOptional(filled),
};

const rule = {
  id: filled,
  act: filled,
  args: v.exactOptional(args),
  when: v.strictObject({
    holds: v.exactOptional(facts),
    tags: v.exactOptional(v.array(tag)),
    lacksTags: v.exactOptional(v.array(tag)),
    after: v.exactOptional(v.array(filled)),
    from: v.exactOptional(clockTimeSchema),
  }),
  delay: minutes,
  spread: minutes,
  doors: v.array(
    v.strictObject({
      fact: v.exactOptional(fact),
      person: v.exactOptional(v.picklist(PERSONS)),
      authority: v.exactOptional(v.picklist(DOOR_AUTHORITIES)),
      factor: v.pipe(v.number(), v.minValue(0.01), v.maxValue(1)),
    }),
  ),
};

const measureEffectSchema = shapeBy('op', {
  parameter: v.strictObject({ op: v.literal('parameter'), name: filled, value: v.number() }),
  serversOneByOne: v.strictObject({ op: v.literal('serversOneByOne') }),
  nightWindow: v.strictObject({ op: v.literal('nightWindow') }),
  technology: v.strictObject({ op: v.literal('technology'), shareIp: share }),
  otherVendor: v.strictObject({
    op: v.literal('otherVendor'),
    servers: v.pipe(v.array(filled), v.nonEmpty()),
  }),
  testedList: v.strictObject({ op: v.literal('testedList') }),
  sensor: v.strictObject({ op: v.literal('sensor'), seat, sensor, delayMin: minutes }),
  delay: v.strictObject({
    op: v.literal('delay'),
    act: filled,
    factor: v.pipe(v.number(), v.minValue(0.05), v.maxValue(1)),
  }),
  act: v.strictObject({ op: v.literal('act'), act: filled }),
  startTag: v.strictObject({ op: v.literal('startTag'), seat, tag }),
  rule: v.strictObject({ op: v.literal('rule'), rule: v.strictObject({ seat, ...rule }) }),
  setting: v.strictObject({
    op: v.literal('setting'),
    actor,
    name: filled,
    value: v.union([v.number(), v.boolean()]),
  }),
});

const seatSchema = v.strictObject({
  seat,
  functions: v.pipe(v.array(filled), v.nonEmpty()),
  goals: v.pipe(v.array(filled), v.length(3)),
  pull: filled,
  sees: v.array(sensor),
  lines: v.pipe(
    v.array(
      v.strictObject({
        id: filled,
        at: clockTimeSchema,
        act: v.exactOptional(filled),
        event: v.exactOptional(filled),
        dilemma: v.exactOptional(filled),
        envelope: v.exactOptional(filled),
        otherwise: v.exactOptional(v.array(filled)),
      }),
    ),
    v.length(5),
  ),
});

const measureSchema = v.strictObject({
  id: filled,
  number: count,
  from: filled,
  cost: v.picklist([1, 2, 3]),
  in2021: v.literal(false),
  inLaw: v.boolean(),
  effects: v.pipe(v.array(measureEffectSchema), v.nonEmpty()),
});

const doctrine = v.picklist(DOCTRINES);

/** One schema a file, by its name without `.json`. */
export const partSchemas = {
  seats: v.strictObject({
    format,
    seats: v.array(seatSchema),
    pools: v.array(v.strictObject({ seat, ...pool })),
    operatorPools: v.array(v.strictObject({ seat: operators, ...pool })),
    rules: playRulesSchema,
  }),
  acts: v.strictObject({
    format,
    acts: v.array(v.strictObject({ seat, ...act })),
    operatorActs: v.array(v.strictObject({ seat: operators, ...act })),
  }),
  measures: v.strictObject({ format, measures: v.array(measureSchema) }),
  dilemmas: v.strictObject({ format, dilemmas: v.array(dilemmaSchema) }),
  events: v.strictObject({ format, events: v.array(eventSchema) }),
  envelopes: v.strictObject({ format, envelopes: v.array(envelopeSchema) }),
  tempo: v.strictObject({
    format,
    plans: v.array(tempoSchema),
    appointments: v.array(appointmentSchema),
  }),
  doctrines: v.strictObject({
    format,
    doctrines: v.array(
      v.strictObject({ id: doctrine, seat, rules: v.array(v.strictObject({ seat, ...rule })) }),
    ),
    operatorDoctrines: v.array(
      v.strictObject({
        id: doctrine,
        seat: operators,
        rules: v.array(v.strictObject({ seat: operators, ...rule })),
      }),
    ),
  }),
};

export type PartName = keyof typeof partSchemas;
export const PART_NAMES = Object.keys(partSchemas) as readonly PartName[];
