import { useClient, useClientState, useTexts } from '../../client/hooks.ts';
import { placeFromKey, placeKey } from '../../client/places.ts';

/** Every département and every server, one keystroke away: the keyboard's way to what the pointer hovers. */
export function PlacePicker() {
  const t = useTexts();
  const client = useClient();
  const scenario = useClientState((state) => state.scenario);
  const selection = useClientState((state) => state.selection);
  const whole = selection?.kind === 'centre' ? { kind: 'area' as const, code: selection.code } : selection;
  return (
    <label className="field">
      <span>{t('panels:place.choose')}</span>
      <select value={placeKey(whole)} onChange={(event) => client.select(placeFromKey(event.target.value))}>
        <option value="">{t('panels:place.none')}</option>
        <optgroup label={t('panels:place.servers')}>
          {scenario?.servers.map(({ id, name }) => (
            <option key={id} value={`server:${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
        {[false, true].map((overseas) => (
          <optgroup
            key={String(overseas)}
            label={t(overseas ? 'panels:place.overseas' : 'panels:place.mainland')}
          >
            {scenario?.areas
              .filter((area) => area.overseas === overseas)
              .map(({ code, name }) => (
                <option key={code} value={`area:${code}`}>
                  {code} {name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
