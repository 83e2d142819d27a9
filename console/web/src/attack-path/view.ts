// SPDX-License-Identifier: Apache-2.0
import { counted, relationInWords } from './words.ts';
import type { AttackPath, Certainty, PathEdge, PathNode, Role, Standing, Trait } from './model.ts';
import { describe, type Family } from './resource-types.ts';
import { walk } from './walk.ts';

/** More leaves of the blast radius of one type than this are drawn as one. */
const GROUPED_BEYOND = 4;

export type Kind = 'resource' | 'internet' | 'network-path' | 'step' | 'group';

export interface ShownNode {
  uid: string;
  kind: Kind;
  role: Role;
  name: string;
  /** What it is, under its name. */
  caption: string;
  family: Family;
  traits: Trait[];
  isChokePoint: boolean;
  /** It stands for others, which it can be expanded to. */
  isExpandable: boolean;
  /** Of a component of a network path. */
  standing?: Standing;
  /** The frame that it is in. */
  frame?: string;
}

export interface ShownEdge {
  uid: string;
  source: string;
  target: string;
  /** The place in the list. */
  number: number;
  reasons: string[];
  restsOn: string;
  certainty: Certainty;
  /** The edges of the path that it stands for. */
  covers: string[];
}

/** Around what something was expanded to. */
export interface Frame {
  uid: string;
  title: string;
  role: Role;
}

/** What of a path is to be seen. Edges are in the order in which they are walked along. */
export interface View {
  nodes: ShownNode[];
  edges: ShownEdge[];
  frames: Frame[];
}

type Draft = Omit<ShownEdge, 'number'> & { relation: string };

/** A path with some of its nodes and groups expanded, which are named by their uids. */
export function viewOf(path: AttackPath, expanded: ReadonlySet<string>): View {
  const nodes: ShownNode[] = [];
  const frames: Frame[] = [];
  const groupOf = groups(path);
  const placeOf = new Map<string, string>();

  for (const node of path.nodes) {
    const group = groupOf.get(node.uid);
    if (node.role === 'network-path' && node.steps.length > 0 && expanded.has(node.uid)) {
      frames.push({ uid: node.uid, title: node.name, role: node.role });
      nodes.push(...stepsOf(node));
    } else if (group === undefined) {
      nodes.push(shown(node, path));
    } else if (expanded.has(group.uid)) {
      if (!frames.some((frame) => frame.uid === group.uid)) {
        frames.push({ uid: group.uid, title: group.name, role: group.role });
      }
      nodes.push({ ...shown(node, path), frame: group.uid });
    } else {
      placeOf.set(node.uid, group.uid);
      if (!nodes.some((other) => other.uid === group.uid)) {
        nodes.push(group);
      }
    }
  }

  const names = new Map(nodes.map((node) => [node.uid, node.name]));
  const edges = merged(
    path.edges.flatMap((edge) => throughSteps(edge, path, expanded)),
    placeOf,
    names,
  );
  const start = nodes.find((node) => node.role === 'internet') ?? nodes[0];
  return {
    nodes,
    frames,
    edges: walk(edges, start?.uid ?? '').map(({ relation, ...edge }, at) => ({
      ...edge,
      number: at + 1,
    })),
  };
}

function shown(node: PathNode, path: AttackPath): ShownNode {
  const type = describe(node.type);
  const kind =
    node.role === 'internet' || node.role === 'network-path' ? node.role : ('resource' as Kind);
  return {
    uid: node.uid,
    kind,
    role: node.role,
    name: node.name,
    caption:
      kind === 'network-path'
        ? counted(node.steps.length, 'component')
        : kind === 'internet'
          ? 'Anybody'
          : type.one + (node.sensitive ? ', sensitive data' : ''),
    family: kind === 'network-path' ? 'network' : type.family,
    traits: node.traits,
    isChokePoint: path.chokePoint?.node === node.uid,
    isExpandable: kind === 'network-path' && node.steps.length > 0,
  };
}

function stepUid(network: string, at: number): string {
  return `${network}#${at}`;
}

