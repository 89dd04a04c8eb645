import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../../client/hooks.ts';

interface DataTableProps {
  readonly caption: string;
  /** The caption is read but not shown when a heading already says it. */
  readonly quietCaption?: boolean;
  /** A table without buttons or links takes the focus itself, so that the keyboard can scroll it. */
  readonly focusable?: boolean;
  readonly tall?: boolean;
  readonly children: ReactNode;
}

/** A native table in a box that scrolls by itself: a wide table never widens the page, and says that it goes on. */
export function DataTable({
  caption,
  quietCaption = true,
  focusable = false,
  tall = false,
  children,
}: DataTableProps) {
  const t = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(false);
  const [more, setMore] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const look = (): void => {
      setWide(element.scrollWidth > element.clientWidth + 1);
      setMore(element.scrollLeft + element.clientWidth < element.scrollWidth - 1);
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    if (element.firstElementChild !== null) observer.observe(element.firstElementChild);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  return (
    <div className={more ? 'table-frame table-more' : 'table-frame'}>
      {wide && (
        <p className="table-cue" aria-hidden="true">
          {t('common:tableCue')}
        </p>
      )}
      <div
        ref={box}
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
    </div>
  );
}
