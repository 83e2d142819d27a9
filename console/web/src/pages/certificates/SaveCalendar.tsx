// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import type { CertificateRow } from '../../api/certificates.ts';
import { saveFile } from '../../parts/save-file.ts';
import { strings } from '../../strings.ts';
import { icalendar } from './icalendar.ts';

/** What is shown, for the calendar of a mail program. */
export function SaveCalendar({ rows }: { rows: readonly CertificateRow[] }) {
  const save = () =>
    saveFile(
      'certificates.ics',
      'text/calendar',
      icalendar(rows, window.location.origin, Date.now()),
    );
  return (
    <span title={strings.certificates.saveCalendarHint}>
      <Button
        iconName="download"
        disabled={rows.every(({ expires }) => expires === null)}
        onClick={save}
      >
        {strings.certificates.saveCalendar}
      </Button>
    </span>
  );
}
