// SPDX-License-Identifier: Apache-2.0
import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import { createContext, type ReactNode, useContext, useEffect } from 'react';

export interface Panel {
  title: string;
  content: ReactNode;
  onClose: () => void;
}

export interface Flash {
  type: FlashbarProps.Type;
  header?: string;
  content: string;
}

/** What pages put into the frame around them. */
export interface Slots {
  setPanel: (panel: Panel | null) => void;
  flash: (flash: Flash) => void;
}

export const SlotsContext = createContext<Slots>({ setPanel: () => {}, flash: () => {} });

/** Shows a panel beside the page, for as long as the page gives one. */
export function usePanel(panel: Panel | null): void {
  const { setPanel } = useContext(SlotsContext);
  useEffect(() => setPanel(panel));
  useEffect(() => () => setPanel(null), [setPanel]);
}

/** Tells how something went, at the top of the page. */
export function useFlash(): (flash: Flash) => void {
  return useContext(SlotsContext).flash;
}
