import { useState, type ReactNode } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { findArea, type FormValue } from '../../client/orderForm.ts';
import { areaName } from '../../client/places.ts';
import type { ScenarioInfo } from '../../session/protocol.ts';

interface AreaChoiceFieldProps {
  /** Of the field, unlike others on the page. */
  readonly name: string;
  readonly scenario: ScenarioInfo;
  readonly label: string;
  readonly value: FormValue;
  readonly onChange: (value: FormValue) => void;
  readonly message: ReactNode;
}

/** All départements, or a list built name by name. */
export function AreaChoiceField({ name, scenario, label, value, onChange, message }: AreaChoiceFieldProps) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const [unknown, setUnknown] = useState<string | null>(null);
  const chosen: readonly string[] = Array.isArray(value) ? value : [];

  const add = (): void => {
    const code = findArea(typed, scenario);
    if (code === null) {
      setUnknown(typed);
      return;
    }
    setUnknown(null);
    setTyped('');
    if (!chosen.includes(code)) onChange([...chosen, code]);
  };
  return (
    <fieldset>
      <legend>{label}</legend>
      {[true, false].map((all) => (
        <label key={String(all)} className="check">
          <input
            type="radio"
            name={name}
            checked={(value === 'all') === all}
            onChange={() => onChange(all ? 'all' : [])}
          />
          <span>{t(all ? 'panels:orders.fields.allAreas' : 'panels:orders.fields.someAreas')}</span>
        </label>
      ))}
      {value !== 'all' && (
        <div className="area-choice">
          <ul className="chips">
            {chosen.map((code) => {
              const area = areaName(scenario, code);
              return (
                <li key={code}>
                  <button
                    type="button"
                    className="chip"
                    aria-label={t('panels:orders.fields.removeArea', { name: area })}
                    onClick={() => onChange(chosen.filter((each) => each !== code))}
                  >
                    {area} <span aria-hidden="true">×</span>
                  </button>
                </li>
              );
            })}
          </ul>
          <label className="field">
            <span>{t('panels:orders.fields.addArea')}</span>
            <input
              value={typed}
              list={`${name}-areas`}
              autoComplete="off"
              aria-invalid={unknown !== null}
              aria-describedby={unknown === null ? undefined : `${name}-area-error`}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                add();
              }}
            />
          </label>
          <datalist id={`${name}-areas`}>
            {scenario.areas.map(({ code, name }) => (
              <option key={code} value={`${name} (${code})`} />
            ))}
          </datalist>
          <button type="button" className="button" onClick={add}>
            {t('panels:orders.fields.addAreaButton')}
          </button>
          {unknown !== null && (
            <p id={`${name}-area-error`} className="field-error" role="alert">
              {t('panels:orders.invalid.area', { found: unknown })}
            </p>
          )}
        </div>
      )}
      {message}
    </fieldset>
  );
}
