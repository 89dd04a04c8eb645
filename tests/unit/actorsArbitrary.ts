import fc from 'fast-check';
import { START_TAGS } from '../../src/actors/events.ts';
import type { ActorEvent } from '../../src/actors/events.ts';
import { MACHINE_EVENTS } from '../../src/scenario/play/machineEvents.ts';
import { FACTS } from '../../src/scenario/play/vocabulary.ts';
import type { ActorId } from '../../src/scenario/play/vocabulary.ts';

/** Every event that can be sent to a machine, once. */
export function eventsFor(id: ActorId): ActorEvent[] {
  return [
    ...MACHINE_EVENTS[id].map((type) => ({ type }) as ActorEvent),
    ...FACTS.map((fact): ActorEvent => ({ type: 'LEARN', fact })),
    ...START_TAGS[id].map((tag): ActorEvent => ({ type: 'START', tag })),
    { type: 'ACT', act: 'any' },
  ];
}

interface Sent {
  readonly machine: ActorId;
  readonly event: ActorEvent;
  /** Milliseconds since the beginning of the evening. */
  readonly at: number;
}

/** An evening of random events over these machines, in order of time, some at the same millisecond or on the edge of a minute. */
export function evening(ids: readonly ActorId[], lastsMs: number, most: number): fc.Arbitrary<Sent[]> {
  const time = fc.oneof(
    fc.integer({ min: 0, max: lastsMs }),
    fc.integer({ min: 0, max: Math.floor(lastsMs / 60_000) }).map((minute) => minute * 60_000),
  );
  const one = fc
    .constantFrom(...ids)
    .chain((machine) =>
      fc.record({ machine: fc.constant(machine), event: fc.constantFrom(...eventsFor(machine)), at: time }),
    );
  return fc
    .array(one, { minLength: Math.floor(most / 2), maxLength: most })
    .map((sent) => sent.toSorted((a, b) => a.at - b.at));
}
