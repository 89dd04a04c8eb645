import { CORE_SEATS } from '../../session/playProtocol.ts';

/** Whom a message may be sent to, in the order of the list: the other seats, then those outside. */
export const RECIPIENT_CHOICES = [
  ...CORE_SEATS,
  'operators',
  'prefects',
  'vendor',
  'press',
  'public',
  'customers',
  'primeMinister',
  'neighbours',
  'hospitals',
] as const;
