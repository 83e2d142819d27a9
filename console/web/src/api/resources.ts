// SPDX-License-Identifier: Apache-2.0
import type { ExposureRow } from './exposures.ts';
import { query } from './query-string.ts';
import type { BySeverity } from './severity.ts';
import { type Query, useQuery } from './use-query.ts';

export interface ResourceRow {
  uid: string;
  name: string;
  type: string;
  account: string;
  region: string;
  /** Null where none is open. */
  worst: string | null;
  open: BySeverity;
  exposures: number;
}

export interface ResourceSearch {
  q?: string;
  type?: string;
  account?: string;
  limit: number;
  after?: string;
}

export function useResources(
  search: ResourceSearch,
): Query<{ rows: ResourceRow[]; next: string | null }> {
  return useQuery('/api/resources' + query({ ...search }));
}

export function useResource(
  uid: string,
): Query<{ resource: ResourceRow; exposures: { role: string; exposure: ExposureRow }[] }> {
  return useQuery('/api/resources/detail' + query({ uid }), { keepPreviousData: false });
}
