import type { MACHINE_EVENTS } from '../scenario/play/machineEvents.ts';
import type { ActorId, FactType, OptionalTag, Tag } from '../scenario/play/vocabulary.ts';

/**
 * Any named event of any machine. An event that the machine's present state does not take changes nothing; `can` says so
 * beforehand. The contract test holds the list equal to what the charts take.
 */
type MachineEvent = (typeof MACHINE_EVENTS)[ActorId][number];

/** Events every machine may be sent: a fact newly held, an act ended, a tag that a measure gives from the start. */
export const COMMON_EVENTS = ['LEARN', 'ACT', 'START'] as const;

type Named = { readonly [K in MachineEvent]: { readonly type: K } }[MachineEvent];
export type ActorEvent =
  | Named
  | { readonly type: 'LEARN'; readonly fact: FactType }
  | { readonly type: 'ACT'; readonly act: string }
  | { readonly type: 'START'; readonly tag: Tag | OptionalTag };

/** Common events that a machine takes no notice of, on purpose. What an act changes arrives as a named event. */
export const IGNORED: Readonly<Record<ActorId, readonly ActorEvent['type'][]>> = {
  orange: ['ACT'],
  ministry: ['ACT'],
  anssi: ['ACT'],
  services: ['ACT'],
  operators: ['ACT', 'START'],
  prefects: ['LEARN', 'ACT'],
  vendor: ['LEARN', 'ACT', 'START'],
  media: ['ACT', 'START'],
  population: ['ACT', 'START'],
};

/** Tags an evening may start with, in place of the usual ones: what a measure prepared. */
export const START_TAGS = {
  orange: ['levelYellow', 'cellOpen', 'branchOpen', 'operatorsTold'],
  ministry: ['postureReinforced', 'cicOpen', 'listsReady'],
  anssi: ['caseOpen', 'liaisonSent'],
  services: ['lineOpen', 'staffDoubled'],
  operators: [],
  prefects: ['localListReady', 'wordsAligned'],
  vendor: [],
  media: [],
  population: [],
} as const satisfies Record<ActorId, readonly (Tag | OptionalTag)[]>;
