// SPDX-License-Identifier: Apache-2.0
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { SeverityMatrix } from '../../api/severity.ts';
import { Matrix } from '../../parts/Matrix.tsx';
import { SeverityBadge } from '../../parts/SeverityBadge.tsx';
import { strings } from '../../strings.ts';

const UNKNOWN = 'Unknown';

/** How a severity comes about. */
export function SeverityRules({ severity }: { severity: SeverityMatrix }) {
  const { rules } = strings;
  return (
    <div className="bw-severity-rules">
      <Container header={<Header variant="h2">{rules.matrix}</Header>}>
        <Matrix severity={severity} />
        <h3 className="bw-rule-part">{rules.unknownImpact}</h3>
        <dl className="bw-rule-pairs">
          {severity.likelihoods.map((likelihood) => (
            <div key={likelihood}>
              <dt>{likelihood}</dt>
              <dd>
                <SeverityBadge severity={severity.matrix[likelihood]?.[UNKNOWN] ?? UNKNOWN} />
              </dd>
            </div>
          ))}
        </dl>
      </Container>
      <Container header={<Header variant="h2">{rules.steps}</Header>}>
        <ol className="bw-rule-steps">
          {rules.stepTexts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
        <h3 className="bw-rule-part">{rules.factorsHeading}</h3>
        <dl className="bw-rule-pairs">
          {Object.entries(rules.factors).map(([id, name]) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>{rules.factorHints[id]}</dd>
            </div>
          ))}
        </dl>
      </Container>
    </div>
  );
}
