import { useClient, useClientState, useTexts } from '../../client/hooks.ts';
import { placeKey } from '../../client/places.ts';
import type { Selection } from '../../view/eveningView.ts';
import { PlaceChart, WhenNear } from '../charts/LazyCharts.tsx';
import { Section } from '../parts/Section.tsx';
import { LossTable } from '../text/LossTable.tsx';
import { AreaFigures } from './AreaFigures.tsx';
import { PlacePicker } from './PlacePicker.tsx';
import { RoomChoice } from './RoomChoice.tsx';
import { ServerFigures } from './ServerFigures.tsx';
import { usePlaceName } from './usePlaceName.ts';

/** One place followed: its figures, its curve, its latest lost calls. */
export function PlacePanel() {
  const t = useTexts();
  const selection = useClientState((state) => state.selection);
  return (
    <div className="place-panel">
      <PlacePicker />
      {selection === null ? (
        <p className="quiet">{t('panels:place.prompt')}</p>
      ) : (
        <Place selection={selection} />
      )}
    </div>
  );
}

function Place({ selection }: { readonly selection: Selection }) {
  const t = useTexts();
  const client = useClient();
  const name = usePlaceName()(selection);
  const view = useClientState((state) => state.calmView);
  const followed = view?.selected ?? null;
  const there = followed !== null && placeKey(followed.selection) === placeKey(selection) ? followed : null;
  return (
    <Section
      id="place"
      title={name}
      actions={
        <button type="button" className="button" onClick={() => client.select(null)}>
          {t('panels:place.clear')}
        </button>
      }
    >
      {selection.kind === 'server' ? (
        <ServerFigures id={selection.id} name={name} />
      ) : (
        <>
          <RoomChoice code={selection.code} selection={selection} />
          <AreaFigures selection={selection} name={name} />
        </>
      )}
      {there !== null && (
        <>
          <WhenNear key={placeKey(selection)}>
            <PlaceChart title={t('panels:place.curve', { place: name })} series={there.series} />
          </WhenNear>
          <Section id="place-losses" level={3} title={t('panels:losses.title')}>
            <LossTable
              losses={there.losses}
              caption={t('panels:place.losses', { place: name })}
              withArea={selection.kind === 'server'}
            />
          </Section>
        </>
      )}
    </Section>
  );
}
