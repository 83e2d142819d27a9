// SPDX-License-Identifier: Apache-2.0

/** The name that Breakwater's own findings carry, as product and as company. */
const OWN = 'Breakwater';

/**
 * Of any other product, or of one that does not say: a pattern that only forbids a value does not
 * match where there is none, and such a finding would be lost.
 */
const NOT_OWN = [{ 'anything-but': { 'equals-ignore-case': OWN } }, { exists: false }];

export interface EventPattern {
  readonly source: readonly string[];
  readonly 'detail-type': readonly string[];
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Who sends events that Breakwater reads. */
export interface EventSource {
  /** Of the rule, after the prefix. */
  readonly rule: string;
  /** Of the parameter that switches it on and off. */
  readonly parameter: string;
  readonly label: string;
  readonly pattern: EventPattern;
  /**
   * Whether the delegated administrator of the service receives the events of all members in its
   * own account, so that members need not forward them.
   */
  readonly reachesAdministrator: boolean;
}

/**
 * Sources and detail-types as the services document them:
 *
 * https://docs.aws.amazon.com/eventbridge/latest/ref/events.html
 *
 * Breakwater's own findings, which come back as events once they are published to Security Hub, are
 * left out here and, for the replay of archives and other ways in, by the job again.
 */
export const EVENT_SOURCES = [
  {
    rule: 'security-hub',
    parameter: 'SecurityHub',
    label: 'Security Hub (OCSF)',
    pattern: {
      source: ['aws.securityhub'],
      'detail-type': ['Findings Imported V2'],
      detail: {
        findings: { metadata: { product: { name: NOT_OWN, vendor_name: NOT_OWN } } },
      },
    },
    reachesAdministrator: true,
  },
  {
    rule: 'security-hub-cspm',
    parameter: 'SecurityHubCspm',
    label: 'Security Hub CSPM (ASFF)',
    pattern: {
      source: ['aws.securityhub'],
      'detail-type': ['Security Hub Findings - Imported'],
      detail: { findings: { ProductName: NOT_OWN, CompanyName: NOT_OWN } },
    },
    reachesAdministrator: true,
  },
  {
    rule: 'inspector',
    parameter: 'Inspector',
    label: 'Inspector',
    pattern: {
      source: ['aws.inspector2', 'inspector2.ami.ondemand'],
      'detail-type': ['Inspector2 Finding', 'OnDemand AMI Scan Findings'],
    },
    reachesAdministrator: true,
  },
  {
    rule: 'guardduty',
    parameter: 'GuardDuty',
    label: 'GuardDuty',
    pattern: { source: ['aws.guardduty'], 'detail-type': ['GuardDuty Finding'] },
    reachesAdministrator: true,
  },
  {
    rule: 'macie',
    parameter: 'Macie',
    label: 'Macie',
    pattern: { source: ['aws.macie'], 'detail-type': ['Macie Finding'] },
    reachesAdministrator: true,
  },
  {
    rule: 'access-analyzer',
    parameter: 'AccessAnalyzer',
    label: 'IAM Access Analyzer',
    pattern: {
      source: ['aws.access-analyzer'],
      'detail-type': [
        'Access Analyzer Finding',
        'Internal Access Finding',
        'Unused Access Finding for IAM entities',
      ],
    },
    reachesAdministrator: false,
  },
  {
    rule: 'config',
    parameter: 'Config',
    label: 'Config',
    pattern: {
      source: ['aws.config'],
      'detail-type': ['Config Configuration Item Change', 'Config Rules Compliance Change'],
    },
    reachesAdministrator: false,
  },
  {
    rule: 'certificate-manager',
    parameter: 'CertificateManager',
    label: 'Certificate Manager',
    pattern: {
      source: ['aws.acm'],
      'detail-type': [
        'ACM Certificate Approaching Expiration',
        'ACM Certificate Expired',
        'ACM Certificate Available',
        'ACM Certificate Renewal Action Required',
        'ACM Certificate Revoked',
        'ACM Certificate Rotated',
        'ACM Certificate Revoked By CA',
      ],
    },
    reachesAdministrator: false,
  },
  {
    rule: 'health',
    parameter: 'Health',
    label: 'Health, notices about certificates',
    pattern: {
      source: ['aws.health'],
      'detail-type': ['AWS Health Event'],
      detail: { service: ['ACM'] },
    },
    reachesAdministrator: false,
  },
] as const satisfies readonly EventSource[];

export type SourceParameter = (typeof EVENT_SOURCES)[number]['parameter'];
