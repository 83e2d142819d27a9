// SPDX-License-Identifier: Apache-2.0
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import { saidOf, unheld } from '../../actions/answers.ts';
import type { ActionAnswer } from '../../api/exposures.ts';
import type { ExposureFinding } from '../../api/finding.ts';
import type { Time } from '../../parts/format.ts';
import { TimeAgo } from '../../parts/TimeAgo.tsx';
import { strings } from '../../strings.ts';

const words = strings.exposure;

interface DecisionsProps {
  finding: ExposureFinding;
  answers: ActionAnswer[];
}

/** What people have decided about the exposure and said of it, and what of it did not hold. */
export function Decisions({ finding, answers }: DecisionsProps) {
  const {
    status_decided: status,
    severity_decided: severity,
    ticket_requested: ticket,
    comments = [],
    earlier_comments_left_out: earlier,
  } = finding.unmapped;
  const failed = unheld(answers);
  const decided = [status, severity, ticket, ...comments].some((one) => one !== undefined);
  if (!decided && failed.length === 0) return null;
  return (
    <Container header={<Header variant="h2">{words.decisions}</Header>}>
      <ul className="bw-decisions">
        {status && <Decision {...status}>{words.statusDecided}</Decision>}
        {severity && (
          <Decision {...severity}>
            {words.severityDecided(finding.severity, severity.computed_severity)}
          </Decision>
        )}
        {ticket && <Decision {...ticket}>{words.ticketRequested}</Decision>}
        {[...comments].reverse().map((comment) => (
          <Decision key={comment.action} {...comment}>
            {comment.text}
          </Decision>
        ))}
        {failed.map((answer) => (
          <Decision key={answer.uid} by={answer.by} time={answer.at}>
            <StatusIndicator type="warning">{saidOf(answer)}</StatusIndicator>
          </Decision>
        ))}
      </ul>
      {earlier && <p className="bw-quiet">{words.earlierComments}</p>}
    </Container>
  );
}

function Decision({ by, time, children }: { by: string; time: Time; children: ReactNode }) {
  return (
    <li>
      <div>{children}</div>
      <div className="bw-quiet">
        {by}, <TimeAgo time={time} />
      </div>
    </li>
  );
}
