// SPDX-License-Identifier: Apache-2.0
import { chokePointOf } from './choke-point.ts';
import { count, fields, list, oneOf, text, texts, type Fields } from './fields.ts';
import type { AttackPath, PathEdge, PathNode, Reach, Step, Trait } from './model.ts';

const ROLES = ['internet', 'network-path', 'primary', 'involved', 'blast-radius'] as const;
const STANDINGS = ['agrees', 'contradicts', 'unknown'] as const;

/**
 * The attack path of an exposure finding. One that has no attack graph is of its primary resource
 * alone. What is missing or malformed is left out: there is a path for whatever is given.
 */
export function attackPathOf(finding: unknown): AttackPath {
  const info = fields(fields(finding)['finding_info']);
  const unmapped = fields(fields(finding)['unmapped']);
  const traits = new Map(list(info['traits']).map((item) => [text(item['uid']), traitOf(item)]));
  const graph = fields(info['attack_graph']);
  const blastRadius = fields(unmapped['blast_radius']);
  const sensitive = new Set(
    list(blastRadius['worst'])
      .filter((item) => item['sensitive'] === true)
      .map((item) => text(item['uid'])),
  );

  let nodes = unique(list(graph['nodes']).map((item) => nodeOf(item, traits, sensitive)));
  if (nodes.length === 0) {
    nodes = primaryOf(finding, [...traits.values()]);
  }
  nodes = nodes.map((node) => ({ ...node, steps: withoutEnd(node.steps, nodes) }));
  const known = new Set(nodes.map((node) => node.uid));
  const edges = unique(list(graph['edges']).map(edgeOf)).filter(
    (edge) => known.has(edge.source) && known.has(edge.target) && edge.source !== edge.target,
  );
  const uids = new Set(edges.map((edge) => edge.uid));
  const chokePoint = chokePointOf(finding, traits);
  return {
    title: text(info['title'], 'Attack path'),
    nodes,
    edges,
    chokePoint:
      chokePoint && known.has(chokePoint.node)
        ? { ...chokePoint, path: chokePoint.path.filter((uid) => uids.has(uid)) }
        : undefined,
    reach: reachOf(blastRadius),
  };
}

function traitOf(item: Fields): Trait {
  return {
    uid: text(item['uid']),
    name: text(item['name'], text(item['uid'])),
    category: text(item['category']),
    contributing: item['type'] === 'Contributing Trait',
  };
}

function nodeOf(item: Fields, traits: Map<string, Trait>, sensitive: Set<string>): PathNode {
  const data = fields(item['data']);
  const uid = text(item['uid']);
  return {
    uid,
    name: text(item['name'], uid),
    type: text(item['type']),
    role: oneOf(data['role'], ROLES, 'involved'),
    traits: texts(data['traits']).map(
      (id) => traits.get(id) ?? { uid: id, name: id, category: '', contributing: false },
    ),
    steps: list(data['steps']).map((step) => ({
      uid: text(step['uid']),
      type: text(step['type']),
      configuration: oneOf(step['configuration'], STANDINGS, 'unknown'),
    })),
    sensitive: sensitive.has(uid),
  };
}

/** The primary resource of an exposure that is exposed by itself alone. */
function primaryOf(finding: unknown, traits: Trait[]): PathNode[] {
  const resource = list(fields(finding)['resources'])[0];
  if (!resource) {
    return [];
  }
  const uid = text(resource['uid']);
  return [
    {
      uid,
      name: text(resource['name'], uid),
      type: text(resource['type']),
      role: 'primary',
      traits,
      steps: [],
      sensitive: false,
    },
  ];
}

/** A network path ends with the resource that it leads to, which is a node of its own. */
function withoutEnd(steps: Step[], nodes: PathNode[]): Step[] {
  const last = steps.at(-1)?.uid;
  const isPrimary = nodes.some(
    (node) => node.role === 'primary' && (node.uid === last || node.name === last),
  );
  return isPrimary ? steps.slice(0, -1) : steps;
}

function edgeOf(item: Fields): PathEdge {
  const data = fields(item['data']);
  return {
    uid: text(item['uid']),
    source: text(item['source']),
    target: text(item['target']),
    relation: text(item['relation']),
    reason: text(data['reason'], text(item['relation'])),
    restsOn: sourceOf(fields(data['rests_on'])),
    certainty:
      data['unknown'] === true ? 'unknown' : data['computed'] === true ? 'computed' : 'told',
  };
}

function sourceOf(restsOn: Fields): string {
  const product = text(restsOn['product']);
  if (product === '') {
    return '';
  }
  return restsOn['type'] === 'Finding' ? `a finding of ${product}` : `configuration in ${product}`;
}

function reachOf(blastRadius: Fields): Reach | undefined {
  const total = count(blastRadius['resources']);
  return total > 0
    ? {
        total,
        atLeast: blastRadius['at_least'] === true,
        byType: new Map(
          list(blastRadius['by_type']).map((item) => [text(item['type']), count(item['count'])]),
        ),
      }
    : undefined;
}

/** The first of each uid. */
function unique<T extends { uid: string }>(items: T[]): T[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(item.uid) && seen.add(item.uid));
}
