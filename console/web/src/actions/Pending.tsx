// SPDX-License-Identifier: Apache-2.0
import LiveRegion from '@cloudscape-design/components/live-region';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ActionAnswer, ExposureRow } from '../api/exposures.ts';
import { strings } from '../strings.ts';
import { saidOf } from './answers.ts';
import { type Standing, usePending } from './pending.ts';

interface PendingProps {
  exposure: ExposureRow;
  answers: ActionAnswer[];
}

/** That an action is under way until the job has answered it, and why it does not hold. */
export function Pending({ exposure, answers }: PendingProps) {
  const standing = usePending(exposure, answers);
  return <LiveRegion tagName="span">{standing && <Told standing={standing} />}</LiveRegion>;
}

function Told({ standing }: { standing: Standing }) {
  if ('unheld' in standing) {
    return (
      <StatusIndicator type="warning" wrapText>
        {saidOf(standing.unheld)}
      </StatusIndicator>
    );
  }
  return (
    <StatusIndicator type="in-progress">
      {strings.actions.pending(strings.actions.names[standing.waiting])}
    </StatusIndicator>
  );
}
