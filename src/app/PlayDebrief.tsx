import { useEffect, useRef } from 'react';
import { useTexts } from '../client/hooks.ts';
import { usePlayState } from '../client/playHooks.ts';
import { usePlayWords } from '../panels/console/words.ts';
import { Again } from '../panels/debrief/Again.tsx';
import { DebriefVoice } from '../panels/debrief/DebriefVoice.tsx';
import { Earlier } from '../panels/debrief/Earlier.tsx';
import { Dossier } from '../panels/debrief/Dossier.tsx';
import { OneReading } from '../panels/debrief/OneReading.tsx';
import { PrintedBelief } from '../panels/debrief/PrintedBelief.tsx';
import { PrintSummary } from '../panels/debrief/PrintSummary.tsx';
import { Reveal } from '../panels/debrief/Reveal.tsx';
import { TurningPoints } from '../panels/debrief/TurningPoints.tsx';
import { Stopped } from '../panels/parts/Stopped.tsx';
import { RevealMap } from './RevealMap.tsx';
import './styles/debrief.css';

/** After an exercise: three screens for everybody, then all of it for who wants to know, and what may be done next. */
export default function PlayDebrief() {
  const t = useTexts();
  const words = usePlayWords();
  const model = usePlayState((state) => state.debrief);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="debrief">
      <header className="debrief-head">
        <h2 ref={heading} className="debrief-title" tabIndex={-1}>
          {t('debrief:screen.title')}
        </h2>
        <p>
          {model === null
            ? t('debrief:screen.computing')
            : t('debrief:screen.lead', { time: words.hour(model.at) })}
        </p>
      </header>
      <Stopped />
      {model !== null && (
        <>
          <PrintSummary model={model} />
          <Reveal model={model} Map={RevealMap} />
          <Earlier model={model} />
          <TurningPoints model={model} />
          <OneReading model={model} />
          <Again model={model} />
          <Dossier model={model} />
          <PrintedBelief model={model} />
        </>
      )}
      <footer className="debrief-caution">
        <strong>{t('common:exercise')}</strong> <span>{t('debrief:screen.caution')}</span>
      </footer>
      <DebriefVoice />
    </main>
  );
}
