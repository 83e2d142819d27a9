// SPDX-License-Identifier: Apache-2.0
import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { useCallback, useState } from 'react';
import { useAbout } from '../api/about.ts';
import { strings } from '../strings.ts';
import { NewCritical } from './NewCritical.tsx';
import type { Flash } from './slots.ts';

let made = 0;

/** What has been told to the person, until it is dismissed. */
export function useNotifications(): {
  items: FlashbarProps.MessageDefinition[];
  flash: (flash: Flash) => void;
} {
  const [items, setItems] = useState<FlashbarProps.MessageDefinition[]>([]);
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

export function Notifications({ items }: { items: FlashbarProps.MessageDefinition[] }) {
  const { data: about } = useAbout();
  const catchingUp: FlashbarProps.MessageDefinition = {
    id: 'catching-up',
    type: 'in-progress',
    loading: true,
    content: strings.frame.catchingUp,
  };
  const shown = about?.ready === false ? [catchingUp, ...items] : items;
  return (
    <>
      <NewCritical />
      <Flashbar items={shown} />
    </>
  );
}
