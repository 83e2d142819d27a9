// SPDX-License-Identifier: Apache-2.0
import type { CertificateRow } from '../../api/certificates.ts';
import { date } from '../../parts/format.ts';
import { strings } from '../../strings.ts';
import { type Day, timeOf } from './calendar.ts';
import { byUrgency, worstOf } from './standing.ts';

const NAMED = 2;

interface CalendarDayProps {
  day: Day;
  rows: readonly CertificateRow[];
  today: boolean;
  chosen: boolean;
  outside: boolean;
  onChoose: () => void;
}

export function CalendarDay({ day, rows, today, chosen, outside, onChoose }: CalendarDayProps) {
  const sorted = [...rows].sort(byUrgency);
  const classes = ['bw-day', today && 'bw-day-today', outside && 'bw-day-outside'];
  return (
    <td role="gridcell" aria-selected={chosen}>
      <button
        type="button"
        className={classes.filter(Boolean).join(' ')}
        tabIndex={chosen ? 0 : -1}
        aria-current={today ? 'date' : undefined}
        onClick={onChoose}
      >
        <span className="bw-hidden">
          {strings.certificates.dayCount(date(timeOf(day)), rows.length, worstOf(rows))}
        </span>
        <span className="bw-day-content" aria-hidden="true">
          <span className="bw-day-number">{Number(day.slice(8))}</span>
          {sorted.slice(0, NAMED).map(({ uid, severity, commonName, arn }) => (
            <span key={uid} className={`bw-day-entry bw-${severity.toLowerCase()}`}>
              {commonName || arn}
            </span>
          ))}
          {sorted.length > NAMED && (
            <span className="bw-day-more">
              {strings.certificates.moreOnDay(sorted.length - NAMED)}
            </span>
          )}
          {sorted.length > 0 && (
            <span className={`bw-day-count bw-${worstOf(rows).toLowerCase()}`}>
              {sorted.length}
            </span>
          )}
        </span>
      </button>
    </td>
  );
}
