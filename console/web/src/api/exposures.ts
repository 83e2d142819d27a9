// SPDX-License-Identifier: Apache-2.0
import type { Filter } from './filter.ts';
import type { ExposureFinding } from './finding.ts';
import { query } from './query-string.ts';
import type { SeverityMatrix } from './severity.ts';
import type { Past } from './revisions.ts';
import { type Query, useQuery } from './use-query.ts';

export interface ResourceRef {
  uid: string;
  name: string;
  type: string;
}

export interface TraitRef {
  uid: string;
  name: string;
  category: string;
  contributing: boolean;
}

export interface TicketRef {
  target: string;
  id: string;
  url: string;
  status: string;
}

export interface ExposureRow {
  uid: string;
  open: boolean;
  replay: boolean;
  episode: number;
  severity: string;
  status: string;
  title: string;
  type: string;
  rule: string;
  account: string;
  region: string;
  resource: ResourceRef;
  owner: string;
  opened: string;
  changed: string;
  openForSeconds: number | null;
  traits: TraitRef[];
  ticket: TicketRef | null;
}

export interface ExposureGroup {
  value: string;
  exposures: number;
  critical: number;
  worst: string;
  latest: string;
  within?: ExposureGroup[];
}

export interface FacetValue {
  value: string;
  exposures: number;
}

export interface Facet {
  values: FacetValue[];
  more: boolean;
}

export interface Ticket extends TicketRef {
  route: string;
  what: string;
  at: string;
}

export interface Report {
  what: string;
  onlySaid: boolean;
  target: string;
  route: string;
  detail: string;
  by: string;
  at: string;
}

/** What the job made of an action. */
export interface ActionAnswer {
  /** Of the action. */
  uid: string;
  action: string;
  by: string;
  at: string;
  /** applied, unchanged, stale, unknown or refused. */
  outcome: string;
  /** Why it does not hold; empty where it does. */
  detail: string;
}

export interface ExposureDetail {
  exposure: ExposureRow;
  finding: ExposureFinding;
  revisions: Past[];
  tickets: Ticket[];
  reports: Report[];
  /** The last ones, the latest first. */
  answers: ActionAnswer[];
  severity: SeverityMatrix;
}

export interface FieldDescription {
  field: string;
  groups: boolean;
  operators: string[];
}

/** Which exposures. */
export interface Selection {
  state?: string;
  q?: string;
  filter?: Filter;
}

export function selectionQuery(
  { state, q, filter }: Selection,
  more: Record<string, string | number | undefined> = {},
): string {
  return query({ state, q, filter: filter && JSON.stringify(filter), ...more });
}

export interface ExposurePage {
  rows: ExposureRow[];
  next: string | null;
  total: number;
  change: number;
}

export function useExposures(
  selection: Selection | null,
  page: { limit: number; after?: string },
): Query<ExposurePage> {
  return useQuery(selection && '/api/exposures' + selectionQuery(selection, { ...page }));
}

export function useFacets(
  selection: Selection,
  fields: readonly string[],
  limit: number,
): Query<{ facets: Record<string, Facet> }> {
  return useQuery(
    '/api/exposures/facets' + selectionQuery(selection, { fields: fields.join(','), limit }),
  );
}

export function useGroups(
  selection: Selection | null,
  grouping: { by: string; then?: string; limit: number },
): Query<{ groups: ExposureGroup[]; more: boolean }> {
  return useQuery(selection && '/api/exposures/groups' + selectionQuery(selection, grouping));
}

export function useExposure(uid: string | null): Query<ExposureDetail> {
  return useQuery(uid && '/api/exposures/detail' + query({ uid }), { keepPreviousData: false });
}

export function useFields(): Query<{ fields: FieldDescription[] }> {
  return useQuery('/api/fields');
}

export function exportPath(selection: Selection, format: 'csv' | 'ocsf'): string {
  return '/api/exposures/export' + selectionQuery(selection, { format });
}
