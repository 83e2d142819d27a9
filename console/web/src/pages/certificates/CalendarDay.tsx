// SPDX-License-Identifier: Apache-2.0
import type { CertificateRow } from '../../api/certificates.ts';
import { date } from '../../parts/format.ts';
import { strings } from '../../strings.ts';
import { type Day, type Scale, timeOf } from './calendar.ts';
import { byUrgency, worstOf } from './standing.ts';

/** How many certificates a day names. */
const NAMED: Record<Scale, number> = { month: 2, week: 12 };
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });

interface CalendarDayProps {
  day: Day;
  scale: Scale;
  rows: readonly CertificateRow[];
  today: boolean;
  chosen: boolean;
  outside: boolean;
  onChoose: () => void;
}

export function CalendarDay({
  day,
  scale,
  rows,
  today,
  chosen,
  outside,
  onChoose,
}: CalendarDayProps) {
  const named = NAMED[scale];
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
          <span className="bw-day-number">
            <span className="bw-day-weekday">{WEEKDAY.format(timeOf(day))}</span>{' '}
            {Number(day.slice(8))}
          </span>
          {sorted.slice(0, named).map(({ uid, severity, commonName, arn }) => (
            <span key={uid} className={`bw-day-entry bw-${severity.toLowerCase()}`}>
              {brokenAtDots(commonName || arn)}
            </span>
          ))}
          {sorted.length > named && (
            <span className="bw-day-more">
              {strings.certificates.moreOnDay(sorted.length - named)}
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

/** A long name goes on in the next line after a dot, where there is one. */
function brokenAtDots(name: string): string {
  return name.replaceAll('.', '.\u200b');
}
