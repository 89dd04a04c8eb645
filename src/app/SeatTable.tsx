import { useTexts } from '../client/hooks.ts';
import { usePlayState } from '../client/playHooks.ts';
import type { Appearance } from './useAppearance.ts';

/** Where the drawn table of the seats stands. */
export function SeatTable({ appearance }: { readonly appearance: Appearance }) {
  const t = useTexts();
  const seat = usePlayState((state) => state.seat);
  return (
    <p className={`board-loading quiet theme-${appearance.theme}`}>
      {t('console:table', { seat: t(`play:seats.${seat}.name`) })}
    </p>
  );
}
