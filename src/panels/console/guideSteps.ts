import type { ConsoleTab } from '../../client/playStore.ts';
import type { SeatSpec } from '../../session/playProtocol.ts';
import type { SeatView } from '../../view/seatView.ts';
import { clockOf } from './clockOf.ts';

/** How long after its last line a first evening still leads by the hand, exercise ms. */
const AFTERWARDS = 10 * 60_000;
/** So long after it, what a jump in time has left lying, a letter or an open choice, is still pointed at. */
const LEFT_BY_A_JUMP = 40 * 60_000;
/** What has not come so long after its hour does not come: no letter was written, or another evening was drawn. */
const LATE = 5 * 60_000;

export type GuideStep =
  /** Something to do, that is there to be done: what it points at, by the id of its element, and where that is. */
  | {
      readonly kind: 'do';
      readonly line: string;
      readonly step: number;
      readonly tab: ConsoleTab;
      readonly target: string;
      readonly act: string | null;
    }
  /** Nothing until that clock time. */
  | { readonly kind: 'wait'; readonly at: number }
  /** Every line has been followed. */
  | { readonly kind: 'end' };

type Line = SeatSpec['lines'][number];

/** What a line points at: null while it is not there, done once it has been dealt with. */
function pointed(line: Line, view: SeatView, now: number): { done: boolean; target: string } | null {
  const { act, dilemma } = line;
  if (act !== undefined) {
    if (now < clockOf(line.at)) return null;
    return { done: view.acts.some((each) => each.act === act), target: `act-${act}` };
  }
  if (dilemma !== undefined) {
    const choice = view.choices.find((each) => each.dilemma === dilemma);
    return choice === undefined ? null : { done: choice.state !== 'open', target: `dilemma-${dilemma}` };
  }
  const keys =
    line.event === undefined
      ? [line.envelope, ...(line.otherwise ?? [])].map((id) => `messages.${id}`)
      : [`events.${line.event}`];
  const letter = view.inTray.find(({ key }) => key !== null && keys.includes(key));
  return letter === undefined ? null : { done: letter.readAt !== null, target: `letter-${letter.id}` };
}

/**
 * Where a first evening stands, from what the seat sees at `now` (clock ms) and the lines passed over by hand: at the
 * first line that nobody has followed or passed over, except that what a choice made has left behind is not gone back
 * to. Null once it leads nobody any more.
 */
export function guideStep(
  lines: readonly Line[],
  view: SeatView,
  now: number,
  passed: readonly string[],
): GuideStep | null {
  const last = lines.at(-1);
  if (last === undefined || now > clockOf(last.at) + LEFT_BY_A_JUMP) return null;
  const isOver = now > clockOf(last.at) + AFTERWARDS;
  const left = lines.filter(({ id }) => !passed.includes(id));
  const here = left.flatMap((line) => {
    const at = pointed(line, view, now);
    return at === null || (isOver && line.act !== undefined) ? [] : [{ line, ...at }];
  });
  const chosen = here.findLastIndex(({ line, done }) => done && line.dilemma !== undefined);
  const next = here.slice(chosen + 1).find(({ done }) => !done);
  if (next !== undefined) {
    const { line, target } = next;
    return {
      kind: 'do',
      line: line.id,
      step: lines.indexOf(line) + 1,
      tab: line.act === undefined && line.dilemma === undefined ? 'inTray' : 'decide',
      target,
      act: line.act ?? null,
    };
  }
  if (isOver) return null;
  const coming = left
    .slice(chosen < 0 ? 0 : left.indexOf(here[chosen]!.line) + 1)
    .find((line) => clockOf(line.at) + LATE > now && here.every((each) => each.line !== line));
  return coming === undefined ? { kind: 'end' } : { kind: 'wait', at: clockOf(coming.at) };
}
