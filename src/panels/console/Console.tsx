import { type ReactNode, useEffect, useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTexts } from '../../client/hooks.ts';
import { useDesk, useExercise, usePlay, usePlayState, useSeatView } from '../../client/playHooks.ts';
import { CONSOLE_TABS, type ConsoleTab } from '../../client/playStore.ts';
import { SeatEmblem } from '../parts/SeatEmblem.tsx';
import { isNarrow } from '../parts/useNarrow.ts';
import { Decide } from './Decide.tsx';
import { Guide } from './Guide.tsx';
import { InTray } from './InTray.tsx';
import { Know } from './Know.tsx';
import { LogTab } from './LogTab.tsx';
import { Notices, RecapPanel } from './Notices.tsx';
import { focusSoon, isAtWork, isByKeyboard, isTyping, scrollSoon } from './openAct.ts';
import { People } from './People.tsx';
import { Say } from './Say.tsx';
import { Curtain, CurtainCheck, SeatSwitch } from './SeatSwitch.tsx';
import { WaitingLines } from './WaitingLines.tsx';

const CONTENTS: Readonly<Record<(typeof CONSOLE_TABS)[number], () => ReactNode>> = {
  inTray: () => <InTray />,
  decide: () => <Decide />,
  say: () => <Say />,
  know: () => <Know />,
  people: () => <People />,
  log: () => <LogTab />,
};

/** Height of what stays at the head of a narrow screen, CSS px. */
const HEAD = 50;

export interface ConsoleProps {
  /** What goes with the table, beside the seat's name; nothing while a curtain is drawn. */
  readonly tools: ReactNode;
  /** On a narrow screen the table is one of the tabs; null where it has its own place. */
  readonly table: ReactNode;
}

/** The whole of a seat as text: everything can be played from here alone. */
export function Console({ tools, table }: ConsoleProps) {
  const t = useTexts();
  const seat = usePlayState((state) => state.seat);
  const ready = usePlayState((state) => state.views[state.seat] !== undefined);
  const curtain = usePlayState((state) => state.curtain);
  const several = useExercise().seats.length > 1;
  const name = t(`play:seats.${seat}.name`);
  return (
    <section className="console" aria-labelledby="console-title">
      <div className="console-head">
        <h2 id="console-title" className={`console-title seat-mark seat-${seat}`} tabIndex={-1}>
          <SeatEmblem seat={seat} />
          {several ? name : t('console:title', { seat: name })}
        </h2>
        {several && <CurtainCheck />}
        {!curtain && tools}
      </div>
      <SeatSwitch />
      {curtain ? (
        <Curtain />
      ) : ready ? (
        <Desk key={seat} table={table} />
      ) : (
        <p role="status">{t('console:opening')}</p>
      )}
    </section>
  );
}

function Desk({ table }: Pick<ConsoleProps, 'table'>) {
  const t = useTexts();
  const client = usePlay();
  const chosenTab = useDesk((desk) => desk.tab);
  const tabs: readonly ConsoleTab[] = table === null ? CONSOLE_TABS : ['table', ...CONSOLE_TABS];
  const tab = tabs.includes(chosenTab) ? chosenTab : 'inTray';
  const recap = useDesk((desk) => desk.recap);
  const beat = usePlayState((state) => (state.clock?.playing === false ? state.clock.beat : null));
  const seat = usePlayState((state) => state.seat);
  // A choice that stops the clock comes to the front; what is being read or written stays where it is.
  useEffect(() => {
    if (beat?.kind !== 'dilemma' || beat.seat !== seat) return;
    const { noticed, aside, tab: here, act, recap: told } = client.store.getSnapshot().context.desks[seat];
    client.arrange({ noticed: [...noticed, beat.id] });
    // Who goes about by keyboard finds the tabs as they left them, unless they asked to be brought here.
    const asked = told?.to === beat.at;
    if (here === 'decide' ? act !== null || isTyping() : isAtWork() || (!asked && isByKeyboard())) return;
    client.arrange({ tab: 'decide', aside: aside.filter((each) => each !== beat.id) });
    scrollSoon(`dilemma-${beat.id}`, 'start');
  }, [client, beat, seat]);
  // After a jump one reads on from what it stopped at: a choice, or the recap. Another stop takes nobody away from there.
  const led = useRef(recap);
  useEffect(() => {
    if (recap !== null && led.current !== recap) {
      const choice = beat?.kind === 'dilemma' && beat.seat === seat && beat.at === recap.to;
      if (choice) client.show('decide');
      focusSoon(choice ? `dilemma-${beat.id}` : 'recap-title');
    }
    led.current = recap;
  }, [client, recap, beat, seat]);
  const body = useRef<HTMLDivElement>(null);
  // A tab is read from its top, wherever the one before had been left and however long the recap above it is.
  const shown = useRef(tab);
  useEffect(() => {
    if (shown.current === tab) return;
    shown.current = tab;
    const list = body.current?.querySelector(':scope > .tabs');
    if (!body.current || !list) return;
    if (isNarrow()) {
      // The tabs stay below: the page itself goes to what they brought.
      const top = list.querySelector(':scope > .tab-panel')?.getBoundingClientRect().top ?? 0;
      if (top < HEAD || top > innerHeight / 3) scrollBy(0, top - HEAD);
      return;
    }
    const above = list.getBoundingClientRect().top - body.current.getBoundingClientRect().top;
    if (above < 0 || above > body.current.clientHeight / 2) body.current.scrollTop += above;
  }, [tab]);
  return (
    <>
      <WaitingLines />
      <Guide />
      <Notices />
      <div className="console-body" ref={body}>
        <RecapPanel />
        <Tabs
          className="tabs"
          selectedKey={tab}
          onSelectionChange={(key) => {
            const chosen = tabs.find((name) => name === key);
            if (chosen !== undefined) client.show(chosen);
          }}
        >
          <TabList className="tab-list console-tabs" aria-label={t('console:tabs.label')}>
            {tabs.map((name) => (
              <Tab key={name} id={name} className="tab">
                {t(`console:tabs.${name}`)}
                <Waiting tab={name} />
              </Tab>
            ))}
          </TabList>
          {table !== null && (
            <TabPanel id="table" className="tab-panel tab-table">
              {table}
            </TabPanel>
          )}
          {CONSOLE_TABS.map((name) => (
            <TabPanel key={name} id={name} className="tab-panel">
              {CONTENTS[name]()}
            </TabPanel>
          ))}
        </Tabs>
      </div>
    </>
  );
}

/** How many letters or choices wait behind a tab. */
function Waiting({ tab }: { readonly tab: ConsoleTab }) {
  const count = useSeatView((view) =>
    tab === 'inTray'
      ? view.inTray.filter(({ readAt }) => readAt === null).length
      : tab === 'decide'
        ? view.finished
          ? 0
          : view.choices.filter(({ state }) => state === 'open').length
        : 0,
  );
  return count > 0 && <span className="count"> {count}</span>;
}
