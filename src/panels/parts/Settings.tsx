import { useState } from 'react';
import { EVENING_RANGE } from '../../client/address.ts';
import { eveningAddress } from '../../client/eveningAddress.ts';
import { useClient, useClientState, useTexts } from '../../client/hooks.ts';
import { MAX_SEED, parseSeed } from '../../client/seed.ts';
import {
  MOTION_CHOICES,
  THEME_CHOICES,
  type MotionChoice,
  type ThemeChoice,
} from '../../client/preferences.ts';
import { Shortcuts } from './Shortcuts.tsx';

/** How the evening is shown, and which evening it is. Opens below its button and closes by itself. */
export function Settings() {
  const t = useTexts();
  const { store } = useClient();
  const page = useClientState((state) => state.page);
  const { theme, motion, sound } = useClientState((state) => state.preferences);
  return (
    <>
      <button type="button" className="button" popoverTarget="settings">
        {t('common:settings.open')}
      </button>
      <div
        id="settings"
        popover="auto"
        role="dialog"
        aria-label={t('common:settings.title')}
        className="settings"
      >
        <label className="field">
          <span>{t('common:settings.theme')}</span>
          <select
            value={theme}
            onChange={(event) =>
              store.trigger.preferred({ preferences: { theme: event.target.value as ThemeChoice } })
            }
          >
            {THEME_CHOICES.map((choice) => (
              <option key={choice} value={choice}>
                {t(`common:settings.themes.${choice}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{t('common:settings.motion')}</span>
          <select
            value={motion}
            onChange={(event) =>
              store.trigger.preferred({ preferences: { motion: event.target.value as MotionChoice } })
            }
          >
            {MOTION_CHOICES.map((choice) => (
              <option key={choice} value={choice}>
                {t(`common:settings.motions.${choice}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={sound}
            aria-describedby="sound-note"
            onChange={(event) => store.trigger.preferred({ preferences: { sound: event.target.checked } })}
          />
          <span>{t('common:settings.sound')}</span>
        </label>
        <p id="sound-note" className="quiet">
          {t('common:settings.soundNote')}
        </p>
        {page === 'evening' && (
          <>
            <SeedField />
            <LinkField />
          </>
        )}
        <Shortcuts />
        <button type="button" className="button" popoverTarget="settings" popoverTargetAction="hide">
          {t('common:settings.close')}
        </button>
      </div>
    </>
  );
}

function SeedField() {
  const t = useTexts();
  const client = useClient();
  const seed = useClientState((state) => state.seed);
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const start = (value: number): void => {
    setTyped(null);
    setWrong(false);
    const { view, scenario } = client.store.getSnapshot().context;
    client.start(value, view?.at ?? scenario?.clock.from ?? 0);
  };
  return (
    <form
      className="seed"
      onSubmit={(event) => {
        event.preventDefault();
        const value = parseSeed(typed ?? String(seed));
        if (value === null) setWrong(true);
        else start(value);
      }}
    >
      <label className="field">
        <span>{t('common:settings.seed')}</span>
        <input
          inputMode="numeric"
          autoComplete="off"
          value={typed ?? String(seed)}
          aria-invalid={wrong}
          aria-describedby={wrong ? 'seed-error' : 'seed-note'}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <p id="seed-note" className="quiet">
        {t('common:settings.seedNote')}
      </p>
      {wrong && (
        <p id="seed-error" className="field-error" role="alert">
          {t('common:errors.seed', { found: typed ?? '', max: MAX_SEED })}
        </p>
      )}
      <div className="buttons">
        <button type="submit" className="button">
          {t('common:settings.seedApply')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => start(crypto.getRandomValues(new Uint16Array(1))[0])}
        >
          {t('common:settings.seedAnother')}
        </button>
      </div>
    </form>
  );
}

function LinkField() {
  const t = useTexts();
  const address = useClientState((state) => eveningAddress(state, state.calmView?.at ?? EVENING_RANGE.from));
  const [copied, setCopied] = useState(false);
  const link = `${location.href.split('#')[0]}${address}`;
  return (
    <div className="seed">
      <label className="field">
        <span>{t('common:settings.link')}</span>
        <input
          readOnly
          value={link}
          aria-describedby="link-note"
          onFocus={(event) => event.target.select()}
        />
      </label>
      <p id="link-note" className="quiet">
        {t('common:settings.linkNote')}
      </p>
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
