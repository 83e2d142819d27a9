// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ExposureFinding, SeverityExplained } from '../../api/finding.ts';
import type { SeverityMatrix } from '../../api/severity.ts';
import { Matrix } from '../../parts/Matrix.tsx';
import { strings } from '../../strings.ts';
import { FactorTable } from './FactorTable.tsx';

const words = strings.exposure;

interface WhySeverityProps {
  finding: ExposureFinding;
  severity: SeverityMatrix;
}

/** The cell of the matrix, and each factor that led there. */
export function WhySeverity({ finding, severity }: WhySeverityProps) {
  const explained = finding.unmapped.severity_explained;
  if (!explained) return null;
  const computed = finding.unmapped.severity_decided?.computed_severity ?? finding.severity;
  const likelihood = finding.unmapped.likelihood ?? words.unknown;
  return (
    <Container
      header={
        <Header variant="h2" description={explained.cell}>
          {words.why}
        </Header>
      }
    >
      <div className="bw-why">
        <Matrix
          severity={severity}
          marked={{ likelihood, impact: explained.impact, severity: computed }}
        />
        <SpaceBetween size="m">
          <DecidedBy explained={explained} finding={finding} />
          <FactorTable
            title={words.likelihoodOf(explained.likelihood_score, likelihood)}
            rows={explained.factors}
          />
          <FactorTable title={words.impactOf(explained.impact)} rows={explained.impacts} />
          {explained.impact === 'Unknown' && (
            <Box color="text-body-secondary">{words.unknownImpact}</Box>
          )}
        </SpaceBetween>
      </div>
    </Container>
  );
}

function DecidedBy(props: { explained: SeverityExplained; finding: ExposureFinding }) {
  const { explained, finding } = props;
  const trait = finding.finding_info.traits?.find(({ uid }) => uid === explained.deciding_trait);
  const event = finding.finding_info.related_events?.find(
    ({ uid }) => uid === explained.deciding_finding,
  );
  return (
    <Box>
      {words.decidedBy} {trait?.name ?? explained.deciding_trait}
      {event?.title && <span className="bw-quiet"> – {event.title}</span>}
    </Box>
  );
}
