// SPDX-License-Identifier: Apache-2.0
import type { SeverityMatrix } from './severity.ts';
import { type Query, useQuery } from './use-query.ts';

export interface TraitRule {
  uid: string;
  category: string;
  resourceType: string;
  title: string;
  /** weakness, amplifier, contextual or premise. */
  role: string;
  /** Whether AWS Security Hub has the trait as well: reference, preview or breakwater. */
  origin: string;
  indicators: string[];
  /** How long it holds unseen, in ISO 8601; null where its product's window counts. */
  window: string | null;
  /** A level, or what of the finding says it. */
  factors: Partial<Record<string, string>>;
  impacts: Partial<Record<string, string>>;
  remediation: { text: string; url: string };
}

export interface SuppressionRule {
  id: string;
  reason: string;
  owner: string;
  expires: string;
  /** Up to which severity it suppresses. */
  severity: string;
}

/** What the job said to an update of its rules. */
export interface RuleAnswer {
  at: string;
  /** The id of the update; empty for what is no update. */
  update: string;
  kind: string;
  /** Of the rules that hold since; empty where they are those that the job was started with. */
  version: string;
  /** accepted, unchanged or refused. */
  outcome: string;
  /** A line for every fault, or for what else to look at. */
  detail: string;
}

export interface CertificateRules {
  /** Days before the end at which an alert is told again. */
  steps: number[];
  /** Within so many days of its end a certificate has that severity. */
  severityByDays: { days: number; severity: string }[];
}

export interface Rules {
  catalogue: { version: string; source: string };
  traits: TraitRule[];
  suppressions: SuppressionRule[];
  /** The last ones, the latest first; none where the server does not read the stream of answers. */
  answers: RuleAnswer[];
  severity: SeverityMatrix;
  certificates: CertificateRules;
}

export function useRules(): Query<Rules> {
  return useQuery('/api/rules');
}
