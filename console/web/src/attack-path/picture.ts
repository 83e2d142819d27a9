// SPDX-License-Identifier: Apache-2.0
import { Details } from './details.ts';
import { save, toPng, toSvg } from './export.ts';
import type { Box } from './layout.ts';
import { legendOf, SWATCH } from './legend.ts';
import type { AttackPath } from './model.ts';
import { Reasons } from './reasons.ts';
import { Scene } from './scene.ts';
import { chokePointInWords, nodeInWords, reachInWords, sourceInWords } from './spoken.ts';
import { Surface, type Target } from './surface.ts';
import { html, svg } from './svg.ts';
import { THEMES, type ThemeName } from './theme.ts';
import { Toolbar } from './toolbar.ts';
import { Tooltip } from './tooltip.ts';
import { viewOf, type View } from './view.ts';

export interface PictureOptions {
  /** Called with the uid of a resource that somebody wants to see. */
  onOpen?: (uid: string) => void;
  theme: ThemeName;
  /** Of files that are saved, without its ending. */
  fileName: string;
}

/** Of a node alone, and of one with a list beside it. */
const LEAST_HEIGHT = { alone: 240, listed: 380 };
const MOST_HEIGHT = 560;
const ROOM = 96;
const HELP =
  'Arrow keys walk along the edges, Enter chooses or expands, plus and minus zoom, zero shows all, Escape undoes the choice. The list tells the same in words.';

let pictures = 0;

/** The picture with its list, legend and tools, and what is chosen and expanded in it. */
export class Picture {
  readonly root: HTMLElement;
  readonly #ended = new AbortController();
  readonly #expanded = new Set<string>();
  readonly #surface: Surface;
  readonly #toolbar: Toolbar;
  readonly #tooltip = new Tooltip();
  readonly #reasons: Reasons;
  readonly #details: Details;
  readonly #legend = html('ul', { class: 'ap-legend', 'aria-label': 'Legend' });
  readonly #canvas: HTMLElement;
  readonly #resizes: ResizeObserver;
  #theme: ThemeName;
  #scene: Scene;
  #pointed: Target | undefined;
  #chosen: Target | undefined;

