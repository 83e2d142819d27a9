// SPDX-License-Identifier: Apache-2.0

export const parts = {
  retry: 'Try again',
  loading: 'Loading',
  failed: 'This could not be loaded',
  unknown: 'Unknown',
  none: 'None',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Copying failed',
  more: 'Show more',
  moreValues: 'There are more. Type them into the filter.',
  less: 'Show less',
  likelihood: 'Likelihood',
  impact: 'Impact',
  matrix: 'Severity by likelihood and impact',
  here: 'this exposure',
  severityCounts: 'By severity',
};
