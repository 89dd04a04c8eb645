import type { ReactNode } from 'react';

interface DataTableProps {
  readonly caption: string;
  /** The caption is read but not shown when a heading already says it. */
  readonly quietCaption?: boolean;
  /** A table without buttons or links takes the focus itself, so that the keyboard can scroll it. */
  readonly focusable?: boolean;
  readonly tall?: boolean;
  readonly children: ReactNode;
}

/** A native table in a box that scrolls by itself: a wide table never widens the page. */
export function DataTable({
  caption,
  quietCaption = true,
  focusable = false,
  tall = false,
  children,
}: DataTableProps) {
  return (
    <div
      className={tall ? 'table-scroll table-scroll-tall' : 'table-scroll'}
      role="group"
      aria-label={caption}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable
      tabIndex={focusable ? 0 : undefined}
    >
      <table>
        <caption className={quietCaption ? 'visually-hidden' : ''}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}
