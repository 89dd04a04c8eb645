import { useEffect, useRef, useState } from 'react';
import type { Board, BoardOptions } from '../board/options.ts';
import { useTranslation } from 'react-i18next';
import { useClient, useClientState } from '../client/hooks.ts';
import type { Language } from '../client/preferences.ts';
import { problem } from '../client/problem.ts';
import { buildBoardModel } from '../view/buildBoardModel.ts';
import type { EveningView, Selection } from '../view/eveningView.ts';
import type { Appearance } from './useAppearance.ts';

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
  const { t, i18n } = useTranslation();
  const client = useClient();
  const scenario = useClientState((state) => state.scenario);
  const ready = useClientState((state) => state.view !== null);
  const sound = useClientState((state) => state.preferences.sound);
  // The language whose texts are here, which comes a little after the choice.
  const language: Language = i18n.language === 'en' ? 'en' : 'fr';
  const host = useRef<HTMLDivElement>(null);
  const [board, setBoard] = useState<Board | null>(null);
  const [failed, setFailed] = useState(false);
  const { theme, still } = appearance;
  // What the board is made with; later changes reach it by its setters.
  const first = useRef({ theme, still, language });
  useEffect(() => {
    first.current = { theme, still, language };
  }, [theme, still, language]);

  useEffect(() => {
    const parent = host.current;
    if (scenario === null || !ready || parent === null) return undefined;
    let gone = false;
    let made: Board | null = null;
    const make = async (): Promise<void> => {
      const [{ createBoard }, { default: map }] = await Promise.all([
        import('../board/index.ts'),
        import('../../assets/map/france.json'),
      ]);
      if (gone) return;
      const options = first.current;
      const board = await createBoard(parent, {
        map,
        scenario,
        theme: options.theme,
        reducedMotion: options.still,
        language: options.language,
        t: (key, params) => i18n.t(key, params ?? {}),
        onPick: (pick) => {
          const place = placeOf(pick);
          if (place === null) client.tell(Number(pick.key));
          else client.select(place);
        },
        onHover: (pick) => client.store.trigger.hovered({ place: pick === null ? null : placeOf(pick) }),
      });
      if (gone) {
        board.destroy();
        return;
      }
      made = board;
      setBoard(board);
    };
    make().catch(() => {
      setFailed(true);
      client.store.trigger.troubled({ problems: [problem('board')] });
    });
    return () => {
      gone = true;
      made?.destroy();
      setBoard(null);
    };
  }, [client, i18n, scenario, ready]);

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
  useEffect(() => board?.setTheme(theme), [board, theme]);
  useEffect(() => board?.setReducedMotion(still), [board, still]);
  useEffect(() => board?.setLanguage(language), [board, language]);
  useEffect(() => board?.setSound(sound), [board, sound]);

  return (
    <>
      <div ref={host} className="board-canvas" aria-hidden="true" />
      {board === null && !failed && <p className="board-loading quiet">{t('panels:begin.boardLoading')}</p>}
    </>
  );
}
