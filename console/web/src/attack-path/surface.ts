// SPDX-License-Identifier: Apache-2.0
import { listen } from './gestures.ts';
import type { Box, Point } from './layout.ts';
import { neighbour, type Direction } from './neighbour.ts';
import type { Scene } from './scene.ts';
import { nodeInWords } from './spoken.ts';
import { set, svg } from './svg.ts';
import { FONT } from './theme.ts';
import { Viewport, type Size } from './viewport.ts';

/** A node or an edge, or the frame around what was expanded. */
export interface Target {
  kind: 'node' | 'edge' | 'frame';
  uid: string;
}

export interface SurfaceEvents {
  point(target: Target | undefined): void;
  choose(target: Target): void;
  escape(): boolean;
  scaled(scale: number): void;
}

const STEP = 1.25;

const ARROWS: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The area that the scene is looked at through: it is moved, zoomed, pointed at and walked in. */
export class Surface {
  readonly root: SVGSVGElement;
  readonly #moving = svg('g');
  readonly #viewport = new Viewport();
  readonly #targets = new WeakMap<Element, Target>();
  #scene: Scene | undefined;
  #isMoved = false;

  constructor(
    label: string,
    help: string,
    private readonly events: SurfaceEvents,
    signal: AbortSignal,
  ) {
    this.root = svg(
      'svg',
      {
        class: 'ap-surface',
        role: 'group',
        'aria-label': label,
        'aria-describedby': help,
        'font-family': FONT,
      },
      [this.#moving],
    );
    listen(
      this.root,
      {
        pan: (dx, dy) => this.#look(() => this.#viewport.pan(dx, dy)),
        zoom: (factor, at) => this.#look(() => this.#viewport.zoom(factor, at)),
        drag: (node, dx, dy) => this.#drag(node, dx, dy),
      },
      (target) => this.#nodeAt(target),
      signal,
    );
    this.root.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.root.addEventListener('click', (event) => this.#choose(this.#targetAt(event.target)), {
      signal,
    });
    for (const on of ['pointerover', 'focusin'] as const) {
      this.root.addEventListener(on, (event) => events.point(this.#targetAt(event.target)), {
        signal,
      });
    }
    for (const off of ['pointerleave', 'focusout'] as const) {
      this.root.addEventListener(off, () => events.point(undefined), { signal });
    }
  }

  show(scene: Scene): void {
    this.#scene = scene;
    for (const node of scene.view.nodes) {
      const { root, button } = scene.nodes.get(node.uid)!;
      set(root, { class: 'ap-node', 'data-node': node.uid });
      set(button, {
        role: 'button',
        tabindex: -1,
        'aria-label': nodeInWords(node),
        'aria-expanded': node.isExpandable ? 'false' : undefined,
      });
      this.#targets.set(root, { kind: 'node', uid: node.uid });
    }
    for (const edge of scene.view.edges) {
      const element = scene.edges.get(edge.uid)!.root;
      set(element, { class: 'ap-edge', 'data-edge': edge.uid, 'aria-hidden': 'true' });
      this.#targets.set(element, { kind: 'edge', uid: edge.uid });
    }
    for (const { frame, head, button } of scene.frames) {
      set(head, { class: 'ap-frame', 'data-frame': frame.uid });
      set(button, {
        role: 'button',
        tabindex: 0,
        'aria-label': `Hide ${frame.title}`,
        'aria-expanded': 'true',
      });
      this.#targets.set(head, { kind: 'frame', uid: frame.uid });
    }
    this.#moving.replaceChildren(scene.root);
    this.#makeTabStop(this.#start());
  }

  /** As large as can be read, from the start; all of it when it is asked for. */
  begin(): void {
    const start = this.#scene?.boxes.get(this.#start() ?? '');
    if (this.#scene && start) {
      this.#viewport.begin(this.#scene.extent(), this.#size(), start);
      this.#apply();
    }
    this.#isMoved = false;
  }

  fit(): void {
    if (this.#scene) {
      this.#viewport.fit(this.#scene.extent(), this.#size());
      this.#apply();
    }
    this.#isMoved = false;
  }

