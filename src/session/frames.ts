import * as v from 'valibot';
import { err, ok } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { ROOMS } from '../callflow/spec.ts';
import type { Request } from './protocol.ts';

const finite = v.pipe(v.number(), v.finite());
const seed = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff));
const set = v.record(v.string(), v.union([finite, v.string()]));
/** Orders are checked one by one against the scenario, where errors can say what was expected. */
const orders = v.nullable(v.array(v.looseObject({ type: v.string() })));
const selection = v.nullable(
  v.variant('kind', [
    v.strictObject({ kind: v.literal('area'), code: v.string() }),
    v.strictObject({ kind: v.literal('server'), id: v.string() }),
    v.strictObject({ kind: v.literal('centre'), code: v.string(), room: v.picklist(ROOMS) }),
  ]),
);

const frame = v.variant('type', [
  v.strictObject({ type: v.literal('start'), seed, at: finite, set, orders }),
  v.strictObject({ type: v.literal('play') }),
  v.strictObject({ type: v.literal('pause') }),
  v.strictObject({ type: v.literal('speed'), value: v.pipe(finite, v.minValue(1), v.maxValue(60)) }),
  v.strictObject({ type: v.literal('jump'), at: finite }),
  v.strictObject({ type: v.literal('select'), selection }),
  v.strictObject({ type: v.literal('hash') }),
  v.strictObject({ type: v.literal('story'), attempt: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.strictObject({
    type: v.literal('compare'),
    set,
    orders,
    seeds: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(1000)),
  }),
  v.strictObject({ type: v.literal('stopCompare') }),
]);

/** Where a frame went wrong, and what was found there. */
export interface FrameError {
  readonly path: string;
  readonly found: string;
}

/** Reads a client's frame; nothing is done with one that does not fit. */
export function readFrame(data: unknown): Result<Request, FrameError> {
  const parsed = v.safeParse(frame, data);
  if (parsed.success) return ok(parsed.output as unknown as Request);
  const issue = parsed.issues[0];
  return err({ path: v.getDotPath(issue) ?? 'type', found: issue.received });
}
