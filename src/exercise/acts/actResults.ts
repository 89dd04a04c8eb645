import type { Act } from './acts.ts';
import type { Exercise } from '../exercise.ts';
import { note } from '../journal.ts';

/** What can be said of an act, each a text under `play:results`. */
export const RESULTS = [
  'stopped',
  'already',
  'nowIs',
  'found',
  'foundSame',
  'otherwise',
  'otherwiseTried',
  'otherwiseFaded',
  'otherwiseRead',
  'otherwiseSettled',
  'nothingFound',
  'calledBack',
  'cutsCounted',
  'nobodyToCallBack',
  'caseServed',
  'caseTooLate',
  'tested',
  'nowhereOver',
  'calledOver',
  'endDenied',
  'testedNumbers',
  'testedOne',
  'noNumbers',
  'orderHeard',
  'orderHeardAll',
  'orderUnheard',
  'sentOnSite',
  'oneByOne',
  'serversDone',
  'allServersDone',
  'turnsCalledOff',
  'alarmsAfter',
  'isolated',
  'reconnected',
  'throttleSoon',
  'throttleLifted',
  'allCallsAfter',
  'aroundSoon',
  'aroundPart',
  'accessCut',
  'numbersOpened',
  'ownNumberOpened',
  'published',
  'publishedNone',
  'noneTested',
  'noneFaulty',
  'corrected',
  'publishedTested',
  'callsAsUsual',
  'callsCounted',
  'rung',
  'rungNothing',
  'failedLeftOut',
  'untriedLeftOut',
  'withdrawn',
  'advised',
  'staffSoon',
  'staffComing',
  'staffUsual',
  'told',
  'toldNothing',
  'said',
  'saidNothing',
  'hourGiven',
  'rangeGiven',
  'noHourGiven',
  'lossesGiven',
  'lossesUnknown',
  'asked',
  'unreached',
  'unanswered',
  'wrongAddress',
  'signed',
  'capacityMore',
  'capacityLess',
  'takersNow',
  'takersSame',
  'waited',
  'spentLater',
  'outside',
  'crewsWereOut',
  'trustUp',
  'trustDown',
  'stays',
  'takesPeople',
] as const;
export type ResultKey = (typeof RESULTS)[number];

/** One line of what came of an act, as its seat can see it: a key and plain figures, names and codes. */
export interface ResultLine {
  readonly at: number;
  readonly key: ResultKey;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

/** The line said last came after the act's end, or beside it: it stands in the main courante by itself. */
export function noteLast(exercise: Exercise, act: Act): void {
  note(exercise, act.seat, 'result', act.spec, { params: { act: act.id, line: act.results.length - 1 } });
}

/** Adds a line to what came of an act; nothing when nobody's act brings it. */
export function say(
  { now }: Pick<Exercise, 'now'>,
  act: Act | null,
  key: ResultKey,
  params: ResultLine['params'] = {},
): void {
  act?.results.push({ at: now, key, params });
}
