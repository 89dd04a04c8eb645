import { Suspense, lazy, useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { i18n } from 'i18next';
import type { EveningClient } from '../client/eveningClient.ts';
import { ClientProvider, useClient, useClientState, useTexts } from '../client/hooks.ts';
import { Announcer } from '../panels/parts/Announcer.tsx';
import { Problems } from '../panels/parts/Problems.tsx';
import { EveningPage } from './EveningPage.tsx';
import { Header } from './Header.tsx';
import { useAppearance } from './useAppearance.ts';

const MethodPage = lazy(() => import('../panels/method/MethodPage.tsx'));

export function App({ client, texts }: { readonly client: EveningClient; readonly texts: i18n }) {
  return (
    <I18nextProvider i18n={texts}>
      <ClientProvider value={client}>
        <Screen />
      </ClientProvider>
    </I18nextProvider>
  );
}

function Screen() {
  const t = useTexts();
  const appearance = useAppearance();
  const page = useClientState((state) => state.page);
  useEffect(() => {
    document.title = t(`common:pageTitle.${page}`);
  }, [t, page]);
  return (
    <div className={`app app-${page}`}>
      {page === 'evening' && <SkipLinks />}
      <Header />
      <Problems />
      {page === 'evening' ? (
        <EveningPage appearance={appearance} />
      ) : (
        <Suspense fallback={null}>
          <MethodPage />
        </Suspense>
      )}
      <Announcer />
    </div>
  );
}

function SkipLinks() {
  const t = useTexts();
  return (
    <nav className="skip-links" aria-label={t('common:skip.label')}>
      <SkipLink target="text" />
      <SkipLink target="controls" />
    </nav>
  );
}

/** Moves the focus, not the address: the address says which evening this is. */
function SkipLink({ target }: { readonly target: 'text' | 'controls' }) {
  const t = useTexts();
  const { store } = useClient();
  return (
    <button
      type="button"
      className="skip-link"
      onClick={() => {
        if (target === 'text') store.trigger.panelled({ tab: 'text', open: true });
        requestAnimationFrame(() => {
          const element = document.getElementById(target === 'text' ? 'text-title' : 'controls');
          element?.focus();
          element?.scrollIntoView({ block: 'nearest' });
        });
      }}
    >
      {t(`common:skip.${target}`)}
    </button>
  );
}
