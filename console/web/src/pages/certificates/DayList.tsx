// SPDX-License-Identifier: Apache-2.0
import Link from '@cloudscape-design/components/link';
import type { CertificateRow } from '../../api/certificates.ts';
import { paths } from '../../app/paths.ts';
import { date } from '../../parts/format.ts';
import { SeverityBadge } from '../../parts/SeverityBadge.tsx';
import { strings } from '../../strings.ts';
import { type Day, timeOf } from './calendar.ts';
import { byUrgency } from './standing.ts';

/** What expires on the day that is chosen. */
export function DayList({ day, rows }: { day: Day; rows: readonly CertificateRow[] }) {
  const said = date(timeOf(day));
  return (
    <section className="bw-day-list" aria-live="polite">
      <h3>
        {rows.length === 0
          ? strings.certificates.noneOnDay(said)
          : strings.certificates.expireOn(said)}
      </h3>
      <ul>
        {[...rows].sort(byUrgency).map((row) => (
          <li key={row.uid}>
            <SeverityBadge severity={row.severity} />
            <Link href={paths.certificate(row.uid)}>{row.commonName || row.arn}</Link>
            <span className="bw-quiet">
              {row.account} · {row.region} · {strings.certificates.states[row.state] ?? row.state}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
