import { lossShare } from '../../client/figures.ts';
import { useClientState, useFigures, useTexts } from '../../client/hooks.ts';
import { serverName } from '../../client/places.ts';
import { serverState } from '../../client/serverState.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { FigureTable } from './FigureTable.tsx';

/** A call server: what it carries and refuses, and the memory of each of its modules. */
export function ServerFigures({ id, name }: { readonly id: string; readonly name: string }) {
  const t = useTexts();
  const figures = useFigures();
  const scenario = useClientState((state) => state.scenario);
  const view = useClientState((state) => state.calmView);
  const info = scenario?.servers.find((each) => each.id === id);
  const server = view?.servers.find((each) => each.id === id);
  if (info === undefined || server === undefined) return null;
  const loss = lossShare(server.unrouted15, server.attempts15);
  return (
    <>
      <FigureTable
        place={name}
        figures={[
          [t('panels:servers.state'), t(`panels:servers.states.${serverState(server)}`)],
          [t('panels:servers.fill'), figures.share(server.fill)],
          [t('panels:servers.modules'), `${server.modulesUp}/${server.modules.length}`],
          [t('panels:servers.loss15'), loss === null ? '–' : figures.share(loss, 1)],
          [t('panels:servers.attempts'), figures.count(server.attempts)],
          [t('panels:servers.unrouted'), figures.count(server.unrouted)],
          [t('panels:servers.bug'), t(`panels:servers.bugs.${server.bug}`)],
          [t('panels:place.site'), info.site],
          [t('panels:place.partner'), serverName(scenario, info.partner)],
        ]}
      />
      <DataTable caption={t('panels:place.modulesCaption')} quietCaption={false} focusable>
        <tbody>
          {server.modules.map((module, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a module is its rank
            <tr key={index}>
              <th scope="row">{t('panels:place.module', { number: index + 1 })}</th>
              <td>{t(`panels:place.moduleStates.${module.state}`)}</td>
              <td className="fill-cell">
                <span className={`fill fill-${module.state}`} aria-hidden="true">
                  <span style={{ width: `${module.fill * 100}%` }} />
                </span>
              </td>
              <td className="number">{figures.share(module.fill)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  );
}
