import { setParameter, type Draft } from '../../client/draft.ts';
import { useClient, useFigures, useTexts } from '../../client/hooks.ts';
import { parameterKey, unitKey } from '../../client/textKeys.ts';
import type { ParameterInfo, ScenarioInfo } from '../../session/protocol.ts';
import { Check } from './OrderFields.tsx';
import { typedValue } from './parameterFields.ts';

/** The parameters that weigh most, each within its plausible range. */
export function MainParameters({
  scenario,
  draft,
  typed,
  onType,
}: {
  readonly scenario: ScenarioInfo;
  readonly draft: Draft;
  /** What the fields hold while it is typed, by name. */
  readonly typed: Readonly<Record<string, string>>;
  readonly onType: (typed: Readonly<Record<string, string>>) => void;
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
            <ParameterField
              key={parameter.name}
              parameter={parameter}
              draft={draft}
              typed={typed[parameter.name] ?? null}
              onType={(text) => {
                const { [parameter.name]: _, ...others } = typed;
                onType(text === null ? others : { ...others, [parameter.name]: text });
              }}
            />
          ))}
      </div>
    </details>
  );
}

function ParameterField({
  parameter,
  draft,
  typed,
  onType,
}: {
  readonly parameter: ParameterInfo;
  readonly draft: Draft;
  readonly typed: string | null;
  readonly onType: (text: string | null) => void;
}) {
  const t = useTexts();
  const client = useClient();
  const figures = useFigures();
  const set = draft.set[parameter.name];
  const value = typeof set === 'number' ? set : parameter.value;
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
  const wrong = typed !== null && typedValue(typed, parameter) === null;
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
            onType(event.target.value);
            const next = typedValue(event.target.value, parameter);
            if (next !== null) client.edit(setParameter(draft, parameter, next));
          }}
          onBlur={() => {
            if (!wrong) onType(null);
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
              onType(null);
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
