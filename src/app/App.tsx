import { Suspense, lazy, useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { i18n } from 'i18next';
import type { EveningClient } from '../client/eveningClient.ts';
import { ClientProvider, useClient, useClientState, useTexts } from '../client/hooks.ts';
import type { PlayClient } from '../client/playClient.ts';
import { PlayProvider } from '../client/playHooks.ts';
import type { ClientState } from '../client/store.ts';
import { Announcer } from '../panels/parts/Announcer.tsx';
import { Problems } from '../panels/parts/Problems.tsx';
import { Header } from './Header.tsx';
import { useAppearance, type Appearance } from './useAppearance.ts';

const HomePage = lazy(() => import('../panels/home/HomePage.tsx'));
const EveningPage = lazy(() => import('./EveningPage.tsx'));
const PlayPage = lazy(() => import('./PlayPage.tsx'));
const MethodPage = lazy(() => import('../panels/method/MethodPage.tsx'));

const PAGES: Readonly<Record<ClientState['page'], (appearance: Appearance) => React.ReactNode>> = {
  home: () => <HomePage />,
  exercise: (appearance) => <PlayPage appearance={appearance} />,
  evening: (appearance) => <EveningPage appearance={appearance} />,
  method: () => <MethodPage />,
};

export function App({
  evening,
  play,
  texts,
}: {
  readonly evening: EveningClient;
  readonly play: PlayClient;
  readonly texts: i18n;
}) {
  return (
    <I18nextProvider i18n={texts}>
      <ClientProvider value={evening}>
        <PlayProvider value={play}>
          <Screen />
        </PlayProvider>
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
      <Suspense fallback={<p className="page-loading quiet">{t('common:loading')}</p>}>
        {PAGES[page](appearance)}
      </Suspense>
      {page === 'evening' && <Announcer />}
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
