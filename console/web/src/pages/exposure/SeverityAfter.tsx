// SPDX-License-Identifier: Apache-2.0
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { SeverityBadge } from '../../parts/SeverityBadge.tsx';
import { strings } from '../../strings.ts';

const GONE = ['None', 'Informational'];

/** What severity is left once a step is done. */
export function SeverityAfter({ severity }: { severity: string }) {
  return (
    <span>
      <span className="bw-quiet">{strings.exposure.severityAfter}</span>{' '}
      <SeverityLeft severity={severity} />
    </span>
  );
}

/** A severity that is left; what is informational is no exposure any more. */
export function SeverityLeft({ severity }: { severity: string }) {
  return GONE.includes(severity) ? (
    <StatusIndicator type="success">{strings.exposure.closes}</StatusIndicator>
  ) : (
    <SeverityBadge severity={severity} />
  );
}
