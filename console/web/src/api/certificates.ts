// SPDX-License-Identifier: Apache-2.0
import type { Report, Ticket, TicketRef } from './exposures.ts';
import { query } from './query-string.ts';
import type { Past } from './revisions.ts';
import { type Query, useQuery } from './use-query.ts';

/** The alert about a certificate, as lists have it. */
export interface CertificateRow {
  uid: string;
  open: boolean;
  replay: boolean;
  severity: string;
  status: string;
  title: string;
  commonName: string;
  /** Null where nobody has said it. */
  expires: string | null;
  state: string;
  origin: string;
  inUse: boolean;
  /** Whether there are copies outside AWS; null where nobody has said it. */
  exported: boolean | null;
  validityDays: number | null;
  /** How many days before its end ACM begins to renew it; null where ACM does not, or nobody knows. */
  renewalStartsAtDays: number | null;
  /** When the next daily event should have come and did not; null while they come. */
  silentSince: string | null;
  account: string;
  region: string;
  arn: string;
  changed: string;
  ticket: TicketRef | null;
}

/** What the page reads of an alert as it came. Times without `_at` are milliseconds since 1970. */
export interface CertificateFinding {
  time: number;
  severity: string;
  status: string;
  status_detail?: string;
  confidence?: string;
  finding_info: {
    uid: string;
    title: string;
    related_events_count: number;
    related_events: { uid: string; title?: string; type: string; modified_time: number }[];
  };
  evidences: {
    tls?: {
      certificate?: {
        issuer?: string;
        subject?: string;
        sans?: { name: string; type: string }[];
        created_time?: number;
        expiration_time?: number;
      };
    };
  }[];
  resources: { uid: string; tags?: { name: string; value: string }[] }[];
  unmapped: {
    episode: { number: number };
    closed?: { reason: string; confirmed: boolean };
    certificate: CertificateStanding;
    step?: number;
    causes?: CertificateCause[];
    severity_explained?: { by_days: string; shifts: { id: string; levels: number }[] };
    used_by: {
      count: number;
      or_more: boolean;
      left_out?: number;
      resources: { uid: string; internet?: boolean; owner?: string }[];
    };
  };
}

/** Where a certificate stands; what nobody has said is absent. */
export interface CertificateStanding {
  state: string;
  origin: string;
  days_left?: number;
  expires_at?: string;
  expiry_known_to?: 'second' | 'day';
  validity_days?: number;
  renewal_starts_at_days?: number;
  since?: string;
  in_use?: boolean;
  exported?: boolean;
  internet?: boolean;
  owner?: string;
  validation_method?: string;
  renewal_status?: string;
  revocation_reason?: string;
  acme_account?: string;
  acme_endpoint?: string;
  confirmed: boolean;
  silent_since?: string;
}

export interface CertificateCause {
  id: string;
  reason?: string;
  remedy: string;
  url?: string;
}

export interface CertificateDetail {
  certificate: CertificateRow;
  finding: CertificateFinding;
  revisions: Past[];
  tickets: Ticket[];
  reports: Report[];
}

export interface CertificateSearch {
  q?: string;
  account?: string;
  state: 'open' | 'closed' | 'either';
}

/** As many as the server gives at once: the views show all of them together. */
const MOST = 1000;

export function useCertificates(
  search: CertificateSearch,
): Query<{ rows: CertificateRow[]; next: string | null }> {
  return useQuery('/api/certificates' + query({ ...search, limit: MOST }));
}

export function useCertificate(uid: string): Query<CertificateDetail> {
  return useQuery('/api/certificates/detail' + query({ uid }), { keepPreviousData: false });
}
