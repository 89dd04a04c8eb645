import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { useExercise } from '../../client/playHooks.ts';
import type { DebriefModel } from '../../session/playProtocol.ts';
import { ContentsList } from '../parts/ContentsList.tsx';
import { CountsPart } from './CountsPart.tsx';
import { DecisionsPart } from './DecisionsPart.tsx';
import { ChoicesPart } from './ChoicesPart.tsx';
import { EventsPart } from './EventsPart.tsx';
import { Files } from './Files.tsx';
import { KnowledgePart } from './KnowledgePart.tsx';
import { LossesPart } from './LossesPart.tsx';
import { MeasuresPart } from './MeasuresPart.tsx';
import { TimesPart } from './TimesPart.tsx';
import { UnknownPart } from './UnknownPart.tsx';
import { usePrinting } from './usePrinting.ts';
import { VerdictsPart } from './VerdictsPart.tsx';

const LossCurve = lazy(() => import('./LossCurve.tsx'));
const LossBars = lazy(() => import('./LossBars.tsx'));

const PARTS = [
  'counts',
  'verdicts',
  'times',
  'knowledge',
  'decisions',
  'choices',
  'losses',
  'events',
  'measures',
  'unknown',
] as const;

/** Everything else, for who wants to know: folded after a first evening, open after any other, always printed. */
export function Dossier({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const { guided } = useExercise();
  const printing = usePrinting();
  const [wanted, setWanted] = useState(!guided);
  const open = wanted || printing;
  const waiting = <p className="quiet">{t('panels:charts.loading')}</p>;
  return (
    <section className="dossier" aria-labelledby="dossier-title">
      <div className="section-head">
        <h2 id="dossier-title" className="debrief-part" tabIndex={-1}>
          {t('debrief:screen.dossier.title')}
        </h2>
        <button
          type="button"
          className="button"
          aria-expanded={open}
          aria-controls="dossier"
          onClick={() => setWanted(!wanted)}
        >
          {t(open ? 'debrief:screen.dossier.close' : 'debrief:screen.dossier.open')}
        </button>
      </div>
      <p>{t('debrief:screen.dossier.lead')}</p>
      <Files model={model} onPrint={() => setWanted(true)} />
      <div id="dossier" className="dossier-parts">
        {open && (
          <>
            <ContentsList
              label={t('debrief:screen.dossier.contents')}
              parts={PARTS.map((part) => ({
                id: `debrief-${part}`,
                title: t(`debrief:screen.${part}.title`),
              }))}
            />
            <CountsPart model={model}>
              <Suspense fallback={waiting}>
                <LossCurve model={model} />
              </Suspense>
            </CountsPart>
            <VerdictsPart model={model} />
            <TimesPart model={model} />
            <KnowledgePart model={model} />
            <DecisionsPart model={model} />
            <ChoicesPart model={model} />
            <LossesPart model={model}>
              <Suspense fallback={waiting}>
                <LossBars model={model} />
              </Suspense>
            </LossesPart>
            <EventsPart model={model} />
            <MeasuresPart model={model} />
            <UnknownPart />
          </>
        )}
      </div>
    </section>
  );
}
