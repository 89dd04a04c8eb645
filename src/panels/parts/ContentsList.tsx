import { focusHeading } from '../../client/focusHeading.ts';

/**
 * The parts of a page; each is a `Section` with the same identifier. Buttons, not links: the address says which
 * evening this is.
 */
export function ContentsList({
  label,
  parts,
}: {
  readonly label: string;
  readonly parts: readonly { readonly id: string; readonly title: string }[];
}) {
  return (
    <nav aria-label={label}>
      <ul className="contents">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => focusHeading(id)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
