import { formatClock } from '../../client/clockTime.ts';
import { lossShare } from '../../client/figures.ts';
import { useClient, useClientState, useFigures, useTexts } from '../../client/hooks.ts';
import { serverName } from '../../client/places.ts';
import { serverState } from '../../client/serverState.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { Section } from '../parts/Section.tsx';

const COLUMNS = ['state', 'fill', 'modules', 'loss15', 'attempts', 'unrouted', 'bug'] as const;

export function Servers() {
  const t = useTexts();
  const client = useClient();
  const figures = useFigures();
  const scenario = useClientState((state) => state.scenario);
  const view = useClientState((state) => state.calmView);
  if (view === null) return null;
  return (
    <Section id="servers" title={t('panels:servers.title')}>
      <p className="quiet">{t('panels:servers.note')}</p>
      <DataTable caption={t('panels:servers.caption', { time: formatClock(view.at) })}>
        <thead>
          <tr>
            <th scope="col">{t('panels:servers.server')}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={column === 'state' || column === 'bug' ? '' : 'number'}>
                {t(`panels:servers.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.servers.map((server) => {
            const state = serverState(server);
            const loss = lossShare(server.unrouted15, server.attempts15);
            return (
              <tr key={server.id}>
                <th scope="row">
                  <button
                    type="button"
                    className="link"
                    onClick={() => client.select({ kind: 'server', id: server.id })}
                  >
                    {serverName(scenario, server.id)}
                  </button>
                </th>
                <td className={`mark mark-${state}`}>{t(`panels:servers.states.${state}`)}</td>
                <td className="number">{figures.share(server.fill)}</td>
                <td className="number">
                  {server.modulesUp}/{server.modules.length}
                </td>
                <td className="number">{loss === null ? '–' : figures.share(loss)}</td>
                <td className="number">{figures.count(server.attempts)}</td>
                <td className="number">{figures.count(server.unrouted)}</td>
                <td>{t(`panels:servers.bugs.${server.bug}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
    </Section>
  );
}
