// SPDX-License-Identifier: Apache-2.0

export type Operator =
  | 'equals'
  | 'not-equals'
  | 'contains'
  | 'not-contains'
  | 'prefix'
  | 'prefix-not-equals'
  | 'after'
  | 'before';

export interface Condition {
  field: string;
  operator: Operator;
  value: string;
}

export type Filter = Condition | { all: Filter[] } | { any: Filter[] };

/** Names of fields that pages speak of. */
export const field = {
  severity: 'severity',
  status: 'status',
  account: 'cloud.account.uid',
  region: 'cloud.region',
  resourceType: 'resources.type',
  resource: 'resources.uid',
  resourceName: 'resources.name',
  title: 'finding_info.title',
  type: 'finding_info.types',
  rule: 'finding_info.analytic.uid',
  category: 'finding_info.related_events.traits.category',
  trait: 'finding_info.traits.uid',
  source: 'finding_info.related_events.product.name',
  owner: 'resources.owner.name',
  tag: 'resources.tags',
  uid: 'finding_info.uid',
  cve: 'vulnerabilities.cve.uid',
  created: 'finding_info.created_time_dt',
  modified: 'finding_info.modified_time_dt',
} as const;

export function equals(name: string, value: string): Condition {
  return { field: name, operator: 'equals', value };
}

export function all(...filters: Filter[]): Filter {
  return filters.length === 1 ? filters[0]! : { all: filters };
}
