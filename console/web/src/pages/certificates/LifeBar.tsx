// SPDX-License-Identifier: Apache-2.0
import type { CertificateRow } from '../../api/certificates.ts';
import { DAY, endOf } from './standing.ts';
import './timeline.css';
import {
  countdown,
  place,
  type Placed,
  positionOf,
  type Span,
  type Threshold,
} from './timeline.ts';

interface LifeBarProps {
  row: CertificateRow;
  now: number;
  span: Span;
  thresholds: readonly Threshold[];
}

/**
 * The time that a certificate is valid, up to its end: its last days by the severity that each has, above
 * them when ACM renews it. A picture only; what it says stands beside it in words.
 */
export function LifeBar({ row, now, span, thresholds }: LifeBarProps) {
  const end = endOf(row);
  if (end === undefined) return <div className="bw-life bw-life-undated" aria-hidden="true" />;
  const issued = row.validityDays === null ? span.from : end - row.validityDays * DAY;
  const whole = place({ from: issued, to: end }, span);
  const over = place({ from: end, to: now }, span);
  const silent =
    row.silentSince === null
      ? undefined
      : place({ from: Date.parse(row.silentSince), to: now }, span);
  const renewal =
    row.renewalStartsAtDays === null
      ? undefined
      : place({ from: end - row.renewalStartsAtDays * DAY, to: end }, span);
  return (
    <div className="bw-life" aria-hidden="true">
      {whole && <span className="bw-life-whole" style={styled(whole)} />}
      {countdown(end, thresholds).map(({ severity, ...part }) => {
        const placed = place(part, span);
        return (
          placed && (
            <span
              key={severity}
              className={`bw-life-days bw-${severity.toLowerCase()}`}
              style={styled(placed)}
            />
          )
        );
      })}
      {renewal && <span className="bw-life-renewal" style={styled(renewal)} />}
      {silent && <span className="bw-life-silent" style={styled(silent)} />}
      {over && <span className="bw-life-over" style={styled(over)} />}
      {end >= span.from && end <= span.to && (
        <span
          className={`bw-life-end bw-${row.severity.toLowerCase()}`}
          style={{ insetInlineStart: `${positionOf(end, span)}%` }}
        />
      )}
    </div>
  );
}

function styled({ left, width }: Placed) {
  return { insetInlineStart: `${left}%`, inlineSize: `${width}%` };
}
