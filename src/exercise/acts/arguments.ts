import { NUMBERS, ORIGINS, ROOMS, TECHNOLOGIES } from '../../callflow/spec.ts';
import { RECIPIENTS } from '../../scenario/play/recipients.ts';
import type { ActSpec } from '../../scenario/play/types.ts';
import type { Refusal } from '../commands.ts';
import type { Exercise } from '../exercise.ts';
import type { HolderId } from '../seat.ts';

type Kind = ActSpec['asks'][number]['kind'];
const WORDINGS = ['mobile', 'landline', 'any', 'goThere'];
/** Arguments of orders that the catalogue's data may give and no person is asked for. */
const OF_ORDERS: readonly string[] = ['tested', 'reach', 'kind', 'watchMin', 'on', 'factor', 'spacingMin'];
const BY_NAME: Readonly<Record<string, Kind>> = {
  servers: 'servers',
  areas: 'areas',
  rooms: 'rooms',
  technology: 'technology',
  share: 'share',
  wording: 'wording',
  number: 'number',
  origin: 'origin',
};

/**
 * Why an act cannot be given these arguments: one it does not take, or a value that is none of its kind. Persons give
 * what the act asks for; rules and options of the data may also give what its orders take.
 */
export function badArgument(
  exercise: Exercise,
  by: HolderId,
  spec: ActSpec<string>,
  args: Readonly<Record<string, unknown>>,
): Refusal | null {
  for (const [name, value] of Object.entries(args)) {
    const asked = spec.asks.find((ask) => ask.name === name)?.kind;
    const known = asked ?? (exercise.isPerson(by) ? undefined : kindInOrders(spec, name));
    if (known === undefined || !fits(exercise, by, known, value))
      return { code: 'badArgument', params: { name, act: spec.id } };
  }
  const left = spec.asks.find(({ name, required }) => required === true && args[name] === undefined);
  return left !== undefined && exercise.isPerson(by)
    ? { code: 'missingArgument', params: { name: left.name, argument: left.kind, act: spec.id } }
    : null;
}

function kindInOrders(spec: ActSpec<string>, name: string): Kind | 'order' | undefined {
  const taken = spec.effects.some((effect) => effect.op === 'order' && Object.hasOwn(effect.args, name));
  if (!taken) return undefined;
  return BY_NAME[name] ?? (OF_ORDERS.includes(name) ? 'order' : undefined);
}

function fits(exercise: Exercise, by: HolderId, kind: Kind | 'order', value: unknown): boolean {
  const { areas, network, clock } = exercise.spec;
  const among = (known: readonly string[]): boolean => typeof value === 'string' && known.includes(value);
  const listOf = (known: readonly string[]): boolean =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each) => known.includes(each as string)) &&
    new Set(value).size === value.length;
  switch (kind) {
    case 'servers':
      return among(['all', 'one', 'half', 'isolated']) || listOf(network.servers.map(({ id }) => id));
    case 'areas': {
      const own = exercise.ownAreas(by);
      const codes = areas.map(({ code }) => code);
      if (exercise.isPerson(by) && own !== 'all') return among(['own']) || listOf(own);
      // A rule about one place is not for a machine that plays the rooms of all others.
      if (own !== 'all' && Array.isArray(value) && !value.some((code) => own.includes(code as string)))
        return false;
      return among(['all', 'own']) || listOf(codes);
    }
    case 'rooms':
      return listOf(ROOMS);
    case 'number':
      return among(NUMBERS);
    case 'origin':
      return among(ORIGINS);
    case 'technology':
      return among([...TECHNOLOGIES, 'inventory']);
    case 'share':
      return typeof value === 'number' && value >= 0 && value <= 1;
    case 'time':
      // Nobody announces an hour that has gone by.
      return (
        Number.isSafeInteger(value) &&
        (value as number) > (exercise.isPerson(by) ? exercise.now : clock.start) &&
        (value as number) <= clock.end
      );
    case 'wording':
      return among(WORDINGS);
    case 'recipients':
      return listOf(RECIPIENTS);
    case 'order':
      return ['boolean', 'number', 'string'].includes(typeof value);
  }
}
