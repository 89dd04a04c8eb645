import { createContext, useContext, type ReactNode } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { usePrinting } from '../parts/usePrinting.ts';

/** Which parts of the file are unfolded, and a way to one decision. */
export interface Folds {
  readonly open: ReadonlySet<string>;
  readonly toggle: (id: string, open: boolean) => void;
  /** The decision last asked for, by index of its act; null when none was. */
  readonly decision: number | null;
  readonly showDecision: (act: number) => void;
}

export const FoldsContext = createContext<Folds>({
  open: new Set(),
  toggle: () => undefined,
  decision: null,
  showDecision: () => undefined,
});

/** A part of the file: folded until somebody wants it, always printed. */
export function Fold({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const { open, toggle } = useContext(FoldsContext);
  const printing = usePrinting();
  const unfolded = printing || open.has(id);
  return (
    <details
      className="section fold"
      open={unfolded}
      onToggle={(event) => {
        // What opens by itself to be printed folds again by itself.
        if (event.currentTarget.open !== unfolded) toggle(id, event.currentTarget.open);
      }}
    >
      <summary>
        <h3 id={`${id}-title`} tabIndex={-1}>
          {title}
        </h3>
      </summary>
      {unfolded && <div className="fold-content">{children}</div>}
    </details>
  );
}

/** A button to the decision that a word rests on. */
export function DecisionLink({ act, children }: { readonly act: number; readonly children: ReactNode }) {
  const t = useTexts();
  const { showDecision } = useContext(FoldsContext);
  return (
    <button
      type="button"
      className="link"
      title={t('debrief:screen.verdicts.toDecision')}
      onClick={() => showDecision(act)}
    >
      {children}
    </button>
  );
}
