// SPDX-License-Identifier: Apache-2.0
import { lineOf } from './edge-shape.ts';
import { CUT, WARNING } from './icons.ts';
import type { Certainty, Role } from './model.ts';
import { outlineOf } from './node-shape.ts';
import { outline, svg } from './svg.ts';
import { ROLE_LABELS, type Theme } from './theme.ts';
import type { View } from './view.ts';

export const SWATCH = { width: 30, height: 18 };

export interface LegendItem {
  label: string;
  /** Drawn around the origin, of the size of a swatch. */
  swatch: SVGElement;
}

const ROLES: Role[] = ['internet', 'network-path', 'primary', 'involved', 'blast-radius'];

const LINES: [Certainty, string][] = [
  ['computed', 'Worked out from configuration'],
  ['unknown', 'Way not known'],
];

/** What the marks mean that are to be seen in a view. */
export function legendOf(view: View, theme: Theme): LegendItem[] {
  const items: LegendItem[] = ROLES.filter((role) =>
    view.nodes.some((node) => node.role === role),
  ).map((role) => ({ label: ROLE_LABELS[role], swatch: roleSwatch(role, theme) }));
  if (view.nodes.some((node) => node.traits.length > 0)) {
    items.push({ label: 'Number of traits', swatch: mark(WARNING, theme.text) });
  }
  if (view.nodes.some((node) => node.isChokePoint)) {
    items.push({ label: 'Choke point: what helps most', swatch: mark(CUT, theme.help.strong) });
  }
  for (const [certainty, label] of LINES) {
    if (view.edges.some((edge) => edge.certainty === certainty)) {
      const line = lineOf(certainty, theme.line);
      line.setAttribute('d', 'M-15 0H15');
      items.push({ label, swatch: line });
    }
  }
  return items;
}

function roleSwatch(role: Role, theme: Theme): SVGGElement {
  const { strong, soft } = theme.roles[role];
  const swatch = svg('g', {}, [
    outlineOf(role, 26, 14, strong, soft, role === 'primary' ? 3 : 1.8),
  ]);
  return swatch;
}

function mark(d: string, colour: string): SVGElement {
  return outline(d, 0, 0, 16, colour);
}
