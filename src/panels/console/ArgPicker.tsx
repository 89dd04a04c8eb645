import { useState } from 'react';
import { ROOMS } from '../../callflow/spec.ts';
import { formatClock, parseClock } from '../../client/clockTime.ts';
import { useTexts } from '../../client/hooks.ts';
import { useExercise } from '../../client/playHooks.ts';
import type { ActSpec } from '../../session/playProtocol.ts';
import { AreaChoiceField } from '../orders/AreaChoiceField.tsx';
import { Check, ServerField } from '../orders/OrderFields.tsx';
import { RECIPIENT_CHOICES } from './recipients.ts';
import { usePlayWords } from './words.ts';

type Ask = ActSpec['asks'][number];

interface ArgPickerProps {
  readonly spec: ActSpec;
  readonly ask: Ask;
  readonly value: unknown;
  /** What the seat's own people would take if it were left out now; undefined when the catalogue says it. */
  readonly now?: unknown;
  /** `undefined` gives the argument back its usual value. */
  readonly onChange: (value: unknown) => void;
}

const NUMBERS = ['15', '17', '18', '112'] as const;
const ORIGINS = ['mobile', 'box', 'copper'] as const;
const TECHNOLOGIES = ['copper', 'ip', 'mobile'] as const;
const WORDINGS = ['mobile', 'landline', 'any', 'goThere'] as const;
const SHARES = [0.2, 0.4, 0.6, 0.8] as const;

/** One argument that an act asks for. Left alone, the act keeps its usual one. */
export function ArgPicker({ spec, ask, value, now, onChange }: ArgPickerProps) {
  const t = useTexts();
  const words = usePlayWords();
  const { scenario } = useExercise();
  const label = t(`play:asks.${ask.kind}`);
  const usual = ask.required === true ? undefined : (now ?? usualOf(spec, ask.name));
  const usually = usual === undefined ? '' : words.args({ [ask.name]: usual });
  const one = { label, value, onChange, usually, required: ask.required === true };
  switch (ask.kind) {
    case 'servers':
      return (
        <Unless {...one} first={[]}>
          <ServerField
            label={label}
            servers={scenario.servers}
            value={stringsOf(value)}
            onChange={onChange}
            message={null}
          />
        </Unless>
      );
    case 'areas':
      if (ask.required === true)
        return (
          <AreaChoiceField
            name={ask.name}
            label={label}
            scenario={scenario}
            value={value === undefined ? [] : stringsOf(value)}
            onChange={onChange}
            message={null}
          />
        );
      return (
        <Unless {...one} first={[]}>
          <AreaChoiceField
            name={ask.name}
            label={label}
            scenario={scenario}
            value={stringsOf(value)}
            onChange={onChange}
            message={null}
          />
        </Unless>
      );
    case 'rooms':
      return (
        <Unless {...one} first={ROOMS}>
          <Several
            label={label}
            options={ROOMS}
            value={value}
            onChange={onChange}
            name={(room) => t(`panels:place.room.${room}`)}
          />
        </Unless>
      );
    case 'recipients':
      return (
        <Unless {...one} first={[]}>
          <Several
            label={label}
            options={RECIPIENT_CHOICES}
            value={value}
            onChange={onChange}
            name={words.who}
          />
        </Unless>
      );
    case 'number':
      return <One {...one} options={NUMBERS} name={(number) => number} />;
    case 'origin':
      return <One {...one} options={ORIGINS} name={(origin) => t(`console:origins.${origin}`)} />;
    case 'technology':
      return <One {...one} options={TECHNOLOGIES} name={(each) => t(`console:technologies.${each}`)} />;
    case 'wording':
      return <One {...one} options={WORDINGS} name={(wording) => t(`play:wordings.${wording}`)} />;
    case 'share':
      return (
        <One
          {...one}
          options={SHARES}
          name={(share) => t('console:args.share', { share: Math.round(share * 100) })}
        />
      );
    case 'time':
      return <TimeArg label={label} value={value} hour={now} onChange={onChange} />;
  }
}

