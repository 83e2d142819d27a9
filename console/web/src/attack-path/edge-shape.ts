// SPDX-License-Identifier: Apache-2.0
import type { Point } from './layout.ts';
import type { Certainty } from './model.ts';
import type { Route } from './routes.ts';
import { set, svg } from './svg.ts';
import type { Theme } from './theme.ts';
import type { ShownEdge } from './view.ts';

const DASHES: Record<Certainty, string | undefined> = {
  told: undefined,
  computed: '8 5',
  unknown: '2 5',
};

/** A line with its arrow and its number, which can be moved along another route. */
export class EdgeShape {
  readonly root: SVGGElement;
  /** Where its number stands. */
  middle: Point = { x: 0, y: 0 };
  readonly #hit = svg('path', {
    class: 'ap-hit',
    fill: 'none',
    stroke: 'transparent',
    'stroke-width': 16,
  });
  readonly #line: SVGPathElement;
  readonly #arrow: SVGPathElement;
  readonly #number: SVGGElement;

  constructor(edge: ShownEdge, theme: Theme) {
    this.#line = lineOf(edge.certainty, theme.line);
    this.#arrow = svg('path', { class: 'ap-arrow', fill: theme.line });
    const text = String(edge.number);
    this.#number = svg('g', {}, [
      svg('circle', {
        class: 'ap-number',
        r: text.length > 2 ? 12 : 10,
        fill: theme.background,
        stroke: theme.line,
        'stroke-width': 1.2,
      }),
      svg(
        'text',
        {
          y: 3.7,
          'text-anchor': 'middle',
          'font-size': 10.5,
          'font-weight': 600,
          fill: theme.text,
        },
        [text],
      ),
    ]);
    this.root = svg('g', {}, [this.#hit, this.#line, this.#arrow, this.#number]);
  }

  follow(route: Route): void {
    this.middle = route.middle;
    set(this.#hit, { d: route.line });
    set(this.#line, { d: route.line });
    set(this.#arrow, { d: route.arrow });
    set(this.#number, { transform: `translate(${route.middle.x} ${route.middle.y})` });
  }
}

export function lineOf(certainty: Certainty, stroke: string): SVGPathElement {
  return svg('path', {
    class: 'ap-line',
    fill: 'none',
    stroke,
    'stroke-width': 1.7,
    'stroke-linecap': certainty === 'unknown' ? 'round' : undefined,
    'stroke-dasharray': DASHES[certainty],
  });
}
