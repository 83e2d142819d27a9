// SPDX-License-Identifier: Apache-2.0
// What the page reads of an exposure finding. schemas/records/exposure-finding.schema.json has all of it.
// Times are milliseconds since 1970.

export interface FindingTrait {
  uid: string;
  name: string;
  category: string;
  type: 'Contributing Trait' | 'Contextual Trait';
  values: string[];
}

export interface RelatedEvent {
  uid: string;
  title?: string;
  type: string;
  count: number;
  product: { name: string; vendor_name: string; uid: string };
  severity: string;
  first_seen_time: number;
  modified_time: number;
  observables?: { name: string; value: string }[];
  traits: FindingTrait[];
}

export interface FindingResource {
  uid: string;
  name: string;
  type: string;
  region?: string;
  role: 'Target' | 'Affected' | 'Related';
  owner?: { name?: string; account?: { uid: string } };
  tags?: { name: string; value: string }[];
}

export interface SeverityFactor {
  id: string;
  name: string;
  value: string;
  points: number;
  weight: number;
  reason: string;
  signals: string[];
}

export interface SeverityImpact {
  id: string;
  name: string;
  value: string;
  reason: string;
  signals: string[];
}

export interface SeverityExplained {
  likelihood_score: number;
  deciding_trait: string;
  deciding_finding: string;
  factors: SeverityFactor[];
  impact: string;
  impacts: SeverityImpact[];
  cell: string;
}

export interface RemediationStep {
  trait: string;
  desc: string;
  reference?: string;
  severity_after: string;
}

export interface Origin {
  uid: string;
  type: string;
  severity_after: string;
  closes: boolean;
}

export interface ChokePoint {
  trait: string;
  severity_after: string;
  closes: boolean;
  origins: Origin[];
  origins_left_out?: number;
}

/** Who decided something about an exposure, or said something of it. */
export interface Decided {
  /** The uid of the action. */
  action: string;
  by: string;
  time: number;
}

export interface Suppression {
  id: string;
  reason: string;
  owner: string;
  expires: string;
}

export interface GraphEdge {
  uid: string;
  source: string;
  target: string;
  relation: string;
  data: { reason: string };
}

export interface Vulnerability {
  title?: string;
  severity: string;
  cve?: {
    uid: string;
    cvss?: { base_score: number; vector_string: string }[];
    epss?: { score: string };
  };
  advisory?: { uid: string };
  is_exploit_available?: boolean;
  is_fix_available?: boolean;
  affected_packages?: { name: string; version: string; fixed_in_version?: string }[];
}

export interface ExposureFinding {
  activity_id: number;
  activity_name: string;
  time: number;
  message: string;
  severity: string;
  status: string;
  status_detail?: string;
  impact: string;
  risk_details?: string;
  comment?: string;
  cloud: { region?: string; account?: { uid: string } };
  finding_info: {
    uid: string;
    title: string;
    types: string[];
    analytic: { uid: string; version: string };
    created_time: number;
    modified_time: number;
    desc?: string;
    first_seen_time?: number;
    last_seen_time?: number;
    attacks?: {
      tactic: { uid: string; name: string };
      technique: { uid: string; name: string };
    }[];
    data_sources?: string[];
    related_events_count: number;
    related_events?: RelatedEvent[];
    traits?: FindingTrait[];
    attack_graph?: { nodes: { uid: string; name: string }[]; edges: GraphEdge[] };
  };
  resources: FindingResource[];
  vulnerabilities?: Vulnerability[];
  unmapped: {
    catalogue_version: string;
    replay: boolean;
    likelihood?: string;
    episode: { number: number; reopened_after?: number; closed_before_as?: string };
    closed?: { reason: string; confirmed: boolean };
    suppression?: Suppression;
    status_decided?: Decided;
    severity_decided?: Decided & { computed_severity: string };
    ticket_requested?: Decided;
    comments?: (Decided & { text: string })[];
    earlier_comments_left_out?: boolean;
    suppressed?: { uid: string; title?: string; product: string; traits: string[] }[];
    severity_explained?: SeverityExplained;
    remediation_steps?: RemediationStep[];
    choke_points?: ChokePoint[];
    blast_radius?: { resources: number; at_least: boolean; sensitive: number };
    contradictions?: { resource: string; reason: string }[];
    left_out?: Record<string, number>;
  };
}
