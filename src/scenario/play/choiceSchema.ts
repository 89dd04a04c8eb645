import * as v from 'valibot';
import { ROOMS } from '../../callflow/spec.ts';
import { FAULTS } from '../schema.ts';
import { ORDER_CATALOGUE } from '../orderCatalogue.ts';
import { clockTimeSchema } from '../orderSchema.ts';
import { args, count, filled, minutes, shapeBy, share } from './parts.ts';
import { FIGURES, READERS, SIGNS } from './choices.ts';
import { SENDERS } from './recipients.ts';
import { SENSOR_IDS } from './sensors.ts';
import { BEAT_KINDS } from './tempo.ts';
import {
  CHANNELS,
  CORE_SEATS,
  COSTS,
  FACTS,
  OPTIONAL_ACTORS,
  RELATIONS,
  STANDINGS,
  TAGS,
} from './vocabulary.ts';

/** Shapes of dilemmas, events, mail and tempo plans. What binds them together is in `checkChoices.ts` and after. */
const seat = v.picklist(CORE_SEATS);
const seats = v.pipe(v.array(seat), v.nonEmpty());
const actor = v.picklist([...CORE_SEATS, ...OPTIONAL_ACTORS]);
const fact = v.picklist(FACTS);
const tag = v.picklist([...new Set(Object.values(TAGS).flat())]);
const channel = v.picklist(CHANNELS);
const sender = v.picklist(SENDERS);
const window = v.strictTuple([clockTimeSchema, clockTimeSchema]);
const factor = v.pipe(v.number(), v.minValue(0.1), v.maxValue(3));
const step = v.picklist([-1, 1]);
const figures = v.picklist(FIGURES);
const signs = v.pipe(v.array(v.picklist(SIGNS)), v.nonEmpty());

const said = { fact, about: args, confidence: share };
const saidFact = v.strictObject(said);

const amount = shapeBy('kind', {
  share: v.strictObject({ kind: v.literal('share'), share }),
  calls: v.strictObject({ kind: v.literal('calls'), calls: count }),
  bursts: v.strictObject({
    kind: v.literal('bursts'),
    events: v.pipe(v.number(), v.minValue(0), v.maxValue(60)),
    size: v.pipe(v.number(), v.minValue(1), v.maxValue(20)),
  }),
});

const worldEffect = shapeBy('op', {
  envelope: v.strictObject({
    op: v.literal('envelope'),
    key: filled,
    from: sender,
    to: seats,
    channel,
    facts: v.array(saidFact),
    figures: v.exactOptional(figures),
    signs: v.exactOptional(signs),
    vital: v.exactOptional(v.literal(true)),
  }),
  sense: v.strictObject({ op: v.literal('sense'), sensor: v.picklist(SENSOR_IDS) }),
  hold: v.strictObject({ op: v.literal('hold'), seat, by: v.picklist(['media', 'hearsay']), ...said }),
  load: v.strictObject({
    op: v.literal('load'),
    series: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(15)),
    where: v.picklist(['all', 'home', 'drawn', 'zone']),
    minutes,
    need: v.boolean(),
    amount,
  }),
  capacity: v.strictObject({
    op: v.literal('capacity'),
    rooms: v.pipe(v.array(v.picklist(ROOMS)), v.nonEmpty()),
    factor,
    minutes,
  }),
  order: v.strictObject({
    op: v.literal('order'),
    type: v.picklist(ORDER_CATALOGUE.map((entry) => entry.type)),
    args,
  }),
  machine: v.strictObject({ op: v.literal('machine'), to: actor, event: filled }),
  trust: v.strictObject({ op: v.literal('trust'), relation: v.picklist(RELATIONS), step }),
  occupy: v.strictObject({ op: v.literal('occupy'), seat, pool: filled, people: count, minutes }),
  contact: v.strictObject({ op: v.literal('contact'), seat, by: seat }),
  residual: v.strictObject({
    op: v.literal('residual'),
    areas: v.union([count, v.literal('home')]),
    share,
  }),
});
const worldEffects = v.array(worldEffect);

const trait = shapeBy('op', {
  parameter: v.strictObject({ op: v.literal('parameter'), name: filled, factor }),
  setting: v.strictObject({ op: v.literal('setting'), actor, name: filled, factor }),
  patch: v.strictObject({ op: v.literal('patch'), cures: v.literal(false) }),
  instrument: v.strictObject({ op: v.literal('instrument'), name: filled, value: v.number() }),
});

const names = v.pipe(v.array(filled), v.nonEmpty());

const seatDid = v.strictObject({
  seat,
  tags: v.exactOptional(v.pipe(v.array(tag), v.nonEmpty())),
  acts: v.exactOptional(names),
  told: v.exactOptional(v.strictObject({ to: names, facts: v.pipe(v.array(fact), v.nonEmpty()) })),
  chosen: v.exactOptional(names),
});

const outcome = v.strictObject({
  outcome: filled,
  p: v.exactOptional(share),
  causes: v.exactOptional(v.pipe(v.array(v.picklist(FAULTS)), v.nonEmpty())),
  traits: v.exactOptional(v.pipe(v.array(trait), v.nonEmpty())),
  effects: v.exactOptional(
    v.pipe(
      v.array(
        v.strictObject({
          at: v.exactOptional(clockTimeSchema),
          after: v.exactOptional(minutes),
          options: v.exactOptional(names),
          unless: v.exactOptional(names),
          done: v.exactOptional(seatDid),
          effect: worldEffect,
        }),
      ),
      v.nonEmpty(),
    ),
  ),
});
const outcomes = v.array(outcome);

