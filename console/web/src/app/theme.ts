// SPDX-License-Identifier: Apache-2.0
import { applyMode, Mode } from '@cloudscape-design/global-styles';
import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';
export type ThemeChoice = Theme | 'system';

const KEY = 'breakwater.theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export function chosenTheme(): ThemeChoice {
  const stored = localStorage.getItem(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function chooseTheme(choice: ThemeChoice): void {
  if (choice === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, choice);
  applyTheme(choice);
  listeners.forEach((listener) => listener());
}

export function applyTheme(choice: ThemeChoice): void {
  const theme = effective(choice);
  applyMode(theme === 'dark' ? Mode.Dark : Mode.Light);
  document.documentElement.style.colorScheme = theme;
}

/** The theme that is shown, for what draws by itself. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => effective(chosenTheme()));
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, chosenTheme);
}

function effective(choice: ThemeChoice): Theme {
  return choice === 'system' ? (system.matches ? 'dark' : 'light') : choice;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

system.addEventListener('change', () => {
  applyTheme(chosenTheme());
  listeners.forEach((listener) => listener());
});
