import { useState } from 'react';
import { addOrder, changeOrder, isAsIn2021, isGiven, ordersToSend } from '../../client/draft.ts';
import { focusHeading } from '../../client/focusHeading.ts';
import { useClient, useClientState, useTexts } from '../../client/hooks.ts';
import { Section } from '../parts/Section.tsx';
import { Compare } from './Compare.tsx';
import { MainParameters } from './MainParameters.tsx';
import { OrderEditor } from './OrderEditor.tsx';
import { OrderList } from './OrderList.tsx';
import { invalidNames } from './parameterFields.ts';

/** The drawer: change the orders given and the main parameters, apply them, compare with 2021. */
export function OrdersPanel() {
  const t = useTexts();
  const client = useClient();
  const scenario = useClientState((state) => state.scenario);
  const draft = useClientState((state) => state.draft);
  const applied = useClientState((state) => state.applied);
  const [editing, setEditing] = useState<number | 'new' | null>(null);
  const [listed, setListed] = useState(false);
  /** Parameters as they are typed, valid or not. */
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  if (scenario === null) return <p className="quiet">{t('panels:begin.loading')}</p>;

  const plain = isAsIn2021(draft, scenario);
  const pending = plain ? applied !== null : applied !== draft;
  const invalid = invalidNames(typed, scenario.parameters).length > 0;
  const absent = draft.orders.filter((entry) => !isGiven(entry, draft)).length;
  const differs = !plain || applied !== null || invalid || editing !== null;
  let status = t('panels:orders.asIn2021');
  if (pending) status = t('panels:orders.pending');
  else if (absent > 0) status = t('panels:orders.appliedWithout', { count: absent });
  else if (!plain)
    status = t(
      ordersToSend(draft, scenario) === null ? 'panels:orders.appliedParameters' : 'panels:orders.applied',
    );

  const edited = draft.orders.find(({ id }) => id === editing);
  const edit = (id: number | 'new' | null): void => {
    setEditing(id);
    if (id !== null) requestAnimationFrame(() => document.getElementById('order-type')?.focus());
  };
  return (
    <div className="orders-panel">
      <Section
        id="orders"
        title={t('panels:orders.title')}
        actions={
          <button type="button" className="button" onClick={() => edit('new')}>
            {t('panels:orders.add')}
          </button>
        }
      >
        <p className="quiet">{t('panels:orders.intro')}</p>
        {editing !== null && (
          <OrderEditor
            key={editing}
            scenario={scenario}
            order={edited?.order ?? null}
            onDone={(order) => {
              if (order !== null) {
                client.edit(
                  edited === undefined ? addOrder(draft, order) : changeOrder(draft, edited.id, order),
                );
                setListed(true);
              }
              setEditing(null);
              focusHeading('orders');
            }}
          />
        )}
      </Section>
      <details
        className="more"
        open={listed}
        onToggle={(event) => setListed((event.target as HTMLDetailsElement).open)}
      >
        <summary>
          <h2>{t('panels:orders.list', { count: draft.orders.length })}</h2>
        </summary>
        <OrderList draft={draft} editing={editing} onEdit={edit} />
      </details>
      <MainParameters scenario={scenario} draft={draft} typed={typed} onType={setTyped} />
      <div className={editing === null ? 'apply apply-near' : 'apply'}>
        <p role="status">
          {status} {invalid && t('panels:orders.invalidField')}
        </p>
        <div className="buttons">
          <button
            type="button"
            className="button button-main"
            disabled={!pending}
            onClick={() => client.apply()}
          >
            {t('panels:orders.apply')}
          </button>
          <button
            type="button"
            className="button"
            disabled={!differs}
            onClick={() => {
              setTyped({});
              setEditing(null);
              client.reset();
            }}
          >
            {t('panels:orders.reset')}
          </button>
        </div>
      </div>
      <Compare plain={plain} />
    </div>
  );
}