const source = shapeBy('by', {
  world: v.strictObject({ by: v.literal('world'), reader: v.picklist(READERS) }),
  cause: v.strictObject({ by: v.literal('cause'), attack: filled, otherwise: filled }),
  event: v.strictObject({ by: v.literal('event'), event: filled, drawn: filled, otherwise: filled }),
  dilemma: v.strictObject({ by: v.literal('dilemma'), dilemma: filled, same: v.record(filled, filled) }),
});

const trigger = v.strictObject({
  holds: v.exactOptional(v.array(fact)),
  lacks: v.exactOptional(v.array(fact)),
  tags: v.exactOptional(v.array(tag)),
  stands: v.exactOptional(v.picklist(STANDINGS)),
  event: v.exactOptional(filled),
  given: v.exactOptional(seatDid),
  persons: v.exactOptional(v.literal(true)),
});

export const dilemmaSchema = v.strictObject({
  id: filled,
  seat,
  window,
  open: v.pipe(v.number(), v.minValue(10), v.maxValue(90)),
  trigger,
  settled: v.exactOptional(seatDid),
  rests: v.exactOptional(
    v.array(
      v.union([v.strictObject({ fact }), v.strictObject({ letters: v.pipe(v.array(filled), v.nonEmpty()) })]),
    ),
  ),
  letter: v.exactOptional(
    v.strictObject({
      from: v.picklist([...CORE_SEATS, ...SENDERS]),
      channel,
      facts: v.array(saidFact),
      figures: v.exactOptional(figures),
      trigger: v.exactOptional(trigger),
    }),
  ),
  signs: v.exactOptional(signs),
  options: v.pipe(
    v.array(
      v.strictObject({
        id: filled,
        acts: v.array(filled),
        together: v.exactOptional(v.literal(true)),
        bySaying: v.exactOptional(v.literal(true)),
        answeredBy: v.exactOptional(v.string()),
        costs: v.pipe(v.array(v.picklist(COSTS)), v.nonEmpty()),
        args: v.exactOptional(args),
      }),
    ),
    v.minLength(2),
  ),
  ignored: v.nullable(v.string()),
  drawn: v.pipe(outcomes, v.nonEmpty()),
  source: v.exactOptional(source),
});

const conditions = { unless: v.exactOptional(seatDid), given: v.exactOptional(seatDid) };

export const eventSchema = v.strictObject({
  id: filled,
  number: count,
  at: v.exactOptional(clockTimeSchema),
  window: v.exactOptional(window),
  ...conditions,
  probability: share,
  harmless: v.boolean(),
  to: seats,
  message: v.exactOptional(v.strictObject({ from: sender, channel, facts: v.array(saidFact) })),
  beat: v.array(seat),
  signs: v.exactOptional(signs),
  kept: v.exactOptional(v.literal(true)),
  effects: worldEffects,
  follows: v.array(v.strictObject({ after: minutes, ...conditions, effects: worldEffects })),
  drawn: outcomes,
});

export const envelopeSchema = v.strictObject({
  id: filled,
  seat,
  from: sender,
  channel,
  window,
  beat: v.exactOptional(v.literal(true)),
  guided: v.exactOptional(v.literal(true)),
  early: v.exactOptional(v.literal(true)),
  facts: v.array(saidFact),
  figures: v.exactOptional(figures),
  signs: v.exactOptional(signs),
  otherwise: v.exactOptional(filled),
  ...conditions,
  asks: v.exactOptional(v.pipe(v.array(fact), v.nonEmpty())),
  unanswered: v.exactOptional(v.strictObject({ after: minutes, effects: worldEffects })),
});

const speed = v.pipe(v.number(), v.minValue(1), v.maxValue(60));
const realSeconds = v.pipe(v.number(), v.minValue(10), v.maxValue(1200));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20));

export const tempoSchema = v.strictObject({
  id: filled,
  from: clockTimeSchema,
  to: clockTimeSchema,
  stretches: v.pipe(
    v.array(
      v.strictObject({
        from: clockTimeSchema,
        speed,
        dilemmaMin: v.pipe(v.number(), v.minValue(1), v.maxValue(120)),
        jump: v.exactOptional(v.literal(true)),
      }),
    ),
    v.nonEmpty(),
  ),
  acts: v.pipe(
    v.array(
      v.strictObject({
        from: clockTimeSchema,
        fewest: whole,
        most: whole,
        harmless: whole,
        news: whole,
        apart: minutes,
      }),
    ),
    v.nonEmpty(),
  ),
  pausesAt: v.array(v.picklist(BEAT_KINDS)),
  lull: v.exactOptional(
    v.strictObject({
      after: v.pipe(v.number(), v.minValue(5), v.maxValue(120)),
      times: v.pipe(v.number(), v.minValue(1), v.maxValue(10)),
      most: speed,
    }),
  ),
  composing: speed,
  dilemmaSeconds: realSeconds,
  readingSeconds: realSeconds,
  quietSeconds: realSeconds,
  guided: v.boolean(),
});

export const appointmentSchema = v.strictObject({
  id: filled,
  at: clockTimeSchema,
  seats,
  event: v.exactOptional(filled),
  honoured: v.exactOptional(
    v.array(
      v.strictObject({ seat, acts: v.pipe(v.array(filled), v.nonEmpty()), since: v.exactOptional(filled) }),
    ),
  ),
});
