import type { Order } from '../callflow/orders.ts';
import type { ParameterInfo, ScenarioInfo } from '../session/protocol.ts';

/** One order of tonight as the drawer holds it, before it is applied. */
export interface DraftOrder {
  readonly id: number;
  readonly order: Order;
  /** As the scenario has it, changed here, or added here. */
  readonly origin: 'documented' | 'assumed' | 'changed' | 'added';
}

/** What would be computed if it were applied: the orders of the evening and the parameters set over the scenario. */
export interface Draft {
  readonly orders: readonly DraftOrder[];
  readonly set: Readonly<Record<string, number | string>>;
  readonly nextId: number;
}

export const EMPTY_DRAFT: Draft = { orders: [], set: {}, nextId: 0 };

const byTime = (a: DraftOrder, b: DraftOrder): number => a.order.at - b.order.at || a.id - b.id;

export function bareOrder(entry: Order): Order {
  const { type, args, at, by } = entry;
  // The pair type/args comes whole from one order: the compiler cannot follow it through the copy.
  return { type, args, at, by } as Order;
}

export function draftOf(scenario: ScenarioInfo): Draft {
  const orders = scenario.orders.map((entry, id): DraftOrder => ({
    id,
    order: bareOrder(entry),
    origin: entry.status,
  }));
  return { orders: orders.sort(byTime), set: {}, nextId: orders.length };
}

export function addOrder(draft: Draft, order: Order): Draft {
  const added: DraftOrder = { id: draft.nextId, order, origin: 'added' };
  return { ...draft, orders: [...draft.orders, added].sort(byTime), nextId: draft.nextId + 1 };
}

export function changeOrder(draft: Draft, id: number, order: Order): Draft {
  const orders = draft.orders.map((entry): DraftOrder => {
    if (entry.id !== id) return entry;
    return { id, order, origin: entry.origin === 'added' ? 'added' : 'changed' };
  });
  return { ...draft, orders: orders.sort(byTime) };
}

export function removeOrder(draft: Draft, id: number): Draft {
  return { ...draft, orders: draft.orders.filter((entry) => entry.id !== id) };
}

/** Sets a parameter over the scenario, or gives it back its own value. */
export function setParameter(draft: Draft, parameter: ParameterInfo, value: number): Draft {
  const set = { ...draft.set };
  if (value === parameter.value) delete set[parameter.name];
  else set[parameter.name] = value;
  return { ...draft, set };
}

/**
 * Without the software fault nobody answers an incident that did not last: of the scenario's own orders the session
 * gives only the operation. They stay in the draft, and are given again when the fault is back.
 */
export function isGiven(entry: DraftOrder, draft: Draft): boolean {
  const untouched = entry.origin === 'documented' || entry.origin === 'assumed';
  return !untouched || entry.order.type === 'operation' || draft.set['bug'] !== 0;
}

/** The orders to ask the session for: null when they are the scenario's own, otherwise the whole list given. */
export function ordersToSend(draft: Draft, scenario: ScenarioInfo): readonly Order[] | null {
  const own = draftOf(scenario).orders;
  const same =
    own.length === draft.orders.length &&
    draft.orders.every(
      ({ id, origin }, index) => own[index]?.id === id && (origin === 'documented' || origin === 'assumed'),
    );
  return same ? null : draft.orders.filter((entry) => isGiven(entry, draft)).map(({ order }) => order);
}

export function isAsIn2021(draft: Draft, scenario: ScenarioInfo): boolean {
  return ordersToSend(draft, scenario) === null && Object.keys(draft.set).length === 0;
}
