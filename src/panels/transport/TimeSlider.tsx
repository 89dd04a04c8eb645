import type { KeyboardEvent } from 'react';
import { clockRange } from '../../client/clockRange.ts';
import { formatClock } from '../../client/clockTime.ts';
import { useClient, useClientState, useFigures, useTexts } from '../../client/hooks.ts';
import { HOUR, MINUTE } from '../../kernel/time.ts';

const PAGE = 15 * MINUTE;

/** The evening from end to end: arrows move by a minute, page keys by a quarter of an hour, both ways. */
export function TimeSlider({ at, disabled }: { readonly at: number; readonly disabled: boolean }) {
  const t = useTexts();
  const client = useClient();
  const figures = useFigures();
  const scenario = useClientState((state) => state.scenario);
  const lost = useClientState((state) => state.view?.totals.unrouted ?? 0);
  const { from, to } = clockRange(scenario);

  const page = (event: KeyboardEvent): void => {
    const move = event.key === 'PageUp' ? PAGE : event.key === 'PageDown' ? -PAGE : 0;
    if (move === 0) return;
    event.preventDefault();
    client.jump(Math.min(Math.max(at + move, from), to));
  };
  const hours: number[] = [];
  for (let hour = Math.ceil(from / HOUR) * HOUR; hour <= to; hour += HOUR) hours.push(hour);
  return (
    <div className="slider">
      <input
        type="range"
        aria-label={t('panels:transport.time')}
        aria-valuetext={t('panels:transport.timeValue', { time: formatClock(at), lost: figures.count(lost) })}
        min={from / MINUTE}
        max={to / MINUTE}
        step={1}
        value={Math.floor(at / MINUTE)}
        disabled={disabled}
        onKeyDown={page}
        onChange={(event) => client.jump(Number(event.target.value) * MINUTE)}
      />
      <div className="slider-hours" aria-hidden="true">
        {hours.map((hour) => (
          <span key={hour} style={{ left: `${((hour - from) / (to - from)) * 100}%` }}>
            {hour / HOUR}
          </span>
        ))}
      </div>
    </div>
  );
}
