import { useClientState, useTexts } from '../../client/hooks.ts';
import { areaName, serverName } from '../../client/places.ts';
import type { Selection } from '../../view/eveningView.ts';

export function usePlaceName(): (selection: Selection) => string {
  const t = useTexts();
  const scenario = useClientState((state) => state.scenario);
  return (selection) => {
    if (selection.kind === 'server') return serverName(scenario, selection.id);
    const area = areaName(scenario, selection.code);
    return selection.kind === 'area' ? area : `${area} – ${t(`panels:place.room.${selection.room}`)}`;
  };
}
