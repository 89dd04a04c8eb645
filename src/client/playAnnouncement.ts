import type { ClockView, CommandBody, Refusal, SeatId } from '../session/playProtocol.ts';
import type { BeatView, SeatView, ResultView } from '../view/seatView.ts';

/** What the one voice of the console says next; `n` grows, so that the same words are said again. */
export type PlayAnnouncement = { readonly n: number } & Said;

export type Said =
  /** The clock stopped at something of this seat. */
  | {
      readonly kind: 'beat';
      readonly seat: SeatId;
      readonly at: number;
      readonly id: string;
      readonly of: BeatView['kind'];
    }
  /** Messages that came since the last view, and from whom the latest. */
  | { readonly kind: 'arrived'; readonly seat: SeatId; readonly count: number; readonly from: string }
  /** A choice that opened. */
  | { readonly kind: 'dilemma'; readonly seat: SeatId; readonly id: string }
  /** An act of the seat that ended. */
  | {
      readonly kind: 'ended';
      readonly seat: SeatId;
      readonly act: string;
      /** First line of what came of it. */
      readonly result: ResultView | null;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'done'; readonly body: CommandBody }
  | { readonly kind: 'jumped'; readonly at: number }
  /** The tempo plan changed the speed. */
  | { readonly kind: 'tempo'; readonly speed: number; readonly faster: boolean }
  | { readonly kind: 'realEvent' }
  | { readonly kind: 'finished' };

/** What changed between two views of a seat that is worth a sentence: the gravest of it, or null. */
export function announceView(before: SeatView | undefined, view: SeatView | undefined): Said | null {
  if (before === undefined || view === undefined || before === view) return null;
  const { seat } = view;
  const known = new Set(before.choices.map(({ dilemma }) => dilemma));
  const opened = view.choices.find(({ dilemma, state }) => state === 'open' && !known.has(dilemma));
  if (opened !== undefined) return { kind: 'dilemma', seat, id: opened.dilemma };
  const last = Math.max(-1, ...before.inTray.map(({ id }) => id));
  const arrived = view.inTray.filter(({ id }) => id > last);
  if (arrived.length > 0) return { kind: 'arrived', seat, count: arrived.length, from: arrived[0].from };
  const underWay = new Set(before.acts.filter(({ state }) => state === 'underWay').map(({ id }) => id));
  const ended = view.acts.find(({ id, state }) => state === 'ended' && underWay.has(id));
  return ended === undefined
    ? null
    : { kind: 'ended', seat, act: ended.act, result: ended.results[0] ?? null };
}

/** What changed of the clock that is worth a sentence. */
export function announceClock(before: ClockView | null, clock: ClockView): Said | null {
  if (before === null) return null;
  if (clock.realEvent && !before.realEvent) return { kind: 'realEvent' };
  if (clock.finished && !before.finished) return { kind: 'finished' };
  const { beat, speed } = clock;
  if (beat !== null && (before.beat?.id !== beat.id || before.beat.at !== beat.at))
    return { kind: 'beat', seat: beat.seat, at: beat.at, id: beat.id, of: beat.kind };
  // A lull, and writing, are written beside the clock: said aloud, a lull would be the only thing to hear in it.
  const byPlan =
    before.playing &&
    clock.playing &&
    before.chosen === null &&
    clock.chosen === null &&
    !before.lull &&
    !clock.lull &&
    !before.composing &&
    !clock.composing;
  const [was, now] = [Math.round(before.speed), Math.round(speed)];
  if (byPlan && now !== was) return { kind: 'tempo', speed: now, faster: now > was };
  return null;
}
