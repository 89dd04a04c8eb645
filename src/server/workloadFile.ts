import * as v from 'valibot';
import type { Workload } from '../callflow/workload.ts';
import { Complaint } from './complaint.ts';
import { readJson } from './world.ts';

const positive = v.pipe(v.number(), v.gtValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const schema = v.pipe(
  v.object({
    N: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(256)),
    T: positive,
    NB: v.pipe(v.number(), v.integer(), v.minValue(1)),
    BW: positive,
    meanService: positive,
    meanPatience: positive,
    pRetry: share,
    meanRetry: positive,
    c: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
    block: v.array(share),
    rate: v.array(v.array(v.pipe(v.number(), v.minValue(0)))),
  }),
  v.check((w) => w.c.length === w.N && w.rate.length === w.N, 'N'),
  v.check((w) => w.block.length === w.NB && w.rate.every((row) => row.length === w.NB), 'NB'),
);

export function readWorkload(path: string): Workload {
  const result = v.safeParse(schema, readJson(path));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Complaint('cli:error.workload', { path, reason: v.getDotPath(issue) ?? issue.message });
}
