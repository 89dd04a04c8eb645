import { draftOf, isGiven } from '../../client/draft.ts';
import { useClient, useClientState, useTexts } from '../../client/hooks.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { Section } from '../parts/Section.tsx';
import { OrderNote } from '../orders/OrderNote.tsx';
import { useOrderText } from '../orders/orderText.ts';

/** The orders that the evening on screen follows, given and to come. */
export function Tonight() {
  const t = useTexts();
  const client = useClient();
  const describe = useOrderText();
  const scenario = useClientState((state) => state.scenario);
  const applied = useClientState((state) => state.applied);
  const at = useClientState((state) => state.calmView?.at ?? 0);
  if (scenario === null) return null;
  const shown = applied ?? draftOf(scenario);
  const orders = shown.orders.map((entry) => ({ ...entry, given: isGiven(entry, shown) }));
  return (
    <Section
      id="tonight"
      title={t('panels:tonight.title')}
      actions={
        <button type="button" className="button" onClick={() => client.show('orders')}>
          {t('panels:tonight.edit')}
        </button>
      }
    >
      {orders.length === 0 ? (
        <p className="quiet">{t('panels:tonight.empty')}</p>
      ) : (
        <DataTable caption={t('panels:tonight.caption')} focusable>
          <thead>
            <tr>
              <th scope="col">{t('panels:tonight.time')}</th>
              <th scope="col">{t('panels:tonight.order')}</th>
              <th scope="col">{t('panels:tonight.status')}</th>
            </tr>
          </thead>
          <tbody>
            {orders.map(({ id, order, origin, given }) => (
              <tr key={id} className={given && order.at <= at ? 'passed' : ''}>
                <td>
                  <ClockTime at={order.at} />
                  <span className="under">
                    {given
                      ? t(order.at <= at ? 'panels:tonight.given' : 'panels:tonight.toCome')
                      : t('panels:orders.notGiven')}
                  </span>
                </td>
                <th scope="row">
                  {describe.type(order)}
                  <span className="under">
                    {describe.args(order)} · {describe.by(order.by)}
                  </span>
                  <OrderNote order={order} origin={origin} />
                </th>
                <td>{t(`panels:orders.origins.${origin}`)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Section>
  );
}
