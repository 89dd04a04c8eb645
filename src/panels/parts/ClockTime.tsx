import { formatClock, formatClockSeconds, isoClock } from '../../client/clockTime.ts';

export function ClockTime({ at, seconds = false }: { readonly at: number; readonly seconds?: boolean }) {
  return (
    <time dateTime={isoClock(at)} className="clock-time">
      {seconds ? formatClockSeconds(at) : formatClock(at)}
    </time>
  );
}
