// SPDX-License-Identifier: Apache-2.0
import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useAbout } from '../api/about.ts';
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
  const { data: about } = useAbout();
  const catchingUp: FlashbarProps.MessageDefinition = {
    id: 'catching-up',
    type: 'in-progress',
    loading: true,
    content: strings.frame.catchingUp,
  };
  const shown = about?.ready === false ? [catchingUp, ...items] : items;
  return (
    <section className="bw-notices" aria-label={strings.frame.notifications}>
      <NewCritical />
      <Flashbar items={shown} />
    </section>
  );
}
