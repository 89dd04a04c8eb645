import type { Refusal } from '../../session/playProtocol.ts';

/** Only people are missing, and they will be back: it can be ordered for then. */
export const canWait = (refusal: Refusal | null): boolean =>
  refusal?.code === 'people' && refusal.params['until'] !== undefined;
