// SPDX-License-Identifier: Apache-2.0
import AppLayout from '@cloudscape-design/components/app-layout';
import SplitPanel from '@cloudscape-design/components/split-panel';
import { type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { strings } from '../strings.ts';
import { Notices, useNotices } from './Notices.tsx';
import { SideNav } from './SideNav.tsx';
import { type Panel, SlotsContext, type Slots } from './slots.ts';
import { TopBar } from './TopBar.tsx';

const WIDE = matchMedia('(min-width: 1000px)');

/** What stands around every page. */
export function Frame({ children }: { children: ReactNode }) {
  const [panel, setPanel] = useState<Panel | null>(null);
  const [panelSize, setPanelSize] = useState(520);
  const [navigation, setNavigation] = useState(WIDE.matches);
  const { items, flash } = useNotices();
  const [slots] = useState<Slots>({ setPanel, flash });
  const [path] = useLocation();

  useEffect(() => {
    if (!WIDE.matches) setNavigation(false);
    window.scrollTo(0, 0);
  }, [path]);

  // Cloudscape gives this landmark an attribute that landmarks do not have.
  useEffect(() => {
    document.querySelector('nav[aria-orientation]')?.removeAttribute('aria-orientation');
  });

  return (
    <SlotsContext.Provider value={slots}>
      <TopBar />
      <AppLayout
        headerSelector="#top"
        navigation={<SideNav />}
        navigationWidth={220}
        navigationOpen={navigation}
        onNavigationChange={({ detail }) => setNavigation(detail.open)}
        toolsHide
        maxContentWidth={Number.MAX_VALUE}
        content={children}
        splitPanelOpen={panel !== null}
        splitPanelSize={panelSize}
        splitPanelPreferences={{ position: 'side' }}
        onSplitPanelResize={({ detail }) => setPanelSize(detail.size)}
        onSplitPanelToggle={({ detail }) => {
          if (!detail.open) panel?.onClose();
        }}
        splitPanel={
          panel && (
            <SplitPanel header={panel.title} hidePreferencesButton closeBehavior="hide">
              {panel.content}
            </SplitPanel>
          )
        }
        ariaLabels={{
          navigation: strings.frame.navigation,
          navigationToggle: strings.frame.openNavigation,
          navigationClose: strings.frame.closeNavigation,
        }}
      />
      <Notices items={items} />
    </SlotsContext.Provider>
  );
}
