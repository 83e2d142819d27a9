// SPDX-License-Identifier: Apache-2.0
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { ReactNode } from 'react';
import type { Decided, ExposureFinding } from '../../api/finding.ts';
import { TimeAgo } from '../../parts/TimeAgo.tsx';
import { strings } from '../../strings.ts';

const words = strings.exposure;

/** What people have decided about the exposure, and what they said of it, the latest first. */
export function Decisions({ finding }: { finding: ExposureFinding }) {
  const {
    status_decided: status,
    severity_decided: severity,
    ticket_requested: ticket,
    comments = [],
    earlier_comments_left_out: earlier,
  } = finding.unmapped;
  if (!status && !severity && !ticket && comments.length === 0) return null;
  return (
    <Container header={<Header variant="h2">{words.decisions}</Header>}>
      <ul className="bw-decisions">
        {status && <Decision decided={status}>{words.statusDecided}</Decision>}
        {severity && (
          <Decision decided={severity}>
            {words.severityDecided(finding.severity, severity.computed_severity)}
          </Decision>
        )}
        {ticket && <Decision decided={ticket}>{words.ticketRequested}</Decision>}
        {[...comments].reverse().map((comment) => (
          <Decision key={comment.action} decided={comment}>
            {comment.text}
          </Decision>
        ))}
      </ul>
      {earlier && <p className="bw-quiet">{words.earlierComments}</p>}
    </Container>
  );
}

function Decision({ decided, children }: { decided: Decided; children: ReactNode }) {
  return (
    <li>
      <div>{children}</div>
      <div className="bw-quiet">
        {decided.by}, <TimeAgo time={decided.time} />
      </div>
    </li>
  );
}
