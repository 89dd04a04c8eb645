import type { Order } from '../../callflow/orders.ts';
import { useClientState, useFigures, useTexts } from '../../client/hooks.ts';
import { areaName, serverName } from '../../client/places.ts';
import { actorKey, orderKey } from '../../client/textKeys.ts';

export interface OrderText {
  /** What the order is. */
  type(order: Order): string;
  /** Its arguments, short; empty when it has none worth saying. */
  args(order: Order): string;
  by(who: string): string;
}

/** Orders in words. */
export function useOrderText(): OrderText {
  const t = useTexts();
  const figures = useFigures();
  const scenario = useClientState((state) => state.scenario);

  const servers = (choice: 'all' | readonly string[]): string =>
    choice === 'all'
      ? t('panels:orders.describe.allServers')
      : choice.map((id) => serverName(scenario, id)).join(', ');
  const areas = (choice: 'all' | readonly string[]): string => {
    if (choice === 'all') return t('panels:orders.describe.allAreas');
    if (choice.length > 3) return t('panels:orders.describe.areas', { count: choice.length });
    return choice.map((code) => areaName(scenario, code)).join(', ');
  };
  const rooms = (choice: readonly string[]): string =>
    t('panels:orders.describe.rooms', { rooms: choice.join(', ') });

  const parts = (order: Order): readonly string[] => {
    switch (order.type) {
      case 'operation':
        return [
          servers(order.args.servers),
          t('panels:orders.describe.spacing', { minutes: figures.decimal(order.args.spacingMin) }),
        ];
      case 'rollback':
      case 'warmRestart':
      case 'coldRestart':
      case 'patch':
      case 'cutAccess':
        return [servers(order.args.servers)];
      case 'restartOneByOne':
        return [
          servers(order.args.servers),
          t(`panels:orders.fields.kinds.${order.args.kind}`),
          t('panels:orders.describe.watch', { minutes: figures.decimal(order.args.watchMin) }),
        ];
      case 'isolate':
        return [
          servers(order.args.servers),
          t(order.args.on ? 'panels:orders.fields.isolateOn' : 'panels:orders.fields.isolateOff'),
        ];
      case 'throttle':
        return [figures.share(order.args.share)];
      case 'goAround':
      case 'withdrawNumbers':
        return [areas(order.args.areas)];
      case 'openNumbers':
        return [
          areas(order.args.areas),
          rooms(order.args.rooms),
          t(`panels:orders.fields.technologies.${order.args.technology}`),
        ];
      case 'publishNumbers':
        return [
          areas(order.args.areas),
          t(order.args.tested ? 'panels:orders.fields.testedYes' : 'panels:orders.fields.testedNo'),
          t('panels:orders.describe.reach', { share: figures.share(order.args.reach) }),
        ];
      case 'advise':
        return [t(`panels:orders.fields.wordings.${order.args.wording}`)];
      case 'staff':
        return [
          areas(order.args.areas),
          rooms(order.args.rooms),
          t('panels:orders.describe.factor', { factor: figures.decimal(order.args.factor) }),
        ];
    }
  };
  return {
    type: (order) => t(orderKey(order.type)),
    args: (order) => parts(order).join(' · '),
    by: (who) => t(actorKey(who), { defaultValue: who }),
  };
}
