import { useState } from 'react';
import type { Order, OrderType } from '../../callflow/orders.ts';
import { clockRange } from '../../client/clockRange.ts';
import { formatClock } from '../../client/clockTime.ts';
import { useClientState, useTexts } from '../../client/hooks.ts';
import {
  ORDER_TYPES,
  emptyForm,
  formOf,
  readForm,
  type FormFault,
  type OrderForm,
} from '../../client/orderForm.ts';
import { orderKey } from '../../client/textKeys.ts';
import { orderSpec } from '../../scenario/orderCatalogue.ts';
import type { ScenarioInfo } from '../../session/protocol.ts';
import { ArgField } from './OrderFields.tsx';

interface OrderEditorProps {
  readonly scenario: ScenarioInfo;
  /** The order to change, or null for a new one. */
  readonly order: Order | null;
  readonly onDone: (order: Order | null) => void;
}

/** The form of one order: type, time and the arguments that the type takes. */
export function OrderEditor({ scenario, order, onDone }: OrderEditorProps) {
  const t = useTexts();
  const now = useClientState((state) => state.calmView?.at ?? scenario.clock.from);
  const [form, setForm] = useState<OrderForm>(() =>
    order === null
      ? emptyForm('rollback', Math.floor(now / 60_000) * 60_000, scenario)
      : formOf(order, scenario),
  );
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const fault = (field: string): FormFault | undefined => faults.find((each) => each.field === field);
  const timeFault = fault('at');
  const clock = clockRange(scenario);

  const save = (): void => {
    const read = readForm(form, clock, order?.by);
    if ('order' in read) onDone(read.order);
    else setFaults(read.faults);
  };
  return (
    <form
      className="order-editor"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3>{order === null ? t('panels:orders.add') : t('panels:orders.editTitle', { time: form.at })}</h3>
      <label className="field">
        <span>{t('panels:orders.type')}</span>
        <select
          id="order-type"
          value={form.type}
          onChange={(event) => {
            const next = emptyForm(event.target.value as OrderType, 0, scenario);
            setForm({ ...next, at: form.at });
            setFaults([]);
          }}
        >
          {ORDER_TYPES.map((type) => (
            <option key={type} value={type}>
              {t(orderKey(type))}
            </option>
          ))}
        </select>
      </label>
      <div className="field">
        <label>
          <span>{t('panels:orders.at')}</span>
          <input
            className="time-input"
            value={form.at}
            autoComplete="off"
            aria-invalid={timeFault !== undefined}
            aria-describedby={timeFault === undefined ? 'order-at-note' : 'order-at-error'}
            onChange={(event) => setForm({ ...form, at: event.target.value })}
          />
        </label>
        <p id="order-at-note" className="quiet">
          {t(order === null ? 'panels:orders.atNew' : 'panels:orders.atAny', {
            from: formatClock(clock.from),
            to: formatClock(clock.to),
          })}
        </p>
        {timeFault !== undefined && (
          <p id="order-at-error" className="field-error">
            {t('panels:orders.invalid.time', { ...timeFault.params })}
          </p>
        )}
      </div>
      {orderSpec(form.type).args.map((arg) => (
        <ArgField
          key={`${form.type} ${arg.name}`}
          arg={arg}
          value={form.values[arg.name]}
          fault={fault(arg.name)}
          onChange={(value) => setForm({ ...form, values: { ...form.values, [arg.name]: value } })}
        />
      ))}
      <div className="buttons">
        <button type="submit" className="button button-main">
          {t(order === null ? 'panels:orders.addButton' : 'panels:orders.save')}
        </button>
        <button type="button" className="button" onClick={() => onDone(null)}>
          {t('panels:orders.cancel')}
        </button>
      </div>
    </form>
  );
}
