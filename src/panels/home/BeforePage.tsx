import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { lowered } from '../../client/plainText.ts';
import { areaName } from '../../client/places.ts';
import { usePlay, usePlayState } from '../../client/playHooks.ts';
import type { SeatSpec } from '../../session/playProtocol.ts';
import { CurtainCheck } from '../console/SeatSwitch.tsx';
import { SeatEmblem } from '../parts/SeatEmblem.tsx';
import { Term } from './Term.tsx';

/** Words that are not everyone's, by seat: explained on a press. */
const TERMS: Readonly<Record<SeatSpec['seat'], readonly string[]>> = {
  orange: ['callServer', 'bridge', 'copper', 'box'],
  ministry: ['cogic', 'cic', 'chains'],
  anssi: ['anssi', 'copper', 'secondCase'],
  services: ['numbers', 'bridge', 'copper', 'box'],
};

/** The one screen before an exercise: what this evening is, who one is, what one sees and does not, three goals. */
export function BeforePage() {
  const t = useTexts();
  const client = usePlay();
  const catalogue = usePlayState((state) => state.catalogue);
  const wish = usePlayState((state) => state.wish);
  const ready = usePlayState(
    (state) => state.exercise !== null && state.stage === 'before' && !state.opening,
  );
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const specs = (catalogue?.play.seats ?? []).filter(({ seat }) => wish.seats.includes(seat));
  const code = usePlayState((state) => state.exercise?.setup.home);
  const home = code === undefined ? '' : areaName(catalogue?.scenarios[0] ?? null, code);
  const several = specs.length > 1;
  const curtain = usePlayState((state) => state.curtainWanted);
  // Around one screen, one seat at a time: what the others are after is for them to say.
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <main className="before">
      <h2 ref={heading} tabIndex={-1}>
        {t('home:before.title')}
      </h2>
      <p className="before-lead">{t('home:before.lead')}</p>
      {several && <CurtainCheck told />}
      {specs.map((spec) => (
        <section key={spec.seat} className={`before-seat seat-mark seat-${spec.seat}`}>
          <h3>
            <SeatEmblem seat={spec.seat} />
            {t(`play:seats.${spec.seat}.name`)}
            {spec.seat === 'services' && home !== '' && ` · ${home}`}
          </h3>
          {several && (
            <button
              type="button"
              className="link before-open"
              aria-expanded={opened === spec.seat}
              onClick={() => setOpened(opened === spec.seat ? null : spec.seat)}
            >
              {t(
                opened === spec.seat
                  ? 'home:before.fold'
                  : curtain
                    ? 'home:before.mine'
                    : 'home:before.unfold',
              )}
              <span className="visually-hidden"> : {t(`play:seats.${spec.seat}.name`)}</span>
            </button>
          )}
          {(!several || opened === spec.seat) && <Brief spec={spec} />}
        </section>
      ))}
      <button
        type="button"
        className="button button-main button-large"
        disabled={!ready}
        onClick={() => {
          if (several && curtain) client.store.trigger.curtained({ drawn: true });
          client.begin();
        }}
      >
        {t(ready ? 'home:before.begin' : 'home:before.preparing')}
      </button>
      <p className="terms">
        <span className="quiet">{t('home:before.words')}</span>{' '}
        {[...new Set(wish.seats.flatMap((seat) => TERMS[seat]))].map((term) => (
          <Term key={term} term={term} />
        ))}
      </p>
      <p className="quiet">{t('home:before.note')}</p>
    </main>
  );
}

/** What a seat does, sees and does not see; its goals and the trap to avoid. */
function Brief({ spec }: { readonly spec: SeatSpec }) {
  const t = useTexts();
  return (
    <>
      <p>
        {t(`play:seats.${spec.seat}.you`)} {t(`play:seats.${spec.seat}.sees`)}{' '}
        {t(`play:seats.${spec.seat}.blind`)}
      </p>
      <ul className="plain-list">
        {spec.goals.map((goal) => (
          <li key={goal}>{t(`play:goals.${goal}`)}</li>
        ))}
      </ul>
      <p className="quiet">{t('home:before.pull', { pull: lowered(t(`play:pulls.${spec.pull}`)) })}</p>
    </>
  );
}
