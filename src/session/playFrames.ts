import * as v from 'valibot';
import { err, ok } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { DOCTRINES } from '../scenario/play/types.ts';
import { CHANNELS, CORE_SEATS, FACTS } from '../scenario/play/vocabulary.ts';
import type { FrameError } from './frames.ts';
import type { PlayRequest } from './playProtocol.ts';

const finite = v.pipe(v.number(), v.finite());
const name = v.pipe(v.string(), v.maxLength(200));
const prose = v.pipe(v.string(), v.maxLength(20_000));
/** Names that a view gives to its statements, acts and messages. */
const named = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff));
const several = v.pipe(v.array(named), v.maxLength(500));
const args = v.record(v.string(), v.unknown());
const seat = v.picklist(CORE_SEATS);

const body = v.variant('type', [
  v.strictObject({
    type: v.literal('act'),
    act: name,
    args,
    rests: several,
    why: v.optional(prose),
    soon: v.optional(v.literal(true)),
  }),
  v.strictObject({ type: v.literal('unqueue'), act: name }),
  v.strictObject({ type: v.literal('stop'), act: named }),
  v.strictObject({
    type: v.literal('send'),
    to: v.pipe(v.array(name), v.maxLength(50)),
    channel: v.picklist(CHANNELS),
    statements: several,
    text: prose,
    answers: v.optional(named),
  }),
  v.strictObject({ type: v.literal('read'), message: named }),
  v.strictObject({ type: v.literal('hear'), from: name, fact: v.picklist(FACTS), about: args }),
  v.strictObject({
    type: v.literal('choose'),
    dilemma: name,
    option: name,
    soon: v.optional(v.literal(true)),
  }),
  v.strictObject({ type: v.literal('recall'), pool: name, people: v.pipe(v.number(), v.integer()) }),
  v.strictObject({ type: v.literal('write'), text: prose, statements: several }),
]);

const holder = v.variant('by', [
  v.strictObject({ by: v.literal('person') }),
  v.strictObject({ by: v.literal('machine'), doctrine: v.picklist(DOCTRINES) }),
]);
const setup = v.strictObject({
  scenario: name,
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff)),
  measures: v.array(name),
  seats: v.strictObject({ orange: holder, ministry: holder, anssi: holder, services: holder }),
  home: name,
  tempo: name,
  from: finite,
  to: finite,
  set: v.record(v.string(), v.union([finite, v.string()])),
});

const frame = v.variant('type', [
  v.strictObject({ type: v.literal('catalogue') }),
  v.strictObject({ type: v.literal('open'), setup, guided: v.boolean() }),
  v.strictObject({
    type: v.literal('resume'),
    text: v.string(),
    at: v.optional(finite),
    earlier: v.optional(v.strictObject({ text: v.string(), at: finite, from: finite })),
  }),
  v.strictObject({ type: v.literal('command'), seat, id: name, body }),
  v.strictObject({ type: v.literal('play') }),
  v.strictObject({ type: v.literal('pause') }),
  v.strictObject({
    type: v.literal('speed'),
    value: v.nullable(v.pipe(finite, v.minValue(1), v.maxValue(60))),
  }),
  v.strictObject({ type: v.literal('composing'), on: v.boolean() }),
  v.strictObject({ type: v.literal('jump'), to: v.union([finite, v.literal('beat')]) }),
  v.strictObject({ type: v.literal('automaticPause'), on: v.boolean() }),
  v.strictObject({ type: v.literal('realEvent') }),
  v.strictObject({ type: v.literal('resumeReal') }),
  v.strictObject({ type: v.literal('finish') }),
  v.strictObject({ type: v.literal('debrief') }),
  v.strictObject({
    type: v.literal('branch'),
    at: finite,
    to: v.optional(finite),
    seat: v.optional(seat),
  }),
  v.strictObject({ type: v.literal('hash') }),
]);

/** Reads a client's frame; nothing is done with one that does not fit. */
export function readPlayFrame(data: unknown): Result<PlayRequest, FrameError> {
  const parsed = v.safeParse(frame, data);
  if (parsed.success) return ok(parsed.output as unknown as PlayRequest);
  const issue = parsed.issues[0];
  return err({ path: v.getDotPath(issue) ?? 'type', found: issue.received });
}
