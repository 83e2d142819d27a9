// SPDX-License-Identifier: Apache-2.0

/** The part that a node plays, in the words of the finding. */
export type Role = 'internet' | 'network-path' | 'primary' | 'involved' | 'blast-radius';

/** Whether what Config has recorded of a component lets the traffic pass. */
export type Standing = 'agrees' | 'contradicts' | 'unknown';

/** Who an edge is known from: told by a source, worked out from configuration, or its way unknown. */
export type Certainty = 'told' | 'computed' | 'unknown';

export interface Trait {
  uid: string;
  name: string;
  category: string;
  contributing: boolean;
}

export interface Step {
  uid: string;
  type: string;
  configuration: Standing;
}

export interface PathNode {
  uid: string;
  name: string;
  type: string;
  role: Role;
  traits: Trait[];
  /** What a network path leads through, from the internet on. */
  steps: Step[];
  /** A finding tells of sensitive data in it. */
  sensitive: boolean;
}

export interface PathEdge {
  uid: string;
  source: string;
  target: string;
  relation: string;
  reason: string;
  /** Who says so, for people. */
  restsOn: string;
  certainty: Certainty;
}

/** The one trait of one resource whose end helps most. */
export interface ChokePoint {
  node: string;
  trait: Trait;
  severityAfter: string;
  closes: boolean;
  /** The edges that the trait comes along. */
  path: string[];
  /** What to do. */
  remedy: string;
}

/** What can be reached in all, of which the path has the worst only. */
export interface Reach {
  total: number;
  atLeast: boolean;
  byType: Map<string, number>;
}

export interface AttackPath {
  title: string;
  nodes: PathNode[];
  edges: PathEdge[];
  chokePoint?: ChokePoint;
  reach?: Reach;
}
