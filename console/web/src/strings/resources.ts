// SPDX-License-Identifier: Apache-2.0
export const resources = {
  title: 'Resources',
  description: 'What is exposed, and what exposures of others involve; the most exposed first',
  searchLabel: 'Search resources',
  searchHint: 'Name or ARN',
  type: 'Resource type',
  allTypes: 'All types',
  account: 'Account',
  allAccounts: 'All accounts',
  columns: {
    resource: 'Resource',
    open: 'Open exposures',
    exposures: 'In all',
    account: 'Account',
    region: 'Region',
  },
  none: 'No resource is exposed',
  noneHint: 'Resources that open exposures involve show here.',
  noneFound: 'No resource is like that',
  noneFoundHint: 'Others may be. Take back what was chosen to see them.',
  showAll: 'Show all',
  global: 'global',
};

export const resource = {
  facts: {
    type: 'Type',
    account: 'Account',
    region: 'Region',
    arn: 'ARN',
    worst: 'Worst open exposure',
    open: 'Open exposures',
  },
  nothingOpen: 'None is open',
  exposures: 'Exposures',
  exposuresDescription: (role: string) => ROLE_HINTS[role] ?? '',
  roles: {
    Target: 'Exposed itself',
    Related: 'Part of the way',
    Affected: 'Within reach',
  } as Record<string, string>,
  none: 'No exposure involves it',
  toList: 'In the list of exposures',
  columns: {
    severity: 'Severity',
    title: 'Exposure',
    status: 'Status',
    of: 'Exposed resource',
    opened: 'Opened',
  },
  notThere: 'No exposure involves such a resource',
  notThereHint: 'Resources are known by the exposures that involve them.',
};

const ROLE_HINTS: Record<string, string> = {
  Target: 'It is the resource that can be attacked',
  Related: 'Traits of these exposures come from it, or lead through it',
  Affected: 'Whoever takes over the exposed resource can get at it',
};
