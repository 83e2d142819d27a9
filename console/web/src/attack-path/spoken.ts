// SPDX-License-Identifier: Apache-2.0
import type { AttackPath, Certainty, ChokePoint } from './model.ts';
import { CHOKE_POINT_LABEL, standingInWords } from './node-shape.ts';
import { ROLE_LABELS } from './theme.ts';
import type { ShownEdge, ShownNode, View } from './view.ts';
import { counted } from './words.ts';

const CERTAINTY_WORDS: Record<Certainty, string> = {
  told: '',
  computed: 'Worked out from configuration; no finding says so.',
  unknown: 'A finding says so, and not by what way.',
};

/** A node for those who do not see it. */
export function nodeInWords(node: ShownNode): string {
  return [
    node.name,
    node.caption,
    ROLE_LABELS[node.role],
    ...(node.standing ? [standingInWords(node.standing)] : []),
    ...(node.traits.length > 0 ? [counted(node.traits.length, 'trait')] : []),
    ...(node.isChokePoint ? [CHOKE_POINT_LABEL] : []),
  ].join(', ');
}

export function endsInWords(edge: ShownEdge, view: View): string {
  const name = (uid: string) => view.nodes.find((node) => node.uid === uid)?.name ?? uid;
  return `${name(edge.source)} \u2192 ${name(edge.target)}`;
}

/** Where the knowledge of an edge comes from. */
export function sourceInWords(edge: ShownEdge): string {
  return [edge.restsOn && `By ${edge.restsOn}.`, CERTAINTY_WORDS[edge.certainty]]
    .filter((words) => words !== '')
    .join(' ');
}

export function chokePointInWords(point: ChokePoint, path: AttackPath): string {
  const name = path.nodes.find((node) => node.uid === point.node)?.name ?? point.node;
  const effect = point.closes
    ? 'the exposure closes'
    : `the severity falls to ${point.severityAfter}`;
  return `Once \u201c${point.trait.name}\u201d ends at ${name}, ${effect}.`;
}

/** That there is more to be reached than is to be seen. */
export function reachInWords(path: AttackPath): string | undefined {
  const shown = path.nodes.filter((node) => node.role === 'blast-radius').length;
  if (!path.reach || path.reach.total <= shown) {
    return undefined;
  }
  const total = `${path.reach.atLeast ? 'at least ' : ''}${path.reach.total}`;
  return `Of ${total} resources within reach, the ${shown} worst are shown.`;
}
