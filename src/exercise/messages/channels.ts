import { RECIPIENTS } from '../../scenario/play/recipients.ts';
import type { Channel } from '../../scenario/play/vocabulary.ts';
import { CHANNELS } from '../../scenario/play/vocabulary.ts';
import type { Refusal } from '../commands.ts';
import type { HolderId } from '../seat.ts';
import { tradeOf } from '../seat.ts';

const OF_THE_STATE = [
  'orange',
  'ministry',
  'anssi',
  'services',
  'prefects',
  'primeMinister',
  'operators',
  'hospitals',
  'neighbours',
];
const CROWDS = ['public', 'customers'];
const OF_THE_TRADE = ['services', 'neighbours', 'ministry', 'prefects', 'hospitals'];

/** Why a message cannot go to these recipients by this channel, or null. */
export function unreachable(by: HolderId, to: readonly string[], channel: Channel): Refusal | null {
  const self: readonly string[] = [by, tradeOf(by)];
  if (to.length === 0) return { code: 'unknownRecipient', params: { recipient: '' } };
  const stranger = to.find(
    (name, i) =>
      !(RECIPIENTS as readonly string[]).includes(name) || self.includes(name) || to.indexOf(name) !== i,
  );
  if (stranger !== undefined) return { code: 'unknownRecipient', params: { recipient: stranger } };
  if (!CHANNELS.includes(channel)) return { code: 'noChannel', params: { channel, recipient: to[0]! } };
  const beyond = to.find((name) => !carries(by, name, channel));
  return beyond === undefined ? null : { code: 'noChannel', params: { channel, recipient: beyond } };
}

/**
 * A crowd has no telephone number, and an operator has its customers' addresses; the official messaging is the State's and
 * the operators'; the radio is the rooms'.
 */
export function carries(by: HolderId, to: string, channel: Channel): boolean {
  switch (channel) {
    case 'public':
      return true;
    case 'crisis':
      return OF_THE_STATE.includes(to);
    case 'radio':
      return tradeOf(by) === 'services' && OF_THE_TRADE.includes(to);
    case 'email':
      return !CROWDS.includes(to) || (to === 'customers' && by === 'orange');
    default:
      return !CROWDS.includes(to);
  }
}
