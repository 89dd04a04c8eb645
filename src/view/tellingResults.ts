import type { ResultKey } from '../exercise/acts/actResults.ts';
import type { ResultView } from './seatView.ts';

/** Lines that tell what an act found or brought about: whoever ordered it waits for them. */
const TELLING: ReadonlySet<ResultKey> = new Set<ResultKey>([
  'found',
  'foundSame',
  'nothingFound',
  'otherwise',
  'otherwiseTried',
  'otherwiseFaded',
  'otherwiseRead',
  'otherwiseSettled',
  'calledBack',
  'nobodyToCallBack',
  'cutsCounted',
  'caseTooLate',
  'tested',
  'testedNumbers',
  'testedOne',
  'noNumbers',
  'nowhereOver',
  'calledOver',
  'endDenied',
  'orderUnheard',
  'allServersDone',
  'alarmsAfter',
  'allCallsAfter',
  'callsAsUsual',
  'callsCounted',
  'publishedNone',
  'noneTested',
  'noneFaulty',
]);

/** Whether a line of what came of an act answers whoever ordered it. */
export function isTelling({ key }: Pick<ResultView, 'key'>): boolean {
  return TELLING.has(key);
}
