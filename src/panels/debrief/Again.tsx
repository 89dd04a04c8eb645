import { useState } from 'react';
import { formatAddress } from '../../client/address.ts';
import { formatClock, parseClock } from '../../client/clockTime.ts';
import { useTexts } from '../../client/hooks.ts';
import { useExercise, usePlay, usePlayState } from '../../client/playHooks.ts';
import { drawSeed } from '../../client/seed.ts';
import { EVENING_END, wishOfSetup } from '../../client/wish.ts';
import type { DebriefModel } from '../../session/playProtocol.ts';
import { Section } from '../parts/Section.tsx';

/** What may be done next: from any minute, from another seat, another evening, home. */
export function Again({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const client = usePlay();
  const { id, setup, seats, play } = useExercise();
  const opening = usePlayState((state) => state.opening);
  const finished = usePlayState((state) => state.clock?.finished === true);
  const asked = usePlayState((state) => state.wish.home);
  // Another evening may spare this one's département: whoever had it drawn has it drawn again.
  const wish = { ...wishOfSetup(setup, play), home: asked };
  const [another] = useState(drawSeed);
  return (
    <Section id="again" title={t('debrief:screen.again.title')}>
      <FromMinute from={setup.from} to={model.at} />
      <div className="again-choices">
        {finished && setup.to < EVENING_END && (
          <button
            type="button"
            className="button"
            aria-disabled={opening}
            onClick={() => {
              if (!opening) client.branch(model.at, { longer: true });
            }}
          >
            {t('console:finished.goOn')}
          </button>
        )}
        {!finished && (
          <a className="button" href={formatAddress({ page: 'exercise', id, debrief: false })}>
            {t('debrief:screen.again.back')}
          </a>
        )}
        <a className="button" href={formatAddress({ page: 'exercise', wish: { ...wish, seed: another } })}>
          {t('debrief:screen.again.another')}
        </a>
        <a className="button" href="#/">
          {t('debrief:screen.again.home')}
        </a>
      </div>
      <p id="again-seats">{t('debrief:screen.again.seats')}</p>
      <ul className="again-choices" aria-labelledby="again-seats">
        {model.seats
          .filter((seat) => !seats.includes(seat))
          .map((seat) => (
            <li key={seat}>
              <a
                className={`button seat-mark seat-${seat}`}
                href={formatAddress({ page: 'exercise', wish: { ...wish, seats: [seat] } })}
              >
                {t(`play:seats.${seat}.name`)}
              </a>
            </li>
          ))}
      </ul>
    </Section>
  );
}

function FromMinute({ from, to }: { readonly from: number; readonly to: number }) {
  const t = useTexts();
  const client = usePlay();
  const opening = usePlayState((state) => state.opening);
  const [typed, setTyped] = useState(formatClock(Math.max(from, to - 30 * 60_000)));
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <form
      className="again-minute"
      onSubmit={(event) => {
        event.preventDefault();
        const at = parseClock(typed);
        if (at === null || at < from || at > to) setWrong(typed);
        else if (!opening) client.branch(at);
      }}
    >
      <label className="field-inline">
        <span>{t('debrief:screen.again.minute')}</span>
        <input
          className="time-input"
          value={typed}
          inputMode="numeric"
          autoComplete="off"
          aria-invalid={wrong !== null}
          aria-describedby={wrong === null ? undefined : 'again-error'}
          onChange={(event) => {
            setTyped(event.target.value);
            setWrong(null);
          }}
        />
      </label>
      <button type="submit" className="button" aria-disabled={opening}>
        {t('debrief:screen.again.go')}
      </button>
      <p id="again-error" className="field-error" role="alert">
        {wrong !== null &&
          t('debrief:screen.again.wrong', { found: wrong, from: formatClock(from), to: formatClock(to) })}
      </p>
    </form>
  );
}
