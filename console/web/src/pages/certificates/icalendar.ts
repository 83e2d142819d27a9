// SPDX-License-Identifier: Apache-2.0
// RFC 5545, as calendars of mail programs take it in.
import type { CertificateRow } from '../../api/certificates.ts';
import { paths } from '../../app/paths.ts';
import { strings } from '../../strings.ts';

const LINE_END = '\r\n';
const LONGEST_LINE = 75;
const REMIND_DAYS = 7;

/**
 * A calendar with a whole day for each certificate that is known to expire, and a reminder a week before it.
 *
 * @param server where the console is, for links back to it
 * @param now in milliseconds
 */
export function icalendar(rows: readonly CertificateRow[], server: string, now: number): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Breakwater//Certificates//EN',
    `X-WR-CALNAME:${escaped(strings.certificates.calendarName)}`,
    ...rows.flatMap((row) => event(row, server, now)),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join(LINE_END);
}

function event(row: CertificateRow, server: string, now: number): string[] {
  if (row.expires === null) return [];
  return [
    'BEGIN:VEVENT',
    `UID:${row.uid}@breakwater`,
    `DTSTAMP:${compact(new Date(now).toISOString().slice(0, 19))}Z`,
    `DTSTART;VALUE=DATE:${compact(row.expires.slice(0, 10))}`,
    `SUMMARY:${escaped(strings.certificates.eventTitle(row.commonName || row.arn))}`,
    `DESCRIPTION:${escaped(`${row.title}\n${row.arn}`)}`,
    `URL:${server}${paths.certificate(row.uid)}`,
    `CATEGORIES:${escaped(row.severity)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(row.title)}`,
    `TRIGGER:-P${REMIND_DAYS}D`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

function compact(time: string): string {
  return time.replaceAll(/[-:]/g, '');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n');
}

/** Lines are at most 75 bytes long; what is longer goes on after a space, and no sign is cut apart. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let length = 0;
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (length + size > LONGEST_LINE) {
      folded += `${LINE_END} `;
      length = 1;
    }
    folded += sign;
    length += size;
  }
  return folded;
}
