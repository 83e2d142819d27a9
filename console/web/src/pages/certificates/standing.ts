// SPDX-License-Identifier: Apache-2.0
import type { CertificateRow } from '../../api/certificates.ts';
import { severityId } from '../../api/severity.ts';

export const DAY = 24 * 60 * 60 * 1000;

/** What can be chosen of the certificates; one can be in several. */
export const groups = ['over', 'late', 'week', 'month', 'unannounced'] as const;

export type Group = (typeof groups)[number];

/** Why the end of a certificate comes without a word. */
export type Unannounced = 'silent' | 'undated' | 'imported' | 'acme' | 'exported' | 'unused';

/**
 * The moment that days are counted from: now, or when the latest alert changed where that is far ahead, as
 * in a demonstration whose days pass in seconds.
 */
export function asOf(rows: readonly CertificateRow[], now: number): number {
  const latest = Math.max(0, ...rows.map(({ changed }) => new Date(changed).getTime()));
  return latest - now > DAY ? latest : now;
}

export function endOf({ expires }: CertificateRow): number | undefined {
  return expires === null ? undefined : new Date(expires).getTime();
}

export function isOver(row: CertificateRow, now: number): boolean {
  const end = endOf(row);
  return row.state === 'expired' || row.state === 'revoked' || (end !== undefined && end <= now);
}

/** Which of the groups an alert is in. One that is closed is in none: nobody has to act. */
export function groupsOf(row: CertificateRow, now: number): Group[] {
  if (!row.open) return [];
  const end = endOf(row);
  const over = isOver(row, now);
  const within = (days: number) => !over && end !== undefined && end - now <= days * DAY;
  const belongs: Record<Group, boolean> = {
    over,
    late: !over && (row.state === 'renewal-overdue' || row.state === 'action-required'),
    week: within(7),
    month: within(30),
    unannounced: unannounced(row, now) !== undefined,
  };
  return groups.filter((group) => belongs[group]);
}

export function unannounced(row: CertificateRow, now: number): Unannounced | undefined {
  if (!row.open) return undefined;
  if (row.silentSince) return 'silent';
  if (isOver(row, now)) return undefined;
  if (row.expires === null) return 'undated';
  if (row.origin === 'imported') return 'imported';
  if (row.origin === 'acme') return 'acme';
  if (row.exported) return 'exported';
  return row.inUse ? undefined : 'unused';
}

/** The most severe first, of these what ends first. */
export function byUrgency(a: CertificateRow, b: CertificateRow): number {
  return (
    severityId(b.severity) - severityId(a.severity) ||
    (endOf(a) ?? Infinity) - (endOf(b) ?? Infinity) ||
    a.uid.localeCompare(b.uid)
  );
}

export function worstOf(rows: readonly CertificateRow[]): string {
  return [...rows].sort(byUrgency)[0]?.severity ?? '';
}
