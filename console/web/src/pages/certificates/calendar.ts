// SPDX-License-Identifier: Apache-2.0
// Days are written as 2027-01-16, months as 2027-01; all of them are those of UTC.
import type { CertificateRow } from '../../api/certificates.ts';
import { DAY } from './standing.ts';

export type Day = string;
export type Month = string;

export const scales = ['month', 'week'] as const;
/** How much of a calendar is shown at once. */
export type Scale = (typeof scales)[number];

export function dayOf(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function timeOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(timeOf(text) || 0) === text;
}

export function addDays(day: Day, days: number): Day {
  return dayOf(timeOf(day) + days * DAY);
}

/** The same day of another month, or that month's last one where it has fewer days. */
export function addMonths(day: Day, months: number): Day {
  const at = new Date(timeOf(day));
  const last = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0);
  const same = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, at.getUTCDate());
  return dayOf(Math.min(last, same));
}

/** The weeks that a month touches, each from Monday to Sunday. */
export function weeksOf(month: Month): Day[][] {
  const weeks: Day[][] = [];
  let first = `${month}-01`;
  do {
    const week = weekOf(first);
    weeks.push(week);
    first = addDays(week[0]!, 7);
  } while (monthOf(first) === month);
  return weeks;
}

/** The week that a day is in, from Monday to Sunday. */
export function weekOf(day: Day): Day[] {
  const monday = mondayOf(day);
  return Array.from({ length: 7 }, (_, i) => addDays(monday, i));
}

/** The weeks that are shown around a day. */
export function shownAround(day: Day, scale: Scale): Day[][] {
  return scale === 'week' ? [weekOf(day)] : weeksOf(monthOf(day));
}

/** The day so many months or weeks later. */
export function turned(day: Day, scale: Scale, by: number): Day {
  return scale === 'week' ? addDays(day, 7 * by) : addMonths(day, by);
}

function mondayOf(day: Day): Day {
  return addDays(day, -((new Date(timeOf(day)).getUTCDay() + 6) % 7));
}

/** Where a key leads from a day; undefined for keys that lead nowhere. */
export function dayAfterKey(day: Day, key: string): Day | undefined {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return mondayOf(day);
    case 'End':
      return addDays(mondayOf(day), 6);
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    default:
      return undefined;
  }
}

/** Certificates by the day on which they expire. */
export function byDay(rows: readonly CertificateRow[]): Map<Day, CertificateRow[]> {
  const days = new Map<Day, CertificateRow[]>();
  for (const row of rows) {
    if (row.expires === null) continue;
    const day = dayOf(new Date(row.expires).getTime());
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return days;
}

/** So many months from that of a day on, each with what expires in it. */
export function monthsAhead(
  rows: readonly CertificateRow[],
  from: Day,
  months: number,
): { month: Month; rows: CertificateRow[] }[] {
  const first = `${monthOf(from)}-01`;
  return Array.from({ length: months }, (_, i) => {
    const month = monthOf(addMonths(first, i));
    return { month, rows: rows.filter(({ expires }) => expires?.startsWith(month)) };
  });
}
