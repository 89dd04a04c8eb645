import { ROOMS } from '../../callflow/spec.ts';
import { useClient, useTexts } from '../../client/hooks.ts';
import { placeKey } from '../../client/places.ts';
import type { Selection } from '../../view/eveningView.ts';

/** The whole département, or one of its three rooms. */
export function RoomChoice({ code, selection }: { readonly code: string; readonly selection: Selection }) {
  const t = useTexts();
  const client = useClient();
  const choices: readonly Selection[] = [
    { kind: 'area', code },
    ...ROOMS.map((room): Selection => ({ kind: 'centre', code, room })),
  ];
  return (
    <fieldset className="segments">
      <legend>{t('panels:place.rooms')}</legend>
      {choices.map((choice) => (
        <label key={placeKey(choice)} className="segment">
          <input
            type="radio"
            name="room"
            checked={placeKey(choice) === placeKey(selection)}
            onChange={() => client.select(choice)}
          />
          <span>{choice.kind === 'centre' ? choice.room : t('panels:place.wholeArea')}</span>
        </label>
      ))}
    </fieldset>
  );
}
