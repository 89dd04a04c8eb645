import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DOOR_AUTHORITIES, RECIPIENTS, SENDERS } from '../../src/scenario/play/recipients.ts';
import { SENSOR_IDS } from '../../src/scenario/play/sensors.ts';
import { DOCTRINES } from '../../src/scenario/play/types.ts';
import {
  CHANNELS,
  CORE_SEATS,
  COSTS,
  FACTS,
  OPTIONAL_TAGS,
  RELATIONS,
  DOUBLED,
  STANDINGS,
  TAGS,
  TRUST_STEPS,
} from '../../src/scenario/play/vocabulary.ts';
import { play } from './playSample.ts';

type Texts = { readonly [key: string]: string | Texts };

const read = (language: string): Texts =>
  JSON.parse(readFileSync(new URL(`../../locales/${language}/play.json`, import.meta.url), 'utf8')) as Texts;

/** Dotted keys under one group of texts, each with its text. */
function flat(texts: Texts | string | undefined, path = ''): Record<string, string> {
  if (texts === undefined) return {};
  if (typeof texts === 'string') return { [path]: texts };
  return Object.assign(
    {},
    ...Object.entries(texts).map(([key, inner]) => flat(inner, path === '' ? key : `${path}.${key}`)),
  ) as Record<string, string>;
}

const words = (text: string): number => text.split(/\s+/).length;
const { acts, operators, seats, pools, measures, dilemmas, events, envelopes, appointments, doctrines } =
  play();

/** Keys of the messages that dilemmas and events may send. */
function envelopeKeys(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  const { op, key } = data as { op?: unknown; key?: unknown };
  const own = op === 'envelope' && typeof key === 'string' ? [key] : [];
  return [...own, ...Object.values(data).flatMap(envelopeKeys)];
}
const everyAct = [...acts, ...operators.acts];
const each = (ids: readonly string[], ...fields: readonly string[]): string[] =>
  ids.flatMap((id) => (fields.length === 0 ? [id] : fields.map((field) => `${id}.${field}`)));

/** Messages that the exercise itself sends (`src/exercise`), by their key. */
const ENGINE_MESSAGES = [
  'answer',
  'nothingToSay',
  'vendorCall',
  'patchReady',
  'pollAnswered',
  'localLists',
  'detourAgreed',
  'pressAsks',
  'phoneAnswer',
  'phoneNothing',
  'phoneNoted',
];

const rules = doctrines.flatMap((doctrine) => doctrine.rules);
const doors = rules.flatMap((rule) => rule.doors);

/** What the sentences of the machines' reasons are made of. */
const REASONS = {
  done: rules.flatMap(({ when }) => when.after ?? []),
  known: [...rules.flatMap(({ when }) => when.holds ?? []), ...doors.flatMap(({ fact }) => fact ?? [])],
  state: rules.flatMap(({ when }) => when.tags ?? []),
  lacks: rules.flatMap(({ when }) => when.lacksTags ?? []),
  hour: rules.flatMap(({ when: { after, holds, tags }, act }) =>
    (after ?? holds ?? tags) === undefined ? act : [],
  ),
  person: doors.flatMap(({ person }) => person ?? []),
  authority: doors.flatMap(({ authority }) => authority ?? []),
};

const NAMED: Readonly<Record<string, readonly string[]>> = {
  acts: each(
    everyAct.map((act) => act.id),
    'name',
    'what',
  ),
  measures: each(
    measures.map((measure) => measure.id),
    'name',
    'help',
  ),
  events: events.flatMap((event) => [
    ...each([event.id], 'subject', 'text'),
    ...event.drawn.map(({ outcome }) => `${event.id}.drawn.${outcome}`),
  ]),
  messages: each(
    [
      ...new Set([
        ...ENGINE_MESSAGES,
        ...envelopes.map(({ id }) => id),
        ...envelopeKeys([dilemmas, events, envelopes]),
        ...dilemmas.flatMap(({ id, letter }) => (letter === undefined ? [] : [`with${id}`])),
        ...everyAct
          .filter(({ effects }) => effects.some(({ op }) => op === 'tell' || op === 'ask'))
          .map(({ id }) => id),
      ]),
    ],
    'subject',
    'text',
  ),
  appointments: appointments.map(({ id }) => id),
  dilemmas: dilemmas.flatMap((dilemma) => [
    `${dilemma.id}.question`,
    `${dilemma.id}.debrief`,
    ...dilemma.options.map((option) => `${dilemma.id}.options.${option.id}`),
    ...dilemma.drawn.map((draw) => `${dilemma.id}.drawn.${draw.outcome}`),
  ]),
  facts: each(FACTS, 'statement', 'meaning'),
  seats: each(CORE_SEATS, 'name', 'you', 'sees', 'blind'),
  goals: seats.flatMap((seat) => seat.goals),
  pulls: seats.map((seat) => seat.pull),
  lines: seats.flatMap((seat) => seat.lines.map((line) => line.id)),
  functions: seats.flatMap((seat) => seat.functions.map((name) => `${seat.seat}.${name}`)),
  pools: [...pools, ...operators.pools].map((pool) => `${pool.seat}.${pool.id}`),
  undone: pools.filter(({ undone }) => undone !== undefined).map((pool) => `${pool.seat}.${pool.id}`),
  sensors: SENSOR_IDS,
  tags: [...new Set([...Object.values(TAGS), ...Object.values(OPTIONAL_TAGS)].flat())],
  standings: [...STANDINGS, ...DOUBLED],
  costs: COSTS,
  channels: CHANNELS,
  recipients: [...new Set([...RECIPIENTS, ...SENDERS])],
  why: [
    'because',
    'sooner',
    'measure',
    'and',
    'from',
    ...Object.entries(REASONS).flatMap(([part, ids]) => [...new Set(ids)].map((id) => `${part}.${id}`)),
  ],
  authorities: DOOR_AUTHORITIES,
  relations: RELATIONS,
  trust: TRUST_STEPS,
  doctrines: each(DOCTRINES, 'name', 'help'),
};

describe.each(['fr', 'en'])('in %s', (language) => {
  const texts = read(language);

  test.each(Object.keys(NAMED))('%s: everything named has its text, and nothing else', (group) => {
    expect(Object.keys(flat(texts[group])).sort()).toEqual([...NAMED[group]!].sort());
  });

  test('what an act does fits in 18 words, an event in 60, a question in 45', () => {
    const inActs = flat(texts.acts);
    const long = [
      ...Object.keys(inActs).filter((key) => key.endsWith('.what') && words(inActs[key]!) > 18),
      ...Object.entries({ ...flat(texts.events), ...flat(texts.messages) }).flatMap(([key, text]) =>
        words(text) > 60 ? [key] : [],
      ),
      ...Object.entries(flat(texts.dilemmas)).flatMap(([key, text]) => (words(text) > 45 ? [key] : [])),
    ];
    expect(long).toEqual([]);
  });

  test('names end without a stop, sentences with one', () => {
    const all = flat(texts);
    const wrong = Object.keys(all).filter((key) => {
      const stopped = /[.?!»”]$/.test(all[key]!);
      return /^(?!groups).*\.(what|text|help|meaning|question|debrief)$/.test(key)
        ? !stopped
        : key.endsWith('.name') && stopped && !/[”»]$/.test(all[key]!);
    });
    expect(wrong).toEqual([]);
  });
});
