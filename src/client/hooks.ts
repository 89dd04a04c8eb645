import { useSelector } from '@xstate/store-react';
import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EveningClient } from './eveningClient.ts';
import { figures, type Figures } from './figures.ts';
import { sourceWords } from './sourceWords.ts';
import type { ClientState } from './store.ts';

const ClientContext = createContext<EveningClient | null>(null);
export const ClientProvider = ClientContext.Provider;

export function useClient(): EveningClient {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('useClient needs a ClientProvider above it');
  return client;
}

export function useClientState<T>(select: (state: ClientState) => T): T {
  const { store } = useClient();
  return useSelector(store, (snapshot) => select(snapshot.context));
}

export function useFigures(): Figures {
  const language = useClientState((state) => state.preferences.language);
  return useMemo(() => figures(language), [language]);
}

/** Sources with their dates in words, in the language of the page. */
export function useSourceWords(): (source: string) => string {
  const language = useClientState((state) => state.preferences.language);
  return (source) => sourceWords(source, language);
}

/** Every text of the panels: keys are written whole, `ns:key`. */
export function useTexts() {
  return useTranslation().t;
}
