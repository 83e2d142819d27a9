// SPDX-License-Identifier: Apache-2.0
import { CUT, ICONS, WARNING } from './icons.ts';
import type { Box } from './layout.ts';
import { shortened, widthOf } from './measure.ts';
import type { Role, Standing } from './model.ts';
import { outline, svg } from './svg.ts';
import type { Theme } from './theme.ts';
import type { ShownNode } from './view.ts';

const NAME_SIZE = 12.5;
const CAPTION_SIZE = 11.5;
const BADGE_SIZE = 11;
const CUT_CORNER = 12;
const ICON_ROOM = 50;
const END_ROOM = 8;
const BADGE_HEIGHT = 22;

const STANDING_WORDS: Record<Standing, string> = {
  agrees: '\u2713 configuration agrees',
  contradicts: '\u2715 configuration contradicts',
  unknown: '? configuration unknown',
};

export interface NodeShape {
  root: SVGGElement;
  /** Lies over the rest, and is what is pressed and has the focus. */
  button: SVGPathElement;
}

/** A node around the origin. */
export function nodeShape(node: ShownNode, box: Box, theme: Theme): NodeShape {
  const button = svg('path', {
    class: 'ap-press',
    d: outlinePath(node.role, box.width + 10, box.height + 10),
    fill: 'transparent',
    'stroke-width': 3,
  });
  return { root: svg('g', {}, [drawing(node, box, theme), button]), button };
}

function drawing(node: ShownNode, box: Box, theme: Theme): SVGGElement {
  const colours = theme.roles[node.role];
  const { width, height } = box;
  const shape = svg('g', { 'aria-hidden': 'true' });
  if (node.kind === 'group') {
    // Others beneath it.
    for (const behind of [8, 4]) {
      const card = outlineOf(node.role, width, height, colours.strong, colours.soft, 1);
      card.setAttribute('transform', `translate(${behind} ${behind})`);
      shape.append(card);
    }
  }
  const border = node.role === 'primary' ? 3 : 1.5;
  shape.append(outlineOf(node.role, width, height, colours.strong, colours.soft, border));
  if (node.role === 'primary') {
    shape.append(outlineOf(node.role, width + 9, height + 9, colours.strong, 'none', 1));
  }
  const left = -width / 2;
  shape.append(
    svg('rect', {
      x: left + 10,
      y: -16,
      width: 32,
      height: 32,
      rx: node.role === 'network-path' || node.role === 'internet' ? 16 : 7,
      fill: colours.strong,
    }),
    outline(ICONS[node.family], left + 26, 0, 21, colours.on),
  );
  const room = width - ICON_ROOM - (node.isExpandable ? 30 : END_ROOM);
  shape.append(
    label(node.name, left + ICON_ROOM, -4, room, NAME_SIZE, theme.text, 600),
    label(captionOf(node), left + ICON_ROOM, 13, room, CAPTION_SIZE, theme.dim, 400),
  );
  if (node.isExpandable) {
    shape.append(plus(width / 2 - 19, colours.strong, theme.card));
  }
  if (node.traits.length > 0) {
    shape.append(traitCount(node, width, height, theme));
  }
  if (node.isChokePoint) {
    shape.append(chokePointMark(width, height, theme));
  }
  return shape;
}

/** Shapes tell roles apart as well as colours do. */
export function outlinePath(role: Role, width: number, height: number): string {
  const x = width / 2;
  const y = height / 2;
  if (role === 'blast-radius') {
    const c = Math.min(CUT_CORNER, y);
    return `M${-x + c} ${-y}H${x - c}L${x} ${-y + c}V${y - c}L${x - c} ${y}H${-x + c}L${-x} ${y - c}V${-y + c}Z`;
  }
  const r =
    role === 'internet' || role === 'network-path' ? y : Math.min(role === 'primary' ? 12 : 6, y);
  return `M${-x + r} ${-y}H${x - r}a${r} ${r} 0 0 1 ${r} ${r}V${y - r}a${r} ${r} 0 0 1 ${-r} ${r}H${-x + r}a${r} ${r} 0 0 1 ${-r} ${-r}V${-y + r}a${r} ${r} 0 0 1 ${r} ${-r}Z`;
}

export function outlineOf(
  role: Role,
  width: number,
  height: number,
  stroke: string,
  fill: string,
  border: number,
): SVGPathElement {
  return svg('path', {
    d: outlinePath(role, width, height),
    fill,
    stroke,
    'stroke-width': border,
  });
}

function captionOf(node: ShownNode): string {
  return node.standing
    ? `${node.caption}  ${STANDING_WORDS[node.standing].slice(0, 1)}`
    : node.caption;
}

export function standingInWords(standing: Standing): string {
  return STANDING_WORDS[standing].slice(2);
}

function label(
  text: string,
  x: number,
  y: number,
  room: number,
  size: number,
  fill: string,
  weight: number,
): SVGTextElement {
  return svg('text', { x, y, fill, 'font-size': size, 'font-weight': weight }, [
    shortened(text, room, size, weight > 400),
  ]);
}

function plus(x: number, stroke: string, fill: string): SVGGElement {
  return svg('g', { class: 'ap-plus' }, [
    svg('circle', { cx: x, cy: 0, r: 10, fill, stroke, 'stroke-width': 1.5 }),
    svg('path', { d: `M${x - 4.5} 0h9M${x} -4.5v9`, stroke, 'stroke-width': 1.8, fill: 'none' }),
  ]);
}

/** How many contributing traits it has; those that are only good to know where it has no others. */
function traitCount(node: ShownNode, width: number, height: number, theme: Theme): SVGGElement {
  const colours = theme.roles[node.role];
  const contributing = node.traits.filter((trait) => trait.contributing).length;
  const shown = String(contributing || node.traits.length);
  const wide = 28 + widthOf(shown, BADGE_SIZE, true);
  return svg('g', { transform: `translate(${width / 2 - wide / 2 - 10} ${-height / 2})` }, [
    pill(wide, contributing > 0 ? colours.strong : theme.card, colours.strong),
    outline(WARNING, -wide / 2 + 14, 0, 13, contributing > 0 ? colours.on : theme.text),
    badgeText(shown, -wide / 2 + 23, contributing > 0 ? colours.on : theme.text),
  ]);
}

export const CHOKE_POINT_LABEL = 'Choke point';

function chokePointMark(width: number, height: number, theme: Theme): SVGGElement {
  const wide = 36 + widthOf(CHOKE_POINT_LABEL, BADGE_SIZE, true);
  return svg('g', { transform: `translate(${-width / 2 + wide / 2 + 10} ${height / 2})` }, [
    pill(wide, theme.help.strong, theme.help.strong),
    outline(CUT, -wide / 2 + 16, 0, 14, theme.help.on),
    badgeText(CHOKE_POINT_LABEL, -wide / 2 + 27, theme.help.on),
  ]);
}

function pill(width: number, fill: string, stroke: string): SVGRectElement {
  return svg('rect', {
    x: -width / 2,
    y: -BADGE_HEIGHT / 2,
    width,
    height: BADGE_HEIGHT,
    rx: BADGE_HEIGHT / 2,
    fill,
    stroke,
    'stroke-width': 1.5,
  });
}

function badgeText(text: string, x: number, fill: string): SVGTextElement {
  return svg('text', { x, y: 4, fill, 'font-size': BADGE_SIZE, 'font-weight': 700 }, [text]);
}