/** What the act does when the argument is left alone. */
function usualOf(spec: ActSpec, name: string): unknown {
  for (const effect of spec.effects)
    if (effect.op === 'order' && effect.args[name] !== undefined) return effect.args[name];
  return undefined;
}

const stringsOf = (value: unknown): 'all' | readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : 'all';

/** As usual, unless one chooses. */
function Unless({
  label,
  usually,
  value,
  first,
  onChange,
  children,
}: {
  readonly label: string;
  readonly usually: string;
  readonly value: unknown;
  /** What the choice begins with. */
  readonly first: unknown;
  readonly onChange: (value: unknown) => void;
  readonly children: React.ReactNode;
}) {
  const t = useTexts();
  const chosen = value !== undefined;
  return (
    <div className="unless">
      <Check
        label={
          usually === ''
            ? t('console:args.choose', { what: label })
            : t('console:args.chooseOr', { what: label, usually })
        }
        checked={chosen}
        onChange={(checked) => onChange(checked ? first : undefined)}
      />
      {chosen && children}
    </div>
  );
}

interface ChoiceProps<T> {
  readonly label: string;
  readonly options: readonly T[];
  readonly value: unknown;
  readonly onChange: (value: T | undefined) => void;
  readonly name: (option: T) => string;
}

function One<T extends string | number>({
  label,
  options,
  value,
  usually,
  onChange,
  name,
  required,
}: ChoiceProps<T> & { readonly usually: string; readonly required: boolean }) {
  const t = useTexts();
  return (
    <label className="field">
      <span>{label}</span>
      <select
        value={value === undefined ? '' : String(value)}
        aria-required={required}
        onChange={(event) => onChange(options.find((option) => String(option) === event.target.value))}
      >
        <option value="">
          {required
            ? t('console:args.none')
            : usually === ''
              ? t('console:args.usual')
              : t('console:args.usually', { usually })}
        </option>
        {options.map((option) => (
          <option key={option} value={option}>
            {name(option)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Several<T extends string>({
  label,
  options,
  value,
  onChange,
  name,
}: Omit<ChoiceProps<T>, 'onChange'> & { readonly onChange: (value: readonly T[]) => void }) {
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <fieldset>
      <legend>{label}</legend>
      {options.map((option) => (
        <Check
          key={option}
          label={name(option)}
          checked={chosen.includes(option)}
          onChange={(checked) =>
            onChange(options.filter((each) => (each === option ? checked : chosen.includes(each))))
          }
        />
      ))}
    </fieldset>
  );
}

function TimeArg({
  label,
  value,
  hour,
  onChange,
}: {
  readonly label: string;
  readonly value: unknown;
  readonly hour: unknown;
  readonly onChange: (value: number | undefined) => void;
}) {
  const t = useTexts();
  const [typed, setTyped] = useState(typeof value === 'number' ? formatClock(value) : '');
  const wrong = typed !== '' && parseClock(typed) === null;
  return (
    <div className="field">
      <label>
        <span>{label}</span>
        <input
          className="time-input"
          value={typed}
          placeholder={t('console:clock.form')}
          autoComplete="off"
          aria-invalid={wrong}
          aria-describedby={wrong ? 'arg-time-error' : 'arg-time-usual'}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange(parseClock(event.target.value) ?? undefined);
          }}
        />
      </label>
      {hour !== undefined && (
        <p id="arg-time-usual" className="quiet">
          {typeof hour === 'number'
            ? t('console:args.hour', { time: formatClock(hour) })
            : t('console:args.noHour')}
        </p>
      )}
      {wrong && (
        <p id="arg-time-error" className="field-error">
          {t('console:args.wrongTime', { found: typed })}
        </p>
      )}
    </div>
  );
}
