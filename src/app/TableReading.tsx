import { useEffect, useRef } from 'react';
import { paintSample, READING, SAMPLE, type ReadingGroup, type ReadingMark } from '../board/seat/samples.ts';
import { useTexts } from '../client/hooks.ts';
import { useNarrow } from '../panels/parts/useNarrow.ts';
import type { Appearance } from './useAppearance.ts';

interface TableReadingProps {
  readonly theme: Appearance['theme'];
  readonly onClose: () => void;
}

/** How to read the table: every mark as it is painted there, with what it means. Lies over the table alone. */
export function TableReading({ theme, onClose }: TableReadingProps) {
  const t = useTexts();
  const narrow = useNarrow();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    const leave = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') onClose();
    };
    addEventListener('keydown', leave);
    return () => removeEventListener('keydown', leave);
  }, [onClose]);
  return (
    <section id="table-reading" className="table-reading" aria-labelledby="reading-title">
      <div className="section-head">
        <h2 id="reading-title" ref={heading} tabIndex={-1}>
          {t('table:reading.open')}
        </h2>
        <button type="button" className="button" onClick={onClose}>
          {t('table:reading.close')}
        </button>
      </div>
      <p>{t(narrow ? 'table:reading.leadNarrow' : 'table:reading.lead')}</p>
      <div className="legend-groups">
        {(Object.keys(READING) as ReadingGroup[]).map((group) => (
          <div key={group}>
            <h3>{t(`table:reading.${group}.title`)}</h3>
            <ul className="plain-list">
              {READING[group].map((mark) => (
                <li key={mark} className="legend-row">
                  <Mark mark={mark} theme={theme} />
                  <span>{t(`table:reading.${group}.${mark}`)}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function Mark({ mark, theme }: { readonly mark: ReadingMark; readonly theme: Appearance['theme'] }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const ink = canvas.current?.getContext('2d');
    if (!canvas.current || !ink) return;
    const ratio = Math.max(1, devicePixelRatio);
    canvas.current.width = SAMPLE.width * ratio;
    canvas.current.height = SAMPLE.height * ratio;
    ink.scale(ratio, ratio);
    paintSample(ink, mark, theme, ratio);
  }, [mark, theme]);
  return <canvas ref={canvas} className="legend-mark" aria-hidden="true" />;
}