  /** Begins anew, unless somebody has moved what is to be seen. */
  resized(): void {
    if (!this.#isMoved) {
      this.begin();
    }
  }

  zoomBy(steps: number): void {
    const { width, height } = this.#size();
    this.#look(() => this.#viewport.zoom(STEP ** steps, { x: width / 2, y: height / 2 }));
  }

  /** Moves what is to be seen so that a place of the drawing is where another was before. */
  keep(before: Point, now: Point): void {
    const scale = this.#viewport.scale;
    this.#viewport.pan((before.x - now.x) * scale, (before.y - now.y) * scale);
    this.#apply();
  }

  reveal(box: Box): void {
    this.#viewport.reveal(box, this.#size());
    this.#apply();
  }

  /** Where a part of the drawing is, in pixels of the area. */
  seen(box: Box): Box {
    const scale = this.#viewport.scale;
    return { ...this.#viewport.seen(box), width: box.width * scale, height: box.height * scale };
  }

  focusNode(uid: string): void {
    const button = this.#scene?.nodes.get(uid)?.button;
    const box = this.#scene?.boxes.get(uid);
    if (button && box) {
      this.#makeTabStop(uid);
      this.reveal(box);
      button.focus({ preventScroll: true });
    }
  }

  focusFrame(uid: string): void {
    this.#scene?.frames
      .find((shape) => shape.frame.uid === uid)
      ?.button.focus({ preventScroll: true });
  }

  #start(): string | undefined {
    const nodes = this.#scene?.view.nodes ?? [];
    return (nodes.find((node) => node.role === 'primary') ?? nodes[0])?.uid;
  }

  #makeTabStop(uid: string | undefined): void {
    for (const [other, { button }] of this.#scene?.nodes ?? []) {
      button.setAttribute('tabindex', other === uid ? '0' : '-1');
    }
  }

  #size(): Size {
    return { width: this.root.clientWidth, height: this.root.clientHeight };
  }

  #apply(): void {
    this.#moving.setAttribute('transform', this.#viewport.transform());
    this.events.scaled(this.#viewport.scale);
  }

  #look(change: () => void): void {
    change();
    this.#isMoved = true;
    this.#apply();
  }

  #drag(node: string, dx: number, dy: number): void {
    const box = this.#scene?.boxes.get(node);
    if (box) {
      const scale = this.#viewport.scale;
      this.#scene!.moveNode(node, { x: box.x + dx / scale, y: box.y + dy / scale });
      this.#isMoved = true;
    }
  }

  #targetAt(at: EventTarget | null): Target | undefined {
    const element = at instanceof Element ? at.closest('.ap-node, .ap-edge, .ap-frame') : null;
    return element ? this.#targets.get(element) : undefined;
  }

  #nodeAt(at: EventTarget | null): string | undefined {
    const target = this.#targetAt(at);
    return target?.kind === 'node' ? target.uid : undefined;
  }

  #choose(target: Target | undefined): void {
    if (target) {
      this.events.choose(target);
    }
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || !this.#act(event)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Whether the key means something here. */
  #act(event: KeyboardEvent): boolean {
    const target = this.#targetAt(event.target);
    const direction = ARROWS[event.key];
    if (direction) {
      if (target?.kind === 'node') {
        this.#walk(target.uid, direction);
      }
      return true;
    }
    switch (event.key) {
      case 'Enter':
      case ' ':
        this.#choose(target);
        return true;
      case 'Home':
        this.focusNode(this.#start() ?? '');
        return true;
      case '+':
      case '=':
        this.zoomBy(1);
        return true;
      case '-':
        this.zoomBy(-1);
        return true;
      case '0':
        this.fit();
        return true;
      case 'Escape':
        return this.events.escape();
      default:
        return false;
    }
  }

  #walk(from: string, direction: Direction): void {
    const scene = this.#scene!;
    const to = neighbour(scene.view, scene.boxes, from, direction);
    if (to !== undefined) {
      this.focusNode(to);
    }
  }
}
