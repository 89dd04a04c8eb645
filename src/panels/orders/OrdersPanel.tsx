import { useState } from 'react';
import { formatClock } from '../../client/clockTime.ts';
import { addOrder, changeOrder, isAsIn2021, removeOrder } from '../../client/draft.ts';
import { focusHeading } from '../../client/focusHeading.ts';
import { useClient, useClientState, useTexts } from '../../client/hooks.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { Section } from '../parts/Section.tsx';
import { Compare } from './Compare.tsx';
import { MainParameters } from './MainParameters.tsx';
import { OrderEditor } from './OrderEditor.tsx';
import { useOrderText } from './orderText.ts';

/** The drawer: change the orders given and the main parameters, apply them, compare with 2021. */
export function OrdersPanel() {
  const t = useTexts();
  const client = useClient();
  const describe = useOrderText();
  const scenario = useClientState((state) => state.scenario);
  const draft = useClientState((state) => state.draft);
  const applied = useClientState((state) => state.applied);
  const [editing, setEditing] = useState<number | 'new' | null>(null);
  if (scenario === null) return <p className="quiet">{t('panels:begin.loading')}</p>;

  const plain = isAsIn2021(draft, scenario);
  const pending = plain ? applied !== null : applied !== draft;
  const status = pending ? 'pending' : plain ? 'asIn2021' : 'applied';
  const edited = draft.orders.find(({ id }) => id === editing);
  return (
    <div className="orders-panel">
      <Section id="orders" title={t('panels:orders.title')}>
        <p className="quiet">{t('panels:orders.intro')}</p>
        {draft.orders.length === 0 && <p>{t('panels:orders.empty')}</p>}
        <ol className="order-list" aria-label={t('panels:orders.caption')}>
          {draft.orders.map(({ id, order, origin }) => {
            const time = formatClock(order.at);
            const name = describe.type(order);
            return (
              <li key={id} className={id === editing ? 'order order-edited' : 'order'}>
                <ClockTime at={order.at} />
                <span className="order-text">
                  <span className="order-name">{name}</span>
                  <span className="order-args">
                    {describe.args(order)} · {describe.by(order.by)}
                  </span>
                  <span className={`origin origin-${origin}`}>{t(`panels:orders.origins.${origin}`)}</span>
                </span>
                <span className="buttons">
                  <button
                    type="button"
                    className="link"
                    aria-label={t('panels:orders.editLabel', { time, order: name })}
                    onClick={() => setEditing(id)}
                  >
                    {t('panels:orders.edit')}
                  </button>
                  <button
                    type="button"
                    className="link"
                    aria-label={t('panels:orders.removeLabel', { time, order: name })}
                    onClick={() => {
                      if (editing === id) setEditing(null);
                      client.edit(removeOrder(draft, id));
                      focusHeading('orders');
                    }}
                  >
                    {t('panels:orders.remove')}
                  </button>
                </span>
              </li>
            );
          })}
        </ol>
        {editing === null ? (
          <button type="button" className="button" onClick={() => setEditing('new')}>
            {t('panels:orders.add')}
          </button>
        ) : (
          <OrderEditor
            key={editing}
            scenario={scenario}
            order={edited?.order ?? null}
            onDone={(order) => {
              if (order !== null)
                client.edit(
                  edited === undefined ? addOrder(draft, order) : changeOrder(draft, edited.id, order),
                );
              setEditing(null);
              focusHeading('orders');
            }}
          />
        )}
      </Section>
      <MainParameters scenario={scenario} draft={draft} />
      <div className="apply">
        <p role="status">{t(`panels:orders.${status}`)}</p>
        <div className="buttons">
          <button
            type="button"
            className="button button-main"
            disabled={!pending}
            onClick={() => client.apply()}
          >
            {t('panels:orders.apply')}
          </button>
          <button type="button" className="button" disabled={plain} onClick={() => client.reset()}>
            {t('panels:orders.reset')}
          </button>
        </div>
      </div>
      <Compare plain={plain} />
    </div>
  );
}
