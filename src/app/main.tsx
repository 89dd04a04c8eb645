import '@fontsource/b612/400.css';
import '@fontsource/b612/700.css';
import '@fontsource/b612-mono/400.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/tables.css';
import './styles/layout.css';
import './styles/panels.css';
import './styles/home.css';
import { createRoot } from 'react-dom/client';
import { formatAddress, parseAddress, type Address } from '../client/address.ts';
import { eveningAddress } from '../client/eveningAddress.ts';
import { createEveningClient } from '../client/eveningClient.ts';
import { startTexts, turnTexts } from '../client/i18n.ts';
import { indexedSaves } from '../client/indexedSaves.ts';
import { keepTab } from '../client/keptTab.ts';
import { lazyPort } from '../client/lazyPort.ts';
import { createPlayClient } from '../client/playClient.ts';
import { createPlayStore } from '../client/playStore.ts';
import { loadPreferences, savePreferences } from '../client/preferences.ts';
import { problem } from '../client/problem.ts';
import { memorySaves, type Saves } from '../client/saves.ts';
import { encodeChanges } from '../client/sharedChanges.ts';
import { createClientStore } from '../client/store.ts';
import { connectLocal } from '../session/local.ts';
import { tabStore } from '../client/tabStore.ts';
import { connectPlayLocal } from '../session/playLocal.ts';
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

/** Private windows may have no database at all. */
function savesHere(): Saves | null {
  try {
    return typeof indexedDB === 'object' ? indexedSaves(indexedDB, navigator.locks) : null;
  } catch {
    return null;
  }
}

const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(9))].map((byte) => (byte % 36).toString(36)).join('');

async function start(): Promise<void> {
  installThemes(document);
  const storage = storageOrNull();
  const preferences = loadPreferences(storage, navigator.languages);
  const { address, problems } = parseAddress(location.hash);
  const first = address.page === 'evening' ? address : parseEvening();
  const store = createClientStore({ page: address.page, seed: first.seed, preferences, problems });
  // Each computes only once its page is asked for.
  const evening = createEveningClient(store, lazyPort(connectLocal), () => performance.now());
  let written = location.hash;
  const saves = savesHere();
  const play = createPlayClient(
    createPlayStore(),
    lazyPort(() => connectPlayLocal(tabStore())),
    saves ?? memorySaves(),
    {
      now: () => Date.now(),
      newId,
      trouble: (told) => store.trigger.troubled({ problems: told }),
      go(next, how) {
        written = formatAddress(next);
        if (how === 'push') history.pushState(null, '', written);
        else history.replaceState(null, '', written);
        // First: as long as the page is that of the evening, the address follows the evening.
        store.trigger.turned({ page: next.page });
        if (how === 'push') store.trigger.left();
        // Sent home from an address that held nothing: home has not been prepared yet.
        if (next.page === 'home' && play.store.getSnapshot().context.catalogue === null) play.arrive();
      },
    },
  );
  keepTab(play, tabStore());
  if (saves === null) {
    play.store.trigger.kept({ keeping: 'memory' });
    store.trigger.troubled({ problems: [problem('saves.forbidden')] });
  }

  let eveningAsked = false;
  /** Brings what the address names, where it is not there yet. */
  const show = (target: Address): void => {
    if (target.page === 'evening') {
      const { seed, view, scenario, applied } = store.getSnapshot().context;
      const { seed: asked, at, changes } = target;
      const shown = scenario === null ? null : encodeChanges(applied, scenario);
      if (!eveningAsked || asked !== seed || (changes ?? null) !== shown)
        evening.start(asked, at, changes ?? null);
      else if (view !== null && Math.floor(view.at / 60_000) !== Math.floor(at / 60_000)) evening.jump(at);
      eveningAsked = true;
      return;
    }
    if (target.page === 'method' && !eveningAsked) {
      // The page says how the evening behind it is counted.
      evening.start(first.seed, first.at, null);
      eveningAsked = true;
    }
    // Nobody watches: nothing goes on.
    const { clock } = play.store.getSnapshot().context;
    if (target.page !== 'exercise' && clock?.playing === true) play.togglePlay();
    if (target.page === 'home') {
      play.arrive();
      if (target.wish !== undefined) play.store.trigger.wished({ wish: target.wish });
    } else if (target.page === 'exercise') {
      if ('wish' in target) play.prepare(target.wish);
      else void play.resume(target.id, target.debrief);
    }
  };
  show(address);

  const texts = await startTexts(preferences.language);
  let known = store.getSnapshot().context;
  store.subscribe(({ context }) => {
    const before = known;
    known = context;
    // Another page is read from its top.
    if (context.page !== before.page) requestAnimationFrame(() => scrollTo(0, 0));
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

  const follow = (): void => {
    if (location.hash === written) return;
    written = location.hash;
    const turned = parseAddress(location.hash);
    if (turned.address.page !== store.getSnapshot().context.page)
      store.trigger.turned({ page: turned.address.page });
    store.trigger.left();
    if (turned.problems.length > 0) store.trigger.troubled({ problems: turned.problems });
    // A slip in the address of an evening leaves the one being watched where it is.
    const slip = turned.problems.some(({ code }) => code !== 'address.unknown');
    if (turned.address.page !== 'evening' || !eveningAsked || !slip) show(turned.address);
  };
  addEventListener('hashchange', follow);
  addEventListener('popstate', follow);
  // It may have changed while the texts were coming.
  follow();

  const root = document.getElementById('app');
  if (root !== null) createRoot(root).render(<App evening={evening} play={play} texts={texts} />);
}

/** The evening behind another page, when one lands there first. */
function parseEvening() {
  const { address } = parseAddress('#/soiree');
  if (address.page !== 'evening') throw new Error('the address of the evening is the evening');
  return address;
}

void start();
