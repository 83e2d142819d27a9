// SPDX-License-Identifier: Apache-2.0
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { SeverityBadge } from '../../parts/SeverityBadge.tsx';
import { strings } from '../../strings.ts';

const GONE = ['None', 'Informational'];

/** What severity is left once something is done; what is informational is no exposure any more. */
export function SeverityAfter({ severity }: { severity: string }) {
  return (
    <span className="bw-after">
      <span className="bw-quiet">{strings.exposure.severityAfter}</span>{' '}
      {GONE.includes(severity) ? (
        <StatusIndicator type="success">{strings.exposure.closes}</StatusIndicator>
      ) : (
        <SeverityBadge severity={severity} />
      )}
    </span>
  );
}
