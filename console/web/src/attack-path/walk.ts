// SPDX-License-Identifier: Apache-2.0

interface Ends {
  source: string;
  target: string;
}

/** Edges in the order in which one comes by them from a node outwards; then those out of reach. */
export function walk<E extends Ends>(edges: readonly E[], start: string): E[] {
  const found = new Set<E>();
  const reached = new Set([start]);
  // A set is walked through in the order of insertion, what is added on the way included.
  for (const node of reached) {
    for (const edge of edges.filter((one) => one.source === node)) {
      found.add(edge);
      reached.add(edge.target);
    }
    for (const edge of edges.filter((one) => one.target === node)) {
      found.add(edge);
      reached.add(edge.source);
    }
  }
  return [...found, ...edges.filter((edge) => !found.has(edge))];
}
