import { useState } from 'react';
import { setParameter, type Draft } from '../../client/draft.ts';
import { useClient, useFigures, useTexts } from '../../client/hooks.ts';
import { parseNumber } from '../../client/orderForm.ts';
import { parameterKey, unitKey } from '../../client/textKeys.ts';
import type { ParameterInfo, ScenarioInfo } from '../../session/protocol.ts';
import { Check } from './OrderFields.tsx';

/** The parameters that weigh most, each within its plausible range. */
export function MainParameters({
  scenario,
  draft,
}: {
  readonly scenario: ScenarioInfo;
  readonly draft: Draft;
}) {
  const t = useTexts();
  return (
    <details className="more">
      <summary>
        <h2>{t('panels:parameters.title')}</h2>
      </summary>
      <p className="quiet">{t('panels:parameters.intro')}</p>
      <div className="parameter-list">
        {scenario.parameters
          .filter(({ main }) => main)
          .map((parameter) => (
            <ParameterField key={parameter.name} parameter={parameter} draft={draft} />
          ))}
      </div>
    </details>
  );
}

function ParameterField({ parameter, draft }: { readonly parameter: ParameterInfo; readonly draft: Draft }) {
  const t = useTexts();
  const client = useClient();
  const figures = useFigures();
  const set = draft.set[parameter.name];
  const value = typeof set === 'number' ? set : parameter.value;
  const [typed, setTyped] = useState<string | null>(null);
  const name = t(parameterKey(parameter.name));
  const limits = { min: figures.decimal(parameter.min, 4), max: figures.decimal(parameter.max, 4) };
  // A share says its unit by its range.
  const unit = parameter.unit === 'share' ? [] : [t(unitKey(parameter.unit))];
  const id = `parameter-${parameter.name}`;

  if (parameter.unit === 'switch')
    return (
      <Check
        label={name}
        checked={value === 1}
        onChange={(checked) => client.edit(setParameter(draft, parameter, checked ? 1 : 0))}
      />
    );
  const number = typed === null ? value : parseNumber(typed);
  const wrong = number === null || number < parameter.min || number > parameter.max;
  return (
    <div className={set === undefined ? 'parameter' : 'parameter parameter-set'}>
      <label htmlFor={id}>{name}</label>
      <span className="parameter-input">
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={typed ?? figures.typed(value)}
          aria-invalid={wrong}
          aria-describedby={`${id}-note`}
          onChange={(event) => {
            setTyped(event.target.value);
            const next = parseNumber(event.target.value);
            if (next !== null && next >= parameter.min && next <= parameter.max)
              client.edit(setParameter(draft, parameter, next));
          }}
          onBlur={() => {
            if (!wrong) setTyped(null);
          }}
        />
        <span id={`${id}-note`} className={wrong ? 'field-error' : 'quiet'}>
          {wrong
            ? t('panels:parameters.invalid', limits)
            : [...unit, t('panels:parameters.range', limits)].join(', ')}
        </span>
        {set !== undefined && (
          <button
            type="button"
            className="link"
            aria-label={t('panels:parameters.restoreLabel', { name })}
            onClick={() => {
              setTyped(null);
              client.edit(setParameter(draft, parameter, parameter.value));
            }}
          >
            {t('panels:parameters.restore')}
          </button>
        )}
      </span>
    </div>
  );
}
