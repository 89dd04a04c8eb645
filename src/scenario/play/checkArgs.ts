import type { Findings } from './checking.ts';
import type { ActSpec } from './types.ts';

/** Arguments given to acts are among those that they ask for, or that their orders take. */
export function checkArgs(
  found: Findings,
  path: string,
  args: Readonly<Record<string, unknown>> | undefined,
  acts: readonly ActSpec<string>[],
): void {
  const known = acts.flatMap((act) => [
    ...act.asks.map((ask) => ask.name),
    ...act.effects.flatMap((effect) => (effect.op === 'order' ? Object.keys(effect.args) : [])),
  ]);
  for (const name of Object.keys(args ?? {})) found.known(`${path}.${name}`, name, known);
}
