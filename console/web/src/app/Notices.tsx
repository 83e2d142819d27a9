// SPDX-License-Identifier: Apache-2.0
import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useAbout } from '../api/about.ts';
import { useStale } from '../api/stale.ts';
import { strings } from '../strings.ts';
import { NewCritical } from './NewCritical.tsx';
import type { Flash } from './slots.ts';

let made = 0;

/** What has been told to the person, until it is dismissed or another page is opened. */
export function useNotices(): {
  items: FlashbarProps.MessageDefinition[];
  flash: (flash: Flash) => void;
} {
  const [items, setItems] = useState<FlashbarProps.MessageDefinition[]>([]);
  const [path] = useLocation();
  useEffect(() => setItems([]), [path]);
  const flash = useCallback((told: Flash) => {
    const id = `flash-${++made}`;
    const dismiss = () => setItems((shown) => shown.filter((item) => item.id !== id));
    setItems((shown) => [
      { ...told, id, dismissible: true, dismissLabel: strings.frame.dismiss, onDismiss: dismiss },
      ...shown,
    ]);
  }, []);
  return { items, flash };
}

/** Above the page, so that nothing on it moves when a notice comes or goes. */
export function Notices({ items }: { items: FlashbarProps.MessageDefinition[] }) {
  const states = useStates();
  return (
    <section className="bw-notices" aria-label={strings.frame.notifications}>
      <NewCritical />
      <Flashbar items={[...states, ...items]} />
    </section>
  );
}

/** What is told for as long as it is so. */
function useStates(): FlashbarProps.MessageDefinition[] {
  const { data: about } = useAbout();
  const stale = useStale();
  const states: FlashbarProps.MessageDefinition[] = [];
  if (about?.ready === false) {
    states.push({
      id: 'catching-up',
      type: 'in-progress',
      loading: true,
      content: strings.frame.catchingUp,
    });
  }
  if (stale !== undefined) {
    states.push({ id: 'stale', type: 'warning', content: strings.frame.stale(stale) });
  }
  return states;
}
