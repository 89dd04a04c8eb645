/** Moves to a part without touching the address, which says which evening this is. */
function goTo(id: string): void {
  const heading = document.getElementById(`${id}-title`);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** The parts of a page; each is a `Section` with the same identifier. */
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
            <button type="button" className="link" onClick={() => goTo(id)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
