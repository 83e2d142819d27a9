// SPDX-License-Identifier: Apache-2.0
import type { Filter } from '../api/filter.ts';
import { query } from '../api/query-string.ts';

/** What of the exposures is shown, as it stands in the address. */
export interface ExposuresView {
  state?: 'open' | 'closed' | 'either';
  q?: string;
  filter?: Filter;
  by?: string;
  then?: string;
  /** The exposure that is open beside the list. */
  show?: string;
}

/** Addresses of all pages. */
export const paths = {
  summary: '/',
  exposures: ({ filter, ...view }: ExposuresView = {}) =>
    '/exposures' + query({ ...view, filter: filter && JSON.stringify(filter) }),
  exposure: (uid: string, tab?: string) => `/exposures/${encodeURIComponent(uid)}` + query({ tab }),
  resources: (search: { q?: string; type?: string; account?: string } = {}) =>
    '/resources' + query(search),
  resource: (uid: string) => '/resources/detail' + query({ uid }),
  certificates: '/certificates',
  certificate: (uid: string) => '/certificates/detail' + query({ uid }),
  rules: '/rules',
  health: '/health',
};
