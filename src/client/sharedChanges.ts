import { err, ok, type Result } from '../kernel/result.ts';
import type { Order } from '../callflow/orders.ts';
import type { ScenarioInfo } from '../session/protocol.ts';
import { clockRange } from './clockRange.ts';
import { addOrder, changeOrder, draftOf, removeOrder, setParameter, type Draft } from './draft.ts';
import { ORDER_TYPES, formOf, readForm } from './orderForm.ts';

/**
 * What an address keeps of a changed evening: the differences from the scenario, never the whole list. `base` is the
 * start of the scenario's hash: orders of the scenario are named by their rank in it.
 */
interface Shared {
  readonly base: string;
  readonly set: Readonly<Record<string, number>>;
  readonly removed: readonly number[];
  /** Rank of the order changed, or null for one added; then the order. */
  readonly orders: readonly (readonly [number | null, Order])[];
}

const baseOf = (scenario: ScenarioInfo): string => scenario.hash.slice(0, 8);

/** Base64 that an address carries as it is: what is written is ASCII. */
function toWord(text: string): string {
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function fromWord(word: string): string | null {
  try {
    return atob(word.replace(/-/g, '+').replace(/_/g, '/'));
  } catch {
    return null;
  }
}

/** The word of an address for the changes of `draft`; null when there are none. */
export function encodeChanges(draft: Draft | null, scenario: ScenarioInfo): string | null {
  if (draft === null) return null;
  const own = draftOf(scenario).orders.map(({ id }) => id);
  const kept = new Set(draft.orders.map(({ id }) => id));
  const removed = own.filter((id) => !kept.has(id));
  const orders = draft.orders.flatMap(({ id, order, origin }): [number | null, Order][] => {
    if (origin === 'added') return [[null, order]];
    return origin === 'changed' ? [[id, order]] : [];
  });
  const names = Object.keys(draft.set).sort();
  if (removed.length + orders.length + names.length === 0) return null;
  const set = Object.fromEntries(names.map((name) => [name, Number(draft.set[name])]));
  const shared: Shared = { base: baseOf(scenario), set, removed, orders };
  return toWord(JSON.stringify([shared.base, shared.set, shared.removed, shared.orders]));
}

/** Why the changes of an address cannot be read: a key under `errors.address`. */
export type ChangesFault = 'changes' | 'changesBase' | 'changesParameter' | 'changesOrder';
export interface ChangesError {
  readonly code: ChangesFault;
  readonly found: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fault = (code: ChangesFault, found: unknown): Result<never, ChangesError> =>
  err({ code, found: String(found).slice(0, 60) });

/**
 * Reads the changes of an address, all or nothing. Names of servers and départements are left to the session, which
 * checks every order.
 */
export function decodeChanges(word: string, scenario: ScenarioInfo): Result<Draft, ChangesError> {
  const text = fromWord(word);
  let parsed: unknown = null;
  try {
    parsed = text === null ? null : JSON.parse(text);
  } catch {
    return fault('changes', word);
  }
  if (!Array.isArray(parsed)) return fault('changes', word);
  const [base, set, removed, orders] = parsed as unknown[];
  if (!isRecord(set) || !Array.isArray(removed) || !Array.isArray(orders)) return fault('changes', word);
  if (base !== baseOf(scenario)) return fault('changesBase', base);

  let draft = draftOf(scenario);
  for (const [name, value] of Object.entries(set)) {
    const parameter = scenario.parameters.find((each) => each.name === name);
    if (parameter === undefined || typeof value !== 'number') return fault('changesParameter', name);
    if (!(value >= parameter.min && value <= parameter.max))
      return fault('changesParameter', `${name} = ${value}`);
    draft = setParameter(draft, parameter, value);
  }
  for (const id of removed) {
    if (!draft.orders.some((entry) => entry.id === id)) return fault('changesOrder', id);
    draft = removeOrder(draft, Number(id));
  }
  for (const entry of orders) {
    const [id, written] = Array.isArray(entry) ? (entry as unknown[]) : [];
    const order = readOrder(written, scenario);
    if (order === null) return fault('changesOrder', isRecord(written) ? written['type'] : written);
    if (id === null) draft = addOrder(draft, order);
    else if (draft.orders.some((known) => known.id === id)) draft = changeOrder(draft, Number(id), order);
    else return fault('changesOrder', id);
  }
  return ok(draft);
}

/** An order as the form would have made it, or null. */
function readOrder(written: unknown, scenario: ScenarioInfo): Order | null {
  if (!isRecord(written) || !isRecord(written['args'])) return null;
  const { type, at, by } = written;
  if (!ORDER_TYPES.some((known) => known === type) || !Number.isInteger(at) || typeof by !== 'string')
    return null;
  const read = readForm(formOf(written as unknown as Order, scenario), clockRange(scenario), by);
  return 'order' in read ? read.order : null;
}
