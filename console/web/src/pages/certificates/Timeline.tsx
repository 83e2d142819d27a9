// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import { useState } from 'react';
import type { CertificateRow } from '../../api/certificates.ts';
import { useRules } from '../../api/rules.ts';
import { paths } from '../../app/paths.ts';
import { date } from '../../parts/format.ts';
import { SeverityBadge } from '../../parts/SeverityBadge.tsx';
import { strings } from '../../strings.ts';
import { End } from './End.tsx';
import { LifeBar } from './LifeBar.tsx';
import { byUrgency, DAY, endOf } from './standing.ts';
import { positionOf, type Span, spanAhead } from './timeline.ts';
import { TimeAxis } from './TimeAxis.tsx';
import { TimelineLegend } from './TimelineLegend.tsx';
import type { Range } from './view.ts';

const FIRST = 100;

interface TimelineProps {
  rows: readonly CertificateRow[];
  now: number;
  range: Range;
}

/** Each certificate as a bar to its end, what ends first at the top. */
export function Timeline({ rows, now, range }: TimelineProps) {
  const thresholds = useRules().data?.certificates.severityByDays ?? [];
  const span = spanAhead(now, Number(range));
  const dated = rows.filter((row) => endOf(row) !== undefined).sort(byEnd);
  const undated = rows.filter((row) => endOf(row) === undefined).sort(byUrgency);
  const all = [...dated, ...undated];
  const [most, setMost] = useState(FIRST);
  const beyond = dated.filter((row) => endOf(row)! > span.to).length;
  return (
    <div className="bw-timeline">
      <TimelineLegend thresholds={thresholds} />
      <TimeAxis span={span} />
      <div className="bw-timeline-rows">
        <Now now={now} span={span} />
        <ol>
          {all.slice(0, most).map((row) => (
            <li key={row.uid} className="bw-timeline-row">
              <div className="bw-timeline-name">
                <Link variant="secondary" href={paths.certificate(row.uid)}>
                  {row.commonName || row.arn}
                </Link>
                <span className="bw-timeline-facts bw-quiet">
                  <SeverityBadge severity={row.severity} /> <End row={row} now={now} />
                  <span className="bw-hidden">{whatTheBarShows(row)}</span>
                </span>
              </div>
              <LifeBar row={row} now={now} span={span} thresholds={thresholds} />
            </li>
          ))}
        </ol>
      </div>
      {all.length > most && (
        <Button onClick={() => setMost(most + FIRST)}>{strings.certificates.showMoreRows}</Button>
      )}
      {beyond > 0 && (
        <p className="bw-quiet">
          {strings.certificates.beyond(beyond, strings.certificates.ranges[range])}
        </p>
      )}
      {undated.length > 0 && (
        <p className="bw-quiet">{strings.certificates.without(undated.length)}</p>
      )}
    </div>
  );
}

function whatTheBarShows(row: CertificateRow): string {
  const end = endOf(row);
  const said: string[] = [];
  if (end !== undefined && row.renewalStartsAtDays !== null) {
    said.push(strings.certificate.renewalFrom(date(end - row.renewalStartsAtDays * DAY)));
  }
  if (row.silentSince !== null) said.push(strings.certificates.silentSince(date(row.silentSince)));
  return said.join('. ');
}

function Now({ now, span }: { now: number; span: Span }) {
  return (
    <div className="bw-timeline-over" aria-hidden="true">
      <span className="bw-timeline-now" style={{ insetInlineStart: `${positionOf(now, span)}%` }} />
    </div>
  );
}

function byEnd(a: CertificateRow, b: CertificateRow): number {
  return (endOf(a) ?? 0) - (endOf(b) ?? 0) || byUrgency(a, b);
}
