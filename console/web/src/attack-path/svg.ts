// SPDX-License-Identifier: Apache-2.0
export const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Record<string, string | number | undefined>;

/** An SVG element. What a finding says becomes attributes and text only, never markup. */
export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  children: (Node | string)[] = [],
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, name);
  set(element, attributes);
  element.append(...children);
  return element;
}

/** An HTML element, likewise. */
export function html<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  children: (Node | string)[] = [],
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  set(element, attributes);
  element.append(...children);
  return element;
}

export function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) {
      element.setAttribute(name, String(value));
    }
  }
}

/** An outline of 24 by 24, drawn with its middle at a place. */
export function outline(d: string, x: number, y: number, size: number, colour: string): SVGElement {
  const scale = size / 24;
  return svg('path', {
    d,
    transform: `translate(${x - size / 2} ${y - size / 2}) scale(${scale})`,
    fill: 'none',
    stroke: colour,
    'stroke-width': 1.7,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
}
