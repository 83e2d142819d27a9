// SPDX-License-Identifier: Apache-2.0
import { endsInWords, sourceInWords } from './spoken.ts';
import { scrollTo } from './scroll.ts';
import { html } from './svg.ts';
import type { ShownEdge, View } from './view.ts';

export interface ReasonsEvents {
  point(edge: string | undefined): void;
  choose(edge: string): void;
  toggle(uid: string): void;
}

/** Why each edge is there, in the order in which one walks along them. */
export class Reasons {
  readonly root = html('ol', { class: 'ap-reasons', role: 'list' });
  readonly #rows = new Map<string, HTMLButtonElement>();
  readonly #toggles = new Map<string, HTMLButtonElement>();

  constructor(private readonly events: ReasonsEvents) {}

  show(view: View): void {
    this.#rows.clear();
    this.#toggles.clear();
    this.root.replaceChildren(...view.edges.map((edge) => this.#item(edge, view)));
  }

  #item(edge: ShownEdge, view: View): HTMLLIElement {
    const source = sourceInWords(edge);
    const row = html('button', { type: 'button', class: 'ap-reason', 'data-reason': edge.uid }, [
      html('span', { class: 'ap-place' }, [String(edge.number)]),
      html('span', { class: 'ap-says' }, [
        html('span', { class: 'ap-ends' }, [endsInWords(edge, view)]),
        html('span', {}, [edge.reasons[0] ?? '']),
        ...(source ? [html('span', { class: 'ap-source' }, [source])] : []),
      ]),
    ]);
    row.addEventListener('click', () => this.events.choose(edge.uid));
    row.addEventListener('focus', () => this.events.point(edge.uid));
    row.addEventListener('blur', () => this.events.point(undefined));
    row.addEventListener('pointerenter', () => this.events.point(edge.uid));
    row.addEventListener('pointerleave', () => this.events.point(undefined));
    this.#rows.set(edge.uid, row);
    return html('li', {}, [row, ...this.#togglesOf(edge, view)]);
  }

  /** What stands for others at an end of the edge can be expanded here, once. */
  #togglesOf(edge: ShownEdge, view: View): HTMLElement[] {
    return [edge.target, edge.source].flatMap((end) => {
      const node = view.nodes.find((one) => one.uid === end);
      const frame = view.frames.find((one) => one.uid === node?.frame);
      const uid = frame?.uid ?? (node?.isExpandable ? node.uid : undefined);
      if (node === undefined || uid === undefined || this.#toggles.has(uid)) {
        return [];
      }
      const words = frame
        ? `Hide ${frame.title}`
        : `Show ${node.kind === 'group' ? node.name : node.caption}`;
      const toggle = html(
        'button',
        { type: 'button', class: 'ap-toggle', 'aria-expanded': String(frame !== undefined) },
        [words],
      );
      toggle.addEventListener('click', () => {
        this.events.toggle(uid);
        this.#toggles.get(uid)?.focus();
      });
      this.#toggles.set(uid, toggle);
      return [toggle];
    });
  }

  /** Marks what is looked at, and shows the first of it. */
  mark(hot: ReadonlySet<string>, chosen: string | undefined): void {
    for (const [uid, row] of this.#rows) {
      row.classList.toggle('ap-hot', hot.has(uid));
      row.setAttribute('aria-pressed', String(uid === chosen));
    }
  }

  reveal(uid: string): void {
    const row = this.#rows.get(uid);
    if (row) {
      scrollTo(row);
    }
  }
}
