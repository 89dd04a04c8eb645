import { useExercise } from '../../client/playHooks.ts';
import type { DebriefModel } from '../../session/playProtocol.ts';
import { usePrinting } from '../parts/usePrinting.ts';
import { BeliefTable } from './BeliefTable.tsx';
import { gapRows } from './gaps.ts';

/** The maps as tables, printed after all the rest: what each seat held here believed, beside what was so. */
export function PrintedBelief({ model }: { readonly model: DebriefModel }) {
  const { seats } = useExercise();
  const printing = usePrinting();
  if (!printing) return null;
  return seats.map((seat) => <BeliefTable key={seat} rows={gapRows(model, seat)} seat={seat} />);
}
