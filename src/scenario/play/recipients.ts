import { CORE_SEATS } from './vocabulary.ts';

/** Actors outside the four core seats that can be told or asked something. */
export const OUTSIDERS = [
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
export type Outsider = (typeof OUTSIDERS)[number];

export const RECIPIENTS = [...CORE_SEATS, ...OUTSIDERS] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/**
 * Who can open a machine's door. `counterpart`: someone of another seat asked or rang since the condition holds;
 * `liaison`: someone of another seat sits in the cell; `dutyDirector`: the seat's own duty director has been reached.
 */
export const PERSONS = ['counterpart', 'liaison', 'dutyDirector'] as const;
/** Whose word opens a machine's door. `ministry`: the ministry asked, or put on notice. */
export const DOOR_AUTHORITIES = [
  'head',
  'direction',
  'minister',
  'prefect',
  'operators',
  'ministry',
] as const;
