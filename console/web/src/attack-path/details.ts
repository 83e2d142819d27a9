// SPDX-License-Identifier: Apache-2.0
import type { AttackPath, Trait } from './model.ts';
import { chokePointInWords, nodeInWords } from './spoken.ts';
import { html } from './svg.ts';
import { scrollTo } from './scroll.ts';
import { ROLE_LABELS } from './theme.ts';
import type { ShownNode } from './view.ts';

/** What is known of the node that is chosen. */
export class Details {
  readonly root = html('section', { class: 'ap-details', 'aria-label': 'Chosen', hidden: '' });

  constructor(
    private readonly path: AttackPath,
    private readonly onOpen: ((uid: string) => void) | undefined,
  ) {}

  show(node: ShownNode | undefined): void {
    this.root.hidden = node === undefined;
    this.root.replaceChildren(...(node ? this.#contents(node) : []));
    if (node) {
      scrollTo(this.root);
    }
  }

  #contents(node: ShownNode): HTMLElement[] {
    const isResource = node.kind === 'resource';
    const contents: HTMLElement[] = [
      html('p', { class: 'ap-name' }, [node.name]),
      html('p', { class: 'ap-source' }, [`${node.caption} \u00b7 ${ROLE_LABELS[node.role]}`]),
    ];
    if (isResource) {
      contents.push(html('p', { class: 'ap-uid' }, [node.uid]));
    }
    if (node.traits.length > 0) {
      contents.push(html('ul', { class: 'ap-traits' }, node.traits.map(traitItem)));
    }
    const point = this.path.chokePoint;
    if (node.isChokePoint && point) {
      contents.push(html('p', { class: 'ap-help' }, [chokePointInWords(point, this.path)]));
    }
    if (isResource && this.onOpen) {
      const open = html('button', { type: 'button', class: 'ap-open' }, ['Open resource']);
      open.setAttribute('aria-label', `Open resource ${nodeInWords(node)}`);
      open.addEventListener('click', () => this.onOpen?.(node.uid));
      contents.push(open);
    }
    return contents;
  }
}

function traitItem(trait: Trait): HTMLElement {
  const kind = [trait.category, trait.contributing ? 'contributing' : 'contextual']
    .filter((word) => word !== '')
    .join(', ');
  return html('li', {}, [trait.name, html('span', { class: 'ap-source' }, [` (${kind})`])]);
}
