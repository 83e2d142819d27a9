// SPDX-License-Identifier: Apache-2.0
// For a report that stands alone: the path of the finding in `data-finding` of an element that
// opens and closes is drawn when it is opened for the first time.
import { attackPathOf, draw } from './index.ts';

for (const part of document.querySelectorAll<HTMLDetailsElement>('details[data-finding]')) {
  part.addEventListener(
    'toggle',
    () => {
      const path = attackPathOf(JSON.parse(part.dataset['finding'] ?? '{}'));
      const name = path.nodes.find((node) => node.role === 'primary')?.name ?? '';
      draw(part, path, {
        theme: 'light',
        fileName: `attack-path-${name.replace(/[^A-Za-z0-9._-]+/g, '-')}`,
      });
    },
    { once: true },
  );
}
