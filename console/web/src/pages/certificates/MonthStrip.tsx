// SPDX-License-Identifier: Apache-2.0
import type { CertificateRow } from '../../api/certificates.ts';
import { strings } from '../../strings.ts';
import { type Day, type Month, monthsAhead, timeOf } from './calendar.ts';
import { worstOf } from './standing.ts';

const AHEAD = 12;
const FULL_HEIGHT = 36;
const SHORT = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const LONG = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

interface MonthStripProps {
  rows: readonly CertificateRow[];
  today: Day;
  month: Month;
  onDay: (day: Day) => void;
}

/** The next twelve months, each with as much as expires in it; pressing one goes there. */
export function MonthStrip({ rows, today, month, onDay }: MonthStripProps) {
  const months = monthsAhead(rows, today, AHEAD);
  const most = Math.max(1, ...months.map((one) => one.rows.length));
  return (
    <ol className="bw-months" aria-label={strings.certificates.months}>
      {months.map(({ month: one, rows: expiring }) => {
        const first = timeOf(`${one}-01`);
        return (
          <li key={one}>
            <button
              type="button"
              aria-current={one === month ? 'true' : undefined}
              onClick={() => onDay(firstDayWithAny(expiring) ?? `${one}-01`)}
            >
              <span className="bw-hidden">
                {strings.certificates.monthCount(LONG.format(first), expiring.length)}
              </span>
              <span className="bw-months-count" aria-hidden="true">
                {expiring.length || ''}
              </span>
              <span
                className={`bw-months-bar bw-${worstOf(expiring).toLowerCase()}`}
                style={{ blockSize: `${(expiring.length / most) * FULL_HEIGHT}px` }}
              />
              <span className="bw-months-name" aria-hidden="true">
                {SHORT.format(first)}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function firstDayWithAny(rows: readonly CertificateRow[]): Day | undefined {
  return rows.map(({ expires }) => expires!.slice(0, 10)).sort()[0];
}
