import { useEffect, useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { focusHeading } from '../client/focusHeading.ts';
import { useClient, useClientState, useTexts } from '../client/hooks.ts';
import { TABS, type Tab as TabName } from '../client/store.ts';
import { OrdersPanel } from '../panels/orders/OrdersPanel.tsx';
import { PlacePanel } from '../panels/place/PlacePanel.tsx';
import { StoryPanel } from '../panels/story/StoryPanel.tsx';
import { TextTwin } from '../panels/text/TextTwin.tsx';

const CONTENTS: Readonly<Record<TabName, () => React.ReactNode>> = {
  text: () => <TextTwin />,
  selection: () => <PlacePanel />,
  story: () => <StoryPanel />,
  orders: () => <OrdersPanel />,
};

/** The layout of narrow screens, as in the style sheets. */
const STACKED = matchMedia('(max-width: 899px)');

/** What is read beside the table: the text twin, a place, a call, the orders. Never a window over it. */
export function SidePanel() {
  const t = useTexts();
  const { store } = useClient();
  const tab = useClientState((state) => state.tab);
  const open = useClientState((state) => state.panelOpen);
  const wide = useClientState((state) => state.panelWide);
  const selection = useClientState((state) => state.selection);
  const story = useClientState((state) => state.story?.attempt ?? null);
  const side = useRef<HTMLElement>(null);
  const seen = useRef({ selection, story });
  useEffect(() => {
    const before = seen.current;
    seen.current = { selection, story };
    const chosen =
      (selection !== null && before.selection !== selection) || (story !== null && before.story !== story);
    // Where the panel is below the table, what was chosen on the table is brought into view.
    if (!chosen || !STACKED.matches || side.current?.contains(document.activeElement) === true) return;
    side.current?.scrollIntoView({ block: 'start' });
  }, [selection, story]);
  useEffect(() => {
    // What was pressed to come here may be gone with its tab: reading goes on from the new heading.
    if (document.activeElement !== document.body) return;
    if (tab === 'story') focusHeading('story');
    if (tab === 'selection' && selection !== null) focusHeading('place');
  }, [tab, selection]);
  return (
    <section ref={side} className="side" aria-label={t('panels:panel.label')}>
      <div className="side-tools">
        {open && (
          <button
            type="button"
            className="button button-icon side-wide"
            aria-label={t(wide ? 'panels:panel.narrow' : 'panels:panel.widen')}
            title={t(wide ? 'panels:panel.narrow' : 'panels:panel.widen')}
            onClick={() => store.trigger.panelled({ wide: !wide })}
          >
            <span aria-hidden="true" className={wide ? 'icon icon-narrow' : 'icon icon-widen'} />
          </button>
        )}
        <button
          type="button"
          className="button button-icon side-fold"
          aria-expanded={open}
          aria-label={t(open ? 'panels:panel.close' : 'panels:panel.open')}
          title={t(open ? 'panels:panel.close' : 'panels:panel.open')}
          onClick={() => store.trigger.panelled({ open: !open })}
        >
          <span aria-hidden="true" className={open ? 'icon icon-fold' : 'icon icon-unfold'} />
        </button>
      </div>
      {open && (
        <Tabs
          className="tabs"
          selectedKey={tab}
          onSelectionChange={(key) => {
            const chosen = TABS.find((name) => name === key);
            if (chosen !== undefined) store.trigger.panelled({ tab: chosen });
          }}
        >
          <TabList className="tab-list" aria-label={t('panels:panel.tabsLabel')}>
            {TABS.map((name) => (
              <Tab key={name} id={name} className="tab">
                {t(`panels:panel.tabs.${name}`)}
              </Tab>
            ))}
          </TabList>
          {TABS.map((name) => (
            <TabPanel key={name} id={name} className="tab-panel">
              {CONTENTS[name]()}
            </TabPanel>
          ))}
        </Tabs>
      )}
    </section>
  );
}
