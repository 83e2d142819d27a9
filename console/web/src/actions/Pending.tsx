// SPDX-License-Identifier: Apache-2.0
import LiveRegion from '@cloudscape-design/components/live-region';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ExposureRow } from '../api/exposures.ts';
import { strings } from '../strings.ts';
import { knownOf, usePending } from './pending.ts';

/** That an action is under way, until the exposure shows that it was taken up. */
export function Pending({ exposure }: { exposure: ExposureRow }) {
  const action = usePending(exposure.uid, knownOf(exposure));
  return (
    <LiveRegion tagName="span">
      {action && (
        <StatusIndicator type="in-progress">
          {strings.actions.pending(strings.actions.names[action])}
        </StatusIndicator>
      )}
    </LiveRegion>
  );
}
