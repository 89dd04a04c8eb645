const WIDTH = 320;
const HEIGHT = 56;

/**
 * Readings beside their figures, which say the same: hidden from readers. A dash for each, nothing between two, where nothing
 * was read.
 */
export function Spark({
  series,
  most,
}: {
  readonly series: readonly { readonly name: 'lost' | 'now' | 'usual'; readonly values: readonly number[] }[];
  readonly most: number;
}) {
  const length = Math.max(2, ...series.map(({ values }) => values.length));
  const path = (values: readonly number[]): string =>
    values
      .map((value, i) => {
        const y = HEIGHT - 2 - (Math.min(value, most) / (most || 1)) * (HEIGHT - 4);
        return `M${((i / length) * WIDTH).toFixed(1)} ${y.toFixed(1)}h${(WIDTH / length).toFixed(1)}`;
      })
      .join('');
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {series.map(({ name, values }) => (
        <path key={name} className={`spark-${name}`} d={path(values)} vectorEffect="non-scaling-stroke" />
      ))}
    </svg>
  );
}
