import { eveningAddress } from '../client/eveningAddress.ts';
import { useClient, useClientState, useTexts } from '../client/hooks.ts';
import { LANGUAGES } from '../client/preferences.ts';
import { Settings } from '../panels/parts/Settings.tsx';

/** The frame of every screen: EXERCICE, what this is, where to go, language and settings. */
export function Header() {
  const t = useTexts();
  const { store } = useClient();
  const page = useClientState((state) => state.page);
  const language = useClientState((state) => state.preferences.language);
  const evening = useClientState((state) =>
    eveningAddress(state, state.calmView?.at ?? state.scenario?.clock.from ?? 59_400_000),
  );
  const addresses = { home: '#/', evening, method: '#/methode' };
  return (
    <header className="header">
      <p className="exercise" title={t('common:exerciseNote')}>
        {t('common:exercise')}
      </p>
      <h1>
        {t('common:title')}{' '}
        {page === 'evening' && <span className="header-evening">{t('common:evening')}</span>}
      </h1>
      <nav aria-label={t('common:nav.label')} className="header-nav">
        {(['home', 'evening', 'method'] as const).map((target) => (
          <a key={target} href={addresses[target]} aria-current={page === target ? 'page' : undefined}>
            {t(`common:nav.${target}`)}
          </a>
        ))}
      </nav>
      <fieldset className="segments language">
        <legend className="visually-hidden">{t('common:language.label')}</legend>
        {LANGUAGES.map((each) => (
          <label key={each} className="segment">
            <input
              type="radio"
              name="language"
              lang={each}
              aria-label={t(`common:language.${each}`)}
              checked={language === each}
              onChange={() => store.trigger.preferred({ preferences: { language: each } })}
            />
            <span aria-hidden="true">{each.toUpperCase()}</span>
          </label>
        ))}
      </fieldset>
      <Settings />
    </header>
  );
}
