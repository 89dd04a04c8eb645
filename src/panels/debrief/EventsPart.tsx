import { useTexts } from '../../client/hooks.ts';
import type { DebriefModel } from '../../session/playProtocol.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { useDebriefWords } from './useDebriefWords.ts';
import { Fold } from './Fold.tsx';

/** What the world did by itself; what was harmless is named. */
export function EventsPart({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const words = useDebriefWords();
  return (
    <Fold id="debrief-events" title={t('debrief:screen.events.title')}>
      {model.events.length === 0 ? (
        <p>{t('debrief:screen.events.none')}</p>
      ) : (
        <ul className="event-list">
          {model.events.map((event) => {
            const { id, at, harmless } = event;
            return (
              <li key={id}>
                <p>
                  <ClockTime at={at} /> <strong>{t(`play:events.${id}.subject`)}</strong>{' '}
                  {harmless && <span className="harmless">{t('debrief:screen.events.harmless')}</span>}
                </p>
                <p className="quiet">{words.event(event)}</p>
              </li>
            );
          })}
        </ul>
      )}
    </Fold>
  );
}