function stepsOf(network: PathNode): ShownNode[] {
  return network.steps.map((step, at) => ({
    uid: stepUid(network.uid, at),
    kind: 'step',
    role: network.role,
    name: step.uid,
    caption: describe(step.type).one,
    family: describe(step.type).family,
    traits: [],
    isChokePoint: false,
    isExpandable: false,
    standing: step.configuration,
    frame: network.uid,
  }));
}

/** An edge to or from an expanded network path leads to its first step or from its last. */
function throughSteps(edge: PathEdge, path: AttackPath, expanded: ReadonlySet<string>): Draft[] {
  const networkOf = (uid: string) =>
    path.nodes.find((node) => node.uid === uid && node.steps.length > 0 && expanded.has(uid));
  const into = networkOf(edge.target);
  const outOf = networkOf(edge.source);
  const draft = draftOf(edge);
  if (outOf) {
    draft.source = stepUid(outOf.uid, outOf.steps.length - 1);
  }
  if (!into) {
    return [draft];
  }
  draft.target = stepUid(into.uid, 0);
  return [
    draft,
    ...into.steps.slice(1).map((step, at) => ({
      ...draft,
      uid: `${edge.uid}#${at}`,
      source: stepUid(into.uid, at),
      target: stepUid(into.uid, at + 1),
      reasons: [`The way leads through ${into.steps[at]?.uid} to ${step.uid}.`],
    })),
  ];
}

function draftOf(edge: PathEdge): Draft {
  return {
    uid: edge.uid,
    source: edge.source,
    target: edge.target,
    reasons: [edge.reason],
    relation: edge.relation,
    restsOn: edge.restsOn,
    certainty: edge.certainty,
    covers: [edge.uid],
  };
}

/** Edges of one relation between the same nodes are one, as those into a group are. */
function merged(edges: Draft[], placeOf: Map<string, string>, names: Map<string, string>): Draft[] {
  const all = new Map<string, Draft>();
  for (const edge of edges) {
    const group = placeOf.get(edge.target);
    if (group === undefined) {
      all.set(edge.uid, edge);
      continue;
    }
    const uid = `${edge.source} ${edge.relation} ${group}`;
    const before = all.get(uid);
    if (before) {
      before.reasons.push(...edge.reasons);
      before.covers.push(...edge.covers);
    } else {
      all.set(uid, { ...edge, uid, target: group });
    }
  }
  for (const edge of all.values()) {
    if (edge.covers.length > 1) {
      const source = names.get(edge.source) ?? edge.source;
      edge.reasons.unshift(
        `${source} ${relationInWords(edge.relation)} ${edge.covers.length} of them.`,
      );
    }
  }
  return [...all.values()];
}

/** The group that each node of the blast radius is in, for those that are too many of a type. */
function groups(path: AttackPath): Map<string, ShownNode> {
  const sources = new Set(path.edges.map((edge) => edge.source));
  const byType = new Map<string, PathNode[]>();
  for (const node of path.nodes) {
    if (
      node.role === 'blast-radius' &&
      !sources.has(node.uid) &&
      path.chokePoint?.node !== node.uid
    ) {
      byType.set(node.type, [...(byType.get(node.type) ?? []), node]);
    }
  }
  const groupOf = new Map<string, ShownNode>();
  for (const [type, members] of byType) {
    if (members.length > GROUPED_BEYOND) {
      const group = groupNode(type, members, path);
      members.forEach((member) => groupOf.set(member.uid, group));
    }
  }
  return groupOf;
}

function groupNode(type: string, members: PathNode[], path: AttackPath): ShownNode {
  const words = describe(type);
  const inAll = path.reach?.byType.get(type) ?? 0;
  const sensitive = members.filter((member) => member.sensitive).length;
  const caption = [
    ...(inAll > members.length
      ? [`the worst of ${inAll}${path.reach?.atLeast ? ' or more' : ''}`]
      : []),
    ...(sensitive > 0 ? [`${sensitive} with sensitive data`] : []),
  ];
  return {
    uid: `group/${type}`,
    kind: 'group',
    role: 'blast-radius',
    name: counted(members.length, words.one, words.many),
    caption: caption.join(', ') || 'within reach',
    family: words.family,
    traits: [...new Map(members.flatMap((m) => m.traits).map((t) => [t.uid, t])).values()],
    isChokePoint: false,
    isExpandable: true,
  };
}
