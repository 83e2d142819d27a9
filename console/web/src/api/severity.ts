// SPDX-License-Identifier: Apache-2.0

export const severities = ['Critical', 'High', 'Medium', 'Low', 'Informational'] as const;

export type Severity = (typeof severities)[number];

/** Severities that exposures have; informational ones are never published. */
export const exposureSeverities = ['Critical', 'High', 'Medium', 'Low'] as const;

export type BySeverity = Partial<Record<string, number>>;

const NUMBERS: Record<string, number> = {
  Informational: 1,
  Low: 2,
  Medium: 3,
  High: 4,
  Critical: 5,
};

/** OCSF's number; 0 of what is none. */
export function severityId(severity: string): number {
  return NUMBERS[severity] ?? 0;
}

export interface SeverityMatrix {
  likelihoods: string[];
  impacts: string[];
  matrix: Record<string, Record<string, string>>;
}
