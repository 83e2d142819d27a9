// SPDX-License-Identifier: Apache-2.0
import { EdgeShape } from './edge-shape.ts';
import { around, frameBox, layoutOf, type Box, type Layout, type Point } from './layout.ts';
import { shortened } from './measure.ts';
import { nodeShape, type NodeShape } from './node-shape.ts';
import { routesOf } from './routes.ts';
import { set, svg } from './svg.ts';
import type { Theme } from './theme.ts';
import type { Frame, ShownEdge, View } from './view.ts';

const TITLE_SIZE = 11.5;

interface FrameShape {
  frame: Frame;
  root: SVGGElement;
  rect: SVGRectElement;
  head: SVGGElement;
  /** Puts together what was expanded. */
  button: SVGCircleElement;
  title: SVGTextElement;
}

/** A view as drawn: frames beneath edges beneath nodes. What it is drawn with can be moved. */
export class Scene {
  readonly root: SVGGElement;
  readonly nodes = new Map<string, NodeShape>();
  readonly edges = new Map<string, EdgeShape>();
  readonly frames: FrameShape[];
  readonly boxes: Map<string, Box>;
  readonly #moved = new Set<string>();
  readonly #bends: Layout['bends'];

  constructor(
    readonly view: View,
    theme: Theme,
    layout: Layout = layoutOf(view),
  ) {
    this.boxes = new Map([...layout.nodes].map(([uid, box]) => [uid, { ...box }]));
    this.#bends = layout.bends;
    this.frames = view.frames.map((frame) => frameShape(frame, theme));
    for (const edge of view.edges) {
      this.edges.set(edge.uid, new EdgeShape(edge, theme));
    }
    for (const node of view.nodes) {
      this.nodes.set(node.uid, nodeShape(node, this.boxes.get(node.uid)!, theme));
    }
    this.root = svg('g', {}, [
      ...this.frames.map((shape) => shape.root),
      ...[...this.edges.values()].map((shape) => shape.root),
      ...[...this.nodes.values()].map((shape) => shape.root),
    ]);
    this.#arrange();
  }

  /** How it is laid out by now. */
  layout(): Layout {
    return {
      nodes: this.boxes,
      bends: new Map(this.view.edges.map((edge) => [edge.uid, this.#bendsOf(edge)])),
    };
  }

  moveNode(uid: string, to: Point): void {
    Object.assign(this.boxes.get(uid)!, { x: to.x, y: to.y });
    this.#moved.add(uid);
    this.#arrange();
  }

  /** What it takes up. */
  extent(): Box {
    const frames = this.frames.map((shape) => this.boxOfFrame(shape.frame));
    return around([...this.boxes.values(), ...frames]);
  }

  boxOfFrame(frame: Frame): Box {
    const members = this.view.nodes.filter((node) => node.frame === frame.uid);
    return frameBox(members.map((node) => this.boxes.get(node.uid)!));
  }

  #arrange(): void {
    for (const [uid, node] of this.nodes) {
      const { x, y } = this.boxes.get(uid)!;
      set(node.root, { transform: `translate(${x} ${y})` });
    }
    const routes = routesOf(this.view.edges, this.boxes, (edge) => this.#bendsOf(edge));
    for (const [uid, route] of routes) {
      this.edges.get(uid)!.follow(route);
    }
    for (const shape of this.frames) {
      const { x, y, width, height } = this.boxOfFrame(shape.frame);
      set(shape.rect, { x: x - width / 2, y: y - height / 2, width, height });
      set(shape.head, { transform: `translate(${x - width / 2 + 18} ${y - height / 2 + 17})` });
      shape.title.textContent = shortened(shape.frame.title, width - 56, TITLE_SIZE, true);
    }
  }

  #bendsOf(edge: ShownEdge): Point[] {
    return this.#moved.has(edge.source) || this.#moved.has(edge.target)
      ? []
      : (this.#bends.get(edge.uid) ?? []);
  }
}

function frameShape(frame: Frame, theme: Theme): FrameShape {
  const { strong, soft } = theme.roles[frame.role];
  const rect = svg('rect', {
    rx: 20,
    fill: soft,
    'fill-opacity': 0.6,
    stroke: strong,
    'stroke-width': 1.2,
    'stroke-dasharray': '4 4',
  });
  const title = svg('text', {
    x: 20,
    y: 4,
    'font-size': TITLE_SIZE,
    'font-weight': 600,
    fill: theme.text,
  });
  const button = svg('circle', {
    class: 'ap-press',
    r: 12,
    fill: 'transparent',
    'stroke-width': 3,
  });
  const head = svg('g', {}, [
    svg('circle', { r: 8, fill: theme.card, stroke: strong, 'stroke-width': 1.5 }),
    svg('path', { d: 'M-4 0h8', stroke: strong, 'stroke-width': 1.8 }),
    title,
    button,
  ]);
  return { frame, root: svg('g', {}, [rect, head]), rect, head, button, title };
}
