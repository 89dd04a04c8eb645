import type { SeatId } from '../../session/playProtocol.ts';

/** Outline in a box of 24, and where its letter stands: square, disc, triangle, cross, as on the table. */
const SHAPES: Readonly<
  Record<SeatId, { readonly path: string; readonly letter: string; readonly y: number }>
> = {
  orange: {
    path: 'M4 2.5h16a1.5 1.5 0 0 1 1.5 1.5v16a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 20V4A1.5 1.5 0 0 1 4 2.5z',
    letter: 'O',
    y: 16.8,
  },
  ministry: { path: 'M12 1.5a10.5 10.5 0 1 1 0 21a10.5 10.5 0 1 1 0-21z', letter: 'M', y: 16.8 },
  anssi: { path: 'M12 1.5L23.3 21.5H.7z', letter: 'A', y: 18.6 },
  services: { path: 'M7.2 1.5h9.6v5.7h5.7v9.6h-5.7v5.7H7.2v-5.7H1.5V7.2h5.7z', letter: 'S', y: 16.4 },
};

/** A seat's emblem, the same as on its mat. Decoration beside its name: readers do not hear it. */
export function SeatEmblem({ seat }: { readonly seat: SeatId }) {
  const { path, letter, y } = SHAPES[seat];
  return (
    <svg className={`emblem seat-mark seat-${seat}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
      <text x="12" y={y} textAnchor="middle">
        {letter}
      </text>
    </svg>
  );
}
