import type { AnyMachineSnapshot, AnyStateMachine, EventObject } from 'xstate';
import { canonicalJson } from '../kernel/canonicalJson.ts';
import type { ActorId } from '../scenario/play/vocabulary.ts';
import { IGNORED } from './events.ts';
import type { ActorEvent } from './events.ts';
import { MACHINES } from './machines.ts';
import { begin, step } from './pure.ts';
import type { AskedAction } from './pure.ts';

/*
 * What statecharts do is a pure function of where they stand and of the event: asked once, it is known. Standings that
 * say the same are one object, so that what one evening has asked serves the next; some hundreds cover any number of
 * evenings. All of it is a cache: nothing here is saved, and a machine that is asked again answers the same.
 */

/** Where a machine stands: enough to go on from, and nothing else. Plain JSON, never changed in place. */
export interface Standing {
  readonly value: unknown;
  readonly context: unknown;
}

/** What an event makes of a standing: where the machine stands then, and what it asks for. */
export interface Move {
  readonly after: Standing;
  readonly actions: readonly AskedAction[];
}

/** All that has been asked of one standing. */
interface Known {
  readonly standing: Standing;
  snapshot: AnyMachineSnapshot | null;
  tags: ReadonlySet<string> | null;
  /** By event: null when the machine does not take it there. */
  readonly moves: Map<string, Move | null>;
}

/** Beyond so many standings all is forgotten: drawn settings may differ from evening to evening. */
const MOST = 4096;

const byText = new Map<string, Known>();
const beginnings = new Map<string, Move>();
const byStanding = new WeakMap<Standing, Known>();

const machineOf = (actor: ActorId): AnyStateMachine => MACHINES[actor];

/** What is known of a standing: of the object itself, or of another that says the same (after a load). */
function knownOf(actor: ActorId, standing: Standing): Known {
  const known = byStanding.get(standing);
  if (known !== undefined) return known;
  const text = `${actor} ${canonicalJson(standing)}`;
  let same = byText.get(text);
  if (same === undefined) {
    if (byText.size >= MOST) {
      byText.clear();
      beginnings.clear();
    }
    byText.set(text, (same = { standing, snapshot: null, tags: null, moves: new Map() }));
  }
  byStanding.set(standing, same);
  return same;
}

function snapshotOf(actor: ActorId, known: Known): AnyMachineSnapshot {
  known.snapshot ??= machineOf(actor).resolveState(
    known.standing as Parameters<AnyStateMachine['resolveState']>[0],
  ) as AnyMachineSnapshot;
  return known.snapshot;
}

/** The one object that says where this snapshot stands. */
function standingOf(actor: ActorId, snapshot: AnyMachineSnapshot): Standing {
  const known = knownOf(actor, { value: snapshot.value as unknown, context: snapshot.context as unknown });
  known.snapshot ??= snapshot;
  return known.standing;
}

/** Where a machine begins, and what it asks for at once. `settings` are plain JSON. */
export function beginningOf(actor: ActorId, settings: unknown): Move {
  const text = `${actor} ${canonicalJson(settings)}`;
  const known = beginnings.get(text);
  if (known !== undefined) return known;
  const [snapshot, actions] = begin(machineOf(actor), settings);
  const beginning = { after: standingOf(actor, snapshot), actions };
  beginnings.set(text, beginning);
  return beginning;
}

/** An event by all that a machine may make a difference of; acts are told and no machine takes notice of them. */
function keyOf(event: ActorEvent): string {
  if (event.type === 'LEARN') return `LEARN ${event.fact}`;
  return event.type === 'START' ? `START ${event.tag}` : event.type;
}

/** What an event does to a machine that stands there, or null when it does not take it. */
export function moveOf(actor: ActorId, standing: Standing, event: ActorEvent): Move | null {
  if (IGNORED[actor].includes(event.type)) return null;
  const known = knownOf(actor, standing);
  const key = keyOf(event);
  let move = known.moves.get(key);
  if (move === undefined) known.moves.set(key, (move = computed(actor, known, event)));
  return move;
}

function computed(actor: ActorId, known: Known, event: EventObject): Move | null {
  const before = snapshotOf(actor, known);
  // Most events are not for the present state: asking first costs a tenth of a step.
  if (!before.can(event)) return null;
  const [after, actions] = step(machineOf(actor), before, event);
  if (after.status !== 'active') throw new Error(`${actor}: ${String(after.error ?? after.status)}`);
  return { after: after === before ? known.standing : standingOf(actor, after), actions };
}

/** What the organisation is there. The same standing has the same set. */
export function tagsOf(actor: ActorId, standing: Standing): ReadonlySet<string> {
  const known = knownOf(actor, standing);
  // Sorted: the same set in the same order, whatever the path that led here.
  known.tags ??= new Set([...snapshotOf(actor, known).tags].toSorted());
  return known.tags;
}
