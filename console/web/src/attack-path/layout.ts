// SPDX-License-Identifier: Apache-2.0
import { graphlib, layout as arrange } from '@dagrejs/dagre';
import type { Kind, ShownNode, View } from './view.ts';

export interface Point {
  x: number;
  y: number;
}

/** A rectangle around its centre. */
export interface Box extends Point {
  width: number;
  height: number;
}

export interface Layout {
  nodes: Map<string, Box>;
  /** Where an edge bends on its way around others. */
  bends: Map<string, Point[]>;
}

const SIZES: Record<Kind, { width: number; height: number }> = {
  resource: { width: 234, height: 64 },
  group: { width: 234, height: 64 },
  internet: { width: 136, height: 56 },
  'network-path': { width: 190, height: 56 },
  step: { width: 244, height: 56 },
};

const BETWEEN_COLUMNS = 56;
const BETWEEN_ROWS = 36;
const FRAME_MARGIN = 20;
const FRAME_HEAD = 16;

/** Places the nodes of a view from left to right, as the edges lead. */
export function layoutOf(view: View): Layout {
  const graph = new graphlib.Graph({ multigraph: true, compound: true });
  graph.setGraph({ rankdir: 'LR', ranksep: BETWEEN_COLUMNS, nodesep: BETWEEN_ROWS, edgesep: 20 });
  view.frames.forEach((frame) => graph.setNode(frame.uid, {}));
  for (const node of view.nodes) {
    graph.setNode(node.uid, { ...SIZES[node.kind] });
    if (node.frame !== undefined) {
      graph.setParent(node.uid, node.frame);
    }
  }
  for (const edge of view.edges) {
    graph.setEdge(edge.source, edge.target, {}, edge.uid);
  }
  arrange(graph);

  return {
    nodes: new Map(view.nodes.map((node) => [node.uid, boxOf(graph.node(node.uid), node)])),
    bends: new Map(
      view.edges.map((edge) => {
        const points: Point[] = graph.edge(edge.source, edge.target, edge.uid).points ?? [];
        return [edge.uid, points.slice(1, -1)];
      }),
    ),
  };
}

function boxOf(placed: Partial<Point>, node: ShownNode): Box {
  return { x: placed.x ?? 0, y: placed.y ?? 0, ...SIZES[node.kind] };
}

/** The rectangle of a frame around what is in it. */
export function frameBox(members: Box[]): Box {
  const box = around(members);
  return {
    x: box.x,
    y: box.y - FRAME_HEAD / 2,
    width: box.width + 2 * FRAME_MARGIN,
    height: box.height + 2 * FRAME_MARGIN + FRAME_HEAD,
  };
}

/** The smallest rectangle that holds all of some. */
export function around(boxes: Box[]): Box {
  if (boxes.length === 0) {
    return { x: 0, y: 0, width: 0, height: 0 };
  }
  const left = Math.min(...boxes.map((box) => box.x - box.width / 2));
  const right = Math.max(...boxes.map((box) => box.x + box.width / 2));
  const top = Math.min(...boxes.map((box) => box.y - box.height / 2));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height / 2));
  return {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    width: right - left,
    height: bottom - top,
  };
}
