import * as v from 'valibot';
import { clockTimeSchema, scenarioOrderSchema } from './orderSchema.ts';
import { GROUPS, PARAMETER_NAMES, type ParameterName, UNITS } from './parameterCatalogue.ts';

/**
 * Shape of a scenario file. What binds one part to another (servers that exist, shares that sum to 1, times
 * within the clock) is in `checks.ts`.
 */
export const FORMAT = 1;

/**
 * Where a value comes from: a published figure; computed from published figures; chosen without one; or fitted
 * so that the model meets a published total.
 */
export const STATUSES = ['sourced', 'derived', 'assumed', 'fitted'] as const;
export type Status = (typeof STATUSES)[number];

/** Official text; official finding quoted by others; press; testimony of one service; inferred. */
export const CONFIDENCES = ['O', 'O*', 'P', 'W', 'I'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Moments timed from the trigger, in every run and in 2021. */
export const MILESTONES = [
  'noticed',
  'emergencyImpactKnown',
  'authoritiesTold',
  'firstPublicWord',
  'operatorCell',
  'cic',
  'firstValidNumber',
  'adviceOnNumbers',
  'otherOperatorsTold',
  'restored',
] as const;
export type Milestone = (typeof MILESTONES)[number];

/** Who gives an order: functions, never persons. */
export const ACTORS = [
  'operator_network',
  'operator_crisis',
  'samu',
  'rescue_services',
  'prefects',
  'interior',
  'health',
  'viewer',
] as const;

/** What may be behind the failures. */
export const FAULTS = ['bug', 'attack', 'otherVendor', 'cut'] as const;
export type Fault = (typeof FAULTS)[number];

const filled = v.pipe(v.string(), v.nonEmpty());
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const duration = v.pipe(v.number(), v.minValue(0), v.maxValue(600));
const positive = v.pipe(v.number(), v.minValue(0.1), v.maxValue(600));
const provenance = { status: v.picklist(STATUSES), source: v.string() };

const parameterEntrySchema = v.strictObject({
  value: v.number(),
  unit: v.picklist(UNITS),
  /** Plausible range: what the sensitivity command sweeps and the drawer offers. */
  min: v.number(),
  max: v.number(),
  ...provenance,
  group: v.picklist(GROUPS),
  /** May be changed from the drawer. */
  main: v.optional(v.boolean()),
});

const parameterEntries = Object.fromEntries(
  PARAMETER_NAMES.map((name) => [name, parameterEntrySchema]),
) as Record<ParameterName, typeof parameterEntrySchema>;

const serverSchema = v.strictObject({
  id: filled,
  name: filled,
  site: filled,
  weight: v.pipe(v.number(), v.minValue(0.01), v.maxValue(100)),
  /** Minutes; the parameter `reboot` when absent. */
  rebootMin: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(120))),
  partner: filled,
  ...provenance,
});

const homeRule = { home: filled, overflow: v.optional(share), ...provenance };

export const sectionSchemas = {
  format: v.literal(FORMAT),
  id: filled,
  clock: v.strictObject({
    start: clockTimeSchema,
    shownFrom: clockTimeSchema,
    trigger: clockTimeSchema,
    windowEnd: clockTimeSchema,
    end: clockTimeSchema,
  }),
  parameters: v.strictObject(parameterEntries),
  network: v.strictObject({
    servers: v.pipe(v.array(serverSchema), v.nonEmpty()),
    /** Each region's rule, then départements that differ. The parameter `overflow` when a rule gives none. */
    homing: v.strictObject({
      regions: v.array(v.strictObject({ region: filled, ...homeRule })),
      exceptions: v.array(v.strictObject({ area: filled, ...homeRule })),
    }),
    /** Départements whose rooms are reached over IP; all others are on copper. */
    ipAreas: v.array(v.strictObject({ area: filled, ...provenance })),
    ordinaryProfile: v.strictObject({
      points: v.pipe(
        v.array(v.strictTuple([clockTimeSchema, v.pipe(v.number(), v.minValue(0))])),
        v.minLength(2),
      ),
      ...provenance,
    }),
  }),
  /** What makes one evening differ from another; absent when the cause is known and the places are those of the file. */
  causes: v.optional(
    v.strictObject({
      /** How often each is the cause; they sum to 1. */
      shares: v.strictObject({ bug: share, attack: share, otherVendor: share, cut: share, ...provenance }),
      /** Time to cut remote access, and to send somebody where it does not lead, minutes; servers it never leads to. */
      access: v.strictObject({
        cutDelayMin: duration,
        onSiteMin: duration,
        outOfReach: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
        ...provenance,
      }),
      /** Minutes after the trigger: first strike, last ones at a drawn time between two; mean interval; duration. */
      attack: v.strictObject({
        fromMin: duration,
        untilMin: v.strictTuple([duration, duration]),
        everyMin: positive,
        downMin: positive,
        ...provenance,
      }),
      /** Share of the calls they take that the servers of the other make lose at the busiest hour. */
      otherVendor: v.strictObject({ loss: share, ...provenance }),
      /** Minutes after the trigger to the repair, drawn between two; traffic that a server bears over its busiest hour's. */
      cut: v.strictObject({
        untilMin: v.strictTuple([duration, duration]),
        headroom: v.pipe(v.number(), v.minValue(1), v.maxValue(10)),
        ...provenance,
      }),
    }),
  ),
  demand: v.strictObject({
    hourly: v.strictObject({ shares: v.pipe(v.array(share), v.length(24)), ...provenance }),
  }),
  chronology: v.array(
    v.strictObject({
      at: clockTimeSchema,
      /** Text under `scenario:chronology.<key>`. */
      key: filled,
      confidence: v.picklist(CONFIDENCES),
      source: filled,
      /** Shown on the rim: documented times only. */
      ghost: v.boolean(),
      milestone: v.optional(v.picklist(MILESTONES)),
    }),
  ),
  orders: v.array(scenarioOrderSchema),
};

export const scenarioSchema = v.strictObject(sectionSchemas);

export type ScenarioFile = v.InferOutput<typeof scenarioSchema>;
export type SectionName = keyof typeof sectionSchemas;
