// SPDX-License-Identifier: Apache-2.0
import type { CertificateRow } from '../../api/certificates.ts';
import { useRules } from '../../api/rules.ts';
import { date } from '../../parts/format.ts';
import { strings } from '../../strings.ts';
import { LifeBar } from './LifeBar.tsx';
import { DAY, endOf } from './standing.ts';
import { positionOf } from './timeline.ts';
import { TimelineLegend } from './TimelineLegend.tsx';

const UNKNOWN_VALIDITY = 90 * DAY;
const MARGIN = 0.03;

interface LifeProps {
  row: CertificateRow;
  /** When it was issued; undefined where nobody has said it. */
  issued: number | undefined;
  now: number;
}

/** The whole life of a certificate on one line: issued, renewed from, today, its end. */
export function Life({ row, issued, now }: LifeProps) {
  const thresholds = useRules().data?.certificates.severityByDays ?? [];
  const end = endOf(row);
  if (end === undefined) return null;
  const begin =
    issued ?? end - (row.validityDays === null ? UNKNOWN_VALIDITY : row.validityDays * DAY);
  const margin = (Math.max(end, now) - begin) * MARGIN;
  const span = { from: begin - margin, to: Math.max(end, now) + margin };
  const renewal =
    row.renewalStartsAtDays === null ? undefined : end - row.renewalStartsAtDays * DAY;
  return (
    <figure
      className="bw-cert-life"
      aria-label={strings.certificate.lifeLabel(row.commonName || row.arn)}
    >
      <div className="bw-cert-life-track">
        <LifeBar row={row} now={now} span={span} thresholds={thresholds} />
        <span
          className="bw-timeline-now"
          style={{ insetInlineStart: `${positionOf(now, span)}%` }}
        />
      </div>
      <figcaption>
        <ul>
          {issued !== undefined && <li>{strings.certificate.issued(date(issued))}</li>}
          {renewal !== undefined && <li>{strings.certificate.renewalFrom(date(renewal))}</li>}
          <li>
            {strings.certificates.today} {date(now)}
          </li>
          <li>{strings.certificate.ends(date(end))}</li>
        </ul>
        <TimelineLegend thresholds={thresholds} />
      </figcaption>
    </figure>
  );
}
