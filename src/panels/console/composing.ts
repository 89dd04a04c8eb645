import type { PlayClient } from '../../client/playClient.ts';

/** While a field is written in, the clock slows; it goes on when the field is left. */
export const composing = (client: PlayClient) => ({
  onFocus: () => client.send({ type: 'composing', on: true }),
  onBlur: () => client.send({ type: 'composing', on: false }),
});
