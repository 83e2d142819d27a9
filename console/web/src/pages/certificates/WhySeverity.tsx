// SPDX-License-Identifier: Apache-2.0
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { CertificateFinding } from '../../api/certificates.ts';
import { SeverityBadge } from '../../parts/SeverityBadge.tsx';
import { strings } from '../../strings.ts';

/** What the severity is made of: the days that are left, and what moved it. */
export function WhySeverity({ finding }: { finding: CertificateFinding }) {
  const explained = finding.unmapped.severity_explained;
  if (!explained) return null;
  return (
    <Container header={<Header variant="h2">{strings.certificate.why}</Header>}>
      <dl className="bw-cert-sum">
        <div className="bw-cert-sum-part">
          <dt>{strings.certificate.byDays}</dt>
          <dd>
            <SeverityBadge severity={explained.by_days} />
          </dd>
        </div>
        {explained.shifts.map(({ id, levels }) => (
          <div key={id} className="bw-cert-sum-part">
            <dt>{strings.certificate.shifts[id] ?? id}</dt>
            <dd>{strings.certificate.levels(levels)}</dd>
          </div>
        ))}
        <div className="bw-cert-sum-part bw-cert-sum-result">
          <dt>{strings.certificate.result}</dt>
          <dd>
            <SeverityBadge severity={finding.severity} />
          </dd>
        </div>
      </dl>
    </Container>
  );
}
