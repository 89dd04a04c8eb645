import { useClientState, useFigures, useTexts } from '../../client/hooks.ts';
import { lossShare } from '../../client/figures.ts';
import { usePlaceName } from './usePlaceName.ts';

/** A line for the eye about what the pointer is over; the same figures are in the tables. */
export function HoverNote() {
  const t = useTexts();
  const figures = useFigures();
  const name = usePlaceName();
  const place = useClientState((state) => state.hover);
  const view = useClientState((state) => state.view);
  if (place === null || view === null) return null;
  const parts: string[] = [];
  if (place.kind === 'server') {
    const server = view.servers.find(({ id }) => id === place.id);
    if (server === undefined) return null;
    parts.push(t('panels:hover.fill', { share: figures.share(server.fill) }));
    parts.push(t('panels:hover.modules', { up: server.modulesUp, all: server.modules.length }));
  } else {
    const area = view.areas.find(({ code }) => code === place.code);
    if (area === undefined) return null;
    const loss = lossShare(area.unrouted15, area.attempts15);
    parts.push(
      loss === null ? t('panels:hover.noLoss') : t('panels:hover.loss', { share: figures.share(loss) }),
    );
    parts.push(
      t('panels:hover.waiting', { waiting: figures.count(area.waiting.reduce((a, b) => a + b, 0)) }),
    );
  }
  return (
    <p className="hover-note" aria-hidden="true">
      <strong>{name(place)}</strong> {parts.join(' · ')}
    </p>
  );
}
