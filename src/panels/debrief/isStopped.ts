import type { DebriefModel } from '../../session/playProtocol.ts';

/** Whether it ended before the evening did: what is told of it is told of that minute. */
export function isStopped(
  { at }: Pick<DebriefModel, 'at'>,
  { clock }: { readonly clock: { readonly windowEnd: number } },
): boolean {
  return at < clock.windowEnd;
}
