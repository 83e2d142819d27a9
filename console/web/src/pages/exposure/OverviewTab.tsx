// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ExposureDetail } from '../../api/exposures.ts';
import type { ExposureFinding } from '../../api/finding.ts';
import { strings } from '../../strings.ts';
import { Decisions } from './Decisions.tsx';
import { Facts } from './Facts.tsx';
import { PathPicture } from './PathPicture.tsx';
import { WhySeverity } from './WhySeverity.tsx';

const words = strings.exposure;

interface OverviewTabProps {
  detail: ExposureDetail;
  evidence: ExposureFinding;
}

export function OverviewTab({ detail, evidence }: OverviewTabProps) {
  const { contradictions } = evidence.unmapped;
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{words.description}</Header>}>
        <SpaceBetween size="m">
          {evidence.finding_info.desc && <Box>{evidence.finding_info.desc}</Box>}
          <Facts detail={{ ...detail, finding: evidence }} columns={4} />
        </SpaceBetween>
      </Container>
      <Decisions finding={detail.finding} answers={detail.answers} />
      <WhySeverity finding={evidence} severity={detail.severity} />
      <PathPicture finding={evidence} />
      {contradictions && (
        <Alert type="info" header={words.contradictions}>
          <ul>
            {contradictions.map(({ resource, reason }) => (
              <li key={`${resource} ${reason}`}>
                {resource}: {reason}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </SpaceBetween>
  );
}
