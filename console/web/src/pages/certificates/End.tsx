// SPDX-License-Identifier: Apache-2.0
import type { CertificateRow } from '../../api/certificates.ts';
import { exactTime } from '../../parts/format.ts';
import { strings } from '../../strings.ts';
import { endText } from './end-text.ts';

/** How long until a certificate ends; exactly when on hover. */
export function End({ row, now }: { row: CertificateRow; now: number }) {
  if (row.expires === null) {
    return <span className="bw-quiet">{strings.certificates.endUnknown}</span>;
  }
  return (
    <time dateTime={row.expires} title={exactTime(row.expires)} className="bw-time">
      {endText(row, now)}
    </time>
  );
}
