// SPDX-License-Identifier: Apache-2.0
import { query } from './query-string.ts';
import type { BySeverity } from './severity.ts';
import { type Query, useQuery } from './use-query.ts';

export type RiskOrder = 'critical' | 'severity';
export type Span = '5d' | '30d' | '90d' | '365d';
export type AlertKind = 'exposure' | 'certificate';

export interface Risk {
  title: string;
  exposures: number;
  critical: number;
  worst: string;
  latest: string;
}

export interface TrendPoint {
  from: string;
  open: BySeverity;
  opened: BySeverity;
  closed: BySeverity;
}

export interface Percentiles {
  severity: string;
  count: number;
  p50Seconds: number;
  p95Seconds: number;
}

export interface Heard {
  account: string;
  region: string;
  source: string;
  first: string;
  last: string;
}

export function useRisks(
  order: RiskOrder,
  limit: number,
): Query<{ risks: Risk[]; open: BySeverity }> {
  return useQuery('/api/risks' + query({ order, limit }));
}

export function useTrend(
  kind: AlertKind,
  span: Span,
): Query<{ step: string; points: TrendPoint[] }> {
  return useQuery('/api/trend' + query({ kind, span }));
}

export function useTook(
  kind: AlertKind,
  since: string,
): Query<{ measures: Partial<Record<string, Percentiles[]>> }> {
  return useQuery('/api/took' + query({ kind, since }));
}

export function useCoverage(): Query<{ heard: Heard[] }> {
  return useQuery('/api/coverage');
}
