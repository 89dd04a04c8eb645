import '@fontsource/b612/400.css';
import '@fontsource/b612/700.css';
import '@fontsource/b612-mono/400.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/tables.css';
import './styles/layout.css';
import './styles/panels.css';
import { createRoot } from 'react-dom/client';
import { parseAddress } from '../client/address.ts';
import { eveningAddress } from '../client/eveningAddress.ts';
import { encodeChanges } from '../client/sharedChanges.ts';
import { createEveningClient } from '../client/eveningClient.ts';
import { startTexts, turnTexts } from '../client/i18n.ts';
import { loadPreferences, savePreferences } from '../client/preferences.ts';
import { createClientStore } from '../client/store.ts';
import { connectLocal } from '../session/local.ts';
import { App } from './App.tsx';
import { installThemes } from './theme.ts';

/** Reading `localStorage` itself throws where storage is forbidden. */
function storageOrNull(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

async function start(): Promise<void> {
  installThemes(document);
  const storage = storageOrNull();
  const preferences = loadPreferences(storage, navigator.languages);
  const { address, problems } = parseAddress(location.hash);
  const first = address.page === 'evening' ? address : parseEvening();
  const store = createClientStore({ page: address.page, seed: first.seed, preferences, problems });
  const client = createEveningClient(store, connectLocal(), () => performance.now());
  client.start(first.seed, first.at, first.changes ?? null);

  const texts = await startTexts(preferences.language);
  let known = store.getSnapshot().context;
  let written = location.hash;
  store.subscribe(({ context }) => {
    const before = known;
    known = context;
    if (context.preferences !== before.preferences) {
      savePreferences(storage, context.preferences);
      if (context.preferences.language !== before.preferences.language)
        void turnTexts(texts, context.preferences.language);
    }
    // The address follows the minute when the clock rests, and the changes at once: it can be shared as it stands.
    const { view } = context;
    if (
      context.page === 'evening' &&
      view !== null &&
      (!view.playing || context.applied !== before.applied) &&
      context.begun &&
      context.wanted === null
    ) {
      const hash = eveningAddress(context, view.at);
      if (hash !== written) {
        written = hash;
        history.replaceState(null, '', hash);
      }
    }
  });

  addEventListener('hashchange', () => {
    const turned = parseAddress(location.hash);
    const { page, seed, view, scenario, applied } = store.getSnapshot().context;
    if (turned.problems.length > 0) store.trigger.troubled({ problems: turned.problems });
    if (turned.address.page !== page) store.trigger.turned({ page: turned.address.page });
    if (turned.address.page === 'evening' && turned.problems.length === 0) {
      const { seed: asked, at, changes } = turned.address;
      const shown = scenario === null ? null : encodeChanges(applied, scenario);
      if (asked !== seed || (changes ?? null) !== shown) client.start(asked, at, changes ?? null);
      else if (view !== null && Math.floor(view.at / 60_000) !== Math.floor(at / 60_000)) client.jump(at);
    }
    written = location.hash;
  });

  const root = document.getElementById('app');
  if (root !== null) createRoot(root).render(<App client={client} texts={texts} />);
}

/** The evening behind the page "How we count", when one lands there first. */
function parseEvening() {
  const { address } = parseAddress('');
  if (address.page !== 'evening') throw new Error('the empty address is the evening');
  return address;
}

void start();
