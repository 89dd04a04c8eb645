import { useState } from 'react';
import { useTexts } from '../../client/hooks.ts';

/** A word of the trade, explained in place when pressed. */
export function Term({ term }: { readonly term: string }) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <span className="term">
      <button type="button" className="link term-word" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(`home:terms.${term}.word`)}
      </button>
      {open && <span className="term-meaning">{t(`home:terms.${term}.meaning`)}</span>}
    </span>
  );
}
