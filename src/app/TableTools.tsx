import type { RefObject } from 'react';
import { useTexts } from '../client/hooks.ts';

interface TableToolsProps {
  /** What gets the focus back when the legend is closed. */
  readonly opener: RefObject<HTMLButtonElement | null>;
  readonly ghosts: boolean;
  readonly onGhosts: (shown: boolean) => void;
  readonly reading: boolean;
  readonly onReading: (open: boolean) => void;
}

/** What goes with the table, outside it: nothing may lie on its rim. */
export function TableTools({ opener, ghosts, onGhosts, reading, onReading }: TableToolsProps) {
  const t = useTexts();
  return (
    <div className="table-tools">
      <button
        type="button"
        className="table-tool"
        title={t('table:seat.ghosts')}
        onClick={() => onGhosts(!ghosts)}
      >
        {t(ghosts ? 'table:seat.ghostsHide' : 'table:seat.ghostsShow')}
      </button>
      <button
        ref={opener}
        type="button"
        className="table-tool"
        aria-expanded={reading}
        aria-controls="table-reading"
        onClick={() => onReading(!reading)}
      >
        {t('table:reading.open')}
      </button>
    </div>
  );
}
