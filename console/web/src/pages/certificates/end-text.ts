// SPDX-License-Identifier: Apache-2.0
import type { CertificateRow } from '../../api/certificates.ts';
import { relativeTime } from '../../parts/format.ts';
import { strings } from '../../strings.ts';

/** "expires in 14 days", "expired 2 days ago". */
export function endText({ expires }: CertificateRow, now: number): string {
  if (expires === null) return strings.certificates.endUnknown;
  const when = relativeTime(expires, now);
  return new Date(expires).getTime() <= now
    ? strings.certificates.expired(when)
    : strings.certificates.expires(when);
}
