import { useState } from 'react';
import { formatAddress } from '../../client/address.ts';
import { apart } from '../../client/apart.ts';
import { useTexts } from '../../client/hooks.ts';
import { lowered } from '../../client/plainText.ts';
import { usePlay, usePlayState } from '../../client/playHooks.ts';
import { drawSeed, MAX_SEED, parseSeed } from '../../client/seed.ts';
import { LENGTHS, PREPARATIONS, SCENARIOS, type Wish } from '../../client/wish.ts';
import { DOCTRINES, DRAWN_HOME, type Catalogue, type SeatId } from '../../session/playProtocol.ts';
import { Section } from '../parts/Section.tsx';
import { SeatEmblem } from '../parts/SeatEmblem.tsx';
import { LawMeasures, MeasureChoice } from './MeasureChoice.tsx';

/** In the order in which they are recommended to somebody new. */
const SEATS: readonly SeatId[] = ['services', 'ministry', 'orange', 'anssi'];

/** Everything that makes an exercise, with what is usual already chosen. */
export function Choices({ catalogue }: { readonly catalogue: Catalogue }) {
  const t = useTexts();
  const client = usePlay();
  const wish = usePlayState((state) => state.wish);
  const set = (change: Partial<Wish>): void => client.store.trigger.wished({ wish: change });
  const [table, setTable] = useState(wish.seats.length > 1);
  const scenarios = SCENARIOS.filter((id) => catalogue.scenarios.some((scenario) => scenario.id === id));
  const scenario = scenarios.find((id) => id === wish.scenario) ?? scenarios[0];
  const ready = wish.seats.length > 0;
  const areas = catalogue.scenarios[0]?.areas ?? [];
  return (
    <form
      className="home-choices"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) location.hash = formatAddress({ page: 'exercise', wish });
      }}
    >
      <Section id="choose" title={t('home:choose.title')}>
        <fieldset className="segments">
          <legend>{t('home:choose.who')}</legend>
          {[false, true].map((several) => (
            <label key={String(several)} className="segment">
              <input
                type="radio"
                name="who"
                checked={table === several}
                onChange={() => {
                  setTable(several);
                  if (!several) set({ seats: wish.seats.slice(0, 1) });
                }}
              />
              <span>{t(several ? 'home:choose.table' : 'home:choose.solo')}</span>
            </label>
          ))}
        </fieldset>
        <fieldset className="seat-cards">
          <legend>{t(table ? 'home:choose.seats' : 'home:choose.seat')}</legend>
          {SEATS.map((seat) => (
            <label key={seat} className={`seat-card seat-mark seat-${seat}`}>
              <input
                type={table ? 'checkbox' : 'radio'}
                name="seat"
                checked={wish.seats.includes(seat)}
                onChange={(event) => {
                  if (!table) set({ seats: [seat] });
                  else
                    set({
                      seats: SEATS.filter((each) =>
                        each === seat ? event.target.checked : wish.seats.includes(each),
                      ),
                    });
                }}
              />
              <SeatEmblem seat={seat} />
              <span>
                <strong>{t(`play:seats.${seat}.name`)}</strong>
                {seat === 'services' && <span className="quiet"> {t('home:choose.recommended')}</span>}
                <span className="seat-you">{t(`play:seats.${seat}.you`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {wish.seats.includes('services') && (
          <label className="field home-field">
            <span>{t('home:choose.home')}</span>
            <select value={wish.home} onChange={(event) => set({ home: event.target.value })}>
              <option value={DRAWN_HOME}>{t('home:choose.homeDrawn')}</option>
              {areas.map(({ code, name }) => (
                <option key={code} value={code}>
                  {code} {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <Radios
          name="length"
          legend={t('home:choose.length')}
          options={LENGTHS}
          value={wish.length}
          label={(length) => t(`home:lengths.${length}`)}
          onChange={(length) => set({ length })}
        />
      </Section>
      <details className="more home-more">
        <summary>
          <h2>{t('home:more.title')}</h2>
          <span className="home-more-values">
            {apart(t, [
              t(`home:scenarios.${scenario ?? wish.scenario}.name`),
              t('home:more.prepared', { how: lowered(t(`home:preparations.${wish.preparation}`)) }),
              t('home:more.played', { how: lowered(t(`play:doctrines.${wish.doctrine}.name`)) }),
              t('home:more.drawn', { seed: wish.seed }),
            ])}
          </span>
        </summary>
        <div className="home-more-fields">
          <Radios
            name="scenario"
            legend={t('home:more.scenario')}
            options={scenarios}
            value={scenario}
            label={(id) => t(`home:scenarios.${id}.name`)}
            note={(id) => t(`home:scenarios.${id}.what`)}
            onChange={(id) => set({ scenario: id })}
          />
          <Radios
            name="preparation"
            legend={t('home:more.measures')}
            options={PREPARATIONS}
            value={wish.preparation}
            label={(preparation) => t(`home:preparations.${preparation}`)}
            onChange={(preparation) => set({ preparation })}
          />
          {wish.preparation === 'budget' && <MeasureChoice play={catalogue.play} />}
          {wish.preparation === 'law' && <LawMeasures play={catalogue.play} />}
          <label className="field home-field">
            <span>{t('home:more.doctrine')}</span>
            <select
              value={wish.doctrine}
              aria-describedby="doctrine-note"
              onChange={(event) =>
                set({ doctrine: DOCTRINES.find((id) => id === event.target.value) ?? wish.doctrine })
              }
            >
              {DOCTRINES.map((doctrine) => (
                <option key={doctrine} value={doctrine}>
                  {t(`play:doctrines.${doctrine}.name`)}
                </option>
              ))}
            </select>
          </label>
          <p id="doctrine-note" className="quiet">
            {t(`play:doctrines.${wish.doctrine}.help`)}
          </p>
          <SeedAndLink />
        </div>
      </details>
      <p className="quiet">{t('home:choose.draw', { seed: wish.seed })}</p>
      <div className="buttons">
        <button
          type="submit"
          className="button button-main button-large"
          aria-disabled={!ready}
          aria-describedby={ready ? undefined : 'choose-needs'}
        >
          {t('home:choose.begin')}
        </button>
        {!ready && (
          <span id="choose-needs" className="quiet">
            {t('home:choose.needsSeat')}
          </span>
        )}
      </div>
    </form>
  );
}

function Radios<T extends string>({
  name,
  legend,
  options,
  value,
  label,
  note,
  onChange,
}: {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly T[];
  readonly value: T | undefined;
  readonly label: (option: T) => string;
  readonly note?: (option: T) => string;
  readonly onChange: (option: T) => void;
}) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option} className="check">
          <input type="radio" name={name} checked={value === option} onChange={() => onChange(option)} />
          <span>
            {label(option)}
            {note !== undefined && <span className="under">{note(option)}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The seed, and a link that gives the same evening to somebody else. */
function SeedAndLink() {
  const t = useTexts();
  const client = usePlay();
  const wish = usePlayState((state) => state.wish);
  const [typed, setTyped] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const wrong = typed !== null && parseSeed(typed) === null;
  const link = `${location.href.split('#')[0]}${formatAddress({ page: 'exercise', wish })}`;
  return (
    <div className="seed">
      <label className="field home-field">
        <span>{t('common:settings.seed')}</span>
        <input
          inputMode="numeric"
          autoComplete="off"
          value={typed ?? String(wish.seed)}
          aria-invalid={wrong}
          aria-describedby={wrong ? 'home-seed-error' : 'home-seed-note'}
          onChange={(event) => {
            const seed = parseSeed(event.target.value);
            setTyped(event.target.value);
            if (seed !== null) client.store.trigger.wished({ wish: { seed } });
          }}
          onBlur={() => setTyped(null)}
        />
      </label>
      <p id="home-seed-note" className="quiet">
        {t('home:more.seedNote')}
      </p>
      {wrong && (
        <p id="home-seed-error" className="field-error" role="alert">
          {t('common:errors.seed', { found: typed ?? '', max: MAX_SEED })}
        </p>
      )}
      <div className="buttons">
        <button
          type="button"
          className="button"
          onClick={() => {
            setTyped(null);
            client.store.trigger.wished({ wish: { seed: drawSeed() } });
          }}
        >
          {t('common:settings.seedAnother')}
        </button>
      </div>
      <label className="field">
        <span>{t('home:more.link')}</span>
        <input readOnly value={link} onFocus={(event) => event.target.select()} />
      </label>
      <div className="buttons">
        <button
          type="button"
          className="button"
          onClick={() => {
            // Refused where the page is not served securely: the field above can be copied by hand.
            navigator.clipboard?.writeText(link).then(
              () => setCopied(true),
              () => setCopied(false),
            );
          }}
        >
          {t('common:settings.copy')}
        </button>
        <span role="status">{copied ? t('common:settings.copied') : ''}</span>
      </div>
    </div>
  );
}
