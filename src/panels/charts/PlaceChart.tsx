import type { Series } from '../../view/eveningView.ts';
import { CallsChart } from './CallsChart.tsx';

/** The curve of one place. */
export default function PlaceChart({ title, series }: { readonly title: string; readonly series: Series }) {
  return <CallsChart title={title} series={series} />;
}
