// SPDX-License-Identifier: Apache-2.0
import type { Box } from './layout.ts';
import type { View } from './view.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The node that an arrow key leads to: to the right along edges that lead on, to the left along
 * those that lead here, up and down to what is nearest there.
 */
export function neighbour(
  view: View,
  boxes: ReadonlyMap<string, Box>,
  from: string,
  direction: Direction,
): string | undefined {
  const here = boxes.get(from);
  if (!here) {
    return undefined;
  }
  const along =
    direction === 'right'
      ? view.edges.filter((edge) => edge.source === from).map((edge) => edge.target)
      : direction === 'left'
        ? view.edges.filter((edge) => edge.target === from).map((edge) => edge.source)
        : beside(view, boxes, from, direction === 'up' ? -1 : 1);
  const far = (uid: string) => {
    const box = boxes.get(uid)!;
    // Rows count for less than columns when one goes up or down.
    return Math.hypot((box.x - here.x) * 2, box.y - here.y);
  };
  return along.sort((one, other) => far(one) - far(other))[0];
}

function beside(view: View, boxes: ReadonlyMap<string, Box>, from: string, sign: 1 | -1): string[] {
  const here = boxes.get(from)!;
  return view.nodes
    .map((node) => node.uid)
    .filter((uid) => uid !== from && (boxes.get(uid)!.y - here.y) * sign > 1);
}
