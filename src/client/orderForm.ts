import type { Order, OrderType } from '../callflow/orders.ts';
import { ORDER_CATALOGUE, orderSpec, type ArgSpec } from '../scenario/orderCatalogue.ts';
import type { ScenarioInfo } from '../session/protocol.ts';
import type { ClockRange } from './address.ts';
import { formatClock, parseClock } from './clockTime.ts';
import { plainText } from './plainText.ts';

/** What is typed in the form of an order: numbers stay text until they are checked. */
export type FormValue = string | boolean | 'all' | readonly string[];
export interface OrderForm {
  readonly type: OrderType;
  readonly at: string;
  readonly values: Readonly<Record<string, FormValue>>;
}

export const ORDER_TYPES: readonly OrderType[] = ORDER_CATALOGUE.map(({ type }) => type);

/** Who gives an order added by hand: kept in the log, not computed with. */
const GIVEN_BY = 'viewer';

const isNumeric = (
  arg: ArgSpec,
): arg is Extract<ArgSpec, { readonly kind: 'minutes' | 'share' | 'factor' }> =>
  arg.kind === 'minutes' || arg.kind === 'share' || arg.kind === 'factor';

/** Shares are typed in per cent. */
const shown = (arg: ArgSpec, value: number): string =>
  String(arg.kind === 'share' ? Math.round(value * 1000) / 10 : value);

function defaultValue(arg: ArgSpec, scenario: ScenarioInfo): FormValue {
  if (!isNumeric(arg)) return arg.default;
  const fallback = arg.default;
  const number =
    typeof fallback === 'number'
      ? fallback
      : (scenario.parameters.find(({ name }) => name === fallback)?.value ?? arg.min);
  return shown(arg, number);
}

export function emptyForm(type: OrderType, at: number, scenario: ScenarioInfo): OrderForm {
  const values = orderSpec(type).args.map((arg) => [arg.name, defaultValue(arg, scenario)]);
  return { type, at: formatClock(at), values: Object.fromEntries(values) };
}

export function formOf(order: Order, scenario: ScenarioInfo): OrderForm {
  const given: Readonly<Record<string, unknown>> = order.args;
  const values = orderSpec(order.type).args.map((arg): [string, FormValue] => {
    const value = given[arg.name];
    if (value === undefined) return [arg.name, defaultValue(arg, scenario)];
    return [arg.name, typeof value === 'number' ? shown(arg, value) : (value as FormValue)];
  });
  return { type: order.type, at: formatClock(order.at), values: Object.fromEntries(values) };
}

/** What is wrong in a form: the field, a key under `panels:orders.invalid`, and its values. */
export interface FormFault {
  readonly field: string;
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Reads "2", "2.5" or "2,5". */
export function parseNumber(text: string): number | null {
  const cleaned = text.trim().replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(cleaned) ? Number(cleaned) : null;
}

/** The order that the form describes, or everything that is wrong with it. */
export function readForm(
  form: OrderForm,
  range: ClockRange,
  by?: string,
): { readonly order: Order } | { readonly faults: readonly FormFault[] } {
  const faults: FormFault[] = [];
  const at = parseClock(form.at);
  if (at === null || at < range.from || at > range.to)
    faults.push({
      field: 'at',
      key: 'time',
      params: { from: formatClock(range.from), to: formatClock(range.to) },
    });
  const args: Record<string, unknown> = {};
  for (const arg of orderSpec(form.type).args) {
    const value = form.values[arg.name];
    if (isNumeric(arg)) {
      const number = parseNumber(String(value));
      const scale = arg.kind === 'share' ? 100 : 1;
      if (number === null || number < arg.min * scale || number > arg.max * scale)
        faults.push({
          field: arg.name,
          key: 'number',
          params: { min: arg.min * scale, max: arg.max * scale },
        });
      else args[arg.name] = number / scale;
    } else {
      if (Array.isArray(value) && value.length === 0)
        faults.push({ field: arg.name, key: arg.kind, params: {} });
      args[arg.name] = value;
    }
  }
  if (faults.length > 0) return { faults };
  // The catalogue gives the arguments of each type; the compiler cannot pair them.
  return { order: { type: form.type, args, at, by: by ?? GIVEN_BY } as unknown as Order };
}

/** A département by its code or its name, accents and hyphens or not. */
export function findArea(text: string, scenario: Pick<ScenarioInfo, 'areas'>): string | null {
  const wanted = plainText(text);
  if (wanted === '') return null;
  const { areas } = scenario;
  const exact = areas.find(
    ({ code, name }) =>
      plainText(code) === wanted || plainText(name) === wanted || plainText(`${name} (${code})`) === wanted,
  );
  if (exact !== undefined) return exact.code;
  const starting = areas.filter(({ name }) => plainText(name).startsWith(wanted));
  return starting.length === 1 ? starting[0].code : null;
}
