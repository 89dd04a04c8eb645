import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { DataTable } from '../parts/DataTable.tsx';
import { useTexts } from '../../client/hooks.ts';

interface ChartFigureProps {
  readonly title: string;
  readonly note?: string;
  /** Draws the chart at this width in CSS pixels. */
  readonly draw: (width: number) => Element;
  /** Header cells, then rows: the twin of the drawing. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
  readonly legend?: ReactNode;
}

/** A chart for the eye and the same figures as a table for everybody; the drawing itself is hidden from readers. */
export function ChartFigure({ title, note, draw, columns, rows, legend }: ChartFigureProps) {
  const t = useTexts();
  const host = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [open, setOpen] = useState(false);

  // Drawn with the page: a sheet is printed as soon as what it holds is unfolded.
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const measure = (): void => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (width > 0) host.current?.replaceChildren(draw(width));
  }, [draw, width]);

  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      {legend}
      <div ref={host} aria-hidden="true" className="chart-drawing" />
      {note !== undefined && <p className="quiet">{note}</p>}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {t('panels:charts.table')}
          <span className="visually-hidden"> – {title}</span>
        </summary>
        {open && (
          <DataTable caption={title} focusable tall>
            <thead>
              <tr>
                {columns.map((column, index) => (
                  <th key={column} scope="col" className={index === 0 ? '' : 'number'}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, cells: [head, ...cells] }) => (
                <tr key={key}>
                  <th scope="row">{head}</th>
                  {cells.map((cell, index) => (
                    <td key={columns[index + 1]} className="number">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </DataTable>
        )}
      </details>
    </figure>
  );
}
