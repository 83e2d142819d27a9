// SPDX-License-Identifier: Apache-2.0
import { ActionsMenu } from '../../actions/ActionsMenu.tsx';
import { Pending } from '../../actions/Pending.tsx';
import type { ExposureDetail } from '../../api/exposures.ts';
import { SeverityBadge } from '../../parts/SeverityBadge.tsx';
import { Status } from '../../parts/Status.tsx';
import { TimeAgo } from '../../parts/TimeAgo.tsx';
import './exposure.css';

/** How an exposure stands, what is under way, and what can be done. */
export function ExposureBar({ detail: { exposure, answers } }: { detail: ExposureDetail }) {
  return (
    <div className="bw-standing">
      <SeverityBadge severity={exposure.severity} />
      <Status status={exposure.status} />
      <TimeAgo time={exposure.opened} />
      <Pending exposure={exposure} answers={answers} />
      <ActionsMenu exposure={exposure} />
    </div>
  );
}
