// SPDX-License-Identifier: Apache-2.0
import type { Box } from './layout.ts';
import { html } from './svg.ts';

const GAP = 10;

/** A few lines beside something, the first of them strong. */
export class Tooltip {
  readonly root = html('div', { class: 'ap-tooltip', role: 'tooltip', hidden: '' });

  /** @param target in pixels of what the tooltip is positioned in, as is the room */
  show(lines: string[], target: Box, room: Box): void {
    this.root.replaceChildren(...lines.map((line) => html('div', {}, [line])));
    this.root.hidden = false;
    const { offsetWidth: width, offsetHeight: height } = this.root;
    const most = room.x + room.width / 2 - width;
    const below = target.y + target.height / 2 + GAP;
    const above = target.y - target.height / 2 - GAP - height;
    const fitsAbove = above >= room.y - room.height / 2;
    const fitsBelow = below + height <= room.y + room.height / 2;
    this.root.style.left = `${Math.max(room.x - room.width / 2, Math.min(target.x - width / 2, most))}px`;
    this.root.style.top = `${fitsBelow || !fitsAbove ? below : above}px`;
  }

  hide(): void {
    this.root.hidden = true;
  }

  get isShown(): boolean {
    return !this.root.hidden;
  }
}
