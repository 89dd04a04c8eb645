import { useState } from 'react';
import { formatClock } from '../../client/clockTime.ts';
import { useTexts } from '../../client/hooks.ts';
import { usePlay, usePlayState } from '../../client/playHooks.ts';
import { EMPTY_MESSAGE } from '../../client/playStore.ts';
import type { FactView, Gauge } from '../../view/seatView.ts';
import { composing } from './composing.ts';
import { focusSoon } from './openAct.ts';
import { reportFacts, sureness } from './reportFacts.ts';
import { usePlayWords } from './words.ts';

const list = (lines: readonly string[], none: string): string =>
  lines.length === 0 ? `– ${none}` : lines.map((line) => `– ${line}`).join('\n');

/** The own rooms' last quarter of an hour, as their gauge shows it: what nobody else can report. */
function roomLines(gauges: readonly Gauge[], t: ReturnType<typeof useTexts>): string[] {
  return gauges.flatMap((gauge) =>
    gauge.kind !== 'rooms'
      ? []
      : [
          t('console:report.rooms'),
          ...gauge.rooms.map(
            ({ room, arrived15, usual15, repeated15, cut15, toCallBack, waiting }) =>
              `– ${t('console:report.room', {
                room,
                arrived: arrived15,
                usual: Math.round(usual15),
                insisted: repeated15,
                cut: cut15,
                left: toCallBack,
                waiting,
              })}`,
          ),
        ],
  );
}

/** A report made of what is held, to be mended by hand and sent with its facts. */
export function SituationReport() {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const seat = usePlayState((state) => state.seat);
  const [text, setText] = useState<string | null>(null);
  const [statements, setStatements] = useState<readonly number[]>([]);

  const make = (): void => {
    const view = client.store.getSnapshot().context.views[seat];
    if (view === undefined) return;
    const { known, doubtful } = reportFacts(view.facts);
    const line = (fact: FactView): string =>
      t('console:report.fact', {
        hour: formatClock(fact.of),
        fact: words.statement(fact),
        sure: t(`console:sure.${sureness(fact.confidence)}`),
        source: words.source(fact.source),
      });
    const underWay = view.acts.filter(({ state }) => state === 'underWay');
    const unknown = [...new Set(view.offers.flatMap(({ rests }) => rests))]
      .filter(({ statement }) => statement === null)
      .map(({ fact }) => words.whether(fact));
    // What is doubted is said in words, and sent as a fact by nobody's default.
    setStatements(known.map(({ statement }) => statement).slice(-8));
    setText(
      [
        t('console:report.head', { seat: t(`play:seats.${seat}.name`), time: formatClock(view.at) }),
        ...roomLines(view.gauges, t),
        t('console:report.known'),
        list(known.map(line), t('console:report.nothing')),
        ...(doubtful.length > 0 ? [t('console:report.doubtful'), list(doubtful.map(line), '')] : []),
        t('console:report.unknown'),
        list([...new Set(unknown)].slice(0, 5), t('console:report.nothing')),
        t('console:report.underWay'),
        list(
          underWay.map(({ act, endsAt, work }) => {
            const done = work === null ? '' : `${t('console:report.work', work)}, `;
            return `${words.act(act)} (${done}${formatClock(endsAt)})`;
          }),
          t('console:report.nobody'),
        ),
        t('console:report.next'),
        list(
          view.waiting.on.map(({ from }) => words.who(from)),
          t('console:report.nothing'),
        ),
      ].join('\n'),
    );
  };
  return (
    <section className="section" aria-labelledby="report-title">
      <h3 id="report-title">{t('console:report.title')}</h3>
      <p className="quiet">{t('console:report.note')}</p>
      {text !== null && (
        <label className="field">
          <span>{t('console:report.text')}</span>
          <textarea
            rows={12}
            maxLength={2000}
            value={text}
            {...composing(client)}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
      )}
      <div className="buttons">
        <button type="button" className="button" onClick={make}>
          {t(text === null ? 'console:report.make' : 'console:report.remake')}
        </button>
        {text !== null && (
          <button
            type="button"
            className="button"
            onClick={() => {
              client.arrange({
                tab: 'say',
                message: { ...EMPTY_MESSAGE, channel: 'crisis', text: text.slice(0, 2000), statements },
              });
              focusSoon('compose-title');
            }}
          >
            {t('console:report.send')}
          </button>
        )}
      </div>
    </section>
  );
}
