import { formatAddress } from './address.ts';
import { encodeChanges } from './sharedChanges.ts';
import type { ClientState } from './store.ts';

/** The address of the evening shown, its applied changes included. */
export function eveningAddress(state: ClientState, at: number): string {
  const changes = state.scenario === null ? null : encodeChanges(state.applied, state.scenario);
  const { seed } = state;
  return formatAddress({ page: 'evening', seed, at, ...(changes === null ? {} : { changes }) });
}
