// SPDX-License-Identifier: Apache-2.0
import type { Role } from './model.ts';

export type ThemeName = 'light' | 'dark';

interface RoleColours {
  /** Borders and icons. */
  strong: string;
  /** Behind text. */
  soft: string;
  /** On the strong colour. */
  on: string;
}

export interface Theme {
  background: string;
  text: string;
  dim: string;
  card: string;
  line: string;
  help: RoleColours;
  roles: Record<Role, RoleColours>;
}

export const FONT = '"Open Sans", system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif';

export const THEMES: Record<ThemeName, Theme> = {
  light: {
    background: '#ffffff',
    text: '#0f141a',
    dim: '#545b64',
    card: '#ffffff',
    line: '#7d8998',
    help: { strong: '#037f0c', soft: '#eaf7eb', on: '#ffffff' },
    roles: {
      primary: { strong: '#c2410c', soft: '#fff4ec', on: '#ffffff' },
      involved: { strong: '#475569', soft: '#f4f6f9', on: '#ffffff' },
      'network-path': { strong: '#0f766e', soft: '#eefaf8', on: '#ffffff' },
      internet: { strong: '#1d4ed8', soft: '#eef3ff', on: '#ffffff' },
      'blast-radius': { strong: '#be123c', soft: '#fff1f3', on: '#ffffff' },
    },
  },
  dark: {
    background: '#161d26',
    text: '#ebebf0',
    dim: '#b4b4bb',
    card: '#1f2935',
    line: '#8c99a8',
    help: { strong: '#4ade80', soft: '#143021', on: '#0b1a11' },
    roles: {
      primary: { strong: '#fb923c', soft: '#37261b', on: '#26140a' },
      involved: { strong: '#a9b8cb', soft: '#242f3d', on: '#18202b' },
      'network-path': { strong: '#2dd4bf', soft: '#153231', on: '#0b2321' },
      internet: { strong: '#7aa5ff', soft: '#1b2a48', on: '#0d1730' },
      'blast-radius': { strong: '#fb7a93', soft: '#3a1f2a', on: '#2c0d16' },
    },
  },
};

export const ROLE_LABELS: Record<Role, string> = {
  primary: 'Primary resource',
  involved: 'Involved resource',
  'network-path': 'Network',
  internet: 'Internet',
  'blast-radius': 'Blast radius',
};
