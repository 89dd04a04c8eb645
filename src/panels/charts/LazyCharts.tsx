import { Suspense, lazy, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../../client/hooks.ts';

export const EveningCharts = lazy(() => import('./EveningCharts.tsx'));
export const PlaceChart = lazy(() => import('./PlaceChart.tsx'));

/** Loads what it holds only when it comes near the eye, and says so meanwhile. */
export function WhenNear({ children }: { readonly children: ReactNode }) {
  const t = useTexts();
  const host = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: '200px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const loading = <p className="quiet">{t('panels:charts.loading')}</p>;
  return <div ref={host}>{near ? <Suspense fallback={loading}>{children}</Suspense> : loading}</div>;
}
