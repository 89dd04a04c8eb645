import type { ReactNode } from 'react';

/** A headed part of a page, reachable by its identifier. */
export function Section({
  id,
  title,
  level = 2,
  actions,
  children,
}: {
  readonly id: string;
  readonly title: ReactNode;
  readonly level?: 2 | 3;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="section">
      <div className="section-head">
        <Heading id={`${id}-title`} tabIndex={-1}>
          {title}
        </Heading>
        {actions}
      </div>
      {children}
    </section>
  );
}
