// SPDX-License-Identifier: Apache-2.0
import type { Box, Point } from './layout.ts';

export interface Size {
  width: number;
  height: number;
}

const SMALLEST = 0.15;
const LARGEST = 3;
/** Text is hard to read when it is smaller. */
const LEGIBLE = 0.7;
const MARGIN = 24;

/** Which part of the drawing is to be seen, and how large. */
export class Viewport {
  x = 0;
  y = 0;
  scale = 1;

  transform(): string {
    return `translate(${this.x} ${this.y}) scale(${this.scale})`;
  }

  /** Where a place of the drawing is to be seen. */
  seen(place: Point): Point {
    return { x: place.x * this.scale + this.x, y: place.y * this.scale + this.y };
  }

  pan(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
  }

  /** Makes it larger or smaller; what is at a place stays there. */
  zoom(factor: number, at: Point): void {
    const scale = clamp(this.scale * factor, SMALLEST, LARGEST);
    const by = scale / this.scale;
    this.x = at.x - (at.x - this.x) * by;
    this.y = at.y - (at.y - this.y) * by;
    this.scale = scale;
  }

  /** Shows all of it. */
  fit(extent: Box, size: Size): void {
    this.#show(extent, this.#fitting(extent, size), size);
  }

  /** Shows all of it when that can be read, else from the left what is around a node. */
  begin(extent: Box, size: Size, node: Box): void {
    const fitting = this.#fitting(extent, size);
    if (fitting >= LEGIBLE) {
      this.#show(extent, fitting, size);
      return;
    }
    this.#show(extent, LEGIBLE, size);
    if (extent.width * LEGIBLE > size.width - 2 * MARGIN) {
      this.x = MARGIN - (extent.x - extent.width / 2) * LEGIBLE;
    }
    if (extent.height * LEGIBLE > size.height - 2 * MARGIN) {
      this.y = size.height / 2 - node.y * LEGIBLE;
    }
    this.reveal(node, size);
  }

  /** Moves as little as it takes for something to be seen. */
  reveal(box: Box, size: Size): void {
    const { x, y } = this.seen(box);
    const width = (box.width * this.scale) / 2 + MARGIN / 2;
    const height = (box.height * this.scale) / 2 + MARGIN / 2;
    this.pan(inward(x, width, size.width), inward(y, height, size.height));
  }

  #fitting(extent: Box, size: Size): number {
    return clamp(
      Math.min(
        (size.width - 2 * MARGIN) / Math.max(extent.width, 1),
        (size.height - 2 * MARGIN) / Math.max(extent.height, 1),
      ),
      SMALLEST,
      1,
    );
  }

  #show(extent: Box, scale: number, size: Size): void {
    this.scale = scale;
    this.x = size.width / 2 - extent.x * scale;
    this.y = size.height / 2 - extent.y * scale;
  }
}

/** How far to move what reaches out of a length at one of its ends; of what is longer, its begin. */
function inward(middle: number, half: number, length: number): number {
  if (middle - half < 0 || 2 * half > length) {
    return half - middle;
  }
  return Math.min(0, length - half - middle);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
