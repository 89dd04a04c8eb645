import { CORE_SEATS } from './vocabulary.ts';

/** Actors outside the four core seats that can be told or asked something. */
const OUTSIDERS = [
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

/** Others whose messages come in: nobody writes to them. */
export const SENDERS = [...OUTSIDERS, 'team', 'mayors', 'weather', 'abroad', 'utility'] as const;

export const RECIPIENTS = [...CORE_SEATS, ...OUTSIDERS] as const;

/**
 * Who can open a machine's door. `counterpart`: someone of another seat asked or rang since the condition holds;
 * `liaison`: someone of another seat sits in the cell; `dutyDirector`: the seat's own duty director has been reached.
 */
export const PERSONS = ['counterpart', 'liaison', 'dutyDirector'] as const;
/**
 * Whose request opens a machine's door: the ministry asked or put on notice, a prefect or another operator asked…
 * Having an authority of one's own does not open it.
 */
export const DOOR_AUTHORITIES = [
  'head',
  'direction',
  'minister',
  'prefect',
  'operators',
  'ministry',
  'primeMinister',
] as const;
