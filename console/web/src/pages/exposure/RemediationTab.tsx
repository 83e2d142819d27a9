// SPDX-License-Identifier: Apache-2.0
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ExposureFinding } from '../../api/finding.ts';
import { Empty } from '../../parts/Empty.tsx';
import { OutsideLink } from '../../parts/OutsideLink.tsx';
import { strings } from '../../strings.ts';
import { ChokePoints } from './ChokePoints.tsx';
import { SeverityAfter } from './SeverityAfter.tsx';

const words = strings.exposure;

export function RemediationTab({ finding }: { finding: ExposureFinding }) {
  const { remediation_steps: steps = [], choke_points: points = [] } = finding.unmapped;
  const traits = finding.finding_info.traits ?? [];
  const nameOf = (trait: string) => traits.find(({ uid }) => uid === trait)?.name ?? trait;
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header variant="h2" description={words.stepsHint}>
            {words.steps}
          </Header>
        }
      >
        {steps.length === 0 && <Empty title={words.noSteps} />}
        <ol className="bw-steps">
          {steps.map(({ trait, desc, reference, severity_after }) => (
            <li key={trait}>
              <strong>{nameOf(trait)}</strong>
              <p>{desc}</p>
              <div className="bw-step-facts">
                <SeverityAfter severity={severity_after} />
                {reference && <OutsideLink href={reference}>{words.documentation}</OutsideLink>}
              </div>
            </li>
          ))}
        </ol>
      </Container>
      <ChokePoints points={points} nameOf={nameOf} />
    </SpaceBetween>
  );
}
