// SPDX-License-Identifier: Apache-2.0
import type { Box, Point } from './layout.ts';
import type { ShownEdge } from './view.ts';

export interface Route {
  /** The line, as an SVG path. */
  line: string;
  /** The tip of the arrow. */
  arrow: string;
  /** Where its number stands. */
  middle: Point;
}

type Side = 'left' | 'right' | 'top' | 'bottom';

const ARROW_LENGTH = 10;
const ARROW_WIDTH = 5;
/** How much of a side the edges at it are spread over. */
const SPREAD = 0.5;

const OUTWARD: Record<Side, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

interface End {
  edge: ShownEdge;
  side: Side;
  /** Where the other end is, along the side. */
  order: number;
}

/**
 * The lines of all edges: they leave and enter at the sides that face each other, next to each
 * other in the order of where they lead.
 *
 * @param bendsOf where an edge bends; nothing for one of which a node was moved
 */
export function routesOf(
  edges: readonly ShownEdge[],
  boxes: ReadonlyMap<string, Box>,
  bendsOf: (edge: ShownEdge) => Point[],
): Map<string, Route> {
  const ends = new Map<string, End[]>();
  const sides = new Map<ShownEdge, [Side, Side]>();
  for (const edge of edges) {
    const source = boxes.get(edge.source)!;
    const target = boxes.get(edge.target)!;
    const bends = bendsOf(edge);
    const [from, to] = facing(source, target);
    sides.set(edge, [from, to]);
    end(ends, edge.source, { edge, side: from, order: along(from, bends[0] ?? target) });
    end(ends, edge.target, { edge, side: to, order: along(to, bends.at(-1) ?? source) });
  }
  for (const some of ends.values()) {
    some.sort((one, other) => one.order - other.order);
  }
  return new Map(
    edges.map((edge) => {
      const [from, to] = sides.get(edge)!;
      const start = anchor(boxes.get(edge.source)!, from, edge, ends.get(edge.source)!);
      const tip = anchor(boxes.get(edge.target)!, to, edge, ends.get(edge.target)!);
      return [edge.uid, route(start, from, tip, to, bendsOf(edge))];
    }),
  );
}

function end(ends: Map<string, End[]>, node: string, one: End): void {
  ends.set(node, [...(ends.get(node) ?? []), one]);
}

function along(side: Side, point: Point): number {
  return isUpright(side) ? point.y : point.x;
}

function isUpright(side: Side): boolean {
  return side === 'left' || side === 'right';
}

function facing(source: Box, target: Box): [Side, Side] {
  const apart = (source.width + target.width) / 2;
  if (target.x - source.x >= apart) {
    return ['right', 'left'];
  }
  if (source.x - target.x >= apart) {
    return ['left', 'right'];
  }
  return target.y >= source.y ? ['bottom', 'top'] : ['top', 'bottom'];
}

function anchor(box: Box, side: Side, edge: ShownEdge, ends: End[]): Point {
  const here = ends.filter((one) => one.side === side);
  const share = (here.findIndex((one) => one.edge === edge) + 0.5) / here.length - 0.5;
  return isUpright(side)
    ? {
        x: box.x + (OUTWARD[side].x * box.width) / 2,
        y: box.y + share * box.height * SPREAD,
      }
    : {
        x: box.x + share * box.width * SPREAD,
        y: box.y + (OUTWARD[side].y * box.height) / 2,
      };
}

function route(start: Point, from: Side, tip: Point, to: Side, bends: Point[]): Route {
  const out = OUTWARD[to];
  const last = { x: tip.x + out.x * ARROW_LENGTH, y: tip.y + out.y * ARROW_LENGTH };
  const points = isUpright(from) ? [start, ...bends, last] : [start, last];
  let line = `M${round(start.x)} ${round(start.y)}`;
  const curves = points.slice(1).map((next, at) => curve(points[at]!, next, isUpright(from)));
  curves.forEach(([, one, other, next]) => {
    line += `C${[one, other, next].map((point) => `${round(point.x)} ${round(point.y)}`).join(' ')}`;
  });
  const across = { x: out.y * ARROW_WIDTH, y: out.x * ARROW_WIDTH };
  return {
    line,
    arrow: `M${round(tip.x)} ${round(tip.y)}L${round(last.x + across.x)} ${round(last.y + across.y)}L${round(last.x - across.x)} ${round(last.y - across.y)}Z`,
    middle: halfWay(curves[Math.floor(curves.length / 2)]!, curves.length % 2 === 1),
  };
}

type Curve = [Point, Point, Point, Point];

function curve(from: Point, to: Point, sideways: boolean): Curve {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  return sideways
    ? [from, { x: middle.x, y: from.y }, { x: middle.x, y: to.y }, to]
    : [from, { x: from.x, y: middle.y }, { x: to.x, y: middle.y }, to];
}

/** The middle of the curve that is in the middle, or where that one begins. */
function halfWay([a, b, c, d]: Curve, inside: boolean): Point {
  return inside
    ? { x: (a.x + 3 * b.x + 3 * c.x + d.x) / 8, y: (a.y + 3 * b.y + 3 * c.y + d.y) / 8 }
    : a;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
