import { MINUTE } from '../../kernel/time.ts';
import type { ActSpec } from '../../scenario/play/types.ts';
import type { Exercise } from '../exercise.ts';

/** Work that goes on by itself after an act's people are free: on how many servers or départements, minutes to the first and to the last. */
export interface Lasting {
  readonly kind: 'servers' | 'areas';
  readonly of: number;
  readonly first: number;
  readonly last: number;
}

/** How long what an act sets going would last if it were ordered now with nothing chosen; null when it ends with its people. */
export function lastingOf(exercise: Exercise, { effects }: Pick<ActSpec<string>, 'effects'>): Lasting | null {
  const { network, areas } = exercise.spec;
  for (const effect of effects) {
    if (effect.op !== 'order') continue;
    if (effect.type === 'restartOneByOne') {
      const of = network.servers.length;
      const each = (effect.args['kind'] === 'warm' ? network.warmRestart : network.coldRestart) / MINUTE;
      const step = Math.round(each + Number(effect.args['watchMin']));
      return { kind: 'servers', of, first: step, last: of * step };
    }
    if (effect.type === 'goAround') {
      const copper = areas.length;
      const first = network.goAroundSetUp / MINUTE;
      const last = first + (copper - 1) * (network.goAroundPerArea / MINUTE);
      return { kind: 'areas', of: copper, first: Math.round(first), last: Math.round(last) };
    }
  }
  return null;
}