  constructor(
    private readonly path: AttackPath,
    options: PictureOptions,
  ) {
    const { signal } = this.#ended;
    const help = `ap-help-${++pictures}`;
    this.#theme = options.theme;
    this.#surface = new Surface(
      `Attack path: ${path.title}`,
      help,
      {
        point: (target) => this.#point(target),
        choose: (target) => this.#choose(target),
        escape: () => this.#escape(),
        scaled: (scale) => this.#toolbar.showScale(scale),
      },
      signal,
    );
    this.#toolbar = new Toolbar(
      {
        zoomIn: () => this.#surface.zoomBy(1),
        zoomOut: () => this.#surface.zoomBy(-1),
        fit: () => this.#surface.fit(),
        fullScreen: () => void this.#toggleFullScreen(),
        saveSvg: () =>
          save(new Blob([this.toSvg()], { type: 'image/svg+xml' }), `${options.fileName}.svg`),
        savePng: () => void this.toPng().then((blob) => save(blob, `${options.fileName}.png`)),
      },
      signal,
    );
    this.#reasons = new Reasons({
      point: (uid) => this.#point(uid === undefined ? undefined : { kind: 'edge', uid }),
      choose: (uid) => this.#choose({ kind: 'edge', uid }),
      toggle: (uid) => this.#toggle(uid),
    });
    this.#details = new Details(path, options.onOpen);
    this.#canvas = html('div', { class: 'ap-canvas' }, [this.#surface.root]);
    this.root = html('div', { class: 'ap' }, [
      html('p', { class: 'ap-hidden', id: help }, [HELP]),
      html('div', { class: 'ap-main' }, [
        html('div', { class: 'ap-picture' }, [this.#toolbar.root, this.#canvas, this.#legend]),
        this.#side(),
      ]),
      this.#tooltip.root,
    ]);
    this.root.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape' && this.#escape()) {
          event.stopPropagation();
        }
      },
      { signal },
    );
    this.root.addEventListener(
      'fullscreenchange',
      () => this.#toolbar.showFullScreen(document.fullscreenElement === this.root),
      { signal },
    );
    this.#scene = this.#draw(viewOf(path, this.#expanded));
    const least = path.edges.length > 0 ? LEAST_HEIGHT.listed : LEAST_HEIGHT.alone;
    const height = this.#scene.extent().height + ROOM;
    this.#canvas.style.setProperty('--ap-height', `${clamp(height, least, MOST_HEIGHT)}px`);
    this.#resizes = new ResizeObserver(() => this.#surface.resized());
    this.#resizes.observe(this.#canvas);
  }

  destroy(): void {
    this.#ended.abort();
    this.#resizes.disconnect();
    this.root.remove();
  }

  setTheme(theme: ThemeName): void {
    this.#theme = theme;
    this.#scene = this.#draw(this.#scene.view, this.#scene.layout());
    this.#mark();
  }

  toSvg(): string {
    return toSvg(this.path.title, this.#scene.view, this.#scene.layout(), THEMES[this.#theme]);
  }

  toPng(): Promise<Blob> {
    return toPng(this.toSvg());
  }

  #side(): HTMLElement {
    const contents: HTMLElement[] = [];
    const point = this.path.chokePoint;
    if (point) {
      const help = html('button', { type: 'button', class: 'ap-choke' }, [
        html('span', { class: 'ap-heading' }, ['What helps most']),
        html('span', {}, [chokePointInWords(point, this.path)]),
        ...(point.remedy ? [html('span', { class: 'ap-source' }, [point.remedy])] : []),
      ]);
      help.addEventListener('click', () => {
        this.#choose({ kind: 'node', uid: point.node });
        this.#reveal(point.node);
      });
      contents.push(help);
    }
    contents.push(this.#details.root);
    if (this.path.edges.length > 0) {
      contents.push(
        html('p', { class: 'ap-heading' }, ['Why each edge is there']),
        this.#reasons.root,
      );
    } else {
      contents.push(html('p', { class: 'ap-source' }, ['Exposed by itself alone: no edges.']));
    }
    const reach = reachInWords(this.path);
    if (reach) {
      contents.push(html('p', { class: 'ap-source' }, [reach]));
    }
    return html(
      'div',
      { class: 'ap-side', role: 'region', 'aria-label': 'The attack path in words', tabindex: 0 },
      contents,
    );
  }

  #draw(view: View, layout?: ReturnType<Scene['layout']>): Scene {
    const theme = THEMES[this.#theme];
    this.root.setAttribute('data-theme', this.#theme);
    const scene = new Scene(view, theme, layout);
    this.#surface.show(scene);
    this.#reasons.show(view);
    this.#legend.replaceChildren(
      ...legendOf(view, theme).map(({ label, swatch }) => {
        const size = { width: SWATCH.width, height: SWATCH.height };
        const viewBox = `${-SWATCH.width / 2} ${-SWATCH.height / 2} ${SWATCH.width} ${SWATCH.height}`;
        return html('li', {}, [
          svg('svg', { ...size, viewBox, 'aria-hidden': 'true' }, [swatch]),
          label,
        ]);
      }),
    );
    return scene;
  }

  /** Expands what stands for others, or puts it together again; what else there is stays in its place. */
  #toggle(uid: string): void {
    if (!this.#expanded.delete(uid)) {
      this.#expanded.add(uid);
    }
    const anchor = this.#scene.view.nodes.find((node) => node.role === 'primary')?.uid ?? '';
    const before = this.#scene.boxes.get(anchor);
    this.#scene = this.#draw(viewOf(this.path, this.#expanded));
    const now = this.#scene.boxes.get(anchor);
    if (before && now) {
      this.#surface.keep(before, now);
    }
    this.#pointed = undefined;
    this.#setChosen(undefined);
    const frame = this.#scene.view.frames.find((one) => one.uid === uid);
    const box = frame ? this.#scene.boxOfFrame(frame) : this.#scene.boxes.get(uid);
    if (box) {
      this.#surface.reveal(box);
    }
  }

  #choose(target: Target): void {
    const node = this.#nodeOf(target);
    if (target.kind === 'frame' || node?.isExpandable) {
      this.#toggle(target.uid);
      this.#surface.focusNode(target.uid);
      this.#surface.focusFrame(target.uid);
      return;
    }
    const isSame = this.#chosen?.kind === target.kind && this.#chosen.uid === target.uid;
    this.#setChosen(isSame ? undefined : target);
    if (target.kind === 'edge') {
      this.#reasons.reveal(target.uid);
      this.#revealEdge(target.uid);
    }
  }

  #point(target: Target | undefined): void {
    this.#pointed = target;
    this.#mark();
    const lines = this.#lines(target);
    const box = target && this.#boxOf(target);
    if (lines.length > 0 && box) {
      this.#tooltip.show(lines, this.#inRoot(this.#surface.seen(box)), this.#room());
    } else {
      this.#tooltip.hide();
    }
  }

  #escape(): boolean {
    const isAnything = this.#tooltip.isShown || this.#chosen !== undefined;
    this.#tooltip.hide();
    this.#pointed = undefined;
    this.#setChosen(undefined);
    return isAnything;
  }

  #setChosen(target: Target | undefined): void {
    this.#chosen = target;
    this.#details.show(target && this.#nodeOf(target));
    this.#mark();
  }

  /** Shows what is looked at and what belongs to it, and the rest less. */
  #mark(): void {
    const target = this.#pointed ?? this.#chosen;
    const { nodes, edges } = this.#belonging(target);
    const isAny = nodes.size + edges.size > 0;
    for (const [uid, { root, button }] of this.#scene.nodes) {
      root.classList.toggle('ap-faint', isAny && !nodes.has(uid));
      button.setAttribute('aria-pressed', String(this.#chosen?.uid === uid));
    }
    for (const [uid, { root }] of this.#scene.edges) {
      root.classList.toggle('ap-faint', isAny && !edges.has(uid));
      root.classList.toggle('ap-hot', edges.has(uid));
    }
    this.#reasons.mark(edges, this.#chosen?.kind === 'edge' ? this.#chosen.uid : undefined);
  }

  #belonging(target: Target | undefined): { nodes: Set<string>; edges: Set<string> } {
    const point = this.path.chokePoint;
    const edges = this.#scene.view.edges.filter((edge) =>
      target?.kind === 'edge'
        ? edge.uid === target.uid
        : target?.kind === 'node' &&
          (edge.source === target.uid ||
            edge.target === target.uid ||
            (point?.node === target.uid && edge.covers.some((uid) => point.path.includes(uid)))),
    );
    const nodes = new Set(edges.flatMap((edge) => [edge.source, edge.target]));
    if (target?.kind === 'node') {
      nodes.add(target.uid);
    }
    return { nodes, edges: new Set(edges.map((edge) => edge.uid)) };
  }

  #lines(target: Target | undefined): string[] {
    const node = target && this.#nodeOf(target);
    if (node) {
      const traits = node.traits.map((trait) => `${trait.category}: ${trait.name}`);
      return [nodeInWords(node), ...(node.kind === 'resource' ? [node.uid] : []), ...traits];
    }
    const edge = this.#scene.view.edges.find(
      (one) => target?.kind === 'edge' && one.uid === target.uid,
    );
    return edge ? [edge.reasons[0] ?? '', sourceInWords(edge)].filter((line) => line !== '') : [];
  }

  #nodeOf(target: Target) {
    return target.kind === 'node'
      ? this.#scene.view.nodes.find((node) => node.uid === target.uid)
      : undefined;
  }

  #boxOf(target: Target): Box | undefined {
    if (target.kind !== 'edge') {
      return this.#scene.boxes.get(target.uid);
    }
    const middle = this.#scene.edges.get(target.uid)?.middle;
    return middle && { ...middle, width: 24, height: 24 };
  }

  #reveal(node: string): void {
    const box = this.#scene.boxes.get(node);
    if (box) {
      this.#surface.reveal(box);
    }
  }

  #revealEdge(uid: string): void {
    const box = this.#boxOf({ kind: 'edge', uid });
    if (box) {
      this.#surface.reveal(box);
    }
  }

  /** From pixels of the area to those of what the tooltip is positioned in. */
  #inRoot(box: Box): Box {
    const area = this.#surface.root.getBoundingClientRect();
    const root = this.root.getBoundingClientRect();
    return { ...box, x: box.x + area.left - root.left, y: box.y + area.top - root.top };
  }

  #room(): Box {
    const { clientWidth: width, clientHeight: height } = this.root;
    return { x: width / 2, y: height / 2, width, height };
  }

  async #toggleFullScreen(): Promise<void> {
    if (document.fullscreenElement === this.root) {
      await document.exitFullscreen();
    } else {
      await this.root.requestFullscreen();
    }
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
