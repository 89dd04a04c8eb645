import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, BoardOptions } from '../board/options.ts';
import { useClient, useClientState } from '../client/hooks.ts';
import { problem } from '../client/problem.ts';
import { buildBoardModel } from '../view/buildBoardModel.ts';
import type { EveningView, Selection } from '../view/eveningView.ts';
import type { Appearance } from './useAppearance.ts';
import { type LoadDrawing, useDrawnTable } from './useDrawnTable.ts';

type Pick = Parameters<BoardOptions['onPick']>[0];

const placeOf = (pick: Pick): Selection | null => {
  if (pick.kind === 'area') return { kind: 'area', code: pick.key };
  return pick.kind === 'server' ? { kind: 'server', id: pick.key } : null;
};

/**
 * The drawn table. Its library comes only after the text and the clock can be used, and what it shows is hidden
 * from readers: the text beside it says the same.
 */
export function BoardHost({ appearance }: { readonly appearance: Appearance }) {
  const { t } = useTranslation();
  const client = useClient();
  const scenario = useClientState((state) => state.scenario);
  const ready = useClientState((state) => state.view !== null);
  const sound = useClientState((state) => state.preferences.sound);
  const host = useRef<HTMLDivElement>(null);
  const load = useMemo<LoadDrawing<Board> | null>(
    () =>
      scenario === null || !ready
        ? null
        : async () => {
            const { createBoard } = await import('../board/index.ts');
            return (parent, options) =>
              createBoard(parent, {
                ...options,
                scenario,
                onPick: (pick) => {
                  const place = placeOf(pick);
                  if (place === null) client.tell(Number(pick.key));
                  else client.select(place);
                },
                onHover: (pick) =>
                  client.store.trigger.hovered({ place: pick === null ? null : placeOf(pick) }),
              });
          },
    [client, scenario, ready],
  );
  const { board, failed } = useDrawnTable(host, load, appearance);

  useEffect(() => {
    if (failed) client.store.trigger.troubled({ problems: [problem('board')] });
  }, [client, failed]);
  useEffect(() => {
    if (board === null || scenario === null) return undefined;
    let previousAt: number | null = null;
    const draw = (view: EveningView): void => {
      board.apply(buildBoardModel(view, scenario, previousAt ?? view.at));
      previousAt = view.at;
    };
    const { view } = client.store.getSnapshot().context;
    if (view !== null) draw(view);
    return client.onView(draw);
  }, [board, client, scenario]);
  useEffect(() => board?.setSound(sound), [board, sound]);

  return (
    <>
      <div ref={host} className="board-canvas" aria-hidden="true" />
      {board === null && !failed && <p className="board-loading quiet">{t('panels:begin.boardLoading')}</p>}
    </>
  );
}
