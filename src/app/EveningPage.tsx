import { useClient, useClientState } from '../client/hooks.ts';
import { CalmNote } from '../panels/text/Calm.tsx';
import { HoverNote } from '../panels/place/HoverNote.tsx';
import { Transport } from '../panels/transport/Transport.tsx';
import { useSpaceBar } from '../panels/transport/useSpaceBar.ts';
import { Begin } from './Begin.tsx';
import { BoardHost } from './BoardHost.tsx';
import { SidePanel } from './SidePanel.tsx';
import type { Appearance } from './useAppearance.ts';

/** The watched evening: the table, its reading panel, its clock. */
export default function EveningPage({ appearance }: { readonly appearance: Appearance }) {
  const client = useClient();
  useSpaceBar(client.togglePlay);
  const open = useClientState((state) => state.panelOpen);
  const wide = useClientState((state) => state.panelWide);
  const size = open ? (wide ? 'wide' : 'open') : 'folded';
  return (
    <main className={`evening evening-${size}`}>
      <div className="board">
        <BoardHost appearance={appearance} />
        <HoverNote />
        <CalmNote />
        <Begin />
      </div>
      <Transport />
      <SidePanel />
    </main>
  );
}
