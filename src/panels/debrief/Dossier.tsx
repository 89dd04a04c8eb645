import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTexts } from '../../client/hooks.ts';
import type { DebriefModel } from '../../session/playProtocol.ts';
import { CountsPart } from './CountsPart.tsx';
import { DecisionsPart } from './DecisionsPart.tsx';
import { ChoicesPart } from './ChoicesPart.tsx';
import { EventsPart } from './EventsPart.tsx';
import { Files } from './Files.tsx';
import { FoldsContext, type Folds } from './Fold.tsx';
import { KnowledgePart } from './KnowledgePart.tsx';
import { LossesPart } from './LossesPart.tsx';
import { MeasuresPart } from './MeasuresPart.tsx';
import { TimesPart } from './TimesPart.tsx';
import { UnknownPart } from './UnknownPart.tsx';
import { VerdictsPart } from './VerdictsPart.tsx';

/** Both charts, once their library is there: what unfolds to be printed cannot wait for it. */
async function loadCharts() {
  const [{ default: LossCurve }, { default: LossBars }] = await Promise.all([
    import('./LossCurve.tsx'),
    import('./LossBars.tsx'),
  ]);
  return { LossCurve, LossBars };
}
type Charts = Awaited<ReturnType<typeof loadCharts>>;

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
const ALL: ReadonlySet<string> = new Set(PARTS.map((part) => `debrief-${part}`));

/** Everything else, for who wants to know: its parts are folded, so that their titles are the list of contents. */
export function Dossier({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [decision, setDecision] = useState<number | null>(null);
  const [charts, setCharts] = useState<Charts | null>(null);
  useEffect(() => {
    let gone = false;
    loadCharts().then(
      (loaded) => {
        if (!gone) setCharts(loaded);
      },
      // The tables say the same.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, []);
  const whole = open.size === ALL.size;
  const folds = useMemo<Folds>(
    () => ({
      open,
      decision,
      toggle: (id, wanted) =>
        setOpen((before) => {
          const after = new Set(before);
          if (wanted) after.add(id);
          else after.delete(id);
          return after;
        }),
      showDecision(act) {
        flushSync(() => {
          setDecision(act);
          setOpen((before) => new Set(before).add('debrief-decisions'));
        });
        const row = document.getElementById(`decision-${act}`);
        row?.scrollIntoView({ block: 'center' });
        row?.focus({ preventScroll: true });
      },
    }),
    [open, decision],
  );
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
          aria-controls="dossier"
          onClick={() => setOpen(whole ? new Set() : ALL)}
        >
          {t(whole ? 'debrief:screen.dossier.close' : 'debrief:screen.dossier.open')}
        </button>
      </div>
      <p>{t('debrief:screen.dossier.lead')}</p>
      <Files model={model} />
      <div id="dossier" className="dossier-parts">
        <FoldsContext value={folds}>
          <CountsPart model={model}>
            {charts === null ? waiting : <charts.LossCurve model={model} />}
          </CountsPart>
          <VerdictsPart model={model} />
          <TimesPart model={model} />
          <KnowledgePart model={model} />
          <DecisionsPart key={decision} model={model} />
          <ChoicesPart model={model} />
          <LossesPart model={model}>
            {charts === null ? waiting : <charts.LossBars model={model} />}
          </LossesPart>
          <EventsPart model={model} />
          <MeasuresPart model={model} />
          <UnknownPart />
        </FoldsContext>
      </div>
    </section>
  );
}
