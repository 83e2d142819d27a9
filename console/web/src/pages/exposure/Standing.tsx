// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import type { ExposureDetail } from '../../api/exposures.ts';
import { date } from '../../parts/format.ts';
import { strings } from '../../strings.ts';

const words = strings.exposure;

/** What sets the exposure apart: closed, suppressed, known from a replay only. */
export function Standing({ detail: { exposure, finding } }: { detail: ExposureDetail }) {
  const { suppression } = finding.unmapped;
  return (
    <>
      {!exposure.open && (
        <Alert header={words.closed}>
          {finding.status_detail} {words.closedShown}
        </Alert>
      )}
      {suppression && (
        <Alert
          header={`${words.suppressed}. ${words.suppressedUntil(suppression.owner, date(suppression.expires))}`}
        >
          {suppression.reason}
        </Alert>
      )}
      {exposure.replay && <Alert>{words.replay}</Alert>}
    </>
  );
}
