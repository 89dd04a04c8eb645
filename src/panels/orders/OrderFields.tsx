import { ROOMS } from '../../callflow/spec.ts';
import { useClientState, useTexts } from '../../client/hooks.ts';
import type { FormFault, FormValue } from '../../client/orderForm.ts';
import type { ArgSpec } from '../../scenario/orderCatalogue.ts';
import { AreaChoiceField } from './AreaChoiceField.tsx';

interface ArgFieldProps {
  readonly arg: ArgSpec;
  readonly value: FormValue;
  readonly fault: FormFault | undefined;
  readonly onChange: (value: FormValue) => void;
}

const FLAGS: Readonly<Record<string, readonly [string, string]>> = {
  on: ['isolateOn', 'isolateOff'],
  tested: ['testedYes', 'testedNo'],
};
const OPTIONS: Readonly<Record<string, string>> = {
  kind: 'kinds',
  technology: 'technologies',
  wording: 'wordings',
};

/** One argument of an order, by what the catalogue says it is. */
export function ArgField({ arg, value, fault, onChange }: ArgFieldProps) {
  const t = useTexts();
  const scenario = useClientState((state) => state.scenario);
  const label = t(`panels:orders.fields.${arg.name}`);
  const error = fault === undefined ? null : t(`panels:orders.invalid.${fault.key}`, { ...fault.params });
  const errorId = `order-${arg.name}-error`;
  const described = error === null ? undefined : errorId;
  const message = error !== null && (
    <p id={errorId} className="field-error">
      {error}
    </p>
  );

  switch (arg.kind) {
    case 'servers':
      return (
        <ServerField
          label={label}
          servers={scenario?.servers ?? NONE}
          value={value}
          onChange={onChange}
          message={message}
        />
      );
    case 'areas':
      return scenario === null ? null : (
        <AreaChoiceField
          name="order-areas"
          scenario={scenario}
          label={label}
          value={value}
          onChange={onChange}
          message={message}
        />
      );
    case 'rooms': {
      const chosen = Array.isArray(value) ? value : [];
      return (
        <fieldset>
          <legend>{label}</legend>
          {ROOMS.map((room) => (
            <Check
              key={room}
              label={t(`panels:place.room.${room}`)}
              checked={chosen.includes(room)}
              onChange={(checked) =>
                onChange(ROOMS.filter((each) => (each === room ? checked : chosen.includes(each))))
              }
            />
          ))}
          {message}
        </fieldset>
      );
    }
    case 'choice':
      return (
        <label className="field">
          <span>{label}</span>
          <select value={String(value)} onChange={(event) => onChange(event.target.value)}>
            {arg.options.map((option) => (
              <option key={option} value={option}>
                {t(`panels:orders.fields.${OPTIONS[arg.name]}.${option}`)}
              </option>
            ))}
          </select>
        </label>
      );
    case 'flag': {
      const [yes, no] = FLAGS[arg.name] ?? ['isolateOn', 'isolateOff'];
      return (
        <label className="field">
          <span>{label}</span>
          <select value={String(value)} onChange={(event) => onChange(event.target.value === 'true')}>
            <option value="true">{t(`panels:orders.fields.${yes}`)}</option>
            <option value="false">{t(`panels:orders.fields.${no}`)}</option>
          </select>
        </label>
      );
    }
    default:
      return (
        <div className="field">
          <label>
            <span>{label}</span>
            <input
              value={String(value)}
              inputMode="decimal"
              autoComplete="off"
              aria-invalid={error !== null}
              aria-describedby={described}
              onChange={(event) => onChange(event.target.value)}
            />
          </label>
          {message}
        </div>
      );
  }
}

interface ChoiceProps {
  readonly label: string;
  readonly value: FormValue;
  readonly onChange: (value: FormValue) => void;
  readonly message: React.ReactNode;
}

/** All servers, or those ticked. */
export function ServerField({
  label,
  servers,
  value,
  onChange,
  message,
}: ChoiceProps & { readonly servers: readonly { readonly id: string; readonly name: string }[] }) {
  const t = useTexts();
  const ids = servers.map(({ id }) => id);
  const chosen: readonly string[] = Array.isArray(value) ? value : ids;
  return (
    <fieldset>
      <legend>{label}</legend>
      <Check
        label={t('panels:orders.fields.allServers')}
        checked={value === 'all'}
        onChange={(checked) => onChange(checked ? 'all' : [])}
      />
      {servers.map(({ id, name }) => (
        <Check
          key={id}
          label={name}
          checked={chosen.includes(id)}
          onChange={(checked) => {
            const next = ids.filter((each) => (each === id ? checked : chosen.includes(each)));
            onChange(next.length === ids.length ? 'all' : next);
          }}
        />
      ))}
      {message}
    </fieldset>
  );
}
const NONE: readonly { readonly id: string; readonly name: string }[] = [];

export function Check({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
